"""The codebook that comes with Marsad: it loads, says what the records say, and its page is fresh."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from marsad import records
from marsad.codebook import load
from marsad.codebook.page import main, render

ROOT = Path(__file__).parents[2]
PLOVER = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
MEASURES = [
    "killed",
    "injured",
    "casualties",
    "arrested",
    "released",
    "escaped",
    "kidnapped",
    "missing",
    "displaced",
    "fighters",
    "recruits",
    "returnees",
    "repatriated",
    "charged",
    "sentenced",
    "surrendered",
    "participants",
    "attacks",
    "destroyed",
    "seized",
    "channels",
    "followers",
    "languages",
]
PREDICATES = [
    "member-of",
    "leader-of",
    "founder-of",
    "child-of",
    "sibling-of",
    "spouse-of",
    "branch-of",
    "split-from",
    "merged-into",
    "renamed-to",
    "loyal-to",
    "allied-with",
    "rival-of",
    "controls",
    "present-in",
    "organizer-of",
    "participant-in",
    "listed-by",
    "supports",
]


@pytest.mark.parametrize(
    ("part", "literal"),
    [
        ("certainties", records.Certainty),
        ("statuses", records.Status),
        ("roles", records.RoleName),
        ("mentions", records.MentionType),
        ("assessments", records.AssessmentType),
    ],
)
def test_the_literals_of_the_records_are_the_codebooks(part: str, literal: object) -> None:
    assert list(getattr(load(), part)) == list(get_args(literal))


def test_the_published_lists_are_complete_and_in_order() -> None:
    book = load()
    assert list(book.events) == PLOVER
    assert list(book.measures) == MEASURES
    assert list(book.relations) == PREDICATES
    assert {"GOV", "MIL", "COP", "JUD", "SPY", "REB", "OPP", "PTY", "UAF", "CRM", "CVL"} <= set(book.sectors)


def test_denial_outranks_hedge_allegation_report_and_assertion() -> None:
    ranks = {code: level.rank for code, level in load().certainties.items()}
    assert sorted(ranks, key=lambda code: -ranks[code]) == [
        "denied",
        "hedged",
        "alleged",
        "reported",
        "asserted",
    ]


def test_court_and_list_are_coded_where_the_interchange_format_says() -> None:
    book = load()
    assert {"arrest", "charge", "trial", "sentence"} <= set(book.events["COERCE"].modes)
    listing = book.events["SANCTION"].modes["list"].plover
    assert listing is not None
    assert (listing.type, listing.mode) == ("SANCTION", "discontinue")
    assert {"abduct", "explosives", "clash"} <= set(book.events["ASSAULT"].modes)


def test_tables_are_read_only_and_loaded_once() -> None:
    book = load()
    assert load() is book
    with pytest.raises(TypeError):
        book.events["ASSAULT"].modes["spell"] = book.events["ASSAULT"].modes["clash"]  # type: ignore[index]


def test_the_committed_page_is_fresh() -> None:
    assert (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8") == render(load()), (
        "run: python -m marsad.codebook.page docs/codebook.md"
    )


def test_the_page_names_every_entry(tmp_path: Path) -> None:
    main([str(tmp_path / "page.md")])
    page = (tmp_path / "page.md").read_text(encoding="utf-8")
    book = load()
    for part in ("events", "measures", "relations", "sectors", "weapons", "mentions"):
        for term in getattr(book, part).values():
            assert term.definition in page
    assert book.digest in page


def test_the_page_goes_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    main([])
    assert capsys.readouterr().out.startswith("# Marsad codebook 2026.1\n")
