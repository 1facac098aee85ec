"""The menu that a view offers under the right button: what can be done at this place."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from gdsim.ui.feature import Feature
from gdsim.ui.i18n import tr
from gdsim.ui.numbers import number
from gdsim.ui.plots.view import Spot
from gdsim.ui.widgets.value_label import BETWEEN


class ViewMenu(Feature):
    """First what the place means, then the tools of the view, then what every picture offers."""

    def start(self) -> None:
        self.window.workspace.menu_requested.connect(self._open)

    def _open(self, spot: Spot) -> None:
        menu = QMenu(self.window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add_place(menu, spot)
        actions = self.window.actions_
        for ids in (spot.view.tools, spot.view.offers):
            menu.addSeparator()
            menu.addActions([actions[name] for name in ids])
        menu.addMenu(self.window.menus["export"])
        menu.popup(spot.place)

    def _add_place(self, menu: QMenu, spot: Spot) -> None:
        if spot.step is not None:
            words = tr("Go to step {step}").format(step=spot.step)
            menu.addAction(words, partial(self.window.player.go, spot.step))
        if spot.theta is not None:
            names = self.window.session.problem.names
            pairs = zip(names, spot.theta, strict=True)
            place = BETWEEN.join(f"{name} {number(value)}" for name, value in pairs)
            words = tr("Start here: {place}").format(place=place)
            menu.addAction(words, partial(self._start_at, spot.theta))

    def _start_at(self, theta: tuple[float, ...]) -> None:
        self.window.workspace.start_dragged.emit(theta, True)
