"""Names under which originals are saved."""

from __future__ import annotations

import re
from urllib.parse import quote

from marsad.records import Report

_LONGEST = 100
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file: devices, whatever stands after a dot.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?![^.])", re.IGNORECASE)
# Endings of what Marsad reads; a file of another ending may be one that runs when it is opened.
_ENDINGS = frozenset({"", "txt", "md", "csv", "html", "htm", "pdf", "docx", "json", "jsonl", "ndjson", "xml"})


def disposition(report: Report) -> str:
    """The header that has a report's original saved: no folders, nothing that a header, a shell or a system takes otherwise."""
    name = saved_as(report.source)
    plain = name.encode("ascii", "replace").decode().replace("?", "_")
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


def saved_as(source: str) -> str:
    """The last part of a path or address as the name of a file.

    >>> saved_as("../x y.html"), saved_as("C:\\\\nul.txt"), saved_as("report.exe")
    ('x_y.html', '_nul.txt', 'report.exe.txt')
    """
    last = re.split(r"[/\\]", source)[-1]
    name = re.sub(r"[^\w.-]+", "_", last).strip("._-")[-_LONGEST:].lstrip("._-") or "report"
    if _DEVICE.match(name):
        name = f"_{name}"
    _, dot, ending = name.rpartition(".")
    return name if not dot or ending.lower() in _ENDINGS else f"{name}.txt"
