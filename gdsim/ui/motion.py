"""Reduced motion: nothing slides, fades or blinks. What plays is started by a person, in steps.

The views draw no step in between and the camera of the surface jumps, with or without it; what
is left to move by itself are the docks that make room for a dragged one, the text cursor, and
the effects that some systems have for menus, lists and tooltips.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping

from PySide6.QtCore import QSettings, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gdsim.engine.text import N_
from gdsim.ui.action_spec import ActionSpec
from gdsim.ui.feature import Feature

#: GTK's own settings; other desktops write them too, so that all programs look alike.
_GTK = ("gtk-4.0/settings.ini", "gtk-3.0/settings.ini")
#: Windows: whether it is to animate what is inside of windows.
_SPI_GETCLIENTAREAANIMATION = 0x1042


class Motion(Feature):
    """Follows the system until a person chooses."""

    actions = (
        ActionSpec("reduced-motion", N_("Reduced mo&tion"), "view", checkable=True,
                   after="full-screen",
                   help=N_("Nothing slides, fades or blinks; playing goes on step by step")),
    )  # fmt: skip

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"reduced-motion": self._choose}

    def start(self) -> None:
        self._blink = QGuiApplication.styleHints().cursorFlashTime()
        self._effects = QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
        chosen = self.window.settings.reduced_motion()
        self.apply(system_has_less_motion() if chosen is None else chosen)

    def _choose(self) -> None:
        reduced = self.window.actions_["reduced-motion"].isChecked()
        self.window.settings.set_reduced_motion(reduced)
        self.apply(reduced)

    def apply(self, reduced: bool) -> None:
        """Let things move by themselves, or not."""
        self.window.actions_["reduced-motion"].setChecked(reduced)
        self.window.workspace.setAnimated(not reduced)
        QGuiApplication.styleHints().setCursorFlashTime(0 if reduced else self._blink)
        # The one that all the others hang on.
        QApplication.setEffectEnabled(Qt.UIEffect.UI_General, self._effects and not reduced)

    def stop(self) -> None:
        self.apply(False)


def system_has_less_motion() -> bool:
    """Whether a person has switched animations off for all programs, where that can be known."""
    if sys.platform == "win32":
        import ctypes

        animated = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(
            _SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(animated), 0
        )
        return not animated.value
    folder = QStandardPaths.StandardLocation.GenericConfigLocation
    for name in _GTK:
        path = QStandardPaths.locate(folder, name)
        if path:
            told = QSettings(path, QSettings.Format.IniFormat).value(
                "Settings/gtk-enable-animations"
            )
            if told is not None:
                return str(told).lower() in ("0", "false")
    return False
