"""The menu under the right button, asked for by the real mouse and the real key."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from gdsim.ui.main_window import MainWindow
from gdsim.ui.plots.view import View
from tests.window import point_at


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.clock.active, timeout=20_000)


def ask(qtbot: QtBot, widget: QWidget, place: QPoint, *, by_key: bool = False) -> QMenu:
    """What opens at ``place``. QTest knows no such event, the screen makes it of a press."""
    if not by_key:
        point_at(qtbot, widget, place)
    reason = QContextMenuEvent.Reason
    event = QContextMenuEvent(
        reason.Keyboard if by_key else reason.Mouse, place, widget.mapToGlobal(place)
    )
    QApplication.sendEvent(widget, event)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def words(menu: QMenu) -> list[str]:
    return [action.text().replace("&", "") for action in menu.actions() if action.text()]


def choose(qtbot: QtBot, menu: QMenu, text: str) -> None:
    action = next(a for a in menu.actions() if a.text().replace("&", "").startswith(text))
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def close(qtbot: QtBot, menu: QMenu) -> None:
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def spot(view: View, *theta: float) -> QPoint:
    return view.plot.pixel(*theta).toPoint()


def test_a_run_starts_where_the_mouse_is(qtbot: QtBot, window: MainWindow) -> None:
    contour = window.stage.contours[0]
    menu = ask(qtbot, contour.plot.viewport(), spot(contour, 1.0, 2.0))
    start = words(menu)[0]
    assert start.startswith("Start here: w ")
    choose(qtbot, menu, "Start here")
    settle(qtbot, window)
    low, high, pixels = contour.plot.frame()
    near = ((high - low) / pixels).tolist()
    assert np.abs(np.array(window.session.scenario.start) - (1.0, 2.0)).tolist() <= near
    # The words are those numbers, and a step of undo takes them back.
    w, b = window.session.scenario.start
    assert start == f"Start here: w {w:g}   b {b:g}"
    assert window.session.runs[0].theta[0].tolist() == [w, b]
    assert window.session.undo_label == "Move the start"
    window.session.undo()
    assert window.session.scenario.start == (0.0, 0.0)


@pytest.mark.parametrize("mode", ["overlay", "surface"])
def test_each_picture_of_the_parameters_offers_a_start(
    qtbot: QtBot, window: MainWindow, mode: str
) -> None:
    window.set_mode(mode)
    settle(qtbot, window)
    view = getattr(window.stage, mode)
    view.grab()
    here = view.canvas.rect().center()
    canvas = view.plot.viewport() if mode == "overlay" else view
    menu = ask(qtbot, canvas, here)
    expected = view.theta_under(view.canvas.mapTo(view, here))
    choose(qtbot, menu, "Start here")
    settle(qtbot, window)
    assert window.session.scenario.start == expected


def test_beside_the_picture_there_is_no_start(qtbot: QtBot, window: MainWindow) -> None:
    contour = window.stage.contours[0]
    menu = ask(qtbot, contour.plot.viewport(), QPoint(4, contour.plot.height() - 4))
    assert not any(text.startswith("Start here") for text in words(menu))
    close(qtbot, menu)


def test_the_step_under_the_mouse_is_gone_to(qtbot: QtBot, window: MainWindow) -> None:
    loss = window.workspace.view("loss")
    place = loss.plot.pixel(7.0, 0.0).toPoint()
    menu = ask(qtbot, loss.plot.viewport(), QPoint(place.x(), loss.plot.height() // 2))
    assert words(menu)[0] == "Go to step 7"
    choose(qtbot, menu, "Go to step")
    assert window.session.cursor == 7


def test_the_menu_offers_what_the_view_can(qtbot: QtBot, window: MainWindow) -> None:
    arithmetic = window.workspace.view("arithmetic")
    menu = ask(qtbot, arithmetic, QPoint(5, 5), by_key=True)
    assert words(menu) == ["Copy the arithmetic", "Export"]
    close(qtbot, menu)
    contour = window.stage.contours[0]
    contour.setFocus()
    menu = ask(qtbot, contour, contour.rect().center(), by_key=True)
    assert words(menu) == [
        "Start from the current point", "Fit the range", "Copy the picture", "Export"
    ]  # fmt: skip
    close(qtbot, menu)


def test_no_menu_is_left(qtbot: QtBot, window: MainWindow) -> None:
    before = len(window.findChildren(QMenu))
    for _ in range(3):
        contour = window.stage.contours[0]
        close(qtbot, ask(qtbot, contour.plot.viewport(), spot(contour, 1.0, 2.0)))
    qtbot.waitUntil(lambda: len(window.findChildren(QMenu)) == before)


def test_the_right_button_moves_nothing(qtbot: QtBot, window: MainWindow) -> None:
    contour = window.stage.contours[0]
    before = [side.tolist() for side in contour.plot.frame()]
    viewport, at = contour.plot.viewport(), spot(contour, 1.0, 2.0)
    qtbot.mousePress(viewport, Qt.MouseButton.RightButton, pos=at)
    qtbot.mouseMove(viewport, at + QPoint(30, 20))
    qtbot.mouseRelease(viewport, Qt.MouseButton.RightButton, pos=at + QPoint(30, 20))
    settle(qtbot, window)
    assert [side.tolist() for side in contour.plot.frame()] == before
