"""The window as it was at first, so that what it holds is what it cannot let go of."""

from __future__ import annotations

import functools
import gc

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication, QPixmapCache

from gdsim.scenario import default_scenario
from gdsim.ui import thumbnails
from gdsim.ui.data_tools import DataTools
from gdsim.ui.lecture.feature import LectureMode
from gdsim.ui.thumbnails import builtin_scene
from gdsim.ui.views import PRESETS, VIEWS, Preset
from tests.fuzz.monkey.hands import Hands

#: Turns until the maps of the first scene are there.
_MAPS = 60
#: A scene with one parameter, and the views that are in no preset.
_CURVE = "article1-from-the-right"
_OTHERS = Preset("others", "", "overlay", tuple(
    spec.id for spec in VIEWS if not any(spec.id in preset.views for preset in PRESETS)
))  # fmt: skip


def rest(hands: Hands) -> None:
    """End what goes on, and show the first scene in every view at the first size."""
    window = hands.window
    hands.log.append("check")
    while (front := hands.front()) is not window:
        hands.do(front.close)
    window.feature(LectureMode).close()
    editor = window.feature(DataTools).editor
    if editor is not None:
        editor.close()
    window.appearance.set_theme("light")
    window.appearance.set_language("en")
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.actions_["full-screen"].setChecked(False)
    window.resize(1280, 720)
    window.documents.notice.dismiss()
    window.show_panel(True)
    # A font keeps what has ever been drawn with it, a megabyte for the table of Chinese letters
    # alone: in another size first, everybody lets go of what they hold.
    for larger in (1, 0):
        window.appearance.scale_text(larger)
        _show_all(hands)
        _forget()


def _show_all(hands: Hands) -> None:
    """Show the first scene in every view, and in that of one parameter a scene of its own."""
    window = hands.window
    # A view that is hidden keeps the scene that it was last seen with.
    window.show_scenario(builtin_scene(_CURVE), None)
    hands.turn()
    window.show_scenario(default_scenario(), None)
    for preset in (_OTHERS, *PRESETS, PRESETS[0]):
        window.set_mode(preset.mode)
        window.workspace.apply(preset)
        for _ in range(_MAPS if preset.id == "maps" else 5):
            hands.turn()


def _forget() -> None:
    """Empty the bounded caches, of which only the bound would be seen, and the clipboard.

    A picture of the window that someone has copied is 20 MB, and letters are kept for minutes.
    """
    QGuiApplication.clipboard().clear()
    QPixmapCache.clear()
    QFont.cleanup()
    thumbnails._painted.clear()
    for thing in gc.get_objects():
        if isinstance(thing, functools._lru_cache_wrapper) and _is_ours(thing):
            thing.cache_clear()


def _is_ours(thing: object) -> bool:
    return str(getattr(thing, "__module__", "")).startswith("gdsim.")
