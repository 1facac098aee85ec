"""Theme, text size and language: chosen in menus, remembered, applied to the running window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QActionGroup, QGuiApplication, QScreen
from PySide6.QtWidgets import QMenu

from gdsim.engine.text import N_
from gdsim.ui import i18n
from gdsim.ui import theme as th
from gdsim.ui.i18n import tr
from gdsim.ui.settings import TEXT_SCALES, Settings

#: Theme ids of the menu; ``system`` follows the desktop.
THEME_NAMES = (
    ("system", N_("Like the system")),
    ("light", N_("Light")),
    ("dark", N_("Dark")),
    ("projector", N_("Projector")),
)


#: Height of the window for which the projector's sizes are meant; in a higher one, as a projector
#: shows it, everything grows with it: the wall is no larger. In steps, as each is a new style.
_WALL, _STEPS = 720, 4
#: How much larger than it is by itself a presentation becomes at most, where text is large.
_MOST = 1.3


class Appearance(QObject):
    """Holds the theme in force; calls ``applied(theme)`` whenever it changes.

    It goes with its ``window``: the system's signals must not reach one that has gone.
    """

    def __init__(
        self, window: QObject, settings: Settings, applied: Callable[[th.Theme], None]
    ) -> None:
        super().__init__(window)
        self._settings = settings
        self._applied = applied
        #: A theme in place of the chosen one, while a feature needs it; never remembered.
        self.lent: th.Theme | None = None
        self._growth = 1.0
        self._own = th.LIGHT
        self.theme = self._current()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._on_screen)

    def apply(self) -> None:
        """Apply theme and language as set."""
        self._applied(self.theme)
        i18n.set_language(self._settings.language())

    def set_theme(self, id: str) -> None:
        """Choose a theme by id, or ``system``."""
        self._settings.set_theme(id)
        self._apply_theme()

    def set_language(self, language: str) -> None:
        """Choose the language."""
        self._settings.set_language(language)
        i18n.set_language(language)

    def scale_text(self, by: int) -> None:
        """Next larger (1) or smaller (−1) text, or normal size (0)."""
        at = TEXT_SCALES.index(self._settings.text_scale())
        at = TEXT_SCALES.index(1.0) if by == 0 else at + by
        self._settings.set_text_scale(TEXT_SCALES[max(0, min(at, len(TEXT_SCALES) - 1))])
        self._apply_theme()

    def lend(self, theme: th.Theme | None) -> None:
        """Show ``theme`` for the time being, or again the chosen one for ``None``."""
        self.lent = theme
        self._apply_theme()

    def set_height(self, pixels: int) -> None:
        """The window is so high: the projector theme is as large on every screen."""
        growth = max(1.0, int(_STEPS * pixels / _WALL) / _STEPS)
        if growth != self._growth:
            self._growth = growth
            if self.theme.id == "projector":
                self._apply_theme()

    @property
    def own_theme(self) -> th.Theme:
        """The theme that was chosen, also while another one is lent."""
        return self._current()

    def fill_menus(self, themes: QMenu, languages: QMenu) -> None:
        """Make the entries of the two menus, in the current language."""
        chosen, language = self._settings.theme(), self._settings.language()
        _fill(themes, [(key, tr(name)) for key, name in THEME_NAMES], chosen, self.set_theme)
        _fill(languages, list(i18n.LANGUAGES.items()), language, self.set_language)

    def _apply_theme(self) -> None:
        theme = self._lent() or self._current()
        if theme is not self.theme:
            self.theme = theme
            self._applied(theme)

    def _lent(self) -> th.Theme | None:
        if self.lent is None:
            return None
        # It fills the screen as it is, and has room for a little more.
        own = min(self._settings.text_scale(), _MOST)
        return replace(self.lent, text_scale=self.lent.text_scale * own)

    def _current(self) -> th.Theme:
        """The chosen theme, the same object until something of it changes: who wears it knows."""
        name = self._settings.theme()
        if name == "system":
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
            name = "dark" if dark else "light"
        theme = th.THEMES[name]
        growth = self._growth if name == "projector" else 1.0
        # What is large already grows no further than what can be chosen: the screen is full then.
        scale = min(theme.text_scale * self._settings.text_scale(), TEXT_SCALES[-1]) * growth
        theme = replace(theme, text_scale=scale, line=theme.line * growth)
        if theme != self._own:
            self._own = theme
        return self._own

    def _on_screen(self, _screen: QScreen) -> None:
        # Icons are drawn for the screens that there are: the one of a projector may be coarser.
        self._own = replace(self._own)
        self._apply_theme()

    def _on_scheme(self) -> None:
        if self._settings.theme() == "system":
            self._apply_theme()


def _fill(
    menu: QMenu, entries: list[tuple[str, str]], chosen: str, choose: Callable[[str], None]
) -> None:
    menu.clear()
    for old in menu.findChildren(QActionGroup):
        old.deleteLater()
    group = QActionGroup(menu)
    for key, text in entries:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(key == chosen)
        action.triggered.connect(lambda _=False, key=key: choose(key))
        group.addAction(action)
