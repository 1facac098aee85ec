"""Contrast, size of targets, no text cut off and none untranslated: in every window there is."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gdsim.engine.schedules import Cosine
from gdsim.scenario import default_scenario
from gdsim.ui import i18n
from gdsim.ui import theme as th
from gdsim.ui.about import AboutDialog
from gdsim.ui.data_tools import DataTools
from gdsim.ui.dialogs.csv_preview import CsvPreview
from gdsim.ui.exporting import Exporting
from gdsim.ui.gallery import Gallery
from gdsim.ui.lecture import show
from gdsim.ui.lecture.feature import LectureMode
from gdsim.ui.main_window import MainWindow
from gdsim.ui.palette import Palette
from gdsim.ui.settings import TEXT_SCALES
from gdsim.ui.shortcuts import Shortcuts
from gdsim.ui.theme import THEMES, Theme
from gdsim.ui.views import PRESETS
from gdsim.ui.widgets.lane_rows import ROW
from gdsim.ui.widgets.title import Title
from gdsim.ui.widgets.value_label import ValueLabel
from tests.ui.legible import TARGET, faults, untranslated
from tests.ui.widgets.languages import Pseudo

#: The screen that everything must fit on.
WIDTH, HEIGHT = 1280, 720

# ---- contrast ----------------------------------------------------------------------------------


def luminance(colour: str | QColor) -> float:
    """Relative luminance (WCAG 2.2)."""
    made = QColor(colour)
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (made.redF(), made.greenF(), made.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str | QColor, other: str | QColor) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def texts(theme: Theme) -> Iterator[tuple[str, str, str]]:
    """(what, colour, ground) of everything that is read."""
    for ground in ("card", "ground"):
        for name in ("text", "muted", "error", "gap", "accent"):
            yield f"{name} on {ground}", getattr(theme, name), getattr(theme, ground)
    # What is said about lanes and coordinates stands on cards.
    for name in ("lanes", "coordinates"):
        for i, colour in enumerate(getattr(theme, name)):
            yield f"{name} {i}", colour, theme.card
    yield "on_accent", theme.on_accent, theme.accent
    for colour in (theme.text, *theme.coordinates):
        yield f"{colour} on mark_ground", colour, theme.mark_ground


def graphics(theme: Theme) -> Iterator[tuple[str, str, str]]:
    """(what, colour, ground) of everything that is seen and means something."""
    for name in ("field_edge", "accent", "minimum", "error"):
        yield name, getattr(theme, name), theme.card
    yield "focus on ground", theme.accent, theme.ground
    for i in range(len(th.BASINS)):
        yield f"number on basin {i}", th.LIGHT.minimum, th.basin_colour(i)
        yield f"start ring on basin {i}", th.LIGHT.text, th.basin_colour(i)
    yield "number on what ends nowhere", th.DARK.text, th.NOWHERE
    yield "difference", theme.gap if theme.id != "dark" else th.NOWHERE, th.BASINS[-1]


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.id)
def test_text_can_be_read(theme: Theme) -> None:
    weak = {what: round(contrast(a, b), 2) for what, a, b in texts(theme) if contrast(a, b) < 4.5}
    assert weak == {}


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.id)
def test_graphics_can_be_seen(theme: Theme) -> None:
    weak = {what: round(contrast(a, b), 2) for what, a, b in graphics(theme) if contrast(a, b) < 3}
    assert weak == {}


def test_contrast_itself() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


# ---- languages ---------------------------------------------------------------------------------

_KEPT = re.compile(r"(\{[^}]*\}|<[^>]*>)")


def doubled(text: str) -> str:
    """Everything twice."""
    return f"«{text} {text}»"


def long(text: str) -> str:
    """Words half as long again; places for values and markup are kept."""
    parts = _KEPT.split(text)
    grown = (
        part if i % 2 else re.sub(r"[A-Za-z]{4,}", lambda m: m[0] + m[0][: len(m[0]) // 2], part)
        for i, part in enumerate(parts)
    )
    return f"«{''.join(grown)}»"


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
    for preset in PRESETS:
        # What is made later would be blamed on the test that first shows it.
        made.apply_preset(preset.id)
        settle(made)
    yield made
    made.session.mark_saved()
    made.close()
    made.settings.reset()  # the next test begins without what is remembered
    made.deleteLater()


@pytest.fixture
def dressed(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str, str, float], None]]:
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


def settle(window: MainWindow) -> None:
    """All that is laid out anew is, which takes Qt some rounds."""
    for _ in range(6):
        QApplication.processEvents()
        window.refresh()


def told(window: QWidget, language: str) -> list[str]:
    """All that is wrong with ``window`` now."""
    found = faults(window)
    # On a larger screen a dialog may be larger; what counts is how small it can get.
    least = window.minimumSizeHint() if isinstance(window, QDialog) else window.size()
    if least.width() > WIDTH or least.height() > HEIGHT:
        found.append(f"the window is {least.width()} × {least.height()}")
    if language in PSEUDO:
        found += [f"untranslated: {text}" for text in untranslated(window, "«", "»")]
    return found


def listed(wrong: dict[Any, list[str]]) -> str:
    return "\n".join(f"{where}: {fault}" for where, faults in wrong.items() for fault in faults)


# ---- everything --------------------------------------------------------------------------------


#: Dark and light differ in their colours alone.
LOOKS = [(t, lang) for t in THEMES for lang in LANGUAGES if t != "dark" or lang == "doubled"]


@pytest.mark.parametrize(("theme", "language"), LOOKS)
def test_the_window_is_legible(
    window: MainWindow, dressed: Callable[[str, str, float], None], theme: str, language: str
) -> None:
    wrong = {}
    for scale in (1.0, 2.0):
        dressed(theme, language, scale)
        for preset in PRESETS:
            window.apply_preset(preset.id)
            window.show_panel(True)
            window.resize(WIDTH, HEIGHT)
            settle(window)
            found = told(window, language)
            if found:
                wrong[scale, preset.id] = found
    assert not wrong, listed(wrong)


DIALOGS: dict[str, Callable[[MainWindow, Path], QWidget]] = {}


def opens(function: Callable[[MainWindow, Path], QWidget]) -> Callable[[MainWindow, Path], QWidget]:
    DIALOGS[function.__name__] = function
    return function


@opens
def gallery(window: MainWindow, _folder: Path) -> QWidget:
    window.feature(Gallery).open()
    return window.feature(Gallery).dialog


@opens
def palette(window: MainWindow, _folder: Path) -> QWidget:
    window.feature(Palette).open()
    return window.feature(Palette).dialog


@opens
def shortcuts(window: MainWindow, _folder: Path) -> QWidget:
    window.feature(Shortcuts).open()
    return window.feature(Shortcuts).dialog


@opens
def about(window: MainWindow, _folder: Path) -> QWidget:
    window.actions_["about"].trigger()
    return window.findChildren(AboutDialog)[-1]


@opens
def export_picture(window: MainWindow, _folder: Path) -> QWidget:
    return window.feature(Exporting).open("picture")


@opens
def export_animation(window: MainWindow, _folder: Path) -> QWidget:
    return window.feature(Exporting).open("animation")


@opens
def export_numbers(window: MainWindow, _folder: Path) -> QWidget:
    return window.feature(Exporting).open("numbers")


@opens
def data_editor(window: MainWindow, _folder: Path) -> QWidget:
    window.actions_["data-editor"].trigger()
    return window.feature(DataTools).editor


@opens
def csv_preview(window: MainWindow, folder: Path) -> QWidget:
    file = folder / "1.csv"
    file.write_text("1,2\n1,3\n2,5\n", "utf-8")
    dialog = CsvPreview(file, window.appearance.theme, window)
    dialog.open()
    return dialog


@pytest.mark.parametrize(("theme", "language"), LOOKS)
def test_every_dialog_is_legible(
    window: MainWindow,
    dressed: Callable[[str, str, float], None],
    theme: str,
    language: str,
    tmp_path: Path,
) -> None:
    wrong = {}
    for scale in (1.0, 2.0):
        dressed(theme, language, scale)
        for name, opening in DIALOGS.items():
            dialog = opening(window, tmp_path)
            settle(window)
            found = told(dialog, language)
            if found:
                wrong[scale, name] = found
            dialog.close()
    assert not wrong, listed(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lecture_is_legible(
    window: MainWindow, dressed: Callable[[str, str, float], None], language: str
) -> None:
    """A scene with a question, and a message over it."""
    lectures = window.feature(LectureMode)
    wrong = {}
    for scale in (1.0, 2.0):
        dressed("light", language, scale)
        window.apply_preset("compare")
        window.session.mark_saved()  # or it would ask
        lectures.open_builtin("update-orders")
        lectures.show_.go(1)
        window.documents.notice.tell("1", "2")
        window.resize(WIDTH, HEIGHT)
        settle(window)
        # What a lecture itself says is in its own languages.
        found = [fault for fault in told(window, language) if not fault.startswith("untranslated")]
        if found:
            wrong[scale] = found
        window.documents.notice.dismiss()
        lectures.close()
    assert not wrong, listed(wrong)


@pytest.mark.parametrize(("theme", "language"), [("light", "en"), ("projector", "zh_CN")])
def test_every_size_of_text_fits_the_screen(
    window: MainWindow, dressed: Callable[[str, str, float], None], theme: str, language: str
) -> None:
    for scale in (TEXT_SCALES[0], 1.5, TEXT_SCALES[-1]):
        dressed(theme, language, scale)
        for panel in (True, False):
            window.show_panel(panel)
            for preset in PRESETS:
                window.apply_preset(preset.id)
                window.resize(WIDTH, HEIGHT)
                settle(window)
                size = (window.width(), window.height())
                assert size == (WIDTH, HEIGHT), (scale, preset.id, panel)
                assert (
                    window.player_card.visibleRegion().boundingRect() == window.player_card.rect()
                )
                low = window.appearance.theme.text_scale > 1.5
                for view in window.stage.contours if preset.id == "compare" else ():
                    high = view.plot.getViewBox().screenGeometry().height()
                    assert high >= (80 if low else 150), (scale, preset.id, panel)


def test_rows_of_lanes_and_labels_of_the_track_can_be_hit(window: MainWindow) -> None:
    assert window.appearance.theme.size(ROW) >= TARGET
    track = window.parameters.rate.control.track
    assert [p.label.height() for p in track.placed if p.label.height() < TARGET] == []


# ---- the test itself ---------------------------------------------------------------------------


def test_what_is_elided_is_in_the_tooltip(qtbot: QtBot) -> None:
    for label in (ValueLabel(), Title()):
        qtbot.addWidget(label)
        label.setText("a text that is much longer than the label is wide")
        label.resize(60, 20)
        label.show()
        assert label.elided
        assert label.whole_text() == label.text()
        label.resize(800, 20)
        assert not label.elided
        assert label.whole_text() == ""


def test_what_is_left_of_numbers_are_whole_ones(qtbot: QtBot) -> None:
    label = ValueLabel()
    qtbot.addWidget(label)
    label.setText("w 1.6635   b 0.6024   J 0.838145")
    metrics = label.fontMetrics()
    for width in range(metrics.horizontalAdvance("…   J 0.838145"), 400, 7):
        label.resize(width, 20)
        shown = label._shown(metrics)
        assert set(shown.split("   ")) <= {"…", *label.text().split("   ")}


def test_faults_are_found(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(400, 100)
    label = QLabel("a text that does not fit", holder)
    label.resize(20, 20)
    holder.show()
    assert len(faults(holder)) == 1
    label.setToolTip(label.text())
    assert faults(holder) == []
    label.move(390, 0)
    assert len(faults(holder)) == 1
    assert untranslated(holder, "«", "»") == ["QLabel: 'a text that does not fit'"]
    label.setText("«that» 0.2")
    label.setToolTip("")
    assert untranslated(holder, "«", "»") == []
