"""`search`: sentences by their words and by their meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from .options import AsKnownOn, Format_, PublishedUntil, StoreAt
from .output import progress, show_rows

if TYPE_CHECKING:
    from marsad.searching import Hit
    from marsad.storing import Store

Words = Annotated[
    str,
    typer.Argument(
        help="Words to find; \"words in quotation marks\" stand next to each other. Example: 'هجوم مطار'",
        show_default=False,
    ),
]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang", metavar="LANG", help="Only reports in this language, ISO 639. Example: --lang en", show_default=False
    ),
]
How = Annotated[
    Literal["words", "meaning", "both"],
    typer.Option("--by", help="What counts: the words, the meaning in any language, or both. Example: --by words"),
]
Count = Annotated[int, typer.Option("--limit", min=1, help="No more than this many. Example: --limit 50")]


def search(
    words: Words,
    lang: Lang = None,
    by: How = "both",
    limit: Count = 20,
    as_known_on: AsKnownOn = None,
    published_until: PublishedUntil = None,
    form: Format_ = None,
    store: StoreAt = None,
) -> None:
    """Find sentences by their words and by their meaning, the best first, with scores.

    By words: in any spelling, with or without article and prepositions; ارهاب finds الإرهاب and بالإرهاب. By meaning: in
    Arabic, English, Persian or Russian, whatever the words. "words" is the report's BM25, "meaning" the cosine of the
    sentence and the query. The first search by meaning reads the sentences added since the last.

    \b
    Examples:
      marsad search 'هجوم على سجن'
      marsad search 'attack on a prison' --lang ar --by meaning
      marsad search '"تنظيم القاعدة" مالي' --by words --limit 10
    """
    from marsad.searching import search as find
    from marsad.storing import Query, open_store
    from marsad.terminal import Column

    then = Query(as_known_on=as_known_on, published_until=published_until)
    columns = [
        ("report", Column("report", 18)),
        ("published", Column("published", 10, spare=3)),
        ("outlet", Column("outlet", 16, spare=4)),
        ("words", Column("words", 6, right=True)),
        ("meaning", Column("meaning", 7, right=True)),
        ("start", Column("start", 7, right=True, spare=2)),
        ("end", Column("end", 7, right=True, spare=2)),
        ("claims", Column("claims", 18, spare=1)),
        ("text", Column("sentence")),
    ]
    with open_store(store) as opened:
        if by != "words":
            _bring_up_to_date(opened)
        show_rows((_row(hit) for hit in find(opened, words, limit, by, lang, then)), columns, form)


def _bring_up_to_date(store: Store) -> None:
    """Add the vectors that the store lacks, with a bar where that takes a while."""
    from marsad.searching import index_sentences
    from marsad.storing import count_reports

    done, every = count_reports(store)
    if done == every:
        return
    with progress("Reading sentences") as tracker:
        tracker.follow(index_sentences(store), every - done)


def _row(hit: Hit) -> dict[str, Any]:
    day = hit.report.published
    return {
        "report": hit.report.id,
        "published": day.isoformat() if day else None,
        "outlet": hit.report.outlet,
        "words": hit.words,
        "meaning": hit.meaning,
        "score": hit.score,
        "start": hit.found.start,
        "end": hit.found.end,
        "claims": list(hit.found.claims),
        "text": hit.found.text,
    }
