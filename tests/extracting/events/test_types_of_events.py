from __future__ import annotations

import pytest
from event_samples import Row, check, rows

from marsad.extracting.events.cues import event_cues

TABLE = rows("types.yaml")


@pytest.mark.parametrize("row", TABLE)
def test_a_sentence_gives_its_event_with_type_mode_and_participants(row: Row) -> None:
    check(row)


def test_the_table_has_every_type_that_the_cue_words_know() -> None:
    shown = {event["type"] for row in TABLE for event in row.values[0].events}
    assert {cue.type for cue in event_cues()} == shown


def test_the_table_has_every_mode_that_the_cue_words_know() -> None:
    shown = {(event["type"], event.get("mode")) for row in TABLE for event in row.values[0].events}
    assert {(cue.type, cue.mode) for cue in event_cues() if cue.mode} - shown == set()
