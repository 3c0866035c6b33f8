"""Verbs of saying in every form in which news writes them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict

from ...errors import CodebookError
from ...languages.arabic.letters import fold
from ...languages.arabic.verbs import conjugate
from ...records import Certainty
from .cue_phrases import words
from .voice import UtteranceKind

Part = Literal["perfect", "imperfect", "participle", "masdar"]
# Written forms that are somebody's words or another word (طالباني, اثنين) far oftener than a report's verb
# of saying.
_RARE = ("نا", "ني", "هن")


class Verb(BaseModel):
    """An entry of ``speech_verbs.yaml``; the fields are explained there."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    perfect: str
    imperfect: str | None = None
    kind: UtteranceKind
    certainty: Certainty = "reported"
    participle: str | None = None
    masdar: str | None = None
    prepositions: tuple[str, ...] = ()
    needs: str | None = None
    through: str | None = None
    source: str | None = None
    object: bool = False
    direct_that: bool = False
    shows: bool = False
    addresses: bool = False
    counted: bool = False
    urges: bool = False
    impersonal: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cue:
    """One written form of a verb of saying; ``lead`` is the conjunction on it, ``pronoun`` the object or
    owner on it."""

    verb: Verb
    part: Part
    lead: str = ""
    feminine: bool = False
    plural: bool = False
    pronoun: str = ""
    noun_like: bool = False
    impersonal: bool = False
    definite: bool = False
    prepositions: frozenset[str] = frozenset()


def written_forms(verbs: list[Verb]) -> dict[str, Cue]:
    """Every written form of the verbs, the first that claims a form winning; CodebookError for one given
    twice."""
    out: dict[str, Cue] = {}
    seen: set[str] = set()
    for verb in verbs:
        if verb.perfect in seen:
            raise CodebookError(
                "the verb stands twice",
                where=f"speech_verbs.yaml: {verb.perfect}",
                remedy="merge the entries",
            )
        seen.add(verb.perfect)
        for word, cue in _written(verb):
            out.setdefault(word, cue)
    return out


def _written(verb: Verb) -> Iterable[tuple[str, Cue]]:
    leading = words(verb.prepositions) | words([verb.through] if verb.through else [])
    ambiguous, impersonal = words(verb.ambiguous), words(verb.impersonal)
    for form in conjugate(verb.perfect, verb.imperfect):
        if (
            form.object in _RARE
            or (form.feminine and form.plural)
            or (form.word[0] == "ن" and form.tense == "imperfect")
        ):
            continue
        # The dual of a short verb is as often a noun in the accusative: نقلا, ذكرا.
        dual = form.plural and form.word[-1] == "ا" and form.word[-2:] != "وا" and len(form.word) <= 4
        if form.object and form.word in ambiguous:
            continue
        noun_like = form.word in ambiguous or dual
        for lead in ("", "و", "ف", *(("س", "وس", "فس") if form.tense == "imperfect" else ())):
            yield lead + form.word, Cue(
                verb, form.tense, lead.rstrip("س"), form.feminine, form.plural, form.object,
                noun_like and not lead, form.word in impersonal, prepositions=leading,
            )  # fmt: skip
    if verb.participle:
        stem = fold(verb.participle)
        stem = stem[:-1] if stem.endswith("ي") and verb.perfect[-1] in "اى" else stem
        weak = "ي" if stem != fold(verb.participle) else ""
        for ending, feminine, plural in (
            (weak + "ا", False, False),
            (weak + "ه", True, False),
            ("ين", False, True),
            (weak + "ات", True, True),
        ):
            if plural and verb.needs:
                continue  # the accused, not accusers: متهمين بقتل
            for lead in ("", "و"):
                yield (
                    lead + stem + ending,
                    Cue(verb, "participle", lead, feminine, plural, prepositions=leading),
                )
    if verb.masdar:
        stem = fold(verb.masdar)
        joint = stem[:-1] + "ت" if verb.masdar.endswith("ة") else stem
        for lead in ("", "و", "ب", "ل"):
            yield lead + stem, Cue(verb, "masdar", lead, noun_like=True, prepositions=leading)
            for pronoun in ("ه", "ها", "هم", "هما"):
                yield (
                    lead + joint + pronoun,
                    Cue(verb, "masdar", lead, pronoun == "ها", pronoun == "هم", pronoun, prepositions=leading),
                )
        for lead in ("ال", "وال", "بال", "لل"):
            yield lead + stem, Cue(verb, "masdar", lead, definite=True, prepositions=leading)
