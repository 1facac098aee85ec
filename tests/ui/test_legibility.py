"""No text cut off and none untranslated, targets large enough: in every window there is."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from gdsim.ui.lecture.feature import LectureMode
from gdsim.ui.main_window import MainWindow
from gdsim.ui.settings import TEXT_SCALES
from gdsim.ui.theme import THEMES
from gdsim.ui.views import PRESETS
from gdsim.ui.widgets.lane_rows import ROW
from gdsim.ui.widgets.title import Title
from gdsim.ui.widgets.value_label import ValueLabel
from tests.ui import places
from tests.ui.dressed import (
    ARRANGED,
    HEIGHT,
    LANGUAGES,
    WIDTH,
    Dress,
    arrange,
    dressed,
    listed,
    settle,
    told,
    window,
)
from tests.ui.legible import TARGET, faults, seen, untranslated
from tests.ui.written import shown

__all__ = ["dressed", "window"]

SCALES = (1.0, 2.0)
#: Of the lecture that shows a question, its answer, a step in beats, and what was played.
BEATS = (1, 2, 3, 9)
LOOKS = [(theme, language) for theme in THEMES for language in LANGUAGES]
looks = pytest.mark.parametrize(("theme", "language"), LOOKS)
#: The window is laid out alike in dark and light, which is tested: one language shows all the rest.
DIFFERENT = [(t, lang) for t, lang in LOOKS if t != "dark" or lang == "doubled"]


@pytest.mark.parametrize(("theme", "language"), DIFFERENT)
def test_the_window_is_legible(
    window: MainWindow, dressed: Dress, theme: str, language: str
) -> None:
    wrong = {}
    for scale in SCALES:
        dressed(theme, language, scale)
        for preset in ARRANGED:
            arrange(window, preset)
            found = told(window, language)
            if found:
                wrong[scale, preset.id] = found
    assert not wrong, listed(wrong)


@looks
def test_every_dialog_and_editor_is_legible(
    window: MainWindow, dressed: Dress, theme: str, language: str, tmp_path: Path
) -> None:
    wrong = {}
    for scale in SCALES:
        dressed(theme, language, scale)
        for name, opening in places.PLACES.items():
            place = opening(window, tmp_path)
            settle(window)
            found = told(place, language, own_words=name in places.OWN_WORDS)
            if found:
                wrong[scale, name] = found
            places.leave(place)
    assert not wrong, listed(wrong)


@looks
def test_every_menu_pop_up_and_tooltip_is_legible(
    window: MainWindow, dressed: Dress, theme: str, language: str
) -> None:
    wrong = {}
    for scale in SCALES:
        dressed(theme, language, scale)
        arrange(window, PRESETS[0])
        for name, menu in places.menus(window).items():
            places.pop_up(menu)
            entries = [each for each in menu.actions() if each.isVisible() and each.text()]
            heights = {each.text(): menu.actionGeometry(each).height() for each in entries}
            own_words = name in places.OWN_WORDS
            wrong[scale, name] = told(menu, language, own_words=own_words) + low(heights)
            menu.close()
        for box in places.boxes(window):
            box.showPopup()
            rows = range(box.count())
            heights = {box.itemText(row): box.view().sizeHintForRow(row) for row in rows}
            found = told(box.view().window(), language) + low(heights)
            wrong[scale, box.accessibleName()] = found
            box.hidePopup()
        for text in places.tips(window):
            wrong[scale, text] = told(places.tip(text, window), language)
        QToolTip.hideText()
    wrong = {where: faults for where, faults in wrong.items() if faults}
    assert not wrong, listed(wrong)


def test_dark_and_light_are_laid_out_alike(window: MainWindow, dressed: Dress) -> None:
    """Every widget is at the same place, and every text painted there."""
    for scale in SCALES:
        made = []
        # The columns of a table are as wide as they had to be so far: the first look is for them.
        for theme in ("dark", "light", "dark"):
            dressed(theme, "long", scale)
            made.append(laid_out(window))
        for where, alike in made[1].items():
            assert made[2][where] == alike, (scale, where)


def laid_out(window: MainWindow) -> dict[str, list[str]]:
    """Where all widgets and texts are, in each arrangement."""
    found = {}
    for preset in ARRANGED:
        arrange(window, preset)
        found[preset.id] = layout(window)
    return found


def layout(place: QWidget) -> list[str]:
    # Which of the children is the first says nothing.
    geometry = sorted(f"{type(w).__name__} {w.geometry().getRect()}" for w in seen(place))
    texts = (f"{t.text} {t.ink.getRect()}" for _, made in shown(place) for t in made.texts)
    return [*geometry, *sorted(texts)]


def low(heights: dict[str, int]) -> list[str]:
    return [f"a target of {high}: {text}" for text, high in heights.items() if high < TARGET]


@pytest.mark.parametrize(("theme", "language"), DIFFERENT)
def test_a_lecture_is_legible(
    window: MainWindow, dressed: Dress, theme: str, language: str
) -> None:
    """A scene with a question, a message over it, and the presenter's window."""
    lectures = window.feature(LectureMode)
    wrong = {}
    for scale in SCALES:
        dressed(theme, language, scale)
        window.apply_preset("compare")
        window.session.mark_saved()  # or it would ask
        lectures.open_builtin("update-orders")
        lectures.show_.go(1)
        window.documents.notice.tell("1", "2")
        lectures.toggle_presenter()
        window.resize(WIDTH, HEIGHT)
        settle(window)
        # What a lecture itself says is in its own languages.
        for place in (window, lectures.presenter):
            assert place is not None
            found = told(place, language, own_words=True)
            if found:
                wrong[scale, place.objectName()] = found
        window.documents.notice.dismiss()
        lectures.close()
    window.clock.stop()  # it has been asked for the presenter's next second
    assert not wrong, listed(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_presentation_is_legible(window: MainWindow, dressed: Dress, language: str) -> None:
    """Its text is as large as the screen allows, and its colours are its own."""
    lectures = window.feature(LectureMode)
    wrong = {}
    for theme, scale, beats in (("light", 1.0, BEATS), ("dark", 2.0, BEATS[-2:])):
        dressed(theme, language, scale)
        window.session.mark_saved()
        lectures.open_builtin("update-orders")
        window.resize(WIDTH, HEIGHT)
        lectures.start_presentation(full_screen=False)
        for beat in beats:
            lectures.show_.go(beat)
            settle(window)
            found = told(window, language, own_words=True)
            if found:
                wrong[scale, beat] = found
            answers = lectures.bar.question.buttons
            if answers and answers[0].isVisible():
                answers[0].click()
        lectures.close()
    assert not wrong, listed(wrong)


@pytest.mark.parametrize(("theme", "language"), [("light", "en"), ("projector", "zh_CN")])
def test_every_size_of_text_fits_the_screen(
    window: MainWindow, dressed: Dress, theme: str, language: str
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
