"""The words of speech, loaded from the codebook and conjugated: what a folded word may do to the voice of a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from ...codebook.yaml_file import read_yaml
from ...errors import CodebookError
from ...languages.arabic.letters import fold
from ...languages.arabic.verbs import conjugate
from ...records import Certainty
from .voice import UtteranceKind

Part = Literal["perfect", "imperfect", "participle", "masdar"]
# Written forms that are somebody's words or another word (طالباني, اثنين) far oftener than a report's verb of saying.
_RARE = ("نا", "ني", "هن")
_FOLDER = files("marsad.codebook") / "cues"


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
    impersonal: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()


class Lists(BaseModel):
    """``speech.yaml``; the lists are explained there."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    that: list[str]
    according: list[str]
    according_verb: list[str]
    not_sources: list[str]
    sources: list[str]
    not_content: list[str]
    own_words: list[str]
    author: list[str]
    formulas: list[str]
    known_again: list[str]
    new_statement: list[str]
    aside: list[str]
    part_taken: list[str]
    adverbs: list[str]
    mute: list[str]
    documents: list[str]
    issued: list[str]
    occasions: list[str]
    channels: list[str]
    addressees: list[str]
    light_after: list[str]
    objects: list[str]
    rumours: dict[Certainty, list[str]]
    anaphora: dict[str, list[str]] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cue:
    """One written form of a verb of saying; ``lead`` is the conjunction on it, ``pronoun`` the object or owner on it."""

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


Phrases = Mapping[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True)
class Cues:
    """Folded words by what they do; ``Phrases`` map a first word to whole phrases, the longest first."""

    forms: Mapping[str, Cue]
    that: frozenset[str]
    according: Phrases
    according_verb: Phrases
    not_sources: frozenset[str]
    sources: frozenset[str]
    not_content: frozenset[str]
    own_words: Phrases
    author: Phrases
    formulas: frozenset[str]
    known_again: Phrases
    new_statement: Phrases
    aside: Phrases
    part_taken: frozenset[str]
    adverbs: frozenset[str]
    mute: frozenset[str]
    documents: frozenset[str]
    issued: frozenset[str]
    occasions: frozenset[str]
    channels: frozenset[str]
    addressees: frozenset[str]
    light_after: frozenset[str]
    objects: frozenset[str]
    rumours: Mapping[str, Certainty]
    anaphora: Mapping[str, frozenset[str]]


@cache
def cues() -> Cues:
    """The cue words of speech; CodebookError where a file does not hold what it should."""
    raw = read_yaml(_FOLDER / "speech.yaml", Lists)
    verbs = read_yaml(_FOLDER / "speech_verbs.yaml", list[Verb])
    return Cues(
        forms=_forms(verbs),
        that=words(raw.that) | {lead + word for word in words(raw.that) for lead in "وف"},
        according=phrases(raw.according, "وف"),
        according_verb=phrases(raw.according_verb, "و"),
        not_sources=words(raw.not_sources),
        sources=words(raw.sources),
        not_content=words(raw.not_content),
        own_words=phrases(raw.own_words),
        author=phrases(raw.author),
        formulas=words(raw.formulas) | {"و" + word for word in words(raw.formulas)},
        known_again=phrases(raw.known_again),
        new_statement=phrases(raw.new_statement),
        aside=phrases(raw.aside, "و"),
        part_taken=words(raw.part_taken),
        adverbs=words(raw.adverbs),
        mute=words(raw.mute),
        documents=words(raw.documents),
        issued=words(raw.issued),
        occasions=words(raw.occasions),
        channels=words(raw.channels),
        addressees=words(raw.addressees),
        light_after=words(raw.light_after),
        objects=words(raw.objects),
        rumours={fold(word): certainty for certainty, listed in raw.rumours.items() for word in listed},
        anaphora={fold(noun): words(known) for noun, known in raw.anaphora.items()},
    )


def words(listed: Iterable[str]) -> frozenset[str]:
    """The folded words of a list."""
    return frozenset(map(fold, listed))


def phrases(listed: Iterable[str], leads: str = "") -> Phrases:
    """Folded phrases by their first word, longest first, also with each of the conjunctions ``leads`` on it."""
    out: dict[str, list[tuple[str, ...]]] = {}
    for phrase in listed:
        first, *rest = fold(phrase).split()
        for lead in ("", *leads):
            out.setdefault(lead + first, []).append((lead + first, *rest))
    return {first: tuple(sorted(known, key=len, reverse=True)) for first, known in out.items()}


def match(known: Phrases, forms: list[str], at: int, last: int) -> int:
    """How many words of a known phrase stand at ``at``; 0 where none does."""
    for phrase in known.get(forms[at], ()):
        size = len(phrase)
        if size == 1 or (at + size <= last and tuple(forms[at : at + size]) == phrase):
            return size
    return 0


def _forms(verbs: list[Verb]) -> dict[str, Cue]:
    out: dict[str, Cue] = {}
    seen: set[str] = set()
    for verb in verbs:
        if verb.perfect in seen:
            raise CodebookError(
                "the verb stands twice", where=f"speech_verbs.yaml: {verb.perfect}", remedy="merge the entries"
            )
        seen.add(verb.perfect)
        for word, cue in _written(verb):
            out.setdefault(word, cue)
    return out


def _written(verb: Verb) -> Iterable[tuple[str, Cue]]:
    leading = words(verb.prepositions) | words([verb.through] if verb.through else [])
    ambiguous, impersonal = words(verb.ambiguous), words(verb.impersonal)
    for form in conjugate(verb.perfect, verb.imperfect):
        if form.object in _RARE or (form.feminine and form.plural) or (form.word[0] == "ن" and form.tense == "imperfect"):
            continue
        if form.plural and form.tense == "perfect" and len(form.word) <= 4 and form.word.endswith("ا") and not form.word.endswith("وا"):
            continue  # the dual of a short verb is a noun in the accusative: نقلا, ذكرا
        noun_like = form.word in ambiguous
        for lead in ("", "و", "ف", *(("س", "وس", "فس") if form.tense == "imperfect" else ())):
            yield lead + form.word, Cue(
                verb, form.tense, lead.rstrip("س"), form.feminine, form.plural, form.object,
                noun_like and not lead, form.word in impersonal, prepositions=leading,
            )  # fmt: skip
    if verb.participle:
        stem = fold(verb.participle)
        stem = stem[:-1] if stem.endswith("ي") and verb.perfect[-1] in "اى" else stem
        weak = "ي" if stem != fold(verb.participle) else ""
        for ending, feminine, plural in ((weak + "ا", False, False), (weak + "ه", True, False), ("ين", False, True), (weak + "ات", True, True)):
            for lead in ("", "و"):
                yield lead + stem + ending, Cue(verb, "participle", lead, feminine, plural, prepositions=leading)
    if verb.masdar:
        stem = fold(verb.masdar)
        joint = stem[:-1] + "ت" if verb.masdar.endswith("ة") else stem
        for lead in ("", "و", "ب", "ل"):
            yield lead + stem, Cue(verb, "masdar", lead, noun_like=True, prepositions=leading)
            for pronoun in ("ه", "ها", "هم", "هما"):
                yield lead + joint + pronoun, Cue(verb, "masdar", lead, pronoun == "ها", pronoun == "هم", pronoun, prepositions=leading)
        for lead in ("ال", "وال", "بال", "لل"):
            yield lead + stem, Cue(verb, "masdar", lead, definite=True, prepositions=leading)
