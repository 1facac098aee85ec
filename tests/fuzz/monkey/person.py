"""Who answers where the program waits for a person: which file, and what of unsaved work."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox

from gdsim.lectures import LECTURES, lecture_path
from gdsim.scenario.builtin import BUILTIN, builtin_path
from gdsim.ui import recovery
from gdsim.ui.documents import Documents
from gdsim.ui.export.dialog import ExportDialog
from tests.fuzz.monkey.steady import steady

FILES = {
    "points.csv": "x,y\n1,2\n2,3.5\n3,5\n",
    "three.csv": "a,b,c\n1,2,3\n4,5,6\n",
    "broken.csv": "x,y\n1,two\n",
    "broken.gdsim": '{"format": "gdsim-scenario", "version": 1',
    "empty.gdsim": "",
}


def fill(folder: Path) -> None:
    """Files that a person might open, good ones and bad ones."""
    for name, text in FILES.items():
        (folder / name).write_text(text)
    for name in BUILTIN[:2]:
        source = builtin_path(name)
        (folder / source.name).write_bytes(source.read_bytes())
    lecture = lecture_path(LECTURES[0])
    (folder / lecture.name).write_bytes(lecture.read_bytes())


@contextmanager
def person(folder: Path) -> Iterator[random.Random]:
    """Somebody who answers as the yielded chance has it, and keeps all files in ``folder``."""
    chance = random.Random()
    buttons = QMessageBox.StandardButton
    fill(folder)

    def answer(*_: object) -> QMessageBox.StandardButton:
        return chance.choice((buttons.Save, buttons.Discard, buttons.Discard, buttons.Cancel))

    def old_file(*_: object) -> tuple[str, str]:
        return chance.choice(["", *sorted(map(str, folder.iterdir()))]), ""

    def new_scenario(*_: object) -> Path | None:
        return chance.choice((None, folder / "mine.gdsim", folder / "other.gdsim"))

    def new_export(*_: object) -> Path | None:
        return chance.choice((None, folder / "export", folder / "missing" / "export"))

    with ExitStack() as stack:
        for owner, name, what in (
            (QMessageBox, "exec", answer),
            (QFileDialog, "getOpenFileName", staticmethod(old_file)),
            (Documents, "_ask_where", new_scenario),
            (ExportDialog, "ask_where", new_export),
            (recovery, "folder", lambda: folder / "recovery"),
            (QDesktopServices, "openUrl", staticmethod(lambda *_: True)),
        ):
            stack.enter_context(patch.object(owner, name, what))
        stack.enter_context(steady())
        yield chance
