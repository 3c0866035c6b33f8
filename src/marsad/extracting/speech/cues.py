"""The words of speech, loaded from the codebook and conjugated: what a folded word may do to the voice of
a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, Field

from ...codebook.yaml_file import read_yaml
from ...languages.arabic.letters import fold
from ...records import Certainty
from .cue_forms import Cue, Verb, written_forms
from .cue_phrases import Phrases, phrases, words

_FOLDER = files("marsad.codebook") / "cues"


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
    resumed_after: list[str]
    connectors: list[str]
    but_he: list[str]
    anywhere: list[str]
    auxiliaries: list[str]
    before_subjects: list[str]
    governing: list[str]
    aside: list[str]
    part_taken: list[str]
    adverbs: list[str]
    mute: list[str]
    findings: list[str]
    documents: list[str]
    issued: list[str]
    seen: list[str]
    occasions: list[str]
    about_it: list[str]
    toward: list[str]
    channels: list[str]
    addressees: list[str]
    in_names: list[str]
    light_after: list[str]
    objects: list[str]
    quantifiers: list[str]
    no_statement: list[str]
    rules_too: list[str]
    the_same: list[str]
    dated_by: list[str]
    rumours: dict[Certainty, list[str]]
    anaphora: dict[str, list[str]] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cues:
    """Folded words by what they do; ``Phrases`` map a first word to whole phrases, the longest first."""

    triggers: frozenset[str]
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
    resumed_after: frozenset[str]
    connectors: frozenset[str]
    but_he: frozenset[str]
    anywhere: frozenset[str]
    auxiliaries: frozenset[str]
    before_subjects: frozenset[str]
    governing: frozenset[str]
    aside: Phrases
    part_taken: frozenset[str]
    adverbs: frozenset[str]
    mute: frozenset[str]
    findings: frozenset[str]
    documents: frozenset[str]
    issued: frozenset[str]
    seen: frozenset[str]
    occasions: frozenset[str]
    about_it: frozenset[str]
    toward: frozenset[str]
    channels: frozenset[str]
    addressees: frozenset[str]
    in_names: frozenset[str]
    light_after: frozenset[str]
    objects: frozenset[str]
    quantifiers: frozenset[str]
    no_statement: frozenset[str]
    rules_too: frozenset[str]
    the_same: frozenset[str]
    dated_by: frozenset[str]
    rumours: Mapping[str, Certainty]
    anaphora: Mapping[str, frozenset[str]]


@cache
def cues() -> Cues:
    """The cue words of speech; CodebookError where a file does not hold what it should."""
    raw = read_yaml(_FOLDER / "speech.yaml", Lists)
    verbs = read_yaml(_FOLDER / "speech_verbs.yaml", list[Verb])
    forms = written_forms(verbs)
    opening = (phrases(raw.according, "وف"), phrases(raw.according_verb, "و"), phrases(raw.own_words))
    rumours = words(word for listed in raw.rumours.values() for word in listed)
    return Cues(
        triggers=rumours.union(forms, *opening),
        forms=forms,
        that=words(raw.that) | {lead + word for word in words(raw.that) for lead in "وف"},
        according=opening[0],
        according_verb=opening[1],
        not_sources=words(raw.not_sources),
        sources=words(raw.sources),
        not_content=words(raw.not_content),
        own_words=opening[2],
        author=phrases(raw.author),
        formulas=words(raw.formulas) | {"و" + word for word in words(raw.formulas)},
        known_again=phrases(raw.known_again),
        new_statement=phrases(raw.new_statement),
        resumed_after=words(raw.resumed_after),
        connectors=words(raw.connectors),
        but_he=words(raw.but_he),
        anywhere=words(raw.anywhere),
        auxiliaries=words(raw.auxiliaries),
        before_subjects=words(raw.before_subjects),
        governing=words(raw.governing),
        aside=phrases(raw.aside, "و"),
        part_taken=words(raw.part_taken),
        adverbs=words(raw.adverbs),
        mute=words(raw.mute),
        findings=words(raw.findings),
        documents=words(raw.documents),
        issued=words(raw.issued),
        seen=words(raw.seen),
        occasions=words(raw.occasions),
        about_it=words(raw.about_it),
        toward=words(raw.toward),
        channels=words(raw.channels),
        addressees=words(raw.addressees),
        in_names=words(raw.in_names),
        light_after=words(raw.light_after),
        objects=words(raw.objects),
        quantifiers=words(raw.quantifiers),
        no_statement=words(raw.no_statement),
        rules_too=words(raw.rules_too),
        the_same=words(raw.the_same),
        dated_by=words(raw.dated_by),
        rumours={fold(word): certainty for certainty, listed in raw.rumours.items() for word in listed},
        anaphora={fold(noun): words(known) for noun, known in raw.anaphora.items()},
    )
