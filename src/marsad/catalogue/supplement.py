"""The reviewed supplement of places, the ``FILES`` of ``places/``: read and checked before anything is built from it."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from ..codebook.yaml_file import read_yaml
from ..errors import CodebookError

FILES = ("regions.yaml", "camps.yaml", "quarters.yaml")
_RegionId = Annotated[str, StringConstraints(pattern=r"^region:[a-z0-9]+(-[a-z0-9]+)*$")]
_SourceId = Annotated[str, StringConstraints(pattern=r"^(wof|gn):[0-9]+$")]
_Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]


class Region(BaseModel):
    """A region, front or camp; ``like`` takes id and coordinates from a source's row, else the editors set them.

    ``parent`` is the id of another entry of the supplement, or of a source, in which it lies.
    """

    model_config = ConfigDict(extra="forbid")
    id: _RegionId
    en: str
    names: list[str] = Field(min_length=1)
    type: Literal["area", "site"] = "area"
    country: _Code | None = None
    like: _SourceId | None = None
    parent: str | None = None
    latitude: float | None = Field(None, ge=-90, le=90)
    longitude: float | None = Field(None, ge=-180, le=180)
    radius_km: float = Field(gt=0, le=5000)


class Town(BaseModel):
    """A town, quarter or division under names that its source lacks; not ``bare``, they count only after "city" and its like.

    Not ``listed``, texts are not searched for the names: they are further spellings among all that the gazetteer holds.
    """

    model_config = ConfigDict(extra="forbid")
    like: _SourceId
    en: str
    country: _Code
    names: list[str] = Field(min_length=1)
    type: Literal["town", "district", "region", "site"] = "town"
    bare: bool = True
    listed: bool = True


class Supplement(BaseModel):
    """All of it."""

    model_config = ConfigDict(extra="forbid")
    regions: list[Region] = []
    towns: list[Town] = []


def read_supplement(files: list[Traversable] | list[Path]) -> Supplement:
    """The supplement of ``files`` together; :class:`CodebookError` naming file and entry where an id stands twice, coordinates
    are impossible or missing, or parents run in a circle."""
    out = Supplement()
    owner: dict[str, str] = {}
    for file in files:
        part = read_yaml(file, Supplement)
        for entry_id in (*(r.id for r in part.regions), *(t.like for t in part.towns)):
            if entry_id in owner:
                raise CodebookError(
                    f"the id stands in {owner[entry_id]} already",
                    where=f"{file.name}: {entry_id}",
                    remedy="give each entry its own id",
                )
            owner[entry_id] = file.name
        out.regions += part.regions
        out.towns += part.towns
    for region in out.regions:
        if region.like is None and (region.latitude is None or region.longitude is None):
            raise CodebookError(
                "neither coordinates nor a place that it is like",
                where=f"{owner[region.id]}: {region.id}",
                remedy="give latitude and longitude, or the id of a source's row as `like`",
            )
    check_parents({r.id: r.parent for r in out.regions}, lambda entry: f"{owner[entry]}: {entry}")
    return out


def check_parents(parents: dict[str, str | None], where: str | Callable[[str], str]) -> None:
    """Refuse ids that are their own ancestors: :class:`CodebookError` with the circle.  ``where`` makes an id the words that
    name file and entry."""
    done: set[str] = set()
    for start in parents:
        way: list[str] = []
        at: str | None = start
        while at is not None and at in parents and at not in done:
            if at in way:
                circle = " > ".join([*way[way.index(at) :], at])
                raise CodebookError(
                    f"lies in itself: {circle}",
                    where=where if isinstance(where, str) else where(at),
                    remedy="correct one of the parents",
                )
            way.append(at)
            at = parents[at]
        done.update(way)
