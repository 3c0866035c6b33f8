"""Reading told while it goes on: the steps, in order, and the same claims as reading whole; nothing stored."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from marsad.storing import Store

from .conftest import OWN, SAMPLES

TEXT = "قُتل خمسة جنود في هجوم شنه مسلحون على بلدة غاو في شمال مالي يوم 9 مايو 2021.\nوقال الجيش إن الحرب مستمرة.\n"
OCTETS = OWN | {"Content-Type": "application/octet-stream"}


def steps(client: TestClient, address: str, **sent: Any) -> list[dict[str, Any]]:
    answer = client.post(f"/api/v1/{address}", **({"headers": OWN} | sent))
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("text/event-stream")
    events = answer.text.split("\n\n")
    assert events.pop() == ""
    return [json.loads(event.removeprefix("data: ")) for event in events]


@pytest.mark.parametrize("model", [True, False])
def test_the_steps_give_what_reading_whole_gives(client: TestClient, store: Store, model: bool) -> None:
    before = store.counts()
    text = (SAMPLES / "scraped-niamey.txt").read_text("utf-8") + "وقُتل جندي واحد."
    body = {"text": text, "published": "2023-01-10", "model": model}
    (whole,) = client.post("/api/v1/read", json=body, headers=OWN).json()["reports"]
    found = steps(client, "read/along", json=body)
    assert found[0]["report"] == whole["report"]
    assert found[0]["stored"] is False
    assert found[0]["sentences"] == [[one["start"], one["end"]] for one in whole["sentences"]]
    read = [one["sentences"] for one in found if one["step"] == "read"]
    assert read == sorted(set(read))
    assert read[-1:] == ([len(whole["sentences"])] if model else [])
    told = [one for one in found if one["step"] == "sentence"]
    assert [one["sentence"] for one in told] == list(range(len(whole["sentences"])))
    claims = [claim for one in told for claim in one["claims"]]
    assert claims
    assert sorted(claims, key=lambda c: str(c["id"])) == sorted(whole["claims"], key=lambda c: str(c["id"]))
    for one in told:
        start, end = found[0]["sentences"][one["sentence"]]
        assert all(start <= claim["start"] < end for claim in one["claims"])
    assert found[-2:] == [
        {"step": "done", "report": whole["report"]["id"], "claims": len(claims)},
        {"step": "end", "reports": 1, "refused": 0},
    ]
    assert store.counts() == before


def test_a_text_that_is_stored_says_so(client: TestClient) -> None:
    body = {"text": TEXT, "published": "2021-05-10", "model": False}
    assert steps(client, "read/along", json=body)[0]["stored"] is False
    (report,) = client.post("/api/v1/reports", json=body, headers=OWN).json()["reports"]
    again = steps(client, "read/along", json=body | {"outlet": "النشرة"})[0]
    assert (again["stored"], again["report"]["id"]) == (True, report["report"]["id"])


def test_a_file_of_several_reports_is_told_report_by_report(client: TestClient) -> None:
    lines = [json.dumps({"id": f"n{i}", "text": f"قتل {i} أشخاص في غاو."}) for i in range(3, 6)]
    content = "\n".join([*lines, '{"id": "bad"']).encode()
    found = steps(client, "read/file/along?name=a/b.jsonl&model=false", content=content, headers=OCTETS)
    assert [one["report"]["id"] for one in found if one["step"] == "report"] == ["n3", "n4", "n5"]
    assert [one["code"] for one in found if one["step"] == "refused"] == ["malformed"]
    assert found[-1] == {"step": "end", "reports": 3, "refused": 1}


def test_more_reports_than_can_be_looked_at_are_left_to_the_command_line(client: TestClient) -> None:
    content = "\n".join(json.dumps({"id": f"n{i}", "text": f"قتل {i} أشخاص."}) for i in range(60)).encode()
    found = steps(client, "read/file/along?name=many.jsonl&model=false", content=content, headers=OCTETS)
    assert found[-1] == {"step": "end", "reports": 50, "refused": 1}
    assert "marsad add" in found[-2]["remedy"]


def test_a_file_that_is_none_is_refused_with_the_reason(client: TestClient) -> None:
    content = bytes(range(256)) * 8
    refused, end = steps(client, "read/file/along?name=../../etc/x.pdf", content=content, headers=OCTETS)
    assert (refused["source"], refused["code"]) == ("x.pdf", "noise")
    assert refused["detail"]
    assert end == {"step": "end", "reports": 0, "refused": 1}
