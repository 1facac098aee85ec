"""The stage, and around it the other views in docks that a person moves, tabs and closes."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDockWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gdsim.ui import theme as th
from gdsim.ui.actions import Actions
from gdsim.ui.i18n import tr
from gdsim.ui.plots.view import View
from gdsim.ui.scene import Scene
from gdsim.ui.stage import Stage
from gdsim.ui.views import BY_ID, VIEWS, Preset, ViewSpec
from gdsim.ui.widgets.value_label import ValueLabel

#: Height of the row of docks, as a part of the workspace.
ROW = 0.45
#: … on the projector, where the row holds the numbers for the last row.
PROJECTOR_ROW = 0.5


class ViewDock(QDockWidget):
    """One view under a title that is also the handle to move it. Made when it is first shown."""

    def __init__(self, spec: ViewSpec, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"dock-{spec.id}")
        self.spec = spec
        self.view: View | None = None
        #: Scene and step that the view shows.
        self._told: tuple[Scene | None, int] = (None, 0)
        self._actions = actions
        self.head = QFrame()
        self.head.setObjectName("dock-head")
        self.title, self.value = QLabel(), ValueLabel()
        self.title.setProperty("role", "title")
        self._row = QHBoxLayout(self.head)
        self._row.addWidget(self.title)
        self._row.addWidget(self.value, 1)
        self.body = QFrame()
        self.body.setObjectName("dock-body")
        self._column = QVBoxLayout(self.body)
        self.setTitleBarWidget(self.head)
        self.setWidget(self.body)

    def tell(self, scene: Scene, step: int) -> None:
        """Show ``step`` of ``scene``, if that is not what is shown."""
        if self.view is None:
            return
        (before, at), self._told = self._told, (scene, step)
        if step != at:
            self.view.set_step(step)
        if scene is not before:
            self.view.set_scene(scene)
        self.refresh_heading()

    def wake(self) -> View:
        """The view, made now if it has not been."""
        if self.view is None:
            self.view = self.spec.make()
            self._column.addWidget(self.view)
            for widget in self.view.header:
                self._row.addWidget(widget)
            for tool in self.view.tools:
                button = QToolButton()
                button.setDefaultAction(self._actions[tool])
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                self._row.addWidget(button)
        return self.view

    def refresh_heading(self) -> None:
        """Title and value as the view has them now."""
        title, value = self.view.heading() if self.view else ("", "")
        name = tr(self.spec.title)
        self.setWindowTitle(name)
        self.title.setText(title or name)
        self.value.setText(value)

    def set_theme(self, theme: th.Theme) -> None:
        """Margins, icons and fonts of the theme."""
        side, gap = theme.size(12), theme.size(6)
        self._row.setContentsMargins(side, theme.size(8), side, 0)
        self._column.setContentsMargins(side, gap, side, theme.size(10))
        self.value.setFont(th.tabular(th.font(theme, 12)))
        for button in self.head.findChildren(QToolButton):
            button.setIconSize(QSize(theme.size(16), theme.size(16)))
        if self.view is not None:
            self.view.set_theme(theme)


class Workspace(QMainWindow):
    """Keeps every view that is on the screen up to date, and no other."""

    start_dragged = Signal(object, bool)
    data_dragged = Signal(object, bool)
    step_requested = Signal(int)

    def __init__(self, actions: Actions) -> None:
        super().__init__(flags=Qt.WindowType.Widget)
        self._scene: Scene | None = None
        self._step = 0
        self._theme = th.LIGHT
        self.setDockNestingEnabled(True)
        self.stage = Stage()
        self.setCentralWidget(self.stage)
        self._relay(self.stage)
        self.docks = {spec.id: ViewDock(spec, actions, self) for spec in VIEWS}
        for dock in self.docks.values():
            self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
            dock.hide()
            dock.visibilityChanged.connect(self._on_visibility)

    def view(self, id: str) -> View:
        """The view ``id``, made if need be."""
        return self._woken(self.docks[id])

    # Arranging -------------------------------------------------------------------------------

    def apply(self, preset: Preset) -> None:
        """Arrange as ``preset`` says: its views in a row below the stage."""
        for dock in self.docks.values():
            dock.setFloating(False)
            dock.hide()
            self.removeDockWidget(dock)
        row = [self.docks[name] for name in preset.views]
        for dock in row:
            self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
            self._woken(dock)
            dock.show()
        for left, right in pairwise(row):
            self.splitDockWidget(left, right, Qt.Orientation.Horizontal)
        self._share(row, PROJECTOR_ROW if preset.id == "projector" else ROW)

    def _share(self, row: list[ViewDock], part: float) -> None:
        if not row:
            return
        shares = [BY_ID[dock.spec.id].share for dock in row]
        widths = [share * max(self.width(), 1) // sum(shares) for share in shares]
        self.resizeDocks(row, widths, Qt.Orientation.Horizontal)
        height = round(part * self.height())
        self.resizeDocks(row, [height] * len(row), Qt.Orientation.Vertical)

    def arrangement(self) -> QByteArray:
        """What `arrange` needs to bring the docks back."""
        return self.saveState()

    def arrange(self, saved: QByteArray) -> bool:
        """Arrange as saved. Whether that was possible."""
        return self.restoreState(saved)

    # Showing ---------------------------------------------------------------------------------

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
        self._theme = theme
        self.stage.set_theme(theme)
        for dock in self.docks.values():
            dock.set_theme(theme)

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
            dock.set_theme(self._theme)
            self._bring_up(dock)
        return view

    def _bring_up(self, dock: ViewDock) -> None:
        """A view that comes to the screen catches up."""
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
        source.start_dragged.connect(self.start_dragged)
        source.data_dragged.connect(self.data_dragged)
        source.step_requested.connect(self.step_requested)
        source.step_hovered.connect(self.highlight)
