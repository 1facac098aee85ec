"""Everything can be reached by keyboard, has a name, and says what it is for."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QSlider,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gdsim.ui.focus import Ring
from gdsim.ui.main_window import MainWindow
from gdsim.ui.panels import parameters_edits as edits
from gdsim.ui.plots.view import View
from gdsim.ui.stage import MODES, Mode
from gdsim.ui.views import PRESETS

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QSlider, QAbstractSpinBox)


def stops(window: MainWindow) -> list[QWidget]:
    """What Tab can stop at."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
        and widget.window() is window
        and not isinstance(widget, QTabBar)
        and widget.focusProxy() is None
    ]


def path(widget: QWidget) -> str:
    names, at = [], widget
    while at is not None:
        names.append(f"{type(at).__name__}#{at.objectName()}")
        at = at.parentWidget()
    return " < ".join(names[:5])


def walk(qtbot: QtBot, window: MainWindow) -> list[QWidget]:
    """Where Tab goes, once round."""
    first = window.focusWidget()
    assert first is not None
    order = [first]
    for _ in range(200):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        now = window.focusWidget()
        if now is first:
            return order
        order.append(now)
    raise AssertionError("Tab never comes round")


def test_the_keyboard_is_on_the_picture_at_first(window: MainWindow) -> None:
    assert window.focusWidget() in window.stage.views()


def test_tab_reaches_everything_in_reading_order(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for preset in PRESETS:
        window.apply_preset(preset.id)
        qtbot.waitUntil(lambda: not window.clock.active)
        _check_order(qtbot, window)
    # Rows that are made when an optimizer has them.
    window.edit(edits.with_optimizer(window.session.scenario, "adam"), "Change optimizer")
    qtbot.waitUntil(lambda: not window.clock.active)
    _check_order(qtbot, window)


def _check_order(qtbot: QtBot, window: MainWindow) -> None:
    window.stage.views()[0].setFocus()
    order = walk(qtbot, window)
    missing = {path(w) for w in stops(window)} - {path(w) for w in order}
    assert not missing
    regions = [window.parameters, window.stage, window.player_card]
    places = [i for w in order for i, r in enumerate(regions) if r.isAncestorOf(w)]
    turn = places.index(0)
    places = places[turn:] + places[:turn]
    assert places == sorted(places)  # settings, then the stage, then time
    panel = [w for w in order if window.parameters.isAncestorOf(w)]
    tops = [w.mapTo(window, QPoint(0, w.height() // 2)).y() for w in panel]
    begin = tops.index(min(tops))
    tops = tops[begin:] + tops[:begin]
    assert all(b >= a - 14 for a, b in pairwise(tops))


def test_tab_leaves_out_what_is_behind_a_tab_which_the_menu_brings_to_the_front(
    qtbot: QtBot, window: MainWindow
) -> None:
    docks = window.workspace.docks
    while window.appearance.theme.text_scale < 2:
        window.actions_["text-larger"].trigger()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: bool(window.workspace.tabifiedDockWidgets(docks["arithmetic"])))
    qtbot.waitUntil(lambda: not window.clock.active)

    def stopped() -> set[str]:
        order = walk(qtbot, window)
        return {name for name, dock in docks.items() if any(map(dock.isAncestorOf, order))}

    assert stopped() == {"arithmetic"}
    window.actions_["show-loss"].trigger()
    qtbot.waitUntil(lambda: not docks["loss"].visibleRegion().isEmpty())
    assert window.actions_["show-loss"].isChecked()
    assert "loss" in stopped()
    window.actions_["show-loss"].trigger()
    assert docks["loss"].isHidden()


def test_backwards_is_the_same_way(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for _ in range(7):
        before = window.focusWidget()
        qtbot.keyClick(before, Qt.Key.Key_Tab)
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
        assert window.focusWidget() is before
        qtbot.keyClick(before, Qt.Key.Key_Tab)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_everything_has_a_name(qtbot: QtBot, window: MainWindow, language: str) -> None:
    window.appearance.set_language(language)
    for preset in PRESETS:
        window.apply_preset(preset.id)
        qtbot.waitUntil(lambda: not window.clock.active)
        nameless = [path(w) for w in stops(window) if not _name(w)]
        assert not nameless, preset.id


def _name(widget: QWidget) -> str:
    """As a screen reader tells it."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text or _buddy(widget)


def _buddy(widget: QWidget) -> str:
    window = widget.window()
    return next((x.text() for x in window.findChildren(QLabel) if x.buddy() is widget), "")


def test_every_control_says_what_it_is_for(qtbot: QtBot, window: MainWindow) -> None:
    for preset in PRESETS:
        window.apply_preset(preset.id)
        qtbot.waitUntil(lambda: not window.clock.active)
        silent = [
            path(control)
            for kind in CONTROLS
            for control in window.findChildren(kind)
            if control.isVisible() and control.window() is window and not _told(control)
        ]
        assert not silent, preset.id


def _told(widget: QWidget) -> bool:
    """A tooltip of its own, or of the row that it stands in (Qt asks upwards), or a label."""
    at: QWidget | None = widget
    while at is not None and not isinstance(at, View) and not at.isWindow():
        if at.toolTip():
            return True
        at = at.parentWidget()
    return bool(_buddy(widget))


def test_a_tooltip_names_the_shortcut(window: MainWindow) -> None:
    for spec in window.actions_.specs:
        action = window.actions_[spec.id]
        assert action.toolTip()
        if spec.keys and spec.help:
            assert "[" in action.toolTip()


def test_focus_is_seen(qtbot: QtBot, window: MainWindow) -> None:
    """Each widget looks different with the keyboard on it."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    unseen = []
    for widget in stops(window):
        window.menuBar().setFocus()
        QApplication.processEvents()
        frame = _ground(widget)
        before = frame.grab().toImage()
        window.setProperty("tabbing", True)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        window.setProperty("tabbing", False)
        QApplication.processEvents()
        if frame.grab().toImage() == before:
            unseen.append(path(widget))
    assert not unseen


def _ground(widget: QWidget) -> QWidget:
    """Where the focus shows: the card under a view, else the widget itself."""
    at: QWidget | None = widget
    while at is not None and not isinstance(at, View):
        at = at.parentWidget()
    return at.parentWidget() if at is not None else widget


def test_a_picture_is_framed_when_tab_comes_to_it_and_not_by_a_click(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first, second = window.stage.contours
    assert not window.findChildren(Ring)
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert window.focusWidget() is second
    assert [ring.view for ring in window.findChildren(Ring) if ring.isVisible()] == [second]
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not [ring for ring in window.findChildren(Ring) if ring.isVisible()]


def told(view: View) -> str:
    """What a screen reader hears of a picture."""
    return QAccessible.queryAccessibleInterface(view).text(QAccessible.Text.Description)


def pictures(window: MainWindow) -> list[View]:
    return [*window.stage.views(), window.workspace.view("loss"), window.workspace.view("gap")]


@pytest.mark.parametrize("mode", MODES)
def test_every_picture_says_the_state_of_the_descent(window: MainWindow, mode: Mode) -> None:
    window.set_mode(mode)
    for step, state in (
        (1, "step 1; Synchronous: w 3.5, b 1.2, J 9.2075, descending; "),
        (2, "step 2; Synchronous: w 1.15, b 0.41, J 4.13717, descending; "),
    ):
        window.session.set_cursor(step)
        window.refresh()
        for view in pictures(window):
            assert told(view).startswith(state)
            assert "gap " in told(view)
    window.appearance.set_language("zh_CN")
    QApplication.processEvents()
    for view in pictures(window):
        assert told(view).startswith("第 2 步; 同步: w 1.15")


def test_a_curve_says_the_state_of_the_descent(window: MainWindow) -> None:
    window.edit(edits.with_problem(window.session.scenario, "parabola"), "")
    window.refresh()
    (curve,) = window.stage.views()
    assert told(curve).startswith("step 0; ")
    assert "w " in told(curve)
