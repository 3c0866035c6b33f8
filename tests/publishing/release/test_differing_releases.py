from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from marsad.publishing.release import Change, Contents, Told, difference

CLAIMS = tuple(f"c{n}" for n in range(8))
OF = {claim: f"r{n // 2}" for n, claim in enumerate(CLAIMS)}  # two claims a report


def release(events: Mapping[str, str], cells: Mapping[str, Mapping[str, Any]] | None = None, **more: Any) -> Contents:
    """A release of events, each with its claims set apart by spaces; all reports of the claims are in it."""
    told = {}
    for id_, claims in events.items():
        known = frozenset(claims.split())
        told[id_] = Told(id_, known, frozenset(OF[claim] for claim in known), (cells or {}).get(id_, {}))
    reports = {claim: OF[claim] for one in told.values() for claim in one.claims}
    made: dict[str, Any] = {"claims": reports, "reports": frozenset(reports.values())}
    return Contents(name="r", events=told, **(made | more))


def decision(one: str, other: str | None, kind: str = "joined", **more: Any) -> dict[str, Any]:
    plain = {
        "one": one,
        "other": other,
        "decision": kind,
        "by": "marsad 0.1",
        "score": 0.97,
        "because": "place Mopti +2.10",
    }
    return plain | {"withdrawn": False, "withdrawn_because": None} | more


def only(changes: list[Change]) -> Change:
    (change,) = changes
    return change


def whys(change: Change) -> list[str]:
    return [reason.what for reason in change.because]


def test_an_event_of_a_new_report_is_added_because_of_it() -> None:
    change = only(difference(release({"e0": "c0"}), release({"e0": "c0", "e1": "c2"})))
    assert (change.kind, change.before, change.after) == ("added", (), ("e1",))
    assert whys(change) == ["new report r1"]


def test_an_event_whose_report_went_is_withdrawn_because_of_it() -> None:
    change = only(difference(release({"e0": "c0", "e1": "c2"}), release({"e0": "c0"})))
    assert (change.kind, change.before, change.after) == ("withdrawn", ("e1",), ())
    assert whys(change) == ["report r1 is no longer there"]


def test_a_merger_tells_the_join_with_its_reasons() -> None:
    after = release({"e0": "c0 c2"}, decisions=[decision("c0", "c2")])
    change = only(difference(release({"e0": "c0", "e1": "c2"}), after))
    assert (change.kind, change.before, change.after) == ("merged", ("e0", "e1"), ("e0",))
    assert whys(change) == ["c0 and c2 joined by marsad 0.1 (0.97): place Mopti +2.10"]


def test_a_split_tells_the_ruling_and_the_join_that_no_longer_holds() -> None:
    before = release({"e0": "c0 c2"}, decisions=[decision("c0", "c2")])
    ruling = decision("c0", "c2", "apart", by="Awa", score=None, because="two towns")
    change = only(difference(before, release({"e0": "c0", "e1": "c2"}, decisions=[ruling])))
    assert (change.kind, change.before, change.after) == ("split", ("e0",), ("e0", "e1"))
    assert whys(change) == [
        "c0 and c2 apart by Awa: two towns",
        "no longer: c0 and c2 joined by marsad 0.1 (0.97): place Mopti +2.10",
    ]


def test_a_ruling_taken_back_is_told_once_with_why() -> None:
    ruling = decision("c0", "c2", "apart", by="Awa", score=None, because="two towns")
    lifted = ruling | {"withdrawn": True, "withdrawn_because": "one after all"}
    before = release({"e0": "c0", "e1": "c2"}, decisions=[ruling])
    change = only(difference(before, release({"e0": "c0 c2"}, decisions=[lifted])))
    assert whys(change) == ["c0 and c2 apart by Awa: two towns; withdrawn: one after all"]


def test_a_decision_that_stood_before_is_no_reason() -> None:
    before = release({"e0": "c0 c2"}, decisions=[decision("c0", "c2")])
    after = release({"e0": "c0 c2 c4"}, decisions=[decision("c0", "c2"), decision("c2", "c4", score=0.8)])
    change = only(difference(before, after))
    assert change.kind == "changed"
    assert whys(change) == ["new report r2", "c2 and c4 joined by marsad 0.1 (0.80): place Mopti +2.10"]


def test_changed_cells_are_told_old_and_new() -> None:
    before = release({"e0": "c0"}, {"e0": {"killed": "14", "country": "ML"}})
    after = release({"e0": "c0 c2"}, {"e0": {"killed": "32 (14-32)", "country": "ML", "injured": "5"}})
    change = only(difference(before, after))
    assert {field.name: (field.old, field.new) for field in change.fields} == {
        "killed": ("14", "32 (14-32)"), "injured": (None, "5"), "claims": ([], ["c2"]), "reports": ([], ["r1"]),
    }  # fmt: skip


def test_the_same_reports_read_otherwise_are_explained_by_marsads_files() -> None:
    old = {"code": {"a.py": "1", "b.py": "1"}, "models": {"m": "1"}}
    new = {"code": {"a.py": "2", "b.py": "1"}, "models": {"m": "1"}}
    change = only(difference(release({"e0": "c0"}, made_of=old), release({"e0": "c0 c1"}, made_of=new)))
    assert whys(change) == ["code of Marsad changed: a.py"]
    unexplained = only(difference(release({"e0": "c0"}), release({"e0": "c0 c1"})))
    assert whys(unexplained) == ["the same reports give other claims or events"]


def test_another_rule_is_a_reason() -> None:
    before = release({"e0": "c0"}, {"e0": {"killed": "3"}}, rules=("median",))
    after = release({"e0": "c0"}, {"e0": {"killed": "4"}}, rules=("ucdp",))
    assert whys(only(difference(before, after))) == ["rule: median before, ucdp now"]


def test_events_known_by_other_ids_are_the_same() -> None:
    change = only(difference(release({"e0": "c0 c2"}), release({"e9": "c0 c2"})))
    assert change.kind == "changed"
    assert [field.name for field in change.fields] == ["id"]


@st.composite
def releases(draw: st.DrawFn) -> Contents:
    """Some of the claims, in events of their own making."""
    homes = draw(st.lists(st.one_of(st.none(), st.integers(0, 4)), min_size=len(CLAIMS), max_size=len(CLAIMS)))
    events: dict[str, str] = {}
    for claim, home in zip(CLAIMS, homes, strict=True):
        if home is not None:
            events[f"e{home}"] = f"{events.get(f'e{home}', '')} {claim}"
    return release(events)


_OTHER_WAY = {"added": "withdrawn", "withdrawn": "added", "merged": "split", "split": "merged", "changed": "changed"}


@given(releases(), releases())
def test_a_difference_told_backwards_is_its_mirror(a: Contents, b: Contents) -> None:
    forward = {(change.kind, change.before, change.after) for change in difference(a, b)}
    backward = {(_OTHER_WAY[change.kind], change.after, change.before) for change in difference(b, a)}
    assert forward == backward


@given(releases(), releases())
def test_every_event_that_is_not_as_it_was_is_told_and_no_other(a: Contents, b: Contents) -> None:
    changes = difference(a, b)
    assert all(change.because for change in changes)
    kept = {(e.id, e.claims) for e in a.events.values()} & {(e.id, e.claims) for e in b.events.values()}
    for side, named in (
        (a, {id_ for change in changes for id_ in change.before}),
        (b, {id_ for change in changes for id_ in change.after}),
    ):
        assert named == {e.id for e in side.events.values() if (e.id, e.claims) not in kept}


@given(releases())
def test_a_release_does_not_differ_from_itself(one: Contents) -> None:
    assert difference(one, one) == []
