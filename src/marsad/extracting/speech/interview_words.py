"""The words by which an interview is known, loaded from the codebook."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from ...codebook.yaml_file import read_yaml
from ...languages.arabic.letters import fold


class InterviewWords(BaseModel):
    """The lists of ``speech_interviews.yaml``, explained there."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    questions: frozenset[str]
    answers: frozenset[str]
    announced: frozenset[str]
    bylines: frozenset[str]
    held: frozenset[str]
    held_what: frozenset[str]


@cache
def interview_words() -> InterviewWords:
    """The lists, folded; CodebookError where the file does not hold what it should."""
    raw = read_yaml(files("marsad.codebook") / "cues" / "speech_interviews.yaml", InterviewWords)
    return raw.model_copy(update={name: frozenset(map(fold, listed)) for name, listed in raw})
