"""The list of lanes: which are compared, how they look, and which one the panel's edits go to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from gdsim.engine.text import N_
from gdsim.scenario import Scenario
from gdsim.scenario.specs import MAX_LANES
from gdsim.ui import lane_looks
from gdsim.ui.i18n import tr
from gdsim.ui.icons import icon
from gdsim.ui.lane_names import lane_names
from gdsim.ui.panels import lane_edits as edits
from gdsim.ui.panels.parameters_edits import shared
from gdsim.ui.panels.parameters_section import Apply, Section
from gdsim.ui.theme import LIGHT, Theme
from gdsim.ui.tips import lines
from gdsim.ui.widgets.lane_rows import HIDDEN, STYLE, LaneRows

#: Rows that are shown before the list scrolls.
MOST_ROWS = 7


class LanesSection(Section):
    """Rows to choose, show and hide lanes. Its target is the lane that other edits go to.

    The target is no part of the scenario. When a scenario is opened it is all lanes if they share
    their settings, else the first: an edit must not make equal what was made to differ.
    """

    #: Another lane, or all, is the target.
    target_changed = Signal()

    def __init__(self, apply: Apply, parent: QWidget | None = None) -> None:
        self._theme = LIGHT
        super().__init__(apply, parent)
        self._scenario: Scenario | None = None
        self._target: int | None = None
        self._known = False
        self.add_button, self.more = QToolButton(self), QToolButton(self)
        self.list = _LaneList(self)
        self.menu: QMenu | None = None
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for button in (self.add_button, self.more):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.header.addWidget(button)
        self.body.addWidget(self.list)
        self.header.setStretch(self.header.indexOf(self.title), 1)
        self.texts.add(self.set_title, N_("Lanes"))
        self.texts.add(self.list.setAccessibleName, N_("Lanes: which one to change"))
        self.texts.add(self.add_button.setAccessibleName, N_("Add a lane"))
        for setter in (self.more.setAccessibleName, self.more.setToolTip):
            self.texts.add(setter, N_("More about the chosen lane"))

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add_lane)
        self.more.clicked.connect(self._open_menu)
        self.list.currentRowChanged.connect(self._on_row)
        self.list.eye_clicked.connect(self._toggle)
        self.list.rows.renamed.connect(self._rename)
        self.list.customContextMenuRequested.connect(self._open_menu_at)
        self.list.keys = {
            (Qt.Key.Key_Delete, False): self.remove,
            (Qt.Key.Key_Backspace, False): self.remove,
            (Qt.Key.Key_Up, True): partial(self.move_lane, -1),
            (Qt.Key.Key_Down, True): partial(self.move_lane, 1),
        }

    # ---- target ------------------------------------------------------------------------------

    @property
    def target(self) -> int | None:
        """Index of the lane that edits go to; ``None``: all lanes."""
        return self._target

    @property
    def chosen(self) -> int:
        """The lane that actions of the list are about: the target, or the last."""
        if self._target is not None or self._scenario is None:
            return self._target or 0
        return len(self._scenario.lanes) - 1

    def set_target(self, target: int | None) -> None:
        """Let edits go to this lane, or to all."""
        if target != self._target:
            self._target = target
            self._show_row()
            self.target_changed.emit()

    def forget(self) -> None:
        """Another scenario is opened: the target is chosen anew."""
        self._known = False

    def _keep_target(self, scenario: Scenario) -> None:
        count = len(scenario.lanes)
        if not self._known:
            self._target = None if shared(scenario) else 0
            self._known = True
        elif self._target is not None and self._target >= count:
            self._target = count - 1
        if count == 1:
            self._target = None

    # ---- showing -----------------------------------------------------------------------------

    def show_scenario(self, scenario: Scenario) -> None:
        super().show_scenario(scenario)
        self._scenario = scenario
        self._keep_target(scenario)
        self._fill()
        full = not edits.room(scenario)
        self.add_button.setEnabled(not full)
        self.add_button.setToolTip(
            tr("There are {most} lanes, more cannot be compared.", most=MAX_LANES)
            if full
            else tr("Add a lane")
        )

    def _fill(self) -> None:
        scenario = self._scenario
        if scenario is None:
            return
        looks = lane_looks.looks(scenario)
        styles = lane_looks.styles(scenario.lanes, looks)
        rows: list[tuple[str, int | None, bool]] = [
            (name, style, look.hidden)
            for name, look, style in zip(lane_names(scenario), looks, styles, strict=True)
        ]
        if len(rows) > 1:
            rows.insert(0, (tr("All lanes"), None, False))
        self.list.show_rows(rows)
        self._show_row()

    def _row_of(self, target: int | None) -> int:
        several = self._scenario is not None and len(self._scenario.lanes) > 1
        return 0 if target is None else target + several

    def _show_row(self) -> None:
        self.list.blockSignals(True)
        self.list.setCurrentRow(self._row_of(self._target))
        self.list.blockSignals(False)

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self.set_target(row - 1 if row and self.list.count() > 1 else None)

    # ---- edits -------------------------------------------------------------------------------

    def _edit(self, edit: Callable[[Scenario], Scenario], label: str, target: int | None) -> None:
        """Apply an edit of the list; ``target`` is where the edited lane is then."""
        before = self._target
        self._target = target
        if self.apply(edit, label, True):
            self._target = before
        self._show_row()
        self.target_changed.emit()

    def add_lane(self) -> None:
        """A new lane at the end, which the next edits go to."""
        if self._scenario is not None and edits.room(self._scenario):
            count = len(self._scenario.lanes)
            self._edit(partial(edits.added, like=self.chosen), N_("Add a lane"), count)

    def duplicate(self) -> None:
        """The chosen lane once more."""
        if self._scenario is not None and edits.room(self._scenario):
            at = self.chosen
            self._edit(partial(edits.duplicated, index=at), N_("Duplicate a lane"), at + 1)

    def remove(self) -> None:
        """Take the chosen lane away."""
        if self._scenario is not None and self._target is not None:
            left = min(self._target, len(self._scenario.lanes) - 2)
            edit = partial(edits.removed, index=self._target)
            self._edit(edit, N_("Remove a lane"), left)

    def move_lane(self, by: int) -> None:
        """The chosen lane one place up or down."""
        if self._scenario is not None and self._target is not None:
            at = max(0, min(self._target + by, len(self._scenario.lanes) - 1))
            edit = partial(edits.moved, index=self._target, by=by)
            self._edit(edit, N_("Move a lane"), at)

    def rename(self) -> None:
        """Type another name for the chosen lane, in its row."""
        # Not by the list's state, which forgets it when another row goes.
        typing = [field for field in self.list.findChildren(QLineEdit) if not field.isHidden()]
        if typing:
            typing[0].setFocus()
        elif self._target is not None or self.list.count() == 1:
            self.list.setFocus()
            self.list.editItem(self.list.item(self._row_of(self._target)))

    def toggle_hidden(self) -> None:
        """Draw the chosen lane, or no more."""
        if self._target is not None:
            self._toggle(self._row_of(self._target))

    def set_style(self, style: int | None) -> None:
        """Draw the chosen lane in this style."""
        edit = partial(edits.with_style, index=self.chosen, style=style)
        self.apply(edit, N_("Change a lane's colour"), True)

    def _lane_of(self, row: int) -> int:
        return row - (self.list.count() > 1)

    def _toggle(self, row: int) -> None:
        lane = self._lane_of(row)
        if self._scenario is None or lane < 0:
            return
        hidden = not lane_looks.looks(self._scenario)[lane].hidden
        label = N_("Hide a lane") if hidden else N_("Show a lane")
        self.apply(partial(edits.with_hidden, index=lane, hidden=hidden), label, True)

    def _rename(self, row: int, name: str) -> None:
        lane = self._lane_of(row)
        if self._scenario is None or not 0 <= lane < len(self._scenario.lanes):
            return
        if name != lane_names(self._scenario)[lane]:
            edit = partial(edits.renamed, index=lane, name=name)
            self.apply(edit, N_("Rename a lane"), True)

    # ---- menu and looks ----------------------------------------------------------------------

    def _open_menu(self) -> None:
        self._pop_up(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _open_menu_at(self, place: QPoint) -> None:
        self._pop_up(self.list.viewport().mapToGlobal(place))

    def _pop_up(self, place: QPoint) -> None:
        if self.menu is not None:
            self.menu.popup(place)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        super().set_theme(theme)
        if not hasattr(self, "list"):
            return
        for button, name in ((self.add_button, "plus"), (self.more, "more")):
            button.setIcon(icon(name, theme, 16))
            button.setFixedWidth(theme.size(30))
        self.list.set_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._scenario is not None:
            self.show_scenario(self._scenario)


class _LaneList(QListWidget):
    """The rows; ``keys`` holds what keys do that it does not use itself, by (key, with Ctrl)."""

    #: The eye of this row was clicked.
    eye_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lanes")
        self.keys: dict[tuple[Qt.Key, bool], Callable[[], None]] = {}
        self.rows = LaneRows(self)
        self._shown: object = None
        self.setItemDelegate(self.rows)
        self.setMouseTracking(True)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setEditTriggers(
            QListWidget.EditTrigger.DoubleClicked | QListWidget.EditTrigger.EditKeyPressed
        )

    def show_rows(self, rows: Sequence[tuple[str, int | None, bool]]) -> None:
        """(name, style or ``None``, hidden) of each row; what is being typed stays."""
        told = [tr("{lane} (hidden)", lane=name) if hidden else name for name, _, hidden in rows]
        texts = [self.item(i).text() for i in range(self.count())]
        shown = (list(rows), told)
        if shown == self._shown and texts == [name for name, _, _ in rows]:
            return  # a drag tells the same in every frame
        self._shown = shown
        self.blockSignals(True)
        while self.count() > len(rows):
            self.takeItem(self.count() - 1)
        while self.count() < len(rows):
            self.addItem(QListWidgetItem())
        for i, (name, style, hidden) in enumerate(rows):
            item = self.item(i)
            editable = Qt.ItemFlag.ItemIsEditable if style is not None else Qt.ItemFlag(0)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | editable)
            item.setText(name)
            item.setData(STYLE, style)
            item.setData(HIDDEN, hidden)
            item.setToolTip(lines(name))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told[i])
        self.blockSignals(False)
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        """Use this appearance."""
        self.rows.theme = theme
        self._fit()
        self.viewport().update()

    def _fit(self) -> None:
        height = self.rows.height * max(1, min(self.count(), MOST_ROWS))
        if height != self.height():
            self.setFixedHeight(height)
        self.scheduleDelayedItemsLayout()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        item = self._eye_at(event)
        if item is None:
            super().mousePressEvent(event)
        else:
            # Looking at a lane or not does not choose it.
            self.eye_clicked.emit(self.row(item))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        item = self._eye_at(event)
        if item is None:
            super().mouseDoubleClickEvent(event)
        else:
            self.eye_clicked.emit(self.row(item))

    def _eye_at(self, event: QMouseEvent) -> QListWidgetItem | None:
        """The row whose eye is under the mouse."""
        place = event.position().toPoint()
        item = self.itemAt(place)
        if event.button() != Qt.MouseButton.LeftButton or item is None:
            return None
        on_eye = self.rows.eye(self.visualItemRect(item)).contains(place)
        return item if on_eye and item.data(STYLE) is not None else None

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            mine = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
            if event.key() in mine or self._action(event) is not None:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self._action(event)
        if action is not None:
            action()
        else:
            super().keyPressEvent(event)

    def _action(self, event: QKeyEvent) -> Callable[[], None] | None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return self.keys.get((Qt.Key(event.key()), control))
