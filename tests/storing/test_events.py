from __future__ import annotations

from pathlib import Path

from event_samples import Adding, Told, exported, grouped, new_store

from marsad.storing import Query, count_unplaced, decisions_on, event_named, find_events, tellings_of_event

ATTACK = (Told("غاو", 0, 9),)
OTHER = (Told("بيدوا", 0, 9),)


def test_reports_of_one_attack_are_one_event(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        for step in (Adding(0, ATTACK, 1), Adding(1, OTHER, 1), Adding(2, ATTACK, 1)):
            step.do(store)
        found = {event.reports: event for event, _ in find_events(store, Query())}
        assert set(found) == {("report-0", "report-2"), ("report-1",)}
        print(decisions_on(store))
