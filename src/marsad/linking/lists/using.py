"""Which state of the UN list is in use, and putting another to use.

The shipped list is in use until another is loaded into the store; it takes over again only when a newer Marsad ships one newer
than all that the user has seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .changes import EntryChange, changes_between
from .entries import Kind, SanctionsList
from .errors import OlderListError, ShrunkenListError
from .packed import pack, shipped_list, unpack
from .un_xml import PUBLISHER, read_un_file

if TYPE_CHECKING:
    from marsad.storing import ListState, Store

_KINDS: dict[Kind, str] = {"person": "persons", "body": "entities"}


@dataclass(frozen=True, slots=True)
class Update:
    """A list read from a file, the one in use, and what differs; ``content`` is the file's bytes."""

    old: SanctionsList
    new: SanctionsList
    content: bytes

    @property
    def is_known(self) -> bool:
        """Whether it is the list in use."""
        return self.old.sha256 == self.new.sha256

    @property
    def changes(self) -> list[EntryChange]:
        """What is added, removed and amended."""
        return changes_between(self.old, self.new)

    @property
    def shrunken(self) -> str | None:
        """In words, what would be left of a kind of which half or more would go; None where none would."""
        for kind, named in _KINDS.items():
            before, after = self.old.count(kind), self.new.count(kind)
            if before and after * 2 <= before:
                return f"{after} {named} instead of {before}"
        return None


def list_in_use(store: Store | None) -> SanctionsList:
    """The list in use; without a store, the shipped one."""
    shipped = shipped_list()
    state = _last(store)
    if store is None or state is None or shipped.generated > max(state.generated, state.replaced):
        return shipped
    return stored_list(store, state)


def stored_list(store: Store, state: ListState) -> SanctionsList:
    """The list of a state that the store keeps."""
    from marsad.storing import packed_list

    return unpack(packed_list(store, state.number), f"{store.name}, list of {state.generated.date()}")


def read_update(path: Path, store: Store | None, *, older: bool = False) -> Update:
    """The list in a file beside the one in use; nothing is stored.

    Raises OlderListError where it is older and ``older`` is not set, and what
    :func:`~marsad.linking.lists.un_xml.read_un_file` raises.
    """
    new, content = read_un_file(path)
    update = Update(list_in_use(store), new, content)
    if new.generated < update.old.generated and not older:
        raise OlderListError(
            f"a list of {new.day}, older than the one in use, of {update.old.day}",
            where=str(path),
            remedy="take the newest list, or say --older to go back",
        )
    return update


def apply_update(update: Update, store: Store, *, shrink: bool = False) -> None:
    """Put a list to use; the one before stays stored, and the shipped one stays in the package.

    Raises ShrunkenListError where half or more of the persons, or of the entities, would go and ``shrink`` is not set.
    """
    from marsad.storing import add_list

    if (lost := update.shrunken) and not shrink:
        raise ShrunkenListError(
            f"the list would shrink to {lost}",
            where=f"list of {update.new.day}",
            remedy="look whether the file is whole; say --yes if it is",
        )
    state = _last(store)
    seen = max(update.old.generated, state.replaced) if state else update.old.generated
    add_list(store, PUBLISHER, update.new.generated, seen, update.content, pack(update.new))


def _last(store: Store | None) -> ListState | None:
    if store is None:
        return None
    from marsad.storing import last_list

    return last_list(store, PUBLISHER)
