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


def filtered_with_rule(command: Asking) -> Callable[..., None]:
    """The same with the rule for figures beside the filters."""
    return _command(command, _FILTERS | _RULE)


def _command(command: Asking, filters: dict[str, Any]) -> Callable[..., None]:
    options = filters | _OUTPUT

    def run(**given: Any) -> None:
        from marsad.storing import Query

        form, store = given.pop("form"), given.pop("store")
        given["type"] = given.pop("type_")
        kind = given.pop("kind", None)
        command(Query(kind=(kind,) if kind else (), **given), form, store)

    run.__name__, run.__doc__ = command.__name__, command.__doc__
    run.__signature__ = inspect.Signature(  # type: ignore[attr-defined]  # typer reads the options from it
        [inspect.Parameter(n, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=o) for n, o in options.items()]
    )
    run.__annotations__ = dict(options)
    assert set(get_type_hints(run)) == set(options)
    return run
