"""One window, shown in any theme, language and size of text: for tests of what can be read."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from gdsim.engine.schedules import Cosine
from gdsim.scenario import default_scenario
from gdsim.ui import i18n
from gdsim.ui.lecture import show
from gdsim.ui.main_window import MainWindow
from gdsim.ui.views import PRESETS, Preset
from tests.ui.legible import faults, untranslated
from tests.ui.widgets.languages import Pseudo
from tests.ui.written import PLACES, cut_off, english, foreign, shown

#: The screen that everything must fit on.
WIDTH, HEIGHT = 1280, 720
#: Every view there is: those of the presets, and the ones that a person adds.
ARRANGED = (*PRESETS, Preset("others", "", "overlay", ("critical", "code", "table")))

Dress = Callable[[str, str, float], None]


def doubled(text: str) -> str:
    """Everything twice."""
    return foreign(f"«{text} {text}»")


def long(text: str) -> str:
    """Words half as long again; places for values and markup are kept."""
    parts = PLACES.split(text)
    grown = (
        part if i % 2 else re.sub(r"[A-Za-z]{4,}", lambda m: m[0] + m[0][: len(m[0]) // 2], part)
        for i, part in enumerate(parts)
    )
    return foreign(f"«{''.join(grown)}»")


PSEUDO: dict[str, Callable[[str], str]] = {"doubled": doubled, "long": long}
LANGUAGES = ("en", "zh_CN", *PSEUDO)


@pytest.fixture(scope="module")
def window(qapp: QApplication) -> Iterator[MainWindow]:
    """One window for all tests: it is switched, not made anew."""
    made = MainWindow(default_scenario())
    made.resize(WIDTH, HEIGHT)
    made.show()
    made.session.set_cursor(3)
    made.parameters.lanes.set_target(1)
    # With a schedule there are the most rows.
    made.parameters.rate.schedule.schedule_chosen.emit(Cosine(0.2, 60, 0.0))
    for preset in ARRANGED:
        # What is made later would be blamed on the test that first shows it.
        arrange(made, preset)
    yield made
    made.session.mark_saved()
    made.close()
    made.settings.reset()  # the next test begins without what is remembered
    made.deleteLater()


@pytest.fixture
def dressed(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Iterator[Dress]:
    """Shows the window in a theme, a language and a size of text; as it was after the test."""
    monkeypatch.setattr(show, "RUNNING_TIME", 0.0)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    made: list[Pseudo] = []

    def dress(theme: str, language: str, scale: float) -> None:
        window.settings.set_text_scale(scale)
        window.appearance.set_theme(theme)
        window.appearance.set_language("en" if language in PSEUDO else language)
        if language in PSEUDO and not made:
            made.append(Pseudo(PSEUDO[language], app))
            app.installTranslator(made[-1])
            QApplication.sendEvent(app, QEvent(QEvent.Type.LanguageChange))
        settle(window)

    yield dress
    for translator in made:
        app.removeTranslator(translator)
        translator.deleteLater()
    window.settings.set_text_scale(1.0)
    window.appearance.set_theme("light")
    i18n.set_language("en")
    settle(window)


def arrange(window: MainWindow, preset: Preset) -> None:
    """Show these views at the size of the smallest screen."""
    window.set_mode(preset.mode)
    window.workspace.apply(preset)
    window.show_panel(True)
    window.resize(WIDTH, HEIGHT)
    settle(window)
    # The surface comes some frames after its page.
    for _ in range(100):
        if preset.mode != "surface" or not window.stage.surface.pending:
            break
        QTest.qWait(20)
    settle(window)


def settle(window: MainWindow) -> None:
    """All that is laid out anew is, which takes Qt some rounds."""
    for _ in range(6):
        QApplication.processEvents()
        window.refresh()


def told(window: QWidget, language: str, *, own_words: bool = False) -> list[str]:
    """All that is wrong with ``window`` now; with ``own_words`` it has texts in one language."""
    found = faults(window)
    # On a larger screen a dialog may be larger; what counts is how small it can get.
    least = window.minimumSizeHint() if isinstance(window, QDialog) else window.size()
    scrolls = bool(window.windowFlags() & Qt.WindowType.Popup == Qt.WindowType.Popup)
    # A menu of doubled words in letters three times as large needs a little more.
    wide = 1.05 * WIDTH if scrolls and language == "doubled" else WIDTH
    too_large = least.width() > wide or (least.height() > HEIGHT and not scrolls)
    if window.isWindow() and too_large:
        found.append(f"the window is {least.width()} × {least.height()}")
    painted = shown(window)
    found += cut_off(painted)
    if language in PSEUDO and not own_words:
        found += [f"untranslated: {text}" for text in untranslated(window, "«", "»")]
        found += english(painted)
    return found


def listed(wrong: dict[Any, list[str]]) -> str:
    return "\n".join(f"{where}: {fault}" for where, faults in wrong.items() for fault in faults)
