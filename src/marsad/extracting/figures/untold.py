"""Numbers that tell no toll: ages, sums of money, what was only tried, and those told of before."""

from __future__ import annotations

from ...languages.arabic.clitics import bare, splits
from ...languages.arabic.lexicon import proclitic
from ...languages.arabic.numerals.words import pairs_of_things
from ..document import Document, Numbered
from .cues import figure_cues

# So many persons there are nowhere: such a number without its currency is a sum.
_MOST = 1_000_000_000
# How many words before "by killing" a threat may stand: هدد المسلحون بقتل عشرة رهائن.
_THREAT = 3

# Harm that befalls persons one by one.
HARMS = frozenset({"killed", "injured", "arrested", "kidnapped"})


def counts_nothing(doc: Document, number: Numbered) -> bool:
    """Whether a number is an age (دون سن الـ 18) or a sum of money whose currency is left out (150 مليارا)."""
    bounds = (number.value.low, number.value.high)
    if any(bound is not None and bound >= _MOST for bound in bounds):
        return True
    forms, at = doc.words.forms, number.first - 1
    if at > 0 and forms[at] == "ال":
        at -= 1
    return at >= 0 and forms[at] in figure_cues().ages


def pair_of_nobody(noun: str) -> bool:
    """Whether a folded noun is the dual of a thing that is neither seized nor destroyed: بلدتي."""
    cues = figure_cues()
    return noun in pairs_of_things() and noun not in cues.pairs_of_persons and singular(noun) not in cues.things


def singular(noun: str) -> str:
    """A noun without the ending of the dual or the pronoun of its owner: سيارتين, بندقيتي, آلياته."""
    if noun.endswith(("ين", "ان")):
        stem = noun[:-2]
        return stem[:-1] + "ه" if stem.endswith("ت") else stem
    if noun in pairs_of_things():
        return noun[:-2] + "ه"
    return next((noun.removesuffix(owner) for owner in ("هم", "ها", "ه") if noun.endswith(owner)), noun)


def told_again(doc: Document, number: Numbered) -> bool:
    """Whether a number is a pair with the article, which takes up two who were told of: نقلت الجثتان."""
    return bool(number.value.counted) and proclitic(doc.words.forms[number.core_first])[1].startswith("ال")


def has(doc: Document, number: Numbered) -> bool:
    """Whether a clause that begins right before a number tells what somebody has: ولها طفلان."""
    at = number.first - 1
    form = doc.words.forms[at] if at >= 0 else ""
    opens = form[:1] == "و" or (at >= 0 and doc.ends_clause(at))
    return opens and form.removeprefix("و") in figure_cues().owns


def attempted(doc: Document, at: int) -> bool:
    """Whether the harm that the word ``at`` tells was only tried, threatened or asked for.

    الشروع في قتل عشرة جنود, طالب بأن يقتل ثلاثة.
    """
    forms, cues = doc.words.forms, figure_cues()
    if forms[at] in cues.imperfect and at > 1 and forms[at - 1] in cues.that:
        return forms[at - 2] not in cues.before_that
    lead, noun = next(((lead, rest) for lead, rest in splits(forms[at]) if rest in cues.governors), ("", forms[at]))
    if noun in cues.results or bare(noun) in cues.units or lead[:1] in ("و", "ف"):
        return False
    before = at - 2 if at > 1 and forms[at - 1] == "في" else at - 1
    first = max(doc.clause_of(at)[0], at - _THREAT) if lead == "ب" else before
    return any(bare(rest) in cues.attempts for i in range(max(first, 0), before + 1) for _, rest in splits(forms[i]))
