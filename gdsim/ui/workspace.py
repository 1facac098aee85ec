"""The stage, and around it the other views in docks that a person moves, tabs and closes."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QHoverEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QTabBar,
)

from gdsim.ui import theme as th
from gdsim.ui.actions import Actions
from gdsim.ui.gaps import Gaps, Grip
from gdsim.ui.laying_out import FIT, fit_later
from gdsim.ui.plots.view import View
from gdsim.ui.scene import Scene
from gdsim.ui.stage import Stage
from gdsim.ui.view_dock import ViewDock
from gdsim.ui.views import BY_ID, ROW, VIEWS, Preset

#: Height that the stage keeps, whatever the row of docks would like: that of title, axis and
#: margins at text scale 1, and of a picture that can be read.
FRAME, PICTURE = 72, 170
#: Pixels at text scale 1 that a row of ordinary height needs at most: more is the stage's.
ENOUGH = 320


#: The docks that are shown, and whether they float.
Places = dict[str, bool]


class Workspace(QMainWindow):
    """Keeps every view that is on the screen up to date, and no other."""

    #: What its views say, see `View`.
    start_dragged = Signal(object, bool)
    current_dragged = Signal(object, bool)
    drag_cancelled = Signal()
    data_dragged = Signal(object, bool)
    step_requested = Signal(int)
    step_hovered = Signal(object)
    menu_requested = Signal(object)

    def __init__(self, actions: Actions) -> None:
        super().__init__(flags=Qt.WindowType.Widget)
        self._scene: Scene | None = None
        self._step = 0
        self._theme = th.LIGHT
        #: The row's part of the height, unless a person has moved what is between the docks.
        self._part, self._by_hand = ROW, False
        #: Whether the row lies on tabs because it has no room, and how which docks lay before.
        self._folded = False
        self._beside: tuple[Places, QByteArray] | None = None
        self._gaps = Gaps()
        self.setStyle(self._gaps)
        self.grip = Grip(self, self._gaps)
        self.setDockNestingEnabled(True)
        self.step_hovered.connect(self.highlight)
        self.stage = Stage()
        self.setCentralWidget(self.stage)
        self._relay(self.stage)
        self.docks = {spec.id: ViewDock(spec, actions, self) for spec in VIEWS}
        for dock in self.docks.values():
            self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
            dock.hide()
            dock.installEventFilter(self.grip)
            dock.visibilityChanged.connect(self._on_visibility)

    def view(self, id: str) -> View:
        """The view ``id``, made if need be."""
        return self._woken(self.docks[id])

    # Arranging -------------------------------------------------------------------------------

    def apply(self, preset: Preset) -> None:
        """Arrange as ``preset`` says: its views in a row below the stage."""
        self.clear()
        self._part = preset.row
        self._line_up([self.docks[name] for name in preset.views])
        self._fit()

    def clear(self) -> None:
        """No view but the stage is on the screen, and none has a place."""
        self.let_go()
        for dock in self.docks.values():
            # Qt does a good deal for this, though it changes nothing.
            if dock.isFloating():
                dock.setFloating(False)
            dock.hide()
        self._line_up([])

    def let_go(self) -> None:
        """End what the mouse does with docks, before they are arranged by something else.

        At the end of a drag Qt comes back to places of before it, which may be gone by then.
        """
        self.grip.leave()
        nowhere = QPointF(-1, -1)
        for dock in self.docks.values():
            release = QMouseEvent(
                QEvent.Type.MouseButtonRelease, nowhere, nowhere, Qt.MouseButton.LeftButton,
                Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            )  # fmt: skip
            QCoreApplication.sendEvent(dock, release)

    def _line_up(self, row: list[ViewDock]) -> None:
        """These docks beside each other, and only these have a place."""
        for dock in self.docks.values():
            if not dock.isFloating():
                self.removeDockWidget(dock)
        for dock in row:
            self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
            self._woken(dock)
            self._bring_up(dock)
            dock.show()
        for left, right in pairwise(row):
            self.splitDockWidget(left, right, Qt.Orientation.Horizontal)
        self._folded, self._by_hand = False, False

    def row(self) -> list[ViewDock]:
        """The docks below the stage."""
        bottom = Qt.DockWidgetArea.BottomDockWidgetArea
        return [
            dock
            for dock in self.docks.values()
            if self.dockWidgetArea(dock) == bottom and not dock.isHidden() and not dock.isFloating()
        ]

    # Room ------------------------------------------------------------------------------------

    def _fit(self) -> None:
        """What has no room side by side comes on tabs; then the stage and the row get theirs."""
        row = self.row()
        wide = sum(self._theme.size(BY_ID[dock.spec.id].least) for dock in row)
        if (wide > self.width()) != self._folded:
            self._unfold(row) if self._folded else self._fold(row)
        if self._part and not self._by_hand:
            self._share(row)
        self._clear_tabs()

    def _clear_tabs(self) -> None:
        """Qt leaves the tabs of docks that were taken away on the screen, over those that came."""
        groups = [
            {dock.windowTitle(), *(other.windowTitle() for other in others)}
            for dock in self.docks.values()
            if (others := self.tabifiedDockWidgets(dock)) and not dock.isHidden()
        ]
        # Not by `findChildren`, which keeps each that there was: see `inside`.
        for bar in self.children():
            if not isinstance(bar, QTabBar):
                continue
            texts = {bar.tabText(i) for i in range(bar.count())}
            if texts:
                bar.setVisible(any(texts <= group for group in groups))

    def _fold(self, row: list[ViewDock]) -> None:
        self.let_go()
        self._folded = True
        tabbed = {dock for dock in row if self.tabifiedDockWidgets(dock)}
        self._beside = (self._places(), self.saveState()) if len(tabbed) < len(row) else None
        for dock in row[1:]:
            self.tabifyDockWidget(row[0], dock)
        if row and self._beside is not None:
            max(row, key=lambda dock: BY_ID[dock.spec.id].share).raise_()

    def _unfold(self, row: list[ViewDock]) -> None:
        """As it was, if the same views are there; else in a row."""
        self.let_go()
        by_hand = self._by_hand
        self._folded = False
        # Tried and taken back, a state that no longer fits would crash Qt: twice in one go.
        if self._beside is not None and self._beside[0] == self._places():
            self.restoreState(self._beside[1])
            return
        self._line_up(row)
        self._by_hand = by_hand

    def _places(self) -> Places:
        """Which docks are shown, and which of them float."""
        shown = (dock for dock in self.docks.values() if not dock.isHidden())
        return {dock.spec.id: dock.isFloating() for dock in shown}

    def _share(self, row: list[ViewDock]) -> None:
        """The width by the views' shares; the height by the preset's, and enough to the stage."""
        if not row:
            return
        shares = [BY_ID[dock.spec.id].share for dock in row]
        widths = [share * max(self.width(), 1) // sum(shares) for share in shares]
        self.resizeDocks(row, widths, Qt.Orientation.Horizontal)
        height = round(self._part * self.height())
        if self._part <= ROW:
            # Large text leaves both too little: then they share what there is.
            picture = round(PICTURE / max(1.0, self._theme.text_scale / 1.5))
            most = self.height() - self._theme.size(FRAME) - picture
            height = max(1, min(height, most, self._theme.size(ENOUGH)))
        self.resizeDocks(row, [height] * len(row), Qt.Orientation.Vertical)

    def minimumSizeHint(self) -> QSize:
        whole, row = super().minimumSizeHint(), self.row()
        beside = [d for d in self.docks.values() if not (d.isHidden() or d.isFloating())]
        if len(row) < len(beside):
            return whole
        # A row that gets too narrow comes on tabs.
        widths = [part.minimumSizeHint().width() for part in (self.stage, *row)]
        return QSize(min(whole.width(), max(widths)), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Docks that move while they are being laid out would end in a knot.
        fit_later(self)

    def event(self, event: QEvent) -> bool:
        if event.type() == FIT:
            self._fit()
            return True
        if not isinstance(event, QMouseEvent | QHoverEvent):
            return super().event(event)
        aimed = self.grip.aim(event)
        self._by_hand |= self.grip.held
        done = super().event(aimed)
        event.setAccepted(aimed.isAccepted())
        return done

    def by_hand(self) -> None:
        """A person arranges the docks from now on."""
        self.let_go()
        self._by_hand = True

    def arrangement(self) -> QByteArray:
        """What `arrange` needs to bring the docks back."""
        return self.saveState()

    def arrange(self, saved: QByteArray) -> bool:
        """Arrange as saved. Whether that was possible."""
        # Onto nothing: over a state that has just been restored Qt may crash.
        self.clear()
        self._part, self._by_hand, self._folded = ROW, True, False
        fit_later(self)
        return self.restoreState(saved)

    # Showing ---------------------------------------------------------------------------------

    def forget(self) -> None:
        """Another scene will come: whatever is arranged meanwhile does not show the old one."""
        self._scene = None
        self.stage.forget()

    def set_scene(self, scene: Scene) -> None:
        """Show these runs in every view on the screen."""
        self._scene = scene
        self.stage.set_scene(scene)
        self._tell()

    def set_step(self, step: int) -> None:
        """Show cursor ``step`` in every view on the screen."""
        self._step = step
        self.stage.set_step(step)
        self._tell()

    def _tell(self) -> None:
        for dock in self._shown():
            self._woken(dock)
            self._bring_up(dock)

    def set_theme(self, theme: th.Theme) -> None:
        """Use this appearance."""
        larger = theme.text_scale != self._theme.text_scale
        self._theme = theme
        self._gaps.width = theme.space(10)
        # The docks' layout asks for it only now.
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))
        self.stage.set_theme(theme)
        for dock in self.docks.values():
            if not dock.isHidden():
                dock.set_theme(theme)
        if larger:
            self._by_hand = False
            fit_later(self)

    def highlight(self, step: int | None) -> None:
        """Light up ``step`` in every view on the screen."""
        for view in self.stage.views():
            view.set_highlight(step)
        for dock in self._shown():
            self._woken(dock).set_highlight(step)
            dock.refresh_heading()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for dock in self.docks.values():
                dock.refresh_heading()

    def _shown(self) -> list[ViewDock]:
        """Docks that can be seen; before the window is shown, those that will be."""
        waiting = not self.isVisible()
        return [d for d in self.docks.values() if d.isVisible() or (waiting and not d.isHidden())]

    def _woken(self, dock: ViewDock) -> View:
        new = dock.view is None
        view = dock.wake()
        if new:
            self._relay(view)
            self._bring_up(dock)
        return view

    def _bring_up(self, dock: ViewDock) -> None:
        """A view that comes to the screen catches up."""
        if dock.theme is not self._theme:
            dock.set_theme(self._theme)
        if self._scene is not None:
            dock.tell(self._scene, self._step)
        else:
            dock.refresh_heading()

    def _on_visibility(self, visible: bool) -> None:
        dock = self.sender()
        if visible and isinstance(dock, ViewDock):
            self._woken(dock)
            self._bring_up(dock)

    def _relay(self, source: View | Stage) -> None:
        for name in View.SAYS:
            getattr(source, name).connect(getattr(self, name))
