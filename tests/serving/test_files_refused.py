"""Files that would take the machine, sent to be read: refused by kind, in bounds, and nothing is stored."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from marsad.storing import Store

from .conftest import OWN

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(document: bytes, *, parts: int = 0) -> bytes:
    """A Word document with this main part, and so many more."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(
            "[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"
        )
        packed.writestr("word/document.xml", document)
        for number in range(parts):
            packed.writestr(f"word/x{number}.xml", b"x")
    return out.getvalue()


def entities(levels: int) -> bytes:
    """XML in which an entity stands for ten of the one before, and so on."""
    declared = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, levels))
    body = (
        f'<w:document xmlns:w="{_WORD}"><w:body><w:p><w:r><w:t>&e{levels - 1};</w:t></w:r></w:p></w:body></w:document>'
    )
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "lol">{declared}]>{body}'.encode()


FILES: dict[str, tuple[Callable[[], bytes], set[str]]] = {
    "a packed bomb": (lambda: gzip.compress(bytes(30_000_000)), {"unsupported"}),
    "a document of zeros": (lambda: docx(bytes(30_000_000)), {"too-large"}),
    "a document of many parts": (lambda: docx(b"<x/>", parts=10_001), {"too-large"}),
    "a document of entities": (lambda: docx(entities(12)), {"torn", "too-large", "unsupported", "empty"}),
    "a line of 30 MB": (lambda: b'{"text":"' + b"x" * 30_000_000 + b'"}', {"too-large"}),
    "JSON nested deeply": (lambda: b'{"text":' + b"[" * 200_000, {"malformed"}),
    "an array nested deeply": (lambda: b'[{"text":"x","y":' + b"[" * 200_000, {"malformed"}),
    "a number too long": (lambda: b'{"text":"x","id":' + b"9" * 10_000 + b"}", {"malformed"}),
    "a page of tags": (lambda: b"<!doctype html><body>" + b"<b>" * 200_000, {"too-large"}),
    "noise": (lambda: bytes(range(256)) * 100, {"noise"}),
    "a PDF cut off": (lambda: b"%PDF-1.7\n1 0 obj\n<<", {"torn", "empty"}),
    "XML with an address of a file": (
        lambda: b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]><x>&y;</x>", {"unsupported"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("address", ["read/file", "reports/file"])
def test_a_file_that_would_take_the_machine_is_refused(
    client: TestClient, store: Store, address: str, name: str
) -> None:
    make, codes = FILES[name]
    before = store.counts()["reports"]
    headers = OWN | {"Content-Type": "application/octet-stream"}
    answer = client.post(f"/api/v1/{address}?name=x&model=false", content=make(), headers=headers)
    assert answer.status_code in (200, 201), answer.text
    told = answer.json()
    assert told["reports"] == []
    assert {one["code"] for one in told["refused"]} <= codes
    assert told["refused"]
    assert b"root:" not in answer.content
    assert store.counts()["reports"] == before


def test_an_own_number_in_json_is_not_taken_for_another(client: TestClient) -> None:
    for number in ("1e309", "-1e309", "NaN", "Infinity"):
        content = f'{{"text":"قُتل خمسة جنود في كركوك.","published":{number},"id":{number}}}'.encode()
        answer = client.post(
            "/api/v1/read/file?name=x&model=false",
            content=content,
            headers=OWN | {"Content-Type": "application/octet-stream"},
        )
        assert answer.status_code == 200, answer.text
        (one,) = answer.json()["reports"]
        assert one["report"]["published"] is None
        assert json.loads(answer.text) == answer.json()
