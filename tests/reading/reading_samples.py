"""Texts and files that the reading tests make up."""

from __future__ import annotations

from pathlib import Path

from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from fpdf import FPDF

from marsad.errors import ReadingError
from marsad.reading import Limits, read
from marsad.records import Report

FIRST = (
    "أعلنت السلطات المحلية في مدينة المرج يوم الثلاثاء أن مسلحين مجهولين هاجموا مخفرا للشرطة عند المدخل "
    "الشرقي، وأن الهجوم أسفر عن مقتل أربعة من رجال الشرطة وإصابة تسعة آخرين، بينهم مدنيان كانا يمران بالمكان."
)
SECOND = (
    "وقال المتحدث باسم المحافظة إن قوات الأمن طوقت الحي وبدأت حملة تفتيش، مضيفا أن التحقيق جار لمعرفة الجهة "
    "التي تقف وراء الهجوم، ولم تعلن أي جماعة مسؤوليتها عنه حتى الآن."
)
BODY = f"{FIRST}\n\n{SECOND}"
TITLE = "هجوم على مخفر للشرطة في مدينة المرج"


def write(folder: Path, data: str | bytes, name: str = "report") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def only(path: Path, limits: Limits | None = None) -> Report:
    [found] = read(path, limits or Limits())
    assert isinstance(found, Report), found
    return found


def refused(path: Path, limits: Limits | None = None) -> ReadingError:
    [found] = read(path, limits or Limits())
    assert isinstance(found, ReadingError), found
    assert "\n" not in str(found)
    assert str(path) in str(found)
    return found


def furniture(report: Report) -> str:
    return "\n".join(report.text[a:b] for a, b in report.furniture)


def article(report: Report) -> str:
    out, at = [], 0
    for start, end in report.furniture:
        out.append(report.text[at:start])
        at = end
    return "".join([*out, report.text[at:]])


def make_font(path: Path) -> Path:
    """A font with a box for each ASCII and Arabic letter: enough to set text that a reader must get back."""
    points = [*range(0x20, 0x7F), *range(0x600, 0x700), *range(0xFE70, 0xFEFD)]
    names = {point: f"uni{point:04X}" for point in points}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap(names)
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for point in ((50, 500), (450, 500), (450, 0)):
        pen.lineTo(point)
    pen.closePath()
    box = pen.glyph()
    builder.setupGlyf(dict.fromkeys([".notdef", *names.values()], box))
    builder.setupHorizontalMetrics(dict.fromkeys([".notdef", *names.values()], (500, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Boxes", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200)
    builder.setupPost()
    builder.save(path)
    return path


def make_pdf(path: Path, font: Path, pages: list[list[str]], header: str = "", title: str = "") -> Path:
    pdf = FPDF()
    pdf.add_font("boxes", "", font)
    pdf.set_font("boxes", size=10)
    pdf.set_text_shaping(True, direction="rtl")
    if title:
        pdf.set_title(title)
    for number, paragraphs in enumerate(pages, 1):
        pdf.add_page()
        if header:
            pdf.multi_cell(0, 8, header, align="R", new_x="LMARGIN", new_y="NEXT")
            pdf.ln(8)
        for paragraph in paragraphs:
            pdf.multi_cell(0, 6, paragraph, align="R", new_x="LMARGIN", new_y="NEXT")
            pdf.ln(6)
        if header:
            pdf.set_y(-25)
            pdf.cell(0, 8, f"- {number} -", align="C")
    pdf.output(str(path))
    return path
