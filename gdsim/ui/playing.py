"""The actions of time: where they go, when they are possible, and who has the Space key."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget

from gdsim.ui import theme as th
from gdsim.ui.feature import Feature
from gdsim.ui.i18n import tr
from gdsim.ui.icons import icon


class Playing(Feature):
    """Plays, steps and goes to either end."""

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        player, session = self.window.player, self.window.session
        return {
            "to-start": lambda: player.go(0),
            "back": lambda: player.step(-1),
            "play": player.toggle,
            "forward": lambda: player.step(1),
            "to-end": lambda: player.go(session.last),
            "restart": lambda: player.go(0),
        }

    def start(self) -> None:
        self._action = self.window.actions_["play"]
        self._keys = self._action.shortcuts()
        self._theme = self.window.appearance.theme
        self.window.player.playing_changed.connect(self._on_playing)
        self._application().focusChanged.connect(self._on_focus)
        self.retranslate()

    def refresh(self) -> None:
        at, last = self.window.session.cursor, self.window.session.last
        for name in ("to-start", "back", "restart"):
            self.window.actions_[name].setEnabled(at > 0)
        for name in ("forward", "to-end"):
            self.window.actions_[name].setEnabled(at < last)

    def set_theme(self, theme: th.Theme) -> None:
        self._theme = theme
        if self.window.player.playing:
            self.retranslate()

    def retranslate(self) -> None:
        """The play button says what a press will do."""
        playing = self.window.player.playing
        self._action.setIcon(icon("pause" if playing else "play", self._theme))
        self._action.setText(tr("&Pause") if playing else tr("&Play"))
        self._action.setIconText(self._action.text().replace("&", "").split("(")[0])

    def stop(self) -> None:
        self._application().focusChanged.disconnect(self._on_focus)

    def _on_playing(self, playing: bool) -> None:
        self.window.clock.keep(playing)
        self.retranslate()

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Space plays, except where it belongs to the control that the keyboard is on."""
        keys = [key for key in self._keys if key != QKeySequence(Qt.Key.Key_Space)]
        taken = isinstance(now, QAbstractButton | QComboBox)
        self._action.setShortcuts(keys if taken else self._keys)

    @staticmethod
    def _application() -> QApplication:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        return application
