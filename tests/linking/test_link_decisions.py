from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from un_samples import sample_names

from marsad.errors import StoreError
from marsad.linking.candidates import Candidates
from marsad.linking.deciding import decide_link, decided_on, status, with_confirmed
from marsad.linking.lists.errors import LinkError
from marsad.records import Report
from marsad.storing import Store, decisions, last_decisions, open_store

NAME = "تيمور بكزودوف"


@pytest.fixture
def names() -> Candidates:
    return sample_names()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "marsad.db"), create=True) as opened:
        text = f"قال {NAME} إن الاجتماع انتهى."
        digest = sha256(text.encode()).hexdigest()
        report = Report(id="talk", source="talk.txt", sha256=digest, text=text)
        opened.add(report, text.encode(), (), (), opened.begin_run([]))
        yield opened


def standing(store: Store, names: Candidates, name: str = NAME, report: str | None = None) -> str:
    candidate = names.beside(name, "QDi.902")
    assert candidate is not None
    return status(decided_on(store, name, candidate, report))


def test_a_link_is_a_candidate_until_decided_and_after_it_is_withdrawn(store: Store, names: Candidates) -> None:
    assert standing(store, names) == "candidate"
    for decision, then in (("confirmed", "confirmed"), ("rejected", "rejected"), ("withdrawn", "candidate")):
        decide_link(store, names, NAME, "QDi.902", decision, f"it is {decision}", by="A. Karim")  # type: ignore[arg-type]
        assert standing(store, names) == then
    assert [(one.decision, one.because, one.by) for one in decisions(store)] == [
        ("confirmed", "it is confirmed", "A. Karim"),
        ("rejected", "it is rejected", "A. Karim"),
        ("withdrawn", "it is withdrawn", "A. Karim"),
    ]


def test_a_decision_keeps_what_spoke_for_it(store: Store, names: Candidates) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    decide_link(store, names, NAME, "QDi.902", "confirmed", "as listed")
    (kept,) = decisions(store, reference="QDi.902")
    assert kept.score is not None
    assert 0.5 < kept.score <= 1
    assert kept.reasons
    assert "BEKZODOV" in kept.reasons
    assert kept.generated == names.sanctions.generated
    assert kept.decided >= before
    assert kept.by


def test_a_decision_holds_for_every_spelling_of_its_letters(store: Store, names: Candidates) -> None:
    decide_link(store, names, "أحمد بكزودوف", "QDi.902", "confirmed", "as listed")
    assert "QDi.902" in last_decisions(store, "احمد بكزودوف")
    assert last_decisions(store, "محمد بكزودوف") == {}


def test_a_decision_on_one_report_goes_before_one_on_all(store: Store, names: Candidates) -> None:
    decide_link(store, names, NAME, "QDi.902", "rejected", "a namesake as a rule")
    decide_link(store, names, NAME, "QDi.902", "confirmed", "here he is meant", report="talk.txt")
    assert standing(store, names) == "rejected"
    assert standing(store, names, report="talk") == standing(store, names, report="talk.txt") == "confirmed"
    assert standing(store, names, report="other") == "rejected"
    decide_link(store, names, NAME, "QDi.902", "withdrawn", "unsure", report="talk")
    assert standing(store, names, report="talk") == "rejected"


def test_a_decision_on_an_actor_holds_for_its_names(store: Store, names: Candidates) -> None:
    decide_link(store, names, "isil-khorasan", "QDe.161", "confirmed", "one and the same")
    (found,) = (one for one in names.find("ولاية خراسان") if one.id == "QDe.161")
    assert status(decided_on(store, "ولاية خراسان", found)) == "confirmed"


def test_a_confirmed_entry_is_shown_however_badly_it_fits(store: Store, names: Candidates) -> None:
    decide_link(store, names, "أبو عمر", "QDi.902", "confirmed", "his name in the war, says the verdict")
    found = with_confirmed(store, names, "أبو عمر", [])
    assert [one.id for one in found] == ["QDi.902"]
    assert with_confirmed(store, names, "أبو بكر", []) == []


def test_what_cannot_be_decided_is_refused_and_nothing_kept(store: Store, names: Candidates) -> None:
    with pytest.raises(LinkError, match=r"QDi\.999"):
        decide_link(store, names, NAME, "QDi.999", "confirmed", "why")
    with pytest.raises(LinkError, match="nothing was decided"):
        decide_link(store, names, NAME, "QDi.902", "withdrawn", "why")
    with pytest.raises(StoreError, match="no report"):
        decide_link(store, names, NAME, "QDi.902", "confirmed", "why", report="none.txt")
    assert decisions(store) == []
