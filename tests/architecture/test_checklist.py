"""docs/checklist.md names all 29 items, and tests that are there."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "checklist.md").read_text("utf-8")


def test_all_items_are_there() -> None:
    rows = re.findall(r"^\| (\d+) \| [^|]+ \| ([^|]+) \|$", TEXT, re.MULTILINE)
    assert [int(number) for number, _ in rows] == list(range(1, 30))
    for number, told in rows:
        assert "`tests/" in told or "**Open:**" in told, number


def test_what_is_named_is_there() -> None:
    named = re.findall(r"`(tests/[^`]+)`", TEXT)
    assert len(named) > 40
    missing = [name for name in named if not _is_there(*name.partition("::")[::2])]
    assert not missing


def _is_there(file: str, test: str) -> bool:
    path = ROOT / file
    if not path.is_file():
        return False
    return not test or f"def {test}(" in path.read_text("utf-8")
