"""What a changed codebook touches: judgements that rest on entries which say otherwise now."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.codebook import Codebook
from marsad.storing import Store

from .judgements import Judgement, judgements_of, last_of_each, standing
from .snapshots import kept_codebooks, rests_on, snapshot


@dataclass(frozen=True, slots=True)
class Change:
    """An entry of the codebook that says otherwise now; None where there is none."""

    part: str
    code: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Recoding:
    """A judgement, and what changed in the codebook of what it rests on."""

    judgement: Judgement
    changes: tuple[Change, ...]


def to_recode(store: Store, book: Codebook) -> list[Recoding]:
    """The judgements that hold, were made under another codebook than ``book``, and rest on an entry that changed."""
    now = snapshot(book)
    with store.reading() as connection:
        log = judgements_of(connection)
        then = kept_codebooks(connection)
    held = [*last_of_each(log), *(one for one in standing(log) if one.adjudicates)]
    found = []
    for one in sorted(held, key=lambda judgement: judgement.number):
        if one.coded is None or one.digest == book.digest:
            continue
        before, after = rests_on(one.coded, then[one.digest]), rests_on(one.coded, now)
        changes = [
            Change(part, code, before.get((part, code)), after.get((part, code)))
            for part, code in dict.fromkeys((*before, *after))
            if before.get((part, code)) != after.get((part, code))
        ]
        if changes:
            found.append(Recoding(one, tuple(changes)))
    return found
