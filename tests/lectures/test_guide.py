"""The teacher's page lists what there is: every quantity, view, highlight and listing."""

from pathlib import Path

import pytest

from gdsim.lectures import HIGHLIGHTS, LISTINGS, VIEWS
from gdsim.lectures.quantities import QUANTITIES

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", ["lectures.md", "lectures.zh_CN.md"])
def test_every_quantity_has_its_row(name: str) -> None:
    guide = (DOCS / name).read_text("utf-8")
    for quantity in QUANTITIES:
        assert f"\n| `{quantity.name}" in guide
        if name == "lectures.md":
            assert f"| {quantity.about} |" in guide


def test_every_word_of_the_format_is_there() -> None:
    guide = (DOCS / "lectures.md").read_text("utf-8")
    for word in (*VIEWS, *HIGHLIGHTS):
        assert f"`{word}`" in guide
    for name in LISTINGS:
        assert f'"{name}"' in guide
