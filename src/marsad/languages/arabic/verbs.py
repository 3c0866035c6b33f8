"""Third-person conjugation of Arabic verbs as news writes them: unvowelled, folded.

A verb is given by its perfect and imperfect of the third person masculine singular ("نفى", "ينفي"); the other persons
follow from the endings of the regular paradigms (Ryding, A Reference Grammar of Modern Standard Arabic, chapters 21-22),
with the weak last radical dropped before them.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, Protocol

from .letters import fold

Tense = Literal["perfect", "imperfect"]
_OBJECTS = ("ه", "ها", "هم", "هما", "هن", "نا", "ني")


class Form(NamedTuple):
    """One written form of a verb; ``number`` of its subject, ``object`` the pronoun written onto it, if any."""

    word: str
    tense: Tense
    feminine: bool = False
    plural: bool = False
    object: str = ""


def conjugate(perfect: str | None, imperfect: str | None = None) -> list[Form]:
    """All third-person forms of a verb, object pronouns included, folded and each once.

    ``perfect`` and ``imperfect`` are the masculine singular in ordinary spelling; a verb without one of them gets no form of it.
    """
    out: dict[str, Form] = {}

    def put(word: str, tense: Tense, *, feminine: bool = False, plural: bool = False, joint: str | None = None) -> None:
        if word not in out:
            out[word] = Form(word, tense, feminine, plural)
        stem = word if joint is None else joint
        for pronoun in _OBJECTS:
            with_object = stem + pronoun
            if with_object not in out:
                out[with_object] = Form(with_object, tense, feminine, plural, pronoun)

    if perfect:
        _perfect(fold(perfect), perfect[-1] in "ىا", put)
    if imperfect:
        _imperfect(fold(imperfect), put)
    return list(out.values())


class _Put(Protocol):
    def __call__(
        self, word: str, tense: Tense, *, feminine: bool = ..., plural: bool = ..., joint: str | None = ...
    ) -> None: ...


def _perfect(word: str, weak: bool, put: _Put) -> None:
    stem = word[:-1] if weak else word
    put(word, "perfect", joint=stem + "ا" if weak else word)
    put(stem + "ت", "perfect", feminine=True)
    # A last ي is dropped before the plural's ending: لقي, لقوا.
    many = stem.removesuffix("ي") if len(stem) > 2 else stem
    put(many + "وا", "perfect", plural=True, joint=many + "و")
    put(stem + ("يا" if weak else "ا"), "perfect", plural=True)
    put(stem + "تا", "perfect", feminine=True, plural=True)
    put((word if not weak else stem + "ي") + "ن", "perfect", feminine=True, plural=True)


def _imperfect(word: str, put: _Put) -> None:
    weak = word[-1] in "يوا" and len(word) > 3
    for lead, feminine in (("ي", False), ("ت", True)):
        whole = lead + word[1:]
        stem = whole[:-1] if weak else whole
        put(whole, "imperfect", feminine=feminine)
        put(stem + "ون", "imperfect", feminine=feminine, plural=True)
        put(stem + "وا", "imperfect", feminine=feminine, plural=True, joint=stem + "و")
        put(whole + "ان", "imperfect", feminine=feminine, plural=True)
        put(whole + "ن", "imperfect", feminine=True, plural=True)
    put("ن" + word[1:], "imperfect")
