"""What is remembered between two starts. A broken settings file never blocks one."""

from __future__ import annotations

import base64
import binascii
import json
import math
import zlib

from PySide6.QtCore import QByteArray, QSettings

from gdsim.ui.i18n import LANGUAGES, system_language
from gdsim.ui.theme import THEMES

#: Text scales on offer, from 80 to 250 %.
TEXT_SCALES = (0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5)
#: Files that are remembered as opened or saved last.
RECENT = 10
#: Typed formulas that are remembered.
FORMULAS = 20


class Settings:
    """Typed access to the settings file; anything that is not as expected counts as not set."""

    def __init__(self) -> None:
        self._file = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope,
                               "gdsim", "gdsim")  # fmt: skip

    def reset(self) -> None:
        """Forget everything."""
        self._file.clear()
        self._file.sync()

    def save(self) -> None:
        """Write to the file now; otherwise that happens at some later moment."""
        self._file.sync()

    def language(self) -> str:
        """Id of the language: the one chosen, else the system's."""
        return self._choice("language", tuple(LANGUAGES), system_language())

    def set_language(self, language: str) -> None:
        """Remember the language."""
        self._file.setValue("language", language)

    def theme(self) -> str:
        """Id of the theme that was chosen, or ``system``."""
        return self._choice("theme", ("system", *THEMES), "system")

    def set_theme(self, theme: str) -> None:
        """Remember the theme."""
        self._file.setValue("theme", theme)

    def text_scale(self) -> float:
        """Scale of all text."""
        try:
            scale = float(self._text("text_scale"))
        except ValueError:
            return 1.0
        if not math.isfinite(scale):
            return 1.0
        return min(TEXT_SCALES, key=lambda known: abs(known - scale))

    def set_text_scale(self, scale: float) -> None:
        """Remember the text scale."""
        self._file.setValue("text_scale", scale)

    def reduced_motion(self) -> bool | None:
        """Whether nothing is to move by itself; ``None`` where the system is asked."""
        return {"yes": True, "no": False}.get(self._text("reduced_motion"))

    def set_reduced_motion(self, reduced: bool) -> None:
        """Remember whether nothing is to move by itself."""
        self._file.setValue("reduced_motion", "yes" if reduced else "no")

    def folder(self) -> str:
        """Folder of the file opened or saved last."""
        return self._text("folder")

    def set_folder(self, folder: str) -> None:
        """Remember the folder."""
        self._file.setValue("folder", folder)

    def recent(self) -> list[str]:
        """Paths of the files opened or saved last, the newest first."""
        return self._list("recent")[:RECENT]

    def set_recent(self, paths: list[str]) -> None:
        """Remember these paths, the newest first."""
        # As JSON: the file format itself cannot tell a list of one from a text.
        self._file.setValue("recent", json.dumps(paths[:RECENT]))

    def gallery_at_start(self) -> bool:
        """Whether the gallery shows when the program starts without a file."""
        return self._text("gallery_at_start") != "no"

    def set_gallery_at_start(self, shown: bool) -> None:
        """Remember whether the gallery shows at the start."""
        self._file.setValue("gallery_at_start", "yes" if shown else "no")

    def export(self) -> str:
        """What was exported last, as JSON (see export/wish.py), or empty."""
        return self._text("export")

    def set_export(self, wish: str) -> None:
        """Remember what was exported last."""
        self._file.setValue("export", wish)

    def mode(self) -> str:
        """What the stage showed, or empty."""
        return self._text("mode")

    def set_mode(self, mode: str) -> None:
        """Remember what the stage shows."""
        self._file.setValue("mode", mode)

    def panel(self) -> bool:
        """Whether the settings at the left are shown."""
        return self._text("panel") != "no"

    def set_panel(self, shown: bool) -> None:
        """Remember whether the settings at the left are shown."""
        self._file.setValue("panel", "yes" if shown else "no")

    def from_here(self) -> bool:
        """Whether an edit of the learning rate holds from the shown step on."""
        return self._text("from_here") == "yes"

    def set_from_here(self, on: bool) -> None:
        """Remember whether an edit of the learning rate holds from the shown step on."""
        self._file.setValue("from_here", "yes" if on else "no")

    def formulas(self) -> list[str]:
        """Formulas typed last, the newest first."""
        return self._list("formulas")[:FORMULAS]

    def set_formulas(self, formulas: list[str]) -> None:
        """Remember these formulas, the newest first."""
        self._file.setValue("formulas", json.dumps(formulas[:FORMULAS]))

    def geometry(self) -> QByteArray | None:
        """Size and place of the window."""
        return self._state("geometry")

    def set_geometry(self, geometry: QByteArray) -> None:
        """Remember size and place of the window."""
        self._set_state("geometry", geometry)

    def arrangement(self) -> QByteArray | None:
        """Where the views are."""
        return self._state("arrangement")

    def set_arrangement(self, arrangement: QByteArray) -> None:
        """Remember where the views are."""
        self._set_state("arrangement", arrangement)

    def _text(self, key: str) -> str:
        value = self._file.value(key, "")
        return value if isinstance(value, str) else str(value)

    def _list(self, key: str) -> list[str]:
        """The texts of a list; anything else in it counts as not there."""
        try:
            items = json.loads(self._text(key))
        except (ValueError, RecursionError):
            return []
        if not isinstance(items, list):
            return []
        return [item for item in items if isinstance(item, str) and "\0" not in item]

    def _choice(self, key: str, allowed: tuple[str, ...], default: str) -> str:
        value = self._text(key)
        return value if value in allowed else default

    def _state(self, key: str) -> QByteArray | None:
        """Bytes of Qt's own making; Qt trusts them, so a damaged file must not reach it."""
        mark, _, packed = self._text(key).partition(":")
        try:
            data = base64.b64decode(packed, validate=True)
        except (binascii.Error, ValueError):
            return None
        return QByteArray(data) if data and mark == _mark(data) else None

    def _set_state(self, key: str, state: QByteArray) -> None:
        data = bytes(state.data())
        self._file.setValue(key, f"{_mark(data)}:{base64.b64encode(data).decode()}")


def _mark(data: bytes) -> str:
    return f"{zlib.crc32(data):08x}"
