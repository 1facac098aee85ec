"""What is remembered between two starts. A broken settings file never blocks one."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings

from gdsim.ui.i18n import LANGUAGES, system_language
from gdsim.ui.theme import THEMES

#: Text scales on offer, from 80 to 250 %.
TEXT_SCALES = (0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5)


class Settings:
    """Typed access to the settings file; anything that is not as expected counts as not set."""

    def __init__(self) -> None:
        self._file = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope,
                               "gdsim", "gdsim")  # fmt: skip

    def reset(self) -> None:
        """Forget everything."""
        self._file.clear()

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
            scale = float(str(self._file.value("text_scale", 1.0)))
        except ValueError:
            return 1.0
        return min(TEXT_SCALES, key=lambda known: abs(known - scale)) if scale == scale else 1.0

    def set_text_scale(self, scale: float) -> None:
        """Remember the text scale."""
        self._file.setValue("text_scale", scale)

    def folder(self) -> str:
        """Folder of the file opened or saved last."""
        return str(self._file.value("folder", ""))

    def set_folder(self, folder: str) -> None:
        """Remember the folder."""
        self._file.setValue("folder", folder)

    def geometry(self) -> QByteArray | None:
        """Size and place of the window."""
        saved = self._file.value("geometry")
        return saved if isinstance(saved, QByteArray) else None

    def set_geometry(self, geometry: QByteArray) -> None:
        """Remember size and place of the window."""
        self._file.setValue("geometry", geometry)

    def _choice(self, key: str, allowed: tuple[str, ...], default: str) -> str:
        value = str(self._file.value(key, default))
        return value if value in allowed else default
