"""What the pages in docs/ show is what happens, and the library loads no Qt."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[1] / "docs"
PAGES = sorted(path for path in DOCS.glob("*.md") if ">>> " in path.read_text("utf-8"))


def test_there_is_a_page_in_each_language() -> None:
    assert {"library.md", "library.zh_CN.md"} <= {path.name for path in PAGES}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_examples(path: Path) -> None:
    # Without its fences, which would count as output.
    text = re.sub(r"^```.*$", "", path.read_text("utf-8"), flags=re.MULTILINE)
    test = doctest.DocTestParser().get_doctest(text, {}, path.name, str(path), 0)
    assert len(test.examples) > 5
    said: list[str] = []
    runner = doctest.DocTestRunner(verbose=False)
    assert runner.run(test, out=said.append).failed == 0, "".join(said)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    for link in re.findall(r"\]\(([^)#:]+)\)", path.read_text("utf-8")):
        assert (DOCS / link).exists(), link


def test_the_library_loads_no_qt() -> None:
    code = (
        "import sys, gdsim.engine, gdsim.engine.maps, gdsim.engine.critical, gdsim.export, "
        "gdsim.scenario; "
        "sys.exit(any(name.startswith(('PySide6', 'pyqtgraph')) for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
