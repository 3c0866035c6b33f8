"""A store of reports written for the pages of review, and what two coders say of them by keyboard."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from observatory import Visit
from playwright.sync_api import Page

from marsad.pipeline import processed
from marsad.reading import originals_in
from marsad.storing import open_store
from marsad.storing.events import bring_up_to_date

TEXTS = {
    "gao": "باماكو، 5 مايو 2021\nقتل تسعة جنود في هجوم شنه مسلحون على ثكنة في مدينة غاو شمالي مالي يوم 4 مايو 2021.\n",
    "mopti": "أفاد مصدر عسكري بأن قنبلة انفجرت في سوق بمدينة موبتي وسط مالي يوم 5 مايو 2021، فقتل سبعة مدنيين.\n",
    "segou": "اعتقلت الشرطة أربعة أشخاص في مدينة سيغو في مالي يوم 6 مايو 2021 بتهمة تهريب السلاح.\n",
    "kidal": "خطف تجار محليون طبيبين في مدينة كيدال شمالي مالي يوم 7 مايو 2021.\n",
    "bamako": "تظاهر مئات الأشخاص في باماكو عاصمة مالي يوم 8 مايو 2021 احتجاجا على غلاء الأسعار.\n",
    "timbuktu": "أفرجت السلطات في مدينة تمبكتو شمالي مالي يوم 9 مايو 2021 عن ثلاثة معتقلين.\n",
    "baidoa": "قتل خمسة مدنيين في تفجير عبوة ناسفة في مدينة بيدوا جنوبي الصومال يوم 12 مايو 2021.\n",
    "somalia": "قتل ثمانية جنود في هجوم في الصومال يوم 11 مايو 2021.\n",
}
PERIOD = {"since": "2021-05-03", "until": "2021-05-09"}


def fill_with_reports(place: Path) -> None:
    """A store at ``place`` of the reports above, read by the grammar alone."""
    with open_store(str(place), create=True) as store:
        run = store.begin_run(["reports"])
        for name, text in TEXTS.items():
            for one in processed(originals_in(text.encode(), f"{name}.txt"), model=False):
                assert not isinstance(one, Exception)
                store.add(one.report, one.original, one.mentions, one.claims, run)
        bring_up_to_date(store)


@dataclass
class Coder:
    """A person at the desk, and what they said of each unit: whether it stands, and as which type."""

    name: str
    visit: Visit
    said: dict[str, tuple[bool, str]] = field(default_factory=dict)

    @property
    def page(self) -> Page:
        """Their window."""
        return self.visit.page

    def to(self, path: str, lang: str = "en") -> Page:
        """A page of review under their name, in a language; the desk has the focus."""
        self.page.add_init_script(
            f"localStorage.setItem('marsad.coder', {self.name!r}); localStorage.setItem('marsad.lang', {lang!r})"
        )
        page = self.visit.to(path)
        if page.locator(".desk").count():
            page.locator(".desk").focus()
        return page

    def unit(self) -> str:
        """The claim that is asked now."""
        return str(self.page.locator(".desk").get_attribute("data-claim"))

    def asked(self) -> Any:
        """The item of the queue that is asked now, as the API has it."""
        every = self.visit.ask(f"review/queue?coder={self.name}&order=assigned&limit=200")["items"]
        return next(one for one in every if one["id"] == self.unit())

    def decide(self, key: str, words: str, *, because: str = "") -> None:
        """Press a key of the desk, give the reason if one is asked, and wait until the decision is told."""
        before = self.unit()
        self.page.keyboard.press(key)
        if because:
            self.page.keyboard.type(because)
            self.page.keyboard.press("Enter")
        self.told(words, before)

    def retype(self, label: str) -> None:
        """Correct the type of what is asked, by typing its label."""
        before = self.unit()
        self.page.keyboard.press("c")
        self.page.locator(".coding [data-name=type]").fill(label)
        self.page.keyboard.press("Tab")
        self.page.wait_for_selector(":is([data-name=mode], .passage):focus")
        self.page.locator(".passage").focus()
        self.page.keyboard.press("Enter")
        self.told("Corrected", before)

    def told(self, words: str, unit: str) -> None:
        """Wait until a decision is told, and the next unit is asked."""
        self.page.wait_for_selector(f".said:has-text({words!r})")
        self.moved_on(unit)

    def moved_on(self, unit: str) -> None:
        """Wait until another unit than this, or none, is asked and the desk has the focus."""
        self.page.wait_for_selector(f".desk:focus:not([data-claim='{unit}'])")


def nominal_alpha(units: Iterable[Sequence[object]]) -> float:
    """Krippendorff's alpha of nominal values by its definition: 1 less observed over expected disagreement."""
    paired = [list(unit) for unit in units if len(unit) > 1]
    values = [value for unit in paired for value in unit]
    observed = sum(sum(a != b for a in unit for b in unit) / (len(unit) - 1) for unit in paired) / len(values)
    expected = sum(a != b for a in values for b in values) / (len(values) * (len(values) - 1))
    return 1 - observed / expected


def two_coders_differ(address: str, coders: tuple[str, str], country: str, since: str, until: str) -> None:
    """Have two coders judge what is assigned to both, blind: they differ on a certainty and on whether something stands."""
    for name in coders:
        _send(address, "assignments", coder=name, country=country, since=since, until=until, blind=True)
    asked = urlencode({"coder": coders[0], "order": "assigned", "kind": "event"})
    items = json.load(urlopen(f"{address}/api/v1/review/queue?{asked}"))["items"]
    for at, item in enumerate(items[:-2]):
        _send(address, "judgements", verdict="accept", claim=item["id"], by=coders[0])
        own = {"claim": item["id"], "by": coders[1]}
        if at == 0:
            other = "alleged" if item["coded"]["certainty"] != "alleged" else "hedged"
            _send(address, "judgements", verdict="correct", coded=item["coded"] | {"certainty": other}, **own)
        elif at == 1:
            _send(address, "judgements", verdict="reject", because="خلفية", **own)
        else:
            _send(address, "judgements", verdict="accept", **own)


def _send(address: str, path: str, **body: object) -> None:
    headers = {"X-Marsad": "1", "Content-Type": "application/json"}
    with urlopen(Request(f"{address}/api/v1/review/{path}", json.dumps(body).encode(), headers)) as answer:
        assert answer.status == 201
