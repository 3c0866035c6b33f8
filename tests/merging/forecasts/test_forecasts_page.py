from __future__ import annotations

from pathlib import Path
from typing import get_args

from marsad.merging.forecasts import Unscorable
from marsad.merging.forecasts.page import main, render

PAGE = Path(__file__).parents[3] / "docs" / "forecasts.md"


def test_the_committed_page_is_fresh() -> None:
    fresh = PAGE.read_text(encoding="utf-8") == render()
    assert fresh, "run: python -m marsad.merging.forecasts.page docs/forecasts.md"


def test_the_page_tells_every_reason_and_every_scale(tmp_path: Path) -> None:
    main([str(tmp_path / "page.md")])
    page = (tmp_path / "page.md").read_text(encoding="utf-8")
    for reason in get_args(Unscorable):
        assert f"| `{reason}` |" in page
    for code in ("icd-203", "kent-1964", "ipcc-2010"):
        assert f"- `{code}`: " in page
