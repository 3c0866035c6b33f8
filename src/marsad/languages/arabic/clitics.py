"""Proclitics: the conjunctions, prepositions, article and future particle that are written onto the next word.

The chains follow the slots of the Arabic word (conjunction و ف, then preposition ب ل ك or future س, then the article), as
in the Penn Arabic Treebank's tokenisation.  Which split is right is for a lexicon to say: :func:`splits` lists them all,
the unsplit word first.
"""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=16_384)
def splits(word: str) -> tuple[tuple[str, str], ...]:
    """Ways to read a folded ``word`` as (proclitics, rest), the article left on the rest; the whole word first.

    >>> splits("وللتنظيم")[-1]
    ('ول', 'التنظيم')
    """
    out = [("", word)]
    for lead in ("", word[0] if word[:1] in ("و", "ف") else None):
        if lead is None:
            continue
        rest = word[len(lead) :]
        if lead and len(rest) > 1:
            out.append((lead, rest))
        if len(rest) < 3:
            continue
        if rest.startswith("لل"):
            out.append((lead + "ل", "ا" + rest[1:]))
        if rest[0] in "بلكس":
            out.append((lead + rest[0], rest[1:]))
    return tuple(out)


@lru_cache(maxsize=16_384)
def bare(word: str) -> str:
    """The word without its article, if it has one.

    >>> bare("التنظيم")
    'تنظيم'
    """
    return word[2:] if word.startswith("ال") and len(word) > 4 else word
