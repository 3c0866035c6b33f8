"""Bodies composed of a country and an organ: the Tajik Ministry of Interior is ``tj-ministry-of-interior``.

An id is the country's ISO 3166 alpha-2 code in small letters, a hyphen, and the organ's id of states/.  Where the
catalogue has an entry of its own for the body (``organ:`` in organizations/states.yaml), that entry's id is the
body's only one: ``syrian-army``, not ``sy-army``.  A state's mission to an organization is
``CODE-mission-to-ORGANIZATION``.  Ids never change with the name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..errors import CodebookError
from .entries import Entry
from .gazetteer import PlaceEntry
from .organ_table import Abroad, OrganTable, Told, phrase_of, read_abroad, unarticled

_LONGEST = 6
_MISSION = "mission-to-"
# English names of countries that take the article.
_THE = frozenset(("AE", "US", "GB", "PH", "NL", "MV", "CF", "CD", "CG", "GM", "DO", "BS", "KM", "SC"))


class Organs:
    """Organs by country: composes entries when asked for, and reads the phrases that name organs."""

    def __init__(
        self,
        table: OrganTable,
        entries: dict[str, Entry],
        adjectives: dict[str, str],
        country: Callable[[str], PlaceEntry | None],
    ) -> None:
        self.table = table
        self._entries, self._adjectives, self._country = entries, adjectives, country
        self._special: dict[tuple[str, str], Entry] = {}
        for entry in entries.values():
            if entry.organ:
                self._appoint(entry)
        self._made: dict[tuple[str, str], Entry | None] = {}
        self.heads = frozenset(key[0] for key, told in table.phrases.items() if not all(t.office for t in told))

    def _appoint(self, entry: Entry) -> None:
        where = f"{entry.id}: organ {entry.organ}"
        if entry.organ not in self.table.organs or entry.country is None:
            raise CodebookError(
                "no organ of one country", where=where, remedy="name an organ of states/ and one country"
            )
        other = self._special.setdefault((entry.country, entry.organ), entry)
        if other is not entry:
            raise CodebookError(f"{other.id} is it too", where=where, remedy="keep one entry for each body")

    def organ(self, country: str, organ: str) -> Entry | None:
        """The body of a ``country`` (ISO 3166 alpha-2) that is the organ of this id, or None where there is no such
        country or organ.  Where a country calls another organ by its name that one is meant: a parliament of one
        house has no other.

        >>> load().organ("TJ", "ministry-of-interior").name
        'وزارة الداخلية الطاجيكية'
        """
        key = (country, organ)
        if key not in self._made:
            self._made[key] = self._special.get(key) or self._compose(country, organ)
        return self._made[key]

    def by_id(self, entry_id: str) -> Entry | None:
        """The composed body of an id, or None; a body with an entry of its own has no composed id."""
        code, _, organ = entry_id.partition("-")
        entry = self.organ(code.upper(), organ) if len(code) == 2 and organ else None
        return entry if entry and entry.id == entry_id else None

    def _compose(self, country: str, organ_id: str) -> Entry | None:
        place = self._country(country)
        if place is None:
            return None
        if organ_id.startswith(_MISSION):
            return self._mission(country, place, organ_id)
        organ = self.table.organs.get(organ_id)
        if organ is None:
            return None
        meant = self.choose(self.table.phrases[phrase_of(organ.ar)], country)
        if meant and meant.organ is not organ:
            return self.organ(country, meant.organ.id)
        told = read_abroad().get(country, Abroad())
        the = "the " if country in _THE else ""
        return Entry(
            f"{country.lower()}-{organ.id}",
            organ.type,
            f"{organ.ar} {self._of(country, place, feminine=organ.feminine)}",
            f"{organ.en} of {the}{place.en}",
            f"{organ.ru} {told.of}" if told.of else None,
            organ.sector,
            (country,),
        )

    def _mission(self, country: str, place: PlaceEntry, organ_id: str) -> Entry | None:
        to = self._entries.get(organ_id.removeprefix(_MISSION))
        if to is None or to.id not in self.table.missions:
            return None
        of = (
            f"البعثة {self._of(country, place, feminine=True)}" if country in self._adjectives else f"بعثة {place.name}"
        )
        the, the_to = "the " if country in _THE else "", "" if to.en.isupper() else "the "
        return Entry(
            f"{country.lower()}-{organ_id}",
            "government",
            f"{of} الدائمة لدى {to.name}",
            f"Permanent Mission of {the}{place.en} to {the_to}{to.en}",
            None,
            "GOV",
            (country,),
        )

    def _of(self, country: str, place: PlaceEntry, *, feminine: bool) -> str:
        """The country after a definite noun: its adjective, else في and its name."""
        adjective = self._adjectives.get(country)
        if adjective is None:
            return f"في {place.name}"
        first, *more = adjective.split()
        ending = "ة" if feminine else ""
        if not first.endswith("ي"):  # جنوب أفريقي
            return " ".join(["ال" + first, *(w + ending for w in more)])
        return " ".join("ال" + w + ending for w in (first, *more))

    def at(self, forms: list[str], first: int) -> Iterator[tuple[int, tuple[Told, ...]]]:
        """Phrases of organs and offices that start at a word, the longest first: (how many words, what it may
        tell)."""
        words = tuple(unarticled(w) for w in forms[first : first + _LONGEST])
        for n in range(len(words), 0, -1):
            if told := self.table.phrases.get(words[:n]):
                yield n, told

    @staticmethod
    def choose(told: tuple[Told, ...], country: str) -> Told | None:
        """Of what a phrase may tell, what it tells of a country; a country's own use comes first."""
        return next((t for t in told if t.countries is None or country in t.countries), None)

    def envoy(self, organization: str | None) -> str | None:
        """The organ that represents a state at an organization or the whole it is part of (the Security Council's is
        the United Nations'); None where none does."""
        entry = self._entries.get(organization or "")
        at = next((e for e in (organization, entry.parent if entry else None) if e in self.table.missions), None)
        return _MISSION + at if at else None
