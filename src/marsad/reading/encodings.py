"""Bytes to letters: UTF-8, UTF-16, Windows-1256 and their neighbours, stated where declared or marked,
guessed otherwise.

charset-normalizer tells the European and Cyrillic code pages apart; between the two Arabic ones it is
undecided, since they share half their letters, so these are judged here: by the share of high bytes that give
Arabic letters, and by the article and the commonest words, which only the right table yields.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from ..errors import EncodingError, NoiseError
from ..languages.arabic.letters import fold
from .cues import cues

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 1 << 16
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b\x1c\x1d\x1e\x1f")) + b"\x7f"
_MAX_CONTROLS = 0.01
_NOT_UTF16 = re.compile(
    "[^\t\n\r -~\u00a0-\u024f\u0400-\u04ff\u0590-\u06ff\u0750-\u077f\u2000-\u206f\u20a0-\u20bf\ufb50-\ufeff]"
)
_ARABIC_MARKS = re.compile("[\u0600-\u06ff\u200c-\u200f\u00a0«»–—‘’“”•…×÷°·©®\u00ad]")
_EUROPEAN = ["cp1251", "koi8_r", "cp1252", "cp1254"]
_NAMES = {f"cp{n}": f"windows-{n}" for n in (1251, 1252, 1254, 1256)} | {
    "iso8859_6": "iso-8859-6",
    "koi8_r": "koi8-r",
}
_REMEDY = "save it as UTF-8"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text without its byte order mark, and the encoding it was in, as stated in the report."""

    text: str
    encoding: str


def decode(data: bytes, where: str, declared: str | None = None) -> Decoded:
    """Decode ``data``; ``declared`` is what the document itself says (an HTML page), trusted where it holds.

    A few bytes that break UTF-8 are replaced by U+FFFD, and the count is stated.  Raises :class:`NoiseError`
    for bytes that are no text, :class:`EncodingError` where no encoding fits or too much would be replaced.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _marked(data[len(bom) :], name, where)
    if wide := guess_utf16(data[:_SAMPLE]):
        return _marked(data, wide, where)
    _refuse_noise(data, where)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if declared and (read := _declared(data, declared)):
        return read
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd") - data.count("\ufffd".encode())
    whole = sum(1 for c in re.finditer("[^\x00-\x7f]", text)) - broken
    if broken <= max(3, whole // 50) and whole >= 10 * broken:
        return Decoded(text, f"utf-8 with {broken} bytes replaced")
    if page := guess_legacy(data[:_SAMPLE]):
        try:
            return Decoded(data.decode(page), _NAMES[page])
        except UnicodeDecodeError:
            pass
    if whole > broken:
        raise EncodingError(f"mostly UTF-8, but {broken:,} bytes break it", where=where, remedy=_REMEDY)
    raise EncodingError("in no encoding that could be told", where=where, remedy=_REMEDY)


def guess_utf16(sample: bytes) -> str | None:
    """``utf-16-le`` or ``utf-16-be`` where ``sample`` reads as text of the scripts at hand that way, without
    a mark.
    """
    if len(sample) < 4 or sample.count(0) + sample.count(6) + sample.count(4) < len(sample) / 8:
        return None
    even = sample[: len(sample) // 2 * 2]
    for name in ("utf-16-le", "utf-16-be"):
        text = even.decode(name, errors="replace")
        if len(_NOT_UTF16.findall(text)) <= len(text) * 0.02:
            return name
    return None


def guess_legacy(sample: bytes) -> str | None:
    """The Python name of the single-byte code page that ``sample`` is most likely in, or None."""
    best = max(("cp1256", "iso8859_6"), key=lambda name: _arabic_score(sample, name))
    if _arabic_score(sample, best) > 0:
        return best
    found = from_bytes(sample, cp_isolation=_EUROPEAN).best()
    return found.encoding if found and found.encoding in _NAMES else None


def _arabic_score(sample: bytes, name: str) -> float:
    """Common Arabic words and articles per 1,000 high characters; 0 where other letters stand among the
    Arabic ones.
    """
    text = sample.decode(name, errors="replace")
    high = sum(1 for b in sample if b > 127)
    if not high or len(_ARABIC_MARKS.findall(text)) < 0.97 * high:
        return 0.0
    return 1000 * len(cues().commonest.findall(fold(text))) / high


def _marked(data: bytes, name: str, where: str) -> Decoded:
    text = data.decode(name, errors="replace")
    if "\x00" in text:
        raise NoiseError("not a text: it holds NUL characters", where=where, remedy="convert it to text first")
    broken = text.count("\ufffd")
    if broken > max(3, len(text) // 50):
        raise EncodingError(f"marked as {name}, but {broken:,} characters break it", where=where, remedy=_REMEDY)
    return Decoded(text, f"{name} with {broken} characters replaced" if broken else name)


def _refuse_noise(data: bytes, where: str) -> None:
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if 0 in data or controls > _MAX_CONTROLS * len(sample):
        raise NoiseError("not a text: it holds binary data", where=where, remedy="convert it to text first")


def _declared(data: bytes, declared: str) -> Decoded | None:
    # Browsers read pages that declare Latin-1 as Windows-1252 (WHATWG Encoding Standard, "names and labels").
    name = {"iso-8859-1": "windows-1252", "latin1": "windows-1252"}.get(declared.lower(), declared.lower())
    try:
        return Decoded(data.decode(name), name)
    except (UnicodeDecodeError, LookupError):
        return None
