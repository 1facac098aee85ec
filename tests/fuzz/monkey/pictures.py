"""The pictures: contours, the surface, the curve, the maps, the curves below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from gdsim.ui.plots.contour import ContourView
from gdsim.ui.plots.curve1d import CurveView
from gdsim.ui.plots.maps import MapsView
from gdsim.ui.plots.start_view import StartView
from gdsim.ui.plots.view import View
from tests.fuzz.monkey.hands import Hands


def _viewports(hands: Hands) -> list[QWidget]:
    """What takes the mouse in the views that are on the screen."""
    found: list[QWidget] = []
    for view in hands.shown(View, hands.window):
        areas = [a.viewport() for a in hands.shown(QAbstractScrollArea, view)]
        found += areas or [view]
    found.append(hands.window.player_panel.slider)
    return [widget for widget in found if widget.isVisible()]


def _picture(hands: Hands) -> QWidget | None:
    found = _viewports(hands)
    return hands.pick(found) if found else None


def drag_anything(hands: Hands) -> None:
    widget = _picture(hands)
    if widget is not None:
        hands.drag(widget, hands.within(widget))


def click_picture(hands: Hands) -> None:
    widget = _picture(hands)
    if widget is not None:
        hands.click(widget)


def hover_picture(hands: Hands) -> None:
    widget = _picture(hands)
    if widget is not None:
        hands.hover(widget)


def wheel_picture(hands: Hands) -> None:
    widget = _picture(hands)
    if widget is not None:
        hands.wheel(widget)


def drag_start(hands: Hands) -> None:
    """The start, on whichever picture the stage shows."""
    views = [v for v in hands.window.stage.views() if v.isVisible()]
    if not views:
        return
    view = hands.pick(views)
    if isinstance(view, ContourView | CurveView):
        at = view.pixel(0, 0) if view.draws() else None
        if at is not None:
            hands.drag(view.plot.viewport(), at.toPoint())
        return
    at = view.pixel(0, 0)  # type: ignore[attr-defined]
    if at is not None:
        hands.drag(view, at.toPoint())


def view_menu(hands: Hands) -> None:
    """What can be done at a place, best of all at one of a path; the menu is for the next act."""
    views = hands.shown(View, hands.window)
    if not views:
        return
    view = hands.pick(views)
    widget: QWidget = view
    at = hands.within(view)
    if isinstance(view, StartView) and view.draws() and view.drawn_lanes():
        step = hands.random.randrange(hands.window.session.steps + 1)
        pixel = view.pixel(hands.pick(view.drawn_lanes()), step)
        widget = view.canvas
        at = hands.within(widget)
        # A path may leave the picture, and nobody asks for a menu beside the screen.
        if pixel is not None and widget.rect().contains(pixel.toPoint()):
            at = pixel.toPoint()
        hands.hover(widget, at)
    if view.isVisible():
        hands.menu(view, widget.mapTo(view, at) if widget is not view else at)


def keys_on_picture(hands: Hands) -> None:
    views = hands.shown(View, hands.window)
    if views:
        view = hands.pick(views)
        view.setFocus()
        keys = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
                Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Home, Qt.Key.Key_Escape)  # fmt: skip
        modifiers = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier,
                     Qt.KeyboardModifier.ShiftModifier)  # fmt: skip
        hands.key(hands.pick(keys), hands.pick(modifiers))


def surface(hands: Hands) -> None:
    """Bring the surface to the screen, or use it."""
    stage = hands.window.stage
    if stage.mode != "surface":
        if hands.chance(0.3):
            hands.do(hands.window.actions_["view-surface"].trigger)
        return
    view = stage.surface
    if not view.isVisible():
        return
    what = hands.pick(("drag", "wheel", "double", "hover"))
    hands.note(what)
    if what == "drag":
        hands.drag(view, hands.within(view))
    elif what == "wheel":
        hands.wheel(view)
    elif what == "double":
        hands.double_click(view, hands.within(view))
    else:
        hands.hover(view)


def maps(hands: Hands) -> None:
    """The maps are shown, worked on, cancelled, clicked."""
    name = hands.pick(("maps", "rate-map"))
    dock = hands.window.workspace.docks[name]
    if dock.view is None or not dock.view.isVisible():
        if hands.chance(0.3):
            hands.do(hands.window.actions_["preset-maps"].trigger)
        return
    if isinstance(dock.view, MapsView) and hands.chance(0.2):
        hands.note("cancel")
        hands.do(dock.view.cancel)
    elif hands.chance(0.4):
        for _ in range(5):
            hands.turn()
    else:
        areas = hands.shown(QAbstractScrollArea, dock.view)
        hands.click(hands.pick(areas).viewport() if areas else dock.view)


ACTS = (
    (drag_anything, 3), (click_picture, 2), (hover_picture, 2), (wheel_picture, 2),
    (drag_start, 3), (view_menu, 1), (keys_on_picture, 2), (surface, 2), (maps, 2),
)  # fmt: skip
