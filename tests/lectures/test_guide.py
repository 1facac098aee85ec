"""The teacher's page lists what there is: every quantity, view, highlight and listing."""

from pathlib import Path

import pytest

from gdsim.lectures import HIGHLIGHTS, LISTINGS, VIEWS, LectureRunner, load_lecture
from gdsim.lectures.quantities import QUANTITIES

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", ["lectures.md", "lectures.zh_CN.md"])
def test_every_quantity_has_its_row(name: str) -> None:
    guide = (DOCS / name).read_text("utf-8")
    for quantity in QUANTITIES:
        assert f"\n| `{quantity.name}" in guide
        if name == "lectures.md":
            assert f"| {quantity.about} |" in guide


@pytest.mark.parametrize("name", ["lectures.md", "lectures.zh_CN.md"])
def test_every_word_of_the_format_is_there(name: str) -> None:
    guide = (DOCS / name).read_text("utf-8")
    for word in (*VIEWS, *HIGHLIGHTS):
        assert f"`{word}`" in guide
    for name in LISTINGS:
        assert f'"{name}"' in guide


@pytest.mark.parametrize("name", ["lectures.md", "lectures.zh_CN.md"])
def test_the_example_is_a_lecture(name: str, tmp_path: Path) -> None:
    guide = (DOCS / name).read_text("utf-8")
    example = guide.split("```toml\n")[1].split("```")[0]
    file = tmp_path / "example.toml"
    file.write_text(example, "utf-8")
    runner = LectureRunner(load_lecture(file))
    # One still beat, a step in four beats, a question and its answer.
    assert [moment.phase for moment in runner] == [
        "still", "here", "gradient", "scaled", "move", "ask", "reveal",
    ]  # fmt: skip
    assert runner[0].caption.en == "We begin at (1, 1), where the loss is 3."
