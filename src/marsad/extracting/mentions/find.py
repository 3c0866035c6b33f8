"""A report's words → the mentions in it."""

from __future__ import annotations

from ...catalogue import Catalogue
from ...languages.arabic.words import Words
from ...records import Mention
from ..learned.reading import Learned
from .bodies import bodies
from .branches import branches
from .drafts import mention, settle
from .learned import merged
from .lexicon import lexicon
from .located import located
from .named import named
from .nested import nested
from .organs import organs
from .outlets import outlets
from .persons import persons
from .places import places
from .roles import role_phrases
from .scan import Scan
from .whose import with_countries


def find_mentions(words: Words, catalogue: Catalogue, report_id: str, learned: Learned | None = None) -> list[Mention]:
    """Who and what a report names, in order: mentions may lie inside one another, and never cross.

    Names of ``catalogue`` carry its id as ``entity``; others are told by titles, given names and opening
    words, and where ``learned`` is given by the learned reader, and carry none.  ``subtype`` is PLOVER's
    sector where known, for places how fine they are.  Offsets are original code points.
    """
    lists = lexicon(catalogue.place_words, catalogue.site_words)
    known, around = named(words, catalogue)
    scan = Scan(words, catalogue, lists, known)
    drafts = list(scan.known)
    if branched := branches(scan):
        drafts += branched
        for draft in branched:
            scan.hold(draft)
    composed = organs(scan)
    last = {i: d.last for d in composed for i in range(d.first, d.last)}
    told = [d for d in bodies(scan) if d.last > last.get(d.first, 0)]
    found = composed + with_countries(scan, outlets(scan) + told + places(scan))
    for draft in found:
        scan.hold(draft)
    roles = role_phrases(scan)
    people = persons(scan, roles)
    starts = {d.first for d in people} | {d.first for d in scan.known if d.type == "person"}
    drafts += found + people
    drafts += [r.draft() for r in roles if r.last - r.first > 1 or r.last in starts]
    if learned is not None:
        drafts = merged(drafts, words, learned, lists)
    return [mention(d, words, report_id) for d in nested(located(settle(drafts), around, lists), around)]
