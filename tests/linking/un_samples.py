"""Lists in the UN's XML, made for tests; nobody in them exists."""

from __future__ import annotations

from functools import cache
from xml.sax.saxutils import escape

from marsad.linking.candidates import Candidates
from marsad.linking.lists import SanctionsList, read_un


def person(reference: str, *names: str, listed_on: str = "2016-02-29", more: str = "") -> str:
    parts = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
    told = "".join(f"<{tag}>{escape(name)}</{tag}>" for tag, name in zip(parts, names, strict=False))
    return (
        f"<INDIVIDUAL><DATAID>1</DATAID>{told}<UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE>"
        f"<REFERENCE_NUMBER>{reference}</REFERENCE_NUMBER><LISTED_ON>{listed_on}</LISTED_ON>"
        f"<COMMENTS1>A long story that is not kept.</COMMENTS1>{more}</INDIVIDUAL>"
    )


def body(reference: str, name: str, listed_on: str = "2001-10-06", more: str = "") -> str:
    return (
        f"<ENTITY><FIRST_NAME>{escape(name)}</FIRST_NAME><UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE>"
        f"<REFERENCE_NUMBER>{reference}</REFERENCE_NUMBER><LISTED_ON>{listed_on}</LISTED_ON>{more}</ENTITY>"
    )


def alias(name: str, quality: str = "Good", note: str = "", kind: str = "INDIVIDUAL") -> str:
    told = f"<QUALITY>{quality}</QUALITY><ALIAS_NAME>{escape(name)}</ALIAS_NAME>"
    return f"<{kind}_ALIAS>{told}{f'<NOTE>{escape(note)}</NOTE>' if note else ''}</{kind}_ALIAS>"


def un_list(*entries: str, generated: str = "2024-03-01T00:00:10.000Z") -> bytes:
    persons = "".join(one for one in entries if one.startswith("<INDIVIDUAL>"))
    bodies = "".join(one for one in entries if one.startswith("<ENTITY>"))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<CONSOLIDATED_LIST dateGenerated="{generated}"><INDIVIDUALS>{persons}</INDIVIDUALS>'
        f"<ENTITIES>{bodies}</ENTITIES></CONSOLIDATED_LIST>"
    ).encode()


@cache
def sample_list() -> SanctionsList:
    """A list with two invented persons, one of them with an Arabic name, and two entries that the catalogue names."""
    content = un_list(
        person("QDi.901", "SALIM", "WAHI", "QARTAJANI", more=alias("سليم الواحي القرطاجني")),
        person("QDi.902", "TIMUR", "BEKZODOV", listed_on="2012-05-04"),
        body(
            "QDe.010",
            "ISLAMIC MOVEMENT OF UZBEKISTAN",
            more="<LAST_DAY_UPDATED><VALUE>2011-12-13</VALUE></LAST_DAY_UPDATED>",
        ),
        body("QDe.161", "ISLAMIC STATE IN IRAQ AND THE LEVANT - KHORASAN (ISIL-K)", listed_on="2019-05-14"),
    )
    return read_un(content, "list.xml")


@cache
def sample_names() -> Candidates:
    """The names of that list, and of the catalogue."""
    return Candidates(sample_list())
