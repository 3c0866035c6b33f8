"""The filters that `events`, `claims`, `figures` and `reports` share: declared once, and handed over as one query."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, get_type_hints

from .options import (
    Actor,
    AsKnownOn,
    At,
    Country,
    Format_,
    How,
    InReport,
    Limit,
    Of,
    PublishedUntil,
    Rule,
    Since,
    StoreAt,
    Sure,
    Type,
    Until,
)

if TYPE_CHECKING:
    from marsad.storing import Query

    from .options import Form

    Asking = Callable[[Query, Form | None, str | None], None]

# Names of parameters, in the order of the help, with the option each stands for.
_KIND: dict[str, Any] = {"kind": Of}
_FILTERS: dict[str, Any] = {
    "country": Country, "place": At, "actor": Actor, "type_": Type, "since": Since, "until": Until, "certainty": How,
    "sure": Sure, "report": InReport, "limit": Limit, "as_known_on": AsKnownOn, "published_until": PublishedUntil,
}  # fmt: skip
_RULE: dict[str, Any] = {"rule": Rule}
_OUTPUT: dict[str, Any] = {"form": Format_, "store": StoreAt}


def filtered(command: Asking) -> Callable[..., None]:
    """A command with all filters as options, which hands its ``command`` the query, the format and the store."""
    return _command(command, _FILTERS)


def filtered_by_kind(command: Asking) -> Callable[..., None]:
    """The same with the kind of claim among the filters."""
    return _command(command, _KIND | _FILTERS)


def filtered_beside(
    own: dict[str, Any], *, by_rule: bool = False
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The filters, with the rule for figures where figures are shown, and options of the command's ``own`` by parameter: it is
    handed what was given to these by name.

    An option is None where nothing was given; a flag is then no.  A ``form`` of its own replaces the shared one.
    """
    return lambda command: _command(command, own | _FILTERS | (_RULE if by_rule else {}), frozenset(own))


def _command(
    command: Callable[..., None], filters: dict[str, Any], own: frozenset[str] = frozenset()
) -> Callable[..., None]:
    options = filters | _OUTPUT | {name: filters[name] for name in own & _OUTPUT.keys()}

    def run(**given: Any) -> None:
        from marsad.storing import Query

        form, store = given.pop("form"), given.pop("store")
        beside = {name: given.pop(name) for name in own - _OUTPUT.keys()}
        given["type"] = given.pop("type_")
        kind = given.pop("kind", None)
        command(Query(kind=(kind,) if kind else (), **given), form, store, **beside)

    run.__name__, run.__doc__ = command.__name__, command.__doc__
    run.__signature__ = inspect.Signature(  # type: ignore[attr-defined]  # typer reads the options from it
        [inspect.Parameter(n, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=o) for n, o in options.items()]
    )
    run.__annotations__ = dict(options)
    assert set(get_type_hints(run)) == set(options)
    return run
