"""Where a forecast looks: the places in its words, else in its sentence, else the one country of its report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from marsad.catalogue.gazetteer import gazetteer
from marsad.extracting.phrase_words import phrase_words
from marsad.languages.arabic.lexicon import proclitic
from marsad.languages.arabic.words import Words
from marsad.linking.places import distance_km
from marsad.records import Claim, Entity, Place

from .types import FoundIn, Where

# A place of action stands so many words after its preposition at most: في شمال شرق سوريا.
_REACH = 3


def where_of(words: Words, claim: Claim, claims: Sequence[Claim]) -> tuple[Where, ...]:
    """The places that a forecast is about; ``claims`` are all of its report.

    Of the places named in it those that stand where a place of action does are taken if there are any (Turkey's
    attacks *in Syria*), and no country beside a place inside it.  Without any, the countries of the bodies it is about count.
    """
    assert claim.assessment is not None
    about = claim.assessment.about
    named = [(entity, place) for entity in about if (place := _known(entity, claims)) is not None]
    if claim.place is not None:
        return (_where(claim.place, "its words"),)
    if named:
        local = [place for entity, place in named if _is_local(words, entity)]
        return _finest(local or [place for _, place in named])
    bodies = {entity.country for entity in about if entity.country and not is_person(entity)}
    if bodies:
        return tuple(_country(code, "its words") for code in sorted(bodies))
    sentence = words.sentence_of(words.at(claim.start))
    start, end, _ = words.quote(sentence.first, sentence.last)
    beside = [c.place for c in claims if c.place and c.place.country and start <= c.start and c.end <= end]
    if beside:
        return _finest([_where(place, "its sentence") for place in beside])
    countries = {c.place.country for c in claims if c.kind == "event" and c.place and c.place.country}
    return (_country(countries.pop(), "its report"),) if len(countries) == 1 else ()


def lies_in(place: Place | None, where: Iterable[Where]) -> bool:
    """Whether an event's place lies in one of the places: by country, by id, or by coordinates within the radius.

    An event of which only the country is known lies in no smaller place.
    """
    return place is not None and any(_lies_in(place, one) for one in where)


def is_place(entity: Entity) -> bool:
    """Whether an entity is a place that the gazetteer has."""
    return entity.entity is not None and gazetteer().get(entity.entity) is not None


def is_person(entity: Entity) -> bool:
    """Whether an entity is a person of the catalogue."""
    return entity.entity is not None and entity.entity.startswith("person-")


def _lies_in(place: Place, where: Where) -> bool:
    if where.is_country or place.country is None or where.country not in (None, place.country):
        return where.is_country and place.country == where.country
    if place.id is not None and place.id == where.id:
        return True
    here = (place.latitude, place.longitude)
    there = (where.latitude, where.longitude)
    if place.precision == "country" or None in here or None in there or not where.radius_km:
        return False
    return distance_km((here[0] or 0, here[1] or 0), (there[0] or 0, there[1] or 0)) <= where.radius_km


def _known(entity: Entity, claims: Sequence[Claim]) -> Where | None:
    if entity.entity is None:
        return None
    told = next((c.place for c in claims if c.place and c.place.id == entity.entity), None)
    if told is not None:
        return _where(told, "its words")
    known = gazetteer().get(entity.entity)
    if known is None:
        return None
    return Where(
        name=known.name,
        id=known.id,
        country=known.country,
        latitude=known.latitude,
        longitude=known.longitude,
        radius_km=known.radius_km,
        is_country=known.precision == "country",
    )


def _where(place: Place, found_in: FoundIn) -> Where:
    return Where(
        name=place.name or place.text,
        id=place.id,
        country=place.country,
        latitude=place.latitude,
        longitude=place.longitude,
        radius_km=place.radius_km,
        is_country=place.precision == "country",
        found_in=found_in,
    )


def _country(code: str, found_in: FoundIn) -> Where:
    known = gazetteer().country(code)
    name = known.name if known else code
    return Where(name=name, id=known.id if known else None, country=code, is_country=True, found_in=found_in)


def _finest(places: Iterable[Where]) -> tuple[Where, ...]:
    """Each place once, countries only where no place inside them is among them."""
    once = {place.id or f"{place.country}:{place.name}": place for place in places}
    finer = {place.country for place in once.values() if not place.is_country}
    return tuple(place for place in once.values() if not (place.is_country and place.country in finer))


def _is_local(words: Words, entity: Entity) -> bool:
    at = words.at(entity.start)
    return any(_leads(form) for form in _before(words, at)) or proclitic(words.forms[at])[0].endswith("ب")


def _before(words: Words, at: int) -> Iterator[str]:
    return iter(words.forms[max(words.sentence_of(at).first, at - _REACH) : at])


def _leads(form: str) -> bool:
    return form in phrase_words().locatives
