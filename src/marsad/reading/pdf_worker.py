"""The part of reading a PDF that runs in a process of its own, with bounded memory.

A few kilobytes of PDF can unpack to gigabytes, and the extractors abort the process when memory ends.
Started as a file, with nothing of Marsad imported: ``python pdf_worker.py FILE BYTES`` writes the paragraphs
of each page as JSON.
"""

from __future__ import annotations

import json
import logging
import sys
import unicodedata
import warnings


def main(path: str, memory: int) -> None:
    """Write the pages of the file at ``path`` to stdout, within ``memory`` bytes where the system can hold to
    it.
    """
    try:
        import resource
    except ImportError:
        pass
    else:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    pages = by_qalam(path)
    if not any(any(page) for page in pages):
        pages = by_pypdf(path)
    json.dump(pages, sys.stdout)


def by_qalam(path: str) -> list[list[str]]:
    """The paragraphs of each page in reading order, or nothing where qalam cannot read the file."""
    from qalam import Document, QalamError, TableBlock, TextBlock  # type: ignore[import-untyped]

    try:
        document = Document(path)
    except QalamError:
        return []
    out = []
    for page in document.pages:
        paragraphs: list[str] = []
        for block in () if page.needs_ocr else page.blocks:
            if isinstance(block, TableBlock):
                paragraphs += block.text.splitlines()
            elif isinstance(block, TextBlock):
                paragraphs.append(" ".join(block.text.splitlines()))
        out.append([unicodedata.normalize("NFKC", paragraph).strip() for paragraph in paragraphs])
    return out


def by_pypdf(path: str) -> list[list[str]]:
    """The lines of each page in the order of the file, presentation forms made into letters."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    warnings.simplefilter("ignore")
    with PdfReader(path) as reader:
        if reader.is_encrypted:
            reader.decrypt("")
        pages = [unicodedata.normalize("NFKC", page.extract_text()) for page in reader.pages]
    return [[line.strip() for line in page.splitlines()] for page in pages]


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
