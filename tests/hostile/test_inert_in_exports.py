"""Nothing hostile leaves the store as a formula, as markup, as an order to a terminal or as a broken file."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import etree, html
from typer.testing import CliRunner, Result

from marsad.cli.app import app
from marsad.interchange import from_json
from marsad.publishing.spreadsheets import guarded
from marsad.storing import open_store
from marsad.terminal import clean

from .inputs import in_text, inputs

FORMULA = re.compile("[=+\\-@\t\r\n＝＋－＠]")
NUMBER = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?", re.IGNORECASE)
# What a table or a message may hold beside letters: the ends of lines, and the isolates that Marsad sets itself.
ORDERS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066\u2067\ufeff]")
PAGE = {
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "section", "ul", "li", "sup", "a", "div", "bdi",
}  # fmt: skip
TABLES = (
    ["events"], ["claims"], ["figures"], ["reports"], ["forecasts"], ["places"], ["check"], ["merging", "log"],
    ["search", "هجوم"], ["actors"], ["who", "طالبان"], ["compare-codebooks"], ["events", "--codebook", "acled"],
)  # fmt: skip


@pytest.fixture
def marsad(hostile_store: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs a command over the hostile store."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(hostile_store.parent))
    monkeypatch.setenv("MARSAD_STORE", str(hostile_store))
    monkeypatch.setenv("MARSAD_USE_MODEL", "0")

    def run(*words: object) -> Result:
        result = CliRunner().invoke(app, [str(word) for word in words])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


def cells(text: str) -> Iterator[str]:
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    head = next(rows)
    for row in rows:
        assert len(row) == len(head)
        yield from row


@pytest.mark.parametrize("command", TABLES, ids=" ".join)
def test_a_table_gives_a_terminal_no_orders(marsad: Callable[..., Result], command: list[str]) -> None:
    result = marsad(*command, "--format", "table")
    assert result.exit_code in (0, 1), result.stderr
    assert len(result.stdout) > 100
    assert ORDERS.findall(result.stdout + result.stderr) == []


@pytest.mark.parametrize("command", TABLES, ids=" ".join)
def test_no_cell_is_a_formula(marsad: Callable[..., Result], command: list[str]) -> None:
    text = marsad(*command, "--format", "csv").stdout
    every = list(cells(text))
    assert every
    assert [one for one in every if FORMULA.match(one) and not NUMBER.fullmatch(one)] == []
    assert re.findall("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", text) == []


@pytest.mark.parametrize("name", inputs())
def test_what_guards_a_cell_can_be_taken_off_again(name: str) -> None:
    hostile = inputs()[name]
    kept = guarded(hostile)
    assert not FORMULA.match(kept)
    assert re.sub("^'('*[=+\\-@\t\r\n＝＋－＠])", r"\1", kept) == re.sub(
        "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", "�", hostile
    )


@pytest.mark.parametrize("what", ["reports", "mentions", "claims", "events"])
def test_an_exported_table_has_no_formulas(marsad: Callable[..., Result], what: str) -> None:
    every = list(cells(marsad("export", "csv", "--what", what).stdout))
    assert [one for one in every if FORMULA.match(one) and not NUMBER.fullmatch(one)] == []


def test_reports_that_open_like_formulas_are_among_them(marsad: Callable[..., Result]) -> None:
    every = set(cells(marsad("export", "csv", "--what", "reports").stdout))
    formulas = [one for name, one in inputs().items() if name.startswith("formulas")]
    assert sum(f"'{one.strip()}" in every for one in formulas) >= 5


def test_json_lines_are_lines_of_json(marsad: Callable[..., Result]) -> None:
    lines = marsad("export", "jsonl").stdout.split("\n")[:-1]
    assert len(lines) > 1000
    reports = {record.id for record in map(from_json, lines) if record.record == "report"}
    assert {f"{in_text(one)} {name}".strip() for name, one in inputs().items() if one.isprintable()} <= reports


def test_a_release_has_no_formulas(marsad: Callable[..., Result], tmp_path: Path) -> None:
    result = marsad("release", "--license", "CC-BY-4.0", "--output", tmp_path / "releases")
    assert result.exit_code == 0, result.stderr
    tables = list((tmp_path / "releases").rglob("*.csv"))
    assert tables
    for table in tables:
        every = list(cells(table.read_text("utf-8")))
        assert [one for one in every if FORMULA.match(one) and not NUMBER.fullmatch(one)] == [], table.name


def test_a_brief_as_a_page_holds_no_markup_of_others(marsad: Callable[..., Result], tmp_path: Path) -> None:
    page = brief(marsad, tmp_path / "brief.html").read_text("utf-8")
    tree = html.fromstring(page)
    names = {one.tag for one in tree.iter() if isinstance(one.tag, str)}
    assert names <= PAGE
    attributes = {name for one in tree.iter() for name in one.attrib}
    assert attributes <= {"lang", "dir", "charset", "name", "content", "class", "id", "href"}
    assert all(one.get("href", "#").startswith("#") for one in tree.iter("a"))
    assert "hit()" in "".join(map(str, tree.itertext()))


def test_a_brief_as_a_document_is_well_formed(marsad: Callable[..., Result], tmp_path: Path) -> None:
    with zipfile.ZipFile(brief(marsad, tmp_path / "brief.docx")) as packed:
        parts = {
            name: etree.fromstring(packed.read(name)) for name in packed.namelist() if name.endswith((".xml", ".rels"))
        }
    notes = "".join(map(str, parts["word/footnotes.xml"].itertext()))
    assert "hit()" in notes
    assert not ORDERS.findall(notes)
    external = [one for name, part in parts.items() if name.endswith(".rels") for one in part if one.get("TargetMode")]
    assert external == []


def brief(marsad: Callable[..., Result], path: Path) -> Path:
    result = marsad("brief", "--since", "2022", "--until", "2024", "--output", path)
    assert result.exit_code == 0, result.stderr
    return path


def test_errors_give_a_terminal_no_orders(marsad: Callable[..., Result], tmp_path: Path) -> None:
    for name, hostile in inputs().items():
        if not name.startswith(("terminal", "controls", "directions")):
            continue
        for words in (
            ("read", tmp_path / "none" / in_text(hostile).replace("/", "_")),
            ("ledger", f"e{in_text(hostile)}"),
        ):
            result = marsad(*words)
            assert result.exit_code not in (0, 1), (words, result.stdout)
            assert ORDERS.findall(result.stderr.removesuffix("\n").replace("\n", "")) == [], (name, result.stderr)


def test_a_title_of_a_brief_may_be_asked_for_hostilely(marsad: Callable[..., Result], tmp_path: Path) -> None:
    for name, hostile in inputs().items():
        if not name.startswith(("controls", "marks", "long", "directions-8")):
            continue
        result = marsad("brief", f"--place={in_text(hostile)}", "--output", tmp_path / "x.docx")
        assert "Traceback" not in result.stderr
        assert result.exit_code != 1, (hostile, result.stderr)


def test_the_store_holds_what_it_is_said_to_hold(hostile_store: Path) -> None:
    with open_store(str(hostile_store)) as store:
        counts = store.counts()
    assert counts["reports"] > 1.4 * len(inputs())
    assert counts["claims"] > 5 * len(inputs())
    assert json.dumps(clean("\x1b[31m")) == '"[31m"'
