"""Filling the two parties of a relation from the words around its cue."""

from __future__ import annotations

from ...languages.arabic.letters import fold
from ...languages.arabic.lexicon import base, proclitic
from ...languages.arabic.particles import particles
from ...records import Entity, RelationBody
from ..document import Document, is_verb
from ..phrases import noun_phrase
from ..proposal import Proposal
from .antecedents import agrees, phrase_before, plural_before, relative_head, subject_before, takes_up
from .cues import Entry, Party, party_words
from .joints import (
    governed_by,
    joint_after,
    near,
    past_adverbs,
    past_auxiliaries,
    plain_phrase,
    relative_before,
    unreal,
)
from .owned import had_by, known_as, owned_title, resumed_object, successor
from .parties import Parties, Range, entity_of, is_a, last_group, tidy

_UNREAL_REACH, _VERB_REACH, _NAME, _NEEDED = 4, 2, 5, 9


def fill(doc: Document, entry: Entry, word: int, told: list[Proposal]) -> Parties | None:
    """The parties of the relation that ``entry`` announces at ``word``; None where it is none, or not
    told as a fact.

    ``told`` are the relations found so far: a clause without a subject goes on about theirs.
    """
    last = doc.words.sentence_of(word).last
    if tuple(doc.words.forms[word + 1 : word + 1 + len(entry.tail)]) != entry.tail or word + 1 >= last:
        return None
    filled = {
        "verb": _verb,
        "act": _act,
        "state": _state,
        "title": _title,
        "owned": owned_title,
        "post": _post,
    }[entry.part](doc, entry, word, last, told)
    if (
        filled is not None
        and entry.cue.lone
        and isinstance(filled.object, tuple)
        and not is_a(doc, filled.object, entry.cue.object)
    ):
        filled = Parties(filled.subject, None)
    if filled is not None:
        filled = Parties(_tidied(doc, filled.subject), _tidied(doc, filled.object), filled.alleged)
    if filled is None or not _fits(doc, entry, filled):
        return None
    return Parties(filled.object, filled.subject, filled.alleged) if entry.cue.holder else filled


def _tidied(doc: Document, party: Range | Entity | None) -> Range | Entity | None:
    return tidy(doc, party) if isinstance(party, tuple) else party


def _fits(doc: Document, entry: Entry, parties: Parties) -> bool:
    cue = entry.cue
    for party, wanted in ((parties.subject, cue.subject), (parties.object, cue.object)):
        if isinstance(party, tuple) and not is_a(doc, party, wanted):
            return False
        if isinstance(party, Entity) and wanted not in ("group", "actor", "any", "armed"):
            return False
    if isinstance(parties.object, tuple) and base(doc.words.forms[parties.object[0]]) in party_words().others:
        return False
    if parties.object is None and not cue.lone:
        return False
    if parties.subject is None:
        return cue.lone or (parties.alleged and isinstance(parties.object, tuple) and _identified(doc, parties.object))
    one, other = _entity_of(doc, parties.subject), _entity_of(doc, parties.object)
    if cue.predicate == "renamed-to":  # two names of one group, which the catalogue may know as one
        return one is None or other is None or one.start != other.start
    return not _same(one, other)


def _identified(doc: Document, phrase: Range) -> bool:
    """Whether a phrase bears a name, or calls back a group that does."""
    entity = entity_of(doc, phrase)
    return entity.name is not None or entity.entity is not None or doc.named(*phrase) is not None


def _same(one: Entity | None, other: Entity | None) -> bool:
    """Whether two parties are one: no one stands in a relation to themselves."""
    if one is None or other is None:
        return False
    if one.start == other.start:
        return True
    if one.entity is None or one.entity != other.entity:
        return False
    words = [set(fold(e.text).replace("«", " ").replace("»", " ").split()) for e in (one, other)]
    return words[0] ^ words[1] <= party_words().group


def _entity_of(doc: Document, party: Range | Entity | None) -> Entity | None:
    return entity_of(doc, party) if isinstance(party, tuple) else party


def _verb(doc: Document, entry: Entry, word: int, last: int, told: list[Proposal]) -> Parties | None:
    form, forms = entry.form, doc.words.forms
    if form is None or word in doc.mention_from or unreal(doc, word, _VERB_REACH):
        return None
    if entry.cue.heir and not form.object:
        return successor(doc, entry, word, last)
    first = doc.words.sentence_of(word).first
    relative = relative_before(doc, word, first)
    if entry.cue.needs and not any(
        f in frozenset(map(fold, entry.cue.needs)) for f in forms[word + 1 : word + _NEEDED]
    ):
        return None
    if form.object:
        return resumed_object(doc, entry, word, last)
    if "object" in entry.by and not entry.by & {"الي", "ل"}:
        return _transitive(doc, entry, word, last, relative, told)
    resumed = word + 1 < last and party_words().pronouns.get(forms[word + 1]) in entry.by
    if resumed:
        subject = plain_phrase(doc, past_adverbs(doc, word + 2, last), last)
        if subject is not None and is_a(doc, subject, entry.cue.subject):
            return Parties(subject, relative_head(doc, relative) if relative is not None else last_group(doc, word))
        if relative is not None:  # the antecedent does it, to a group named before it
            head = relative_head(doc, relative)
            return Parties(head, _other(doc, head, told)) if head else None
        before = _last_told(doc, word, told)
        if before is not None and before.object is not None and before.subject is not None:
            return Parties(_range(doc, before.subject), _range(doc, before.object))
        return Parties(_carried(doc, word, form.feminine, told), last_group(doc, word))
    joint = joint_after(doc, entry, word + 1, last)
    if joint is None:
        return None
    at, found = joint
    if relative is not None:
        return Parties(relative_head(doc, relative), found)
    start = past_adverbs(doc, word + 1, at)
    needs = frozenset(map(fold, entry.cue.needs))
    ties = (w for w in range(start, at) if forms[w] in needs or base(forms[w]) in entry.past)
    after = _after_verb(doc, start, next(ties, at))
    return Parties(after or _subject(doc, word, form.feminine or None, told), found)


def _last_told(doc: Document, word: int, told: list[Proposal]) -> RelationBody | None:
    """The relation told last in the sentence before ``word``."""
    first = doc.words.sentence_of(word).first
    body = told[-1].body if told and told[-1].anchor >= first else None
    return body if isinstance(body, RelationBody) else None


def _range(doc: Document, entity: Entity) -> Range:
    return doc.words.at(entity.start), doc.words.upto(entity.end)


def _other(doc: Document, head: Range, told: list[Proposal]) -> Range | Entity | None:
    """The group that a pronoun means which is not the antecedent ``head``: whom the sentence speaks of, else
    the one named before."""
    before = _last_told(doc, head[0], told)
    if before is not None and before.subject is not None and is_a(doc, _range(doc, before.subject), "group"):
        return _range(doc, before.subject)
    return last_group(doc, head[0], 1)


def _after_verb(doc: Document, start: int, stop: int) -> Range | None:
    """The subject between a verb and what it brings in, a date before it passed over."""
    forms = doc.words.forms
    lead = start + 1 if start < stop and forms[start] in particles().prepositions else start
    if lead < stop and (date := doc.date_at(lead)) is not None:
        start = date.last
    if start >= stop:
        return None
    if doc.number_at(start):
        return start, stop
    return None if forms[start] in particles().prepositions else noun_phrase(doc, start, stop)


def _post(doc: Document, entry: Entry, word: int, last: int, _: list[Proposal]) -> Parties | None:
    """A commander in a group: named before or after in apposition, else the title itself stands for him."""
    joint = joint_after(doc, entry, word + 1, last)
    if joint is None or not isinstance(joint[1], tuple) or word in doc.mention_from:
        return None
    before = doc.words.forms[word - 1] if word > doc.words.sentence_of(word).first else ""
    if entry.cue.subject == "person" and (
        before in party_words().personal or before.removeprefix("و") in party_words().copulas
    ):
        return Parties(_copular(doc, word - 1, None), joint[1])
    at, group = joint[0], tidy(doc, joint[1]) or joint[1]
    for after in range(group[1], min(group[1] + _NAME, last)):
        held = doc.mention_from.get(after)
        if held and held[1].type == "person" and entry.cue.subject in ("person", "any"):
            return Parties((after, held[0]), group)
    bearer = phrase_before(doc, word, doc.words.sentence_of(word).first) if doc.ends_clause(word) else None
    wanted: Party = "person" if entry.cue.subject == "any" else entry.cue.subject
    if bearer and is_a(doc, bearer, wanted):
        return Parties(bearer, group)
    return Parties((word, at), group) if wanted == "person" else None


def _transitive(
    doc: Document, entry: Entry, word: int, last: int, relative: int | None, told: list[Proposal]
) -> Parties | None:
    """Subject and object of a verb that takes its object directly, in either order of words."""
    start = past_adverbs(doc, word + 1, last)
    phrase = noun_phrase(doc, start, last) if start < last else None
    if phrase is None or doc.ends_clause(start):
        return None
    if relative is not None:
        return Parties(relative_head(doc, relative), phrase)
    opening = past_auxiliaries(doc, word)
    before = phrase_before(doc, opening, doc.clause_of(opening)[0])
    if before and not doc.ends_clause(opening) and not is_verb(doc.words.forms[before[0]]):
        return Parties(before, phrase)
    joined = _joined(doc, word) or (entry.form is not None and entry.form.plural)
    if joined and phrase[1] - phrase[0] <= _NAME and is_a(doc, phrase, entry.cue.object):
        carried = _carried(doc, word, None, told)
        if carried is not None:
            return Parties(carried, phrase)
    form = entry.form
    if form and form.tense == "perfect" and not joined and "،" in doc.words.gaps[word]:
        main = subject_before(doc, word, form.feminine) if is_a(doc, phrase, entry.cue.object) else None
        if main is not None:
            return Parties(main, phrase)
    for split in range(phrase[0] + 1, phrase[1]):
        begins = split in doc.mention_from or doc.number_at(split) is not None
        if begins and is_a(doc, (phrase[0], split), entry.cue.subject):
            return Parties((phrase[0], split), (split, phrase[1]))
    if phrase[1] < last and not doc.ends_clause(phrase[1]) and (second := noun_phrase(doc, phrase[1], last)):
        return Parties(phrase, second)
    return None


def _act(doc: Document, entry: Entry, word: int, last: int, told: list[Proposal]) -> Parties | None:
    """A verbal noun: its genitive or pronoun is the subject."""
    alleged = near(doc, word, _UNREAL_REACH, party_words().accused)
    lead, rest = proclitic(doc.words.forms[word])
    if not alleged and (
        (lead[-1:] in ("ل", "ب") and not entry.pronoun and not entry.cue.holder) or unreal(doc, word, _UNREAL_REACH)
    ):
        return None
    joint = joint_after(doc, entry, word + 1, last)
    if joint is None:
        return None
    at, found = joint
    if entry.pronoun == "هم":
        subject = plural_before(doc, word)
        return Parties(subject, found, alleged) if subject or alleged else None
    if entry.pronoun:
        owner = _tidied(doc, _subject(doc, word, None, told))
        return Parties(owner or last_group(doc, word), found, alleged)
    subject = noun_phrase(doc, word + 1, at) if word + 1 < at and not rest.startswith("ال") else None
    if subject is None and alleged and not doc.ends_clause(word):
        accused_one = phrase_before(doc, word, doc.words.sentence_of(word).first)
        named = accused_one is not None and doc.words.forms[accused_one[0]] not in party_words().accused
        subject = accused_one if named else None
    if subject is None and not alleged:
        subject = had_by(doc, word)
    if subject is None and not alleged:
        return None
    return Parties(subject, found, alleged)


def _state(doc: Document, entry: Entry, word: int, last: int, _: list[Proposal]) -> Parties | None:
    """An adjective or participle: of the noun before it, or of the subject of كان."""
    joint = joint_after(doc, entry, word + 1, last)
    if joint is None:
        return None
    first = doc.words.sentence_of(word).first
    before = doc.words.forms[word - 1] if word > first else ""
    feminine = True if doc.words.forms[word].endswith("ه") else None
    subject: Range | None
    if takes_up(before):
        subject = relative_head(doc, word - 1)
    elif before in party_words().copulas:
        subject = _copular(doc, word - 1, feminine)
    else:
        subject = phrase_before(doc, word, first)
    if subject and not is_a(doc, subject, entry.cue.subject) and not entry.cue.holder:
        subject = subject_before(doc, word, feminine)
    return Parties(subject, joint[1]) if subject else None


def _title(doc: Document, entry: Entry, word: int, last: int, _: list[Proposal]) -> Parties | None:
    """A noun of office or kin with the other party after it; its bearer in apposition or as subject
    of a copula.
    """
    forms, words = doc.words.forms, party_words()
    start = word + 1 + len(entry.tail)
    if word in doc.mention_from and doc.mention_from[word][1].type == "person":
        return None
    found = governed_by(doc, entry, start, last)
    first = doc.words.sentence_of(word).first
    before = forms[word - 1] if word > first else ""
    if entry.cue.several:
        said = word - 2 >= first and forms[word - 2] in words.personal  # وهو من قادة الجماعة
        if found is None or not (before in ("احد", "احدي") or (before == "من" and said)):
            return None
        if said:
            return Parties(relative_head(doc, word - 2), found)
        bearer = phrase_before(doc, word - 1, first) if doc.ends_clause(word - 1) else None
        held = doc.mention_from.get(bearer[0]) if bearer else None
        if bearer and held and (held[1].type == "person" or is_a(doc, bearer, entry.cue.subject)):
            return Parties(bearer, found)
        return _followed(doc, found, last) or Parties(_copular(doc, word - 1, None), found)
    plain = before.removeprefix("و")
    if plain in words.copulas or before in party_words().personal:
        return Parties(_copular(doc, word - 1, None), found)
    if found is None:
        return None
    if entry.cue.subject in ("group", "branch") and (called := known_as(doc, tidy(doc, found) or found, last)):
        return Parties(called, found)
    standing = phrase_before(doc, word, first)
    if standing and standing[0] > first and forms[standing[0] - 1].removeprefix("و") in words.copulas:
        return Parties(standing, found)
    if doc.ends_clause(word) and "،" in doc.words.gaps[word] and (bearer := phrase_before(doc, word, first)):
        return Parties(bearer, found) if is_a(doc, bearer, entry.cue.subject) else None
    kin = entry.cue.object == "any"
    return _followed(doc, found, last) if not kin or found[0] in doc.mention_from else None


def _followed(doc: Document, found: Range, last: int) -> Parties | None:
    """The bearer named after the office: زعيم تنظيم ... فلان."""
    for at in range(found[0] + 1, min(found[1] + 1, last)):
        held = doc.mention_from.get(at)
        if held and held[1].type == "person" and not doc.ends_clause(at):
            return Parties((at, held[0]), (found[0], min(found[1], at)))
    return None


def _copular(doc: Document, at: int, feminine: bool | None) -> Range | None:
    """Who "is" or "was" speaks of; chains of them (كان أحد) are passed over."""
    forms, words = doc.words.forms, party_words()
    first = doc.words.sentence_of(at).first
    while at - 1 >= first and forms[at - 1].removeprefix("و") in words.copulas and not doc.ends_clause(at):
        at -= 1
    if at - 1 >= first and forms[at - 1] in party_words().relatives:
        return relative_head(doc, at - 1)
    if forms[at] in party_words().personal:
        return relative_head(doc, at)
    return subject_before(doc, at, feminine)


def _subject(doc: Document, word: int, feminine: bool | None, told: list[Proposal]) -> Range | Entity | None:
    """The subject carried over from the relation told just before in the sentence, else that of the
    main clause.
    """
    return (
        subject_before(doc, word, feminine)
        if doc.clause_of(word)[0] != word and not _joined(doc, word)
        else _carried(doc, word, feminine, told)
    )


def _joined(doc: Document, word: int) -> bool:
    before = doc.words.forms[word - 1] if word else ""
    if before == "ان" and word > 1 and doc.words.forms[word - 2] in ("قبل", "بعد"):
        return True
    return doc.words.forms[word][0] == "و" or before in ("كما", "ثم", "ايضا")


def _carried(doc: Document, word: int, feminine: bool | None, told: list[Proposal]) -> Range | Entity | None:
    first = doc.words.sentence_of(word).first
    # كما takes the sentence up from its beginning, the other connectors from what was told last.
    main = word > 0 and doc.words.forms[word - 1] == "كما"
    for proposal in told if main else reversed(told):
        body = proposal.body
        if proposal.anchor < first or not isinstance(body, RelationBody) or body.subject is None:
            continue
        if not _joined(doc, word) and doc.words.forms[proposal.anchor - 1] in party_words().relatives:
            continue
        start = doc.words.at(body.subject.start)
        if agrees(doc, start, feminine):
            return (start, doc.words.upto(body.subject.end))
    return subject_before(doc, word, feminine)
