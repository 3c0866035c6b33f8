"""Reading a name of a state's body on its own, in Arabic, English or Russian: "Tajik Interior Ministry"."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..languages.arabic.words import Words, cut
from .entries import Entry
from .gazetteer import Gazetteer, PlaceEntry
from .names import Match, Meaning, Name
from .organ_table import Told, read_abroad, unarticled
from .organs import Organs
from .peoples import Demonym

_ARABIC, _CYRILLIC = re.compile("[\u0620-\u06ff]"), re.compile("[\u0400-\u04ff]")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_IDLE = frozenset(("of", "the", "for", "and", "s", "republic", "республики", "и", "по"))
# Endings of Russian adjectives in -ий and -ый, to which those in -ой are equal for our purpose.
_ADJECTIVE = "(?:ий|ый|ой|ая|ое|ые|ого|ому|им|ым|ом|их|ых|ими|ыми|ую|ей)"
_AT = ("لدي", "في", "ل", "عند")

Key = tuple[str, ...]


class OrganNames:
    """Names of bodies told with their country, in three languages."""

    def __init__(
        self,
        organs: Organs,
        places: Gazetteer,
        match_at: Callable[[Words, int], Match | None],
        meaning: Callable[[Name], Meaning],
    ) -> None:
        self._organs, self._match_at, self._meaning = organs, match_at, meaning
        table = organs.table.organs.values()
        self._english = {_key(name): o.id for o in table for name in o.english}
        self._russian = {_key(name): o.id for o in table for name in o.russian}
        self._of_english: dict[Key, str] = {}
        self._of_russian: dict[Key, str] = {}
        self._stems: list[tuple[re.Pattern[str], str]] = []
        abroad = read_abroad()
        for place in places.countries():
            told, code = abroad.get(place.country or ""), place.country or ""
            names = [place.en, *(told.names + told.adjectives if told else [])]
            self._of_english |= {_key(n): code for n in names}
            if told is None:
                continue
            self._of_russian |= {_key(n): code for n in [*([told.of] if told.of else []), *told.also_of]}
            if told.russian:
                self._stems.append((re.compile(_even(told.russian)[:-2] + _ADJECTIVE), code))

    def find(self, name: str) -> Entry | None:
        """The body that the whole name tells, or None: with no country, or a word too many, it tells none."""
        if _ARABIC.search(name):
            return self._arabic(cut(name))
        if _CYRILLIC.search(name):
            return self._foreign(_key(name), self._russian, self._russian_country)
        return self._foreign(_key(name.partition(" in ")[0]), self._english, self._of_english.get)

    def _foreign(self, words: Key, organs: dict[Key, str], country: Callable[[Key], str | None]) -> Entry | None:
        """The country is told by some words in a row, the organ by all others."""
        for n in range(len(words) - 1, 0, -1):
            for first in range(len(words) - n + 1):
                code = country(words[first : first + n])
                organ = organs.get(words[:first] + words[first + n :]) if code else None
                if code and organ:
                    return self._organs.organ(code, organ)
        return None

    def _russian_country(self, words: Key) -> str | None:
        if code := self._of_russian.get(words):
            return code
        return next((c for stem, c in self._stems if stem.fullmatch(words[0])), None) if len(words) == 1 else None

    def _arabic(self, words: Words) -> Entry | None:
        if not words.forms:
            return None
        if unarticled(words.forms[0]) in self._organs.table.envoys:
            return self._mission(words)
        for past, told in self._organs.at(words.forms, 0):
            at = past + 1 if past < len(words.forms) and words.forms[past] == "في" else past
            if at >= len(words.forms) or not (match := self._match_at(words, at)) or match.last != len(words.forms):
                continue
            for name in match.names:
                code, town = self._country(name)
                chosen = self._organs.choose(tuple(t for t in told if not t.office), code) if code else None
                if chosen and code and self._fits(chosen, words.forms[-1], name, town=town):
                    return self._organs.organ(code, chosen.organ.id)
        return None

    def _country(self, name: Name) -> tuple[str | None, bool]:
        """The country that a name tells, and whether it is a place's inside it."""
        meaning = self._meaning(name)
        if isinstance(meaning, Demonym):
            return (meaning.country if meaning.label == meaning.country else None), False
        if isinstance(meaning, PlaceEntry):
            return meaning.country, meaning.kind != "country"
        return None, False

    def _fits(self, told: Told, last: str, name: Name, *, town: bool) -> bool:
        if town:
            return told.organ.towns
        return not told.bare or last.endswith("ه") or isinstance(self._meaning(name), PlaceEntry)

    def _mission(self, words: Words) -> Entry | None:
        """البعثة الروسية الدائمة لدى الأمم المتحدة."""
        forms, permanent = words.forms, self._organs.table.permanent
        whose = self._match_at(words, 1) if len(forms) > 1 else None
        if whose is None:
            return None
        at = whose.last
        while at < len(forms) and (unarticled(forms[at]) in permanent or forms[at] in _AT):
            at += 1
        to = self._match_at(words, at) if at < len(forms) else None
        code, town = self._country(whose.names[0])
        organization = self._meaning(to.names[0]) if to and to.last == len(forms) else None
        if code is None or town or not isinstance(organization, Entry):
            return None
        organ = self._organs.envoy(organization.id)
        return self._organs.organ(code, organ) if organ else None


def _even(text: str) -> str:
    return text.lower().replace("ё", "е").replace("’", "'")


def _key(name: str) -> Key:
    """The words that count of an English or Russian name: U.S. is us, Prime Minister's is prime minister."""
    words = _WORD.findall(_even(name).replace(".", ""))
    return tuple(w for w in words if w not in _IDLE)
