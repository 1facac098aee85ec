"""Data: typed and pasted into the editor, dragged, added and removed on the picture."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from gdsim.ui.data_tools import DataTools
from gdsim.ui.dialogs.data_editor import DataEditor
from gdsim.ui.plots.data_fit import DataView
from tests.fuzz.monkey.basics import NUMBERS
from tests.fuzz.monkey.hands import Hands

PASTES = (
    "1\t2\n2\t3\n3\t5\n", "x,y\n1,2\n2,3\n", "1\n2\n3\n", "1;2,5\n2;3,5\n", "", "a\tb\nc\td\n",
    "1\t2\t3\n", "\x00\x01", "1e400\t2\n", "nan\tinf\n", "１\t２\n", "\ufeff1,2\n3,4\n",
    "\n".join(f"{i}\t{2 * i + 1}" for i in range(300)), '"1","2"\n"3","4"\n', "1 2\n3 4\n",
    "x\ty\r\n1\t1\r\n", "<table>", "1\t2\n3\n", "," * 500, "0\t0\n0\t0\n", "1\t0\n2\t1\n3\t1\n",
)  # fmt: skip


def clipboard(hands: Hands) -> None:
    text = hands.pick(PASTES)
    hands.note(repr(text[:30]))
    hands.do(lambda: QGuiApplication.clipboard().setText(text))


def open_editor(hands: Hands) -> None:
    hands.do(hands.window.actions_["data-editor"].trigger)


def in_editor(hands: Hands) -> None:
    """Something in the editor, which stands open beside the window."""
    editor = hands.window.feature(DataTools).editor
    if editor is None or not editor.isVisible() or not editor.isEnabled():
        open_editor(hands)
        return
    hands.pick((_cell, _cell, _cell, _button, _paste, _rows, _source, _close))(hands)


def _editor(hands: Hands) -> DataEditor:
    editor = hands.window.feature(DataTools).editor
    assert editor is not None
    return editor


def _cell(hands: Hands) -> None:
    editor = _editor(hands)
    rows = editor.table.rowCount()
    if not rows:
        return
    index = editor.table.index(hands.random.randrange(rows), hands.random.randrange(2))
    editor.view.setCurrentIndex(index)
    hands.key(Qt.Key.Key_F2, widget=editor.view)
    field = next(iter(hands.shown(QLineEdit, editor.view.viewport())), None)
    if field is not None:
        field.selectAll()
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape)
        hands.write(field, hands.pick(NUMBERS), hands.pick(keys))


def _button(hands: Hands) -> None:
    name = hands.pick(("add", "add", "delete", "paste", "load"))
    hands.note(name)
    button = _editor(hands).buttons[name]
    hands.click(button, button.rect().center())


def _paste(hands: Hands) -> None:
    clipboard(hands)
    hands.do(_editor(hands).paste)


def _rows(hands: Hands) -> None:
    view = _editor(hands).view
    if hands.chance(0.3):
        hands.do(view.selectAll)
    elif (rows := view.model().rowCount()) > 0:
        hands.do(lambda: view.selectRow(hands.random.randrange(rows)))


def _source(hands: Hands) -> None:
    box = _editor(hands).source.box
    hands.key(hands.pick((Qt.Key.Key_Up, Qt.Key.Key_Down)), widget=box)


def _close(hands: Hands) -> None:
    hands.key(Qt.Key.Key_Escape, widget=_editor(hands))


def _view(hands: Hands) -> DataView | None:
    """The picture of the data, brought to the screen now and then."""
    view = hands.window.workspace.docks["data"].view
    if isinstance(view, DataView) and view.isVisible():
        return view
    if hands.chance(0.3):
        hands.do(hands.window.actions_["preset-data"].trigger)
    return None


def drag_point(hands: Hands) -> None:
    view = _view(hands)
    if view is None or view.points is None or not view.points.editable:
        return
    row = hands.random.randrange(len(view.points.x))
    hands.drag(view.plot.viewport(), view.grip(row).toPoint())


def add_point(hands: Hands) -> None:
    view = _view(hands)
    if view is not None:
        hands.double_click(view.plot.viewport(), hands.within(view.plot.viewport()))


def point_keys(hands: Hands) -> None:
    view = _view(hands)
    if view is None or view.points is None:
        return
    view.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(hands.random.randint(1, 3)):
        keys = (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Insert,
                Qt.Key.Key_Delete, Qt.Key.Key_Escape)  # fmt: skip
        modifier = hands.pick((Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier))
        hands.key(hands.pick(keys), modifier, view)


ACTS = (
    (clipboard, 1), (in_editor, 3), (drag_point, 2), (add_point, 1), (point_keys, 1),
)  # fmt: skip
