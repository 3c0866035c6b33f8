"""A brief as a Word document with footnotes of its own.

python-docx has no footnotes yet; their part is written here (ECMA-376-1:2016, 17.11), with the two separators that Word
expects as notes -1 and 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from marsad.terminal import clean

from .plain import source_runs
from .telling import Teller
from .types import Brief, Run, Source

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
# What XML 1.0 has no place for, beside the controls that do not pass anyway.
_UNWRITABLE = re.compile("[\ufffe\uffff\ud800-\udfff]")
_TITLE = 255  # letters that python-docx takes, as ECMA-376 part 2 has it
_TEXT, _MARK = "FootnoteText", "FootnoteReference"


def as_docx(brief: Brief) -> bytes:
    """The file's bytes: paragraphs from right to left in Arabic, a footnote after every sentence."""
    document = Document()
    rtl = brief.language == "ar"
    title = _writable("".join(run.text for run in brief.title))[:_TITLE]
    document.core_properties.author, document.core_properties.title = "Marsad", title
    if rtl:
        document.sections[0]._sectPr.append(OxmlElement("w:bidi"))
    _styles(document)
    _paragraph(document, brief.title, rtl, "Title")
    for fact in brief.facts:
        _paragraph(document, fact, rtl)
    notes: list[Sequence[Source]] = []
    for section in brief.sections:
        _paragraph(document, (Run(section.title),), rtl, "Heading 1")
        for sentence in section.sentences:
            notes.append(sentence.sources)
            _mark(_paragraph(document, sentence.runs, rtl, "List Bullet"), len(notes), rtl)
    _add_notes(document, notes, Teller(brief.language, brief.digits), rtl)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _styles(document: WordDocument) -> None:
    text: Any = document.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
    text.element.set(qn("w:styleId"), _TEXT)
    text.font.size = Pt(9)
    mark: Any = document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
    mark.element.set(qn("w:styleId"), _MARK)
    mark.font.superscript = True


def _paragraph(document: WordDocument, runs: Iterable[Run], rtl: bool, style: str | None = None) -> Any:
    paragraph = document.add_paragraph(style=style)
    if rtl:
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    for xml in _runs(runs, rtl):
        paragraph._p.append(parse_xml(xml))
    return paragraph


def _mark(paragraph: Any, number: int, rtl: bool) -> None:
    direction = "<w:rtl/>" if rtl else ""
    properties = f'<w:rPr><w:rStyle w:val="{_MARK}"/>{direction}</w:rPr>'
    paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}>{properties}<w:footnoteReference w:id="{number}"/></w:r>'))


def _add_notes(document: WordDocument, notes: Sequence[Sequence[Source]], teller: Teller, rtl: bool) -> None:
    body = "".join(_note(number, sources, teller, rtl) for number, sources in enumerate(notes, 1))
    xml = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:footnotes {nsdecls("w")}>'
        f"{_SEPARATORS}{body}</w:footnotes>"
    )
    part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, xml.encode("utf-8"), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _note(number: int, sources: Sequence[Source], teller: Teller, rtl: bool) -> str:
    """One footnote: a paragraph for each claim, the first with the note's number."""
    direction = "<w:bidi/>" if rtl else ""
    properties = f'<w:pPr><w:pStyle w:val="{_TEXT}"/>{direction}</w:pPr>'
    mark = f'<w:r><w:rPr><w:rStyle w:val="{_MARK}"/></w:rPr><w:footnoteRef/></w:r>'
    said = [
        f"<w:p>{properties}{mark if at == 0 else ''}"
        f"{''.join(_runs((Run(' '), *source_runs(source, teller)), rtl, declare=False))}</w:p>"
        for at, source in enumerate(sources)
    ]
    return f'<w:footnote w:id="{number}">{"".join(said)}</w:footnote>'


def _runs(runs: Iterable[Run], rtl: bool, *, declare: bool = True) -> Iterable[str]:
    """Runs as WordprocessingML; a foreign one runs from right to left if its own letters do."""
    names = f" {nsdecls('w')}" if declare else ""
    for run in runs:
        text = _writable(run.text) if run.foreign else _UNWRITABLE.sub("", run.text)
        turned = _is_arabic(text) if run.foreign else rtl
        direction = '<w:rPr><w:rtl/><w:lang w:bidi="ar-SA"/></w:rPr>' if turned else ""
        yield f'<w:r{names}>{direction}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _writable(text: str) -> str:
    """Words of others as XML can hold them, in one line."""
    return _UNWRITABLE.sub("", clean(text))


def _is_arabic(text: str) -> bool:
    first = next((letter for letter in text if letter.isalpha()), "")
    return "\u0600" <= first <= "\u08ff"
