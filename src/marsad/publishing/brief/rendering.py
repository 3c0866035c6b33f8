"""A brief in the format asked for."""

from __future__ import annotations

from typing import Literal

from .types import Brief

Format = Literal["text", "html", "docx"]


def written(brief: Brief, form: Format) -> bytes:
    """The brief's bytes: UTF-8 text, a page of HTML, or a Word document."""
    if form == "docx":
        from .word import as_docx

        return as_docx(brief)
    if form == "html":
        from .html import as_html

        return as_html(brief).encode("utf-8")
    from .plain import as_text

    return as_text(brief).encode("utf-8")
