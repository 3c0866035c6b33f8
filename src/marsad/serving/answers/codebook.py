"""The codebook for pages: codes, labels, plural forms, and the codebooks it can be seen under."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from marsad.codebook import load
from marsad.codebook.types import EventType, Measure, Relation, Sector, Term
from marsad.merging.ledger import DEFAULT_RULE, RULES
from marsad.publishing.codebooks import CODEBOOKS, COLUMNS

from ..models import boards as models
from ..models.shared import Label


@cache
def whole_codebook() -> models.Codebook:
    """All of it, made once."""
    book = load()
    return models.Codebook(
        name=book.name,
        version=book.version,
        digest=book.digest,
        types=_codes(book.events.values()),
        roles=_codes(book.roles.values()),
        statuses=_codes(book.statuses.values()),
        weapons=_codes(book.weapons.values()),
        sectors=_codes(book.sectors.values()),
        measures=_codes(book.measures.values()),
        relations=_codes(book.relations.values()),
        assessments=_codes(book.assessments.values()),
        certainties=_codes(book.certainties.values()),
        mentions=_codes(book.mentions.values()),
        codebooks=[_other(code) for code in CODEBOOKS],
        rules=[models.RuleOfFigures(name=r.name, definition=r.definition, source=r.source) for r in RULES.values()],
        default_rule=DEFAULT_RULE,
    )


def label_of(term: Term) -> Label:
    """The names of a code."""
    return Label(ar=term.label.ar, en=term.label.en)


def _codes(terms: Iterable[Term]) -> list[models.Code]:
    return [_code(term) for term in terms]


def _code(term: Term) -> models.Code:
    code = models.Code(code=term.code, label=label_of(term), definition=term.definition)
    if isinstance(term, EventType):
        code.modes, code.group = _codes(term.modes.values()), term.quad
    if isinstance(term, Measure):
        code.forms = {"ar": term.forms.ar.model_dump(), "en": term.forms.en.model_dump()}
    if isinstance(term, Relation):
        code.reverse = Label(ar=term.reverse.ar, en=term.reverse.en)
    if isinstance(term, Sector):
        code.group = term.group
    return code


def _other(code: str) -> models.OtherCodebook:
    file = load().crosswalks[code].file
    categories = [
        models.Category(code=one.code, name=one.name or one.code, group=one.group, family=one.family)
        for one in file.categories.values()
    ]
    return models.OtherCodebook(code=code, name=file.name, columns=list(COLUMNS[code]), categories=categories)
