"""The words by which names are found: titles, given names, heads of bodies, and words at which a name
ends."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from ...codebook.yaml_file import read_yaml
from ...languages.arabic.clitics import splits
from ...languages.arabic.letters import fold
from ...languages.arabic.lexicon import common_verbs
from ...languages.arabic.memo import Memo
from ...languages.arabic.particles import particles


class Sort:
    """What a word can open: bits of an int (enum's flags cost a call for every test)."""

    NONE = 0
    TITLE = 1
    HONORIFIC = 2
    GIVEN = 4
    AMBIGUOUS = 8
    KUNYA = 16
    ABD = 32
    GOVERNMENT = 64
    FORCE = 128
    ORGANIZATION = 256
    GROUP = 512
    MEDIA = 1024
    PLATFORM = 2048
    SITE = 4096
    PLACE = 8192
    BRANCH = 16384
    SURNAME = 32768
    OUTLET_END = 65536


class _Names(BaseModel):
    model_config = ConfigDict(extra="forbid")
    names: list[str]
    ambiguous: list[str]
    links: str
    kunyas: str


class _Titles(BaseModel):
    model_config = ConfigDict(extra="forbid")
    titles: dict[str, str]
    honorifics: str
    military_ranks: str
    personal: str
    going_on: list[str]


class _Bodies(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)
    government: dict[str, str]
    armed_force: dict[str, str]
    fields: list[str]
    organization: dict[str, str]
    organization_stems: str
    group: dict[str, str]
    group_units: str
    media: dict[str, str]
    outlets: str
    platform: dict[str, str]
    place_openers: str
    place_qualifiers: str
    branch: str
    no_name: str
    loose: str
    common: str


class _Outlets(BaseModel):
    model_config = ConfigDict(extra="forbid")
    correspondents: str
    told: str
    reporting: str
    broadcast: str
    endings: str
    tails: str
    named: str


@dataclass(frozen=True, slots=True)
class OutletWords:
    """Folded words of outlets.yaml, which says what each set is for."""

    correspondents: frozenset[str]
    told: frozenset[str]
    reporting: frozenset[str]
    broadcast: frozenset[str]
    tails: frozenset[str]
    named: frozenset[str]


class _Stop(BaseModel):
    model_config = ConfigDict(extra="forbid")
    particles: list[str]
    verbs: list[str]
    nouns: list[str]
    surname_endings: list[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word: ``lead`` proclitics, the ``word``, its ``stem`` without the article, what
    it can open."""

    lead: str
    word: str
    stem: str
    sort: int
    sector: str | None = None

    @property
    def definite(self) -> bool:
        """Whether it has the article."""
        return self.word != self.stem


def _words(*lines: str) -> frozenset[str]:
    """Folded words of lists; an underscore joins the words of an entry."""
    return frozenset(fold(w).replace("_", " ") for line in lines for w in line.split())


class Lexicon:
    """All lists, folded, with a memory of how each word form was read."""

    def __init__(self, place_words: frozenset[str] = frozenset(), site_words: frozenset[str] = frozenset()) -> None:
        home = files(__package__)
        names = read_yaml(home / "given_names.yaml", _Names)
        titles = read_yaml(home / "titles.yaml", _Titles)
        bodies = read_yaml(home / "bodies.yaml", _Bodies)
        stop = read_yaml(home / "stop.yaml", _Stop)
        outlets = read_yaml(home / "outlets.yaml", _Outlets)
        self.outlet_words = OutletWords(
            **{f: _words(line) for f, line in outlets.model_dump(exclude={"endings"}).items()}
        )
        self.ambiguous = _words(*names.ambiguous)
        self.given = _words(*names.names) | self.ambiguous
        self.links = _words(names.links)
        self.kunyas = _words(names.kunyas)
        self.ranks = _words(titles.military_ranks)
        self.personal = _words(titles.personal)
        self.going_on = _words(*titles.going_on)
        self.fields = _words(*bodies.fields)
        self.units = _words(bodies.group_units)
        self.outlets = _words(bodies.outlets)
        self.stems = _words(bodies.organization_stems)
        self.openers = _words(bodies.place_openers)
        self.qualifiers = _words(bodies.place_qualifiers)
        self.no_name = _words(bodies.no_name)
        self.loose = _words(bodies.loose)
        self.common = _words(bodies.common)
        self.verbs = _words(*stop.verbs)
        self.stop = (_words(*stop.particles, *stop.nouns) | self.verbs | particles().all | self.no_name) - {"علي"}
        self.endings = tuple(fold(e) for e in stop.surname_endings)
        self._verb_forms = common_verbs()
        self._table = self._sorts(titles, bodies, outlets)
        for sort, words in ((Sort.PLACE, place_words), (Sort.SITE, site_words)):
            for word in words:
                known, sector = self._table.get(word, (Sort.NONE, None))
                self._table[word] = (known | sort, sector)
        self._read: Memo[Reading | None] = Memo(self._reading)

    def _sorts(self, titles: _Titles, bodies: _Bodies, outlets: _Outlets) -> dict[str, tuple[int, str | None]]:
        table: dict[str, tuple[int, str | None]] = {}

        def add(sort: int, words: frozenset[str], sector: str | None = None) -> None:
            for word in words:
                known, other = table.get(word, (Sort.NONE, None))
                table[word] = (known | sort, sector or other)

        add(Sort.GIVEN, self.given)
        add(Sort.AMBIGUOUS, self.ambiguous)
        add(Sort.KUNYA, self.kunyas)
        add(Sort.ABD, _words("عبد"))
        for sort, groups in (
            (Sort.GOVERNMENT, bodies.government),
            (Sort.FORCE, bodies.armed_force),
            (Sort.ORGANIZATION, bodies.organization),
            (Sort.GROUP, bodies.group),
            (Sort.MEDIA, bodies.media),
            (Sort.PLATFORM, bodies.platform),
            (Sort.TITLE, titles.titles),
        ):
            for sector, line in groups.items():
                add(sort, _words(line), sector or None)
        add(Sort.BRANCH, _words(bodies.branch))
        add(Sort.OUTLET_END, _words(outlets.endings))
        add(Sort.HONORIFIC, _words(titles.honorifics))
        return table

    def read(self, form: str) -> Reading | None:
        """What a folded word can open, or None; the reading with fewest proclitics."""
        return self._read[form]

    def heads(self, forms: list[str]) -> list[tuple[int, Reading]]:
        """Which of the words of a text can open something, each with its place in the text."""
        found = map(self._read.__getitem__, forms)
        return [(i, r) for i, r in enumerate(found) if r is not None]

    def _reading(self, form: str) -> Reading | None:
        for lead, word in splits(form):
            if "س" in lead:
                continue
            # للجيش: the article lost its alif, so that its lam counts as proclitic
            attached = lead + "ل" if lead and form[len(lead) :] != word else lead
            stem = word[2:] if word.startswith("ال") and len(word) > 4 else word
            if (entry := self._table.get(word)) and not (lead and len(word) < 3):
                return Reading(attached, word, word, *entry)
            if (
                stem != word
                and (entry := self._table.get(stem))
                and entry[0] & ~(Sort.GIVEN | Sort.AMBIGUOUS | Sort.ABD)
            ):
                return Reading(attached, word, stem, entry[0] & ~(Sort.GIVEN | Sort.AMBIGUOUS | Sort.ABD), entry[1])
        if (
            len(form) > 5
            and form not in self.stop
            and form.endswith(self.endings)
            and not form.startswith(("ال", "و", "بال"))
        ):
            return Reading("", form, form, Sort.SURNAME)
        return None

    def is_verb(self, form: str) -> bool:
        """Whether a folded word is known as a verb, its conjunction set aside."""
        return form in self.verbs or form in self._verb_forms or (form[:1] in "وف" and form[1:] in self.verbs)


@cache
def lexicon(place_words: frozenset[str], site_words: frozenset[str]) -> Lexicon:
    """The lists that come with Marsad, with the catalogue's words before places; :class:`CodebookError`
    where one is broken."""
    return Lexicon(place_words, site_words)
