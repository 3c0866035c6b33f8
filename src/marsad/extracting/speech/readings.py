"""Small readings around a verb of saying: whether a form is that verb at all, and what the words near it
are."""

from __future__ import annotations

from functools import lru_cache

from ...languages.arabic.lexicon import common_verbs
from ...languages.arabic.particles import particles
from .context import Context, article, attached, finite, one_of, preposition
from .cue_forms import Cue
from .hedges import hedges
from .speaker_after import Range


def pronoun_before(text: Context, verb: int, start: int) -> bool:
    """Whether a pronoun before the verb is its subject, so that no noun after it is: فإنها دعت, وهو يتهم."""
    if verb == start or text.gaps[verb] != " ":
        return False
    form = text.forms[verb - 1]
    bound = form in text.known.that and form.endswith(("ه", "ها", "هم"))
    return bound or form.removeprefix("و") in particles().pronouns or form in text.known.but_he


def of_remote_antecedent(text: Context, verb: int) -> bool:
    """Whether a second relative clause begins before the verb, whose antecedent stands too far to be
    told: والتي عبرت."""
    form = text.forms[verb - 1] if verb else ""
    return form.startswith("و") and form[1:] in particles().relatives and form[1:].startswith("ال")


def negated_there(text: Context, verb: int, start: int) -> bool:
    """A statement that was not made says nothing; لم ينف and لم يستبعد are left to the hedges."""
    before = text.forms[verb - 1] if verb > start and text.gaps[verb] == " " else ""
    return before in hedges().before_verb


def only_wished(text: Context, verb: int, cue: Cue, start: int) -> bool:
    """Whether the verb stands in the subjunctive after أن, so that nothing has been said: دون أن يكشف,
    رفض أن يعلن."""
    return cue.part == "imperfect" and verb > start and text.forms[verb - 1] == "ان"


def noun_after_all(text: Context, verb: int, cue: Cue, start: int) -> bool:
    """Whether a form that is as often a noun stands where no verb of saying would: قدر أكبر, بعد نقل, في
    نفي."""
    if (
        cue.lead == ""
        and verb > start
        and text.gaps[verb] == " "
        and (preposition(text.forms[verb - 1]) or text.attached(verb - 1))
    ):
        return cue.noun_like or (preposition(text.forms[verb - 1]) and not with_pronoun(text.forms[verb - 1]))
    if not cue.noun_like:
        return False
    if (
        verb == start
        or text.doc.ends_clause(verb)
        or text.forms[verb - 1] in text.known.connectors
        or _adverb(text.forms[verb - 1])
    ):
        following = text.forms[verb + 1] if verb + 1 < len(text.forms) else ""
        return (
            not (text.definite(verb + 1) if following else False)
            and following not in text.known.that
            and not text.colon(verb + 1)
            and following not in cue.prepositions
            and finite(following)
        )
    previous = text.forms[verb - 1]
    if verb + 1 < len(text.forms) and text.forms[verb + 1] in text.known.objects and not preposition(previous):
        return False
    if preposition(previous) or attached(previous):
        return True
    following = text.forms[verb + 1] if verb + 1 < len(text.forms) else ""
    return following not in text.known.that and following not in cue.prepositions and not text.colon(verb + 1)


def disagrees(text: Context, cue: Cue, subject: Range) -> bool:
    """A verb after its subject agrees with it: الوزارة أكدت, never الوزارة أكد."""
    head = subject[0]
    return not cue.feminine and not cue.plural and text.marked_feminine(head) and text.mention(head) is None


def adjoins(text: Context, last: int, verb: int) -> bool:
    """Whether nothing but auxiliaries stands between a noun phrase and the verb, so that it is the verb's
    subject."""
    return not any(text.comma(k) for k in range(last, verb + 1)) and verb - last <= 2


def addressed(text: Context, cue: Cue, head: int) -> bool:
    """Whether the one noun after a verb that goes on with a known speaker is whom he speaks to: ودعا
    الهند إلى."""
    held = text.mention(head)
    unlike = text.marked_feminine(head) or (held is not None and held[1] == "place")
    return cue.lead != "" and not cue.feminine and not cue.plural and unlike


@lru_cache(maxsize=1000)
def with_pronoun(form: str) -> bool:
    """Whether a preposition bears its pronoun and so is complete: له, عنها."""
    return form in particles().prepositions and form.endswith(("ه", "ها", "هم", "هما")) and form != "تجاه"


def verbal_noun(form: str) -> bool:
    """Whether a verb form with a pronoun reads as a verbal noun after a verb of saying: توقع تعرضها."""
    known = common_verbs().get(form)
    return known is not None and known.tense == "perfect" and known.object != "" and form[0] in "تا"


def its_own(text: Context, at: int) -> bool:
    """Whether a word is what somebody announces or denies of his own: مسؤوليته, صحتها."""
    form = text.forms[at]
    owned = form.endswith(("ها", "هم", "هما")) or (form.endswith("ه") and not text.marked_feminine(at))
    return owned and text.mention(at) is None and one_of(form, text.known.objects)


def object_first(text: Context, at: int, stop: int) -> bool:
    """Whether what is announced stands where the speaker would, who is named before: وتوقعت اتساع, نفت
    صحتها."""
    if its_own(text, at):
        return True
    form = text.forms[at]
    if article(form) or text.mention(at) or not one_of(form, text.known.objects):
        return False
    for k in range(at + 1, min(stop, at + 8)):
        if text.forms[k] in text.known.that or (k == at + 1 and text.forms[k] == "من"):
            return False
        if finite(text.forms[k]) or text.comma(k):
            break
    return True


def that_ahead(text: Context, at: int, stop: int) -> bool:
    """Whether a parenthesis ends further on and what is said begins there: أوضح فلان عقب زيارته، وكذلك
    لقائه، أن."""
    for k in range(at + 1, stop):
        if text.forms[k] in text.known.that:
            return text.comma(k)
        if finite(text.forms[k]):
            return False
    return False


def named_like_preposition(text: Context, at: int, stop: int) -> bool:
    """Whether what reads as a preposition is a name, since nothing it could govern follows: قال علي إن."""
    follows = at + 1 < stop and text.gaps[at + 1] == " " and text.forms[at + 1] in text.known.that
    return follows and not with_pronoun(text.forms[at])


def _adverb(form: str) -> bool:
    return form in particles().adverbs or form in particles().conjunctions


def no_subject(text: Context, at: int) -> bool:
    """Whether a noun's ending is not a subject's: a sound plural in ين, an accusative in ا (المواطنين,
    عددا)."""
    form = text.forms[at]
    if text.mention(at) is not None or len(form) < 5:
        return False
    if one_of(form, text.known.mute):
        return True
    return form.endswith("ين") or (form.endswith("ا") and not article(form) and form[-2] not in "يو")


def own_ahead(text: Context, at: int, stop: int) -> bool:
    """Whether what is announced stands further on, after a parenthesis: جماعة منشقة عن أخرى، في بيان،
    مسؤوليتها."""
    for k in range(at + 1, stop):
        if finite(text.forms[k]):
            return False
        if text.comma(k) and its_own(text, k):
            return True
    return False
