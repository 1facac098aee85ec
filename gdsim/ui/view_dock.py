"""A view in a frame that a person moves, tabs and closes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDockWidget, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from gdsim.ui import theme as th
from gdsim.ui.actions import Actions
from gdsim.ui.i18n import tr
from gdsim.ui.plots.view import View
from gdsim.ui.scene import Scene
from gdsim.ui.views import ViewSpec
from gdsim.ui.widgets.action_button import ActionButton
from gdsim.ui.widgets.title import Title
from gdsim.ui.widgets.value_label import ValueLabel

#: Least size of a view in a dock with its margins, if it does not ask for less.
LEAST = QSize(264, 90)
_CHILDREN = Qt.FindChildOption.FindDirectChildrenOnly


class Modest(QVBoxLayout):
    """With large text, little of a view is better than a window that is larger than the screen."""

    def minimumSize(self) -> QSize:
        return super().minimumSize().boundedTo(LEAST)


class ViewDock(QDockWidget):
    """One view under a title that is also the handle to move it. Made when it is first shown."""

    def __init__(self, spec: ViewSpec, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"dock-{spec.id}")
        self.spec = spec
        self.view: View | None = None
        #: What the view looks like; of one that is hidden, not what the others do.
        self.theme: th.Theme | None = None
        #: Scene and step that the view shows.
        self._told: tuple[Scene | None, int] = (None, 0)
        self._actions = actions

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
        """The view, made now if it has not been; title row and ground come with it."""
        if self.view is None:
            self.view = self.spec.make()
            self._furnish(self.view)
        return self.view

    def _furnish(self, view: View) -> None:
        self.head = QFrame()
        self.head.setObjectName("dock-head")
        self.title, self.value = Title(), ValueLabel()
        self.title.setProperty("role", "title")
        self._row = QHBoxLayout(self.head)
        self._row.addWidget(self.title)
        self._row.addWidget(self.value, 1)
        for widget in view.header:
            self._row.addWidget(widget)
        for tool in view.tools:
            button = ActionButton()
            button.setDefaultAction(self._actions[tool])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._row.addWidget(button)
        self.body = QFrame()
        self.body.setObjectName("dock-body")
        self._column = Modest(self.body)
        self._column.addWidget(view)
        # Last: a dock that is on the screen says so at once, and is asked for its heading.
        self.setTitleBarWidget(self.head)
        self.setWidget(self.body)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.view is not None:
            self._share()

    def _share(self) -> None:
        """Give the title what the value beside it leaves."""
        others = self.head.findChildren(QWidget, options=_CHILDREN)
        taken = [w.sizeHint().width() for w in others if w not in (self.title, self.value)]
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        gaps = (1 + len(taken)) * self._row.spacing()
        self.title.share(self.value, room - gaps - sum(taken))

    def refresh_heading(self) -> None:
        """Title and value as the view has them now."""
        name = tr(self.spec.title)
        self.setWindowTitle(name)
        if self.view is not None:
            title, value = self.view.heading()
            self.title.setText(title or name)
            come_or_gone = bool(value) != bool(self.value.text())
            self.value.setText(value)
            if come_or_gone:
                self._share()

    def set_theme(self, theme: th.Theme) -> None:
        """Margins, icons and fonts of the theme."""
        if self.view is None:
            return
        self.theme = theme
        # Before all that it must not overrule, such as the least width of a button.
        self.setStyleSheet(th.style_sheet(theme))
        side = theme.space(12)
        self._row.setContentsMargins(side, theme.space(8), side, 0)
        self._row.setSpacing(theme.space(6))
        self._column.setContentsMargins(side, theme.space(6), side, theme.space(10))
        self.value.setFont(th.tabular(th.font(theme, 12)))
        for button in self.head.findChildren(QToolButton):
            button.setIconSize(QSize(theme.space(16), theme.space(16)))
        self.view.set_theme(theme)
