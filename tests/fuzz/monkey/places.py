"""Where things are and how they look: docks, presets, the window's size, theme, text, language."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QWindowStateChangeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gdsim.ui.view_dock import ViewDock
from gdsim.ui.views import PRESETS, VIEWS
from tests.fuzz.monkey.hands import LEFT, Hands

SIZES = ((1280, 720), (1920, 1080), (1024, 600), (800, 480), (1400, 900), (1280, 1000))


def _dock(hands: Hands) -> ViewDock:
    docks = list(hands.window.workspace.docks.values())
    shown = [dock for dock in docks if not dock.isHidden()]
    return hands.pick(shown if shown and hands.chance(0.8) else docks)


def preset(hands: Hands) -> None:
    name = hands.pick(PRESETS).id
    hands.note(name)
    hands.do(hands.window.actions_[f"preset-{name}"].trigger)


def show_view(hands: Hands) -> None:
    name = hands.pick(VIEWS).id
    hands.note(name)
    hands.do(hands.window.actions_[f"show-{name}"].trigger)


def _arrange(hands: Hands, do: Callable[[], object]) -> None:
    """One event: by what is not the mouse, which the program has let go before."""

    def act() -> None:
        hands.window.workspace.let_go()
        do()

    hands.do(act)


def float_dock(hands: Hands) -> None:
    dock = _dock(hands)
    hands.note(dock.spec.id)
    if not dock.isHidden():
        _arrange(hands, lambda: dock.setFloating(not dock.isFloating()))


def tab_docks(hands: Hands) -> None:
    one, other = _dock(hands), _dock(hands)
    hands.note(f"{one.spec.id} {other.spec.id}")
    places = hands.window.workspace.dockWidgetArea
    none = Qt.DockWidgetArea.NoDockWidgetArea
    if one is not other and none not in (places(one), places(other)):
        _arrange(hands, lambda: hands.window.workspace.tabifyDockWidget(one, other))


def move_dock(hands: Hands) -> None:
    dock = _dock(hands)
    area = Qt.DockWidgetArea
    areas = (area.LeftDockWidgetArea, area.RightDockWidgetArea, area.TopDockWidgetArea,
             area.BottomDockWidgetArea)  # fmt: skip
    hands.note(dock.spec.id)
    if not dock.isHidden():
        chosen = hands.pick(areas)
        _arrange(hands, lambda: hands.window.workspace.addDockWidget(chosen, dock))


def pull_dock(hands: Hands) -> None:
    """By its title, as a person does it."""
    dock = _dock(hands)
    hands.note(dock.spec.id)
    if not dock.isVisible():
        return
    head, start = dock.head, QPoint(6, 6)
    hands.do(lambda: QTest.mousePress(head, LEFT, pos=start))
    for _ in range(hands.random.randint(1, 4)):
        place = hands.within(hands.window)
        hands.do(lambda place=place: QTest.mouseMove(head, head.mapFrom(hands.window, place)))
    place = head.mapFrom(hands.window, hands.within(hands.window))
    hands.do(lambda: QTest.mouseRelease(head, LEFT, pos=place))


def close_dock(hands: Hands) -> None:
    dock = _dock(hands)
    hands.note(dock.spec.id)
    hands.do(dock.close)


def resize(hands: Hands) -> None:
    size = hands.pick(SIZES)
    hands.note(size)
    hands.do(lambda: hands.window.resize(*size))


def text(hands: Hands) -> None:
    by = hands.pick((-1, 1, 0, 0))
    hands.note(by)
    hands.do(lambda: hands.window.appearance.scale_text(by))


def theme(hands: Hands) -> None:
    name = hands.pick(("light", "dark", "projector", "system"))
    hands.note(name)
    hands.do(lambda: hands.window.appearance.set_theme(name))


def language(hands: Hands) -> None:
    name = hands.pick(("en", "zh_CN"))
    hands.note(name)
    hands.do(lambda: hands.window.appearance.set_language(name))


def switch_away(hands: Hands) -> None:
    """Another program comes to the front, and goes."""
    window = hands.window
    for kind in (QEvent.Type.WindowDeactivate, QEvent.Type.WindowActivate):
        hands.do(lambda kind=kind: QApplication.sendEvent(window, QEvent(kind)))
    change = QWindowStateChangeEvent(window.windowState())
    hands.do(lambda: QApplication.sendEvent(window, change))


ACTS = (
    (preset, 1), (show_view, 2), (float_dock, 1), (tab_docks, 1), (move_dock, 1), (pull_dock, 0.5),
    (close_dock, 1), (resize, 1), (text, 1), (theme, 1), (language, 1), (switch_away, 1),
)  # fmt: skip
