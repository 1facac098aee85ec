"""Contrast: of the themes' colours, and of what is painted."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from gdsim.ui import theme as th
from gdsim.ui.lecture.feature import LectureMode
from gdsim.ui.main_window import MainWindow
from gdsim.ui.theme import THEMES, Theme
from tests.ui import places
from tests.ui.contrast import contrast, pale_shapes, pale_texts
from tests.ui.dressed import ARRANGED, Dress, arrange, dressed, listed, settle, window
from tests.ui.legible import CONTROLS, seen, told
from tests.ui.painted import painting
from tests.ui.written import shown

__all__ = ["dressed", "window"]

# ---- contrast ----------------------------------------------------------------------------------


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


# ---- on pictures -------------------------------------------------------------------------------

looks = pytest.mark.parametrize("theme", THEMES)


@looks
def test_what_the_window_paints_stands_out(window: MainWindow, dressed: Dress, theme: str) -> None:
    wrong = {}
    for scale in (1.0, 2.0):
        dressed(theme, "en", scale)
        for preset in ARRANGED:
            arrange(window, preset)
            painted = shown(window)
            found = pale_texts(window, painted, window.appearance.theme)
            if scale == 1.0:
                found += pale_shapes(window, painted, window.appearance.theme)
            wrong[scale, preset.id] = found
    wrong = {where: faults for where, faults in wrong.items() if faults}
    assert not wrong, listed(wrong)


@looks
def test_what_opens_over_it_stands_out(
    window: MainWindow, dressed: Dress, theme: str, tmp_path: Path
) -> None:
    dressed(theme, "en", 1.0)
    arrange(window, ARRANGED[0])
    wrong = {}

    def look(name: str, place: QWidget) -> None:
        settle(window)
        painted = shown(place)
        wrong[name] = pale_texts(place, painted, window.appearance.theme)
        wrong[name] += pale_shapes(place, painted, window.appearance.theme)

    for name, opening in places.PLACES.items():
        place = opening(window, tmp_path)
        look(name, place)
        places.leave(place)
    for name, menu in places.menus(window).items():
        places.pop_up(menu).setActiveAction(menu.actions()[0])
        look(name, menu)
        menu.close()
    for box in places.boxes(window)[:1]:
        box.showPopup()
        look("choices", box.view().window())
        box.hidePopup()
    look("tooltip", places.tip("A tooltip", window))
    QToolTip.hideText()
    wrong = {where: faults for where, faults in wrong.items() if faults}
    assert not wrong, listed(wrong)


# Colours know nothing of sizes; that a thicker frame or a larger letter changes nothing, one theme
# shows for all.
@pytest.mark.parametrize(("theme", "scale"), [*((theme, 1.0) for theme in THEMES), ("dark", 2.0)])
def test_states_stand_out(window: MainWindow, dressed: Dress, theme: str, scale: float) -> None:
    """Under the mouse, pressed, with the keyboard, chosen: one control of each kind."""
    dressed(theme, "en", scale)
    arrange(window, ARRANGED[0])
    shown_theme = window.appearance.theme
    kinds: dict[tuple[type, bool], QWidget] = {}
    for widget in seen(window):
        if isinstance(widget, CONTROLS) and widget.isEnabled() and not covered(widget):
            checkable = isinstance(widget, QAbstractButton) and widget.isCheckable()
            kinds.setdefault((type(widget), checkable), widget)
    assert len(kinds) >= 6
    wrong = {}
    for widget in kinds.values():
        for state, (begin, end) in STATES.items():
            begin(widget)
            QApplication.processEvents()
            painted = [(widget, painting(widget))]
            wrong[told(widget), state] = pale_texts(window, painted, shown_theme)
            wrong[told(widget), state] += pale_shapes(window, painted, shown_theme)
            end(widget)
    wrong = {where: faults for where, faults in wrong.items() if faults}
    assert not wrong, listed(wrong)


def covered(widget: QWidget) -> bool:
    return not widget.visibleRegion().contains(widget.rect())


def hover(widget: QWidget, on: bool) -> None:
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on)
    widget.update()


def press(widget: QWidget, down: bool) -> None:
    if isinstance(widget, QAbstractButton):
        widget.setDown(down)


STATES: dict[str, tuple[Callable[[QWidget], object], Callable[[QWidget], object]]] = {
    "under the mouse": (lambda w: hover(w, True), lambda w: hover(w, False)),
    "pressed": (lambda w: press(w, True), lambda w: press(w, False)),
    "with the keyboard": (lambda w: w.setFocus(), lambda w: w.clearFocus()),
}


@looks
def test_a_lecture_stands_out(qtbot: QtBot, window: MainWindow, dressed: Dress, theme: str) -> None:
    """A question, its answer, a message over them; presented, with the presenter's window."""
    lectures = window.feature(LectureMode)
    dressed(theme, "en", 1.0)
    window.session.mark_saved()
    lectures.open_builtin("update-orders")
    wrong = {}

    def look(name: str, place: QWidget) -> None:
        settle(window)
        painted, now = shown(place), window.appearance.theme
        wrong[name] = pale_texts(place, painted, now) + pale_shapes(place, painted, now)

    lectures.show_.go(1)
    look("question", window)
    lectures.bar.question.buttons[0].click()
    lectures.show_.go(2)
    look("answer", window)
    window.documents.notice.tell("A file cannot be opened.", "It is not there.")
    look("message", window)
    window.documents.notice.dismiss()
    lectures.toggle_presenter()
    assert lectures.presenter is not None
    look("presenter", lectures.presenter)
    lectures.toggle_presenter()
    lectures.start_presentation(full_screen=False)
    look("presentation", window)
    lectures.close()
    # The presenter's clock has been asked for one more second.
    qtbot.waitUntil(lambda: not window.clock.waiting)
    wrong = {where: faults for where, faults in wrong.items() if faults}
    assert not wrong, listed(wrong)


def test_what_is_pale_is_found(qtbot: QtBot) -> None:
    """Planted: a text, a line and a mark that hardly differ from their ground."""
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(300, 100)
    holder.setStyleSheet("background: #FFFFFF")
    label = QLabel("to be read", holder)
    label.setStyleSheet("color: #777777")
    with qtbot.waitExposed(holder):
        holder.show()
    (found,) = pale_texts(holder, shown(holder), th.LIGHT)
    assert "#777777: 4.48" in found
    label.setStyleSheet("color: #767676")
    assert pale_texts(holder, shown(holder), th.LIGHT) == []
    line = _Line(th.LIGHT.lanes[0], holder)
    holder.setStyleSheet("background: #9EAABB")
    (found,) = pale_shapes(holder, shown(holder), th.LIGHT)
    assert "_Line" in found
    holder.setStyleSheet("background: #FFFFFF")
    assert pale_shapes(holder, shown(holder), th.LIGHT) == []
    line.deleteLater()


class _Line(QWidget):
    def __init__(self, colour: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour = colour
        self.setGeometry(0, 50, 100, 20)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(QColor(self._colour), 2))
        painter.drawLine(10, 10, 90, 10)
        painter.end()
