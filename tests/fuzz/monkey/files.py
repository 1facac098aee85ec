"""Files: scenes, saving and opening, exports, what a crash would leave."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox

from gdsim.scenario.builtin import BUILTIN
from gdsim.ui.exporting import KINDS, Exporting
from gdsim.ui.gallery import Gallery
from gdsim.ui.recovery import Recovery, left_behind
from tests.fuzz.monkey.hands import Hands


def scene(hands: Hands) -> None:
    name = hands.pick(BUILTIN)
    hands.note(name)
    hands.do(lambda: hands.window.documents.open_builtin(name))


def gallery(hands: Hands) -> None:
    hands.do(hands.window.actions_["gallery"].trigger)
    for _ in range(hands.random.randrange(8)):
        dialog = hands.window.feature(Gallery).dialog
        if dialog is None:
            return
        keys = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Return)
        hands.key(hands.pick(keys), widget=dialog.list)
    dialog = hands.window.feature(Gallery).dialog
    if dialog is not None:
        hands.do(dialog.close)


def open_file(hands: Hands) -> None:
    path = hands.pick(sorted(hands.folder.iterdir()))
    hands.note(path.name)
    hands.do(lambda: hands.window.documents.open(path))


def save(hands: Hands) -> None:
    hands.do(hands.window.actions_[hands.pick(("save", "save-as"))].trigger)


def recent(hands: Hands) -> None:
    menu = hands.window.menus["recent"]
    hands.do(menu.aboutToShow.emit)
    entries = [a for a in menu.actions() if a.isEnabled() and not a.isSeparator()]
    if entries:
        hands.do(hands.pick(entries).trigger)


def export(hands: Hands) -> None:
    """The dialog of one kind: some choices, perhaps a copy, and away."""
    kind = hands.pick(KINDS)
    hands.note(kind)
    hands.do(hands.window.actions_[f"export-{kind}"].trigger)
    dialog = hands.window.feature(Exporting).dialog
    if dialog is None:
        return
    for _ in range(hands.random.randrange(3)):
        boxes = hands.shown(QComboBox, dialog)
        if boxes:
            hands.key(hands.pick((Qt.Key.Key_Up, Qt.Key.Key_Down)), widget=hands.pick(boxes))
    if hands.chance(0.3) and kind != "animation":
        hands.click(dialog.copy_button, dialog.copy_button.rect().center())
        for _ in range(3):
            hands.turn()
    while hands.window.feature(Exporting).dialog is not None:
        hands.do(dialog.reject)


def drop(hands: Hands) -> None:
    """Files come from the desktop's file manager."""
    paths = hands.random.sample(sorted(hands.folder.iterdir()), hands.pick((1, 1, 1, 2)))
    hands.note(" ".join(path.name for path in paths))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at = QPointF(hands.within(hands.window))
    for make in (QDragEnterEvent, QDropEvent):
        place = at.toPoint() if make is QDragEnterEvent else at
        event = make(place, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
                     Qt.KeyboardModifier.NoModifier)  # fmt: skip
        hands.do(lambda event=event: QApplication.sendEvent(hands.window, event))


def crash(hands: Hands) -> None:
    """What a crash would leave now is the scenario at hand, and is offered by a next window."""
    recovery, session = hands.window.feature(Recovery), hands.window.session
    hands.do(recovery.keep)
    if recovery._file is None or not recovery._file.exists() or not session.modified:
        return
    left = recovery._file.with_stem("crashed")
    left.write_bytes(recovery._file.read_bytes())
    rescued = left_behind()
    assert [each.scenario for each in rescued] == [session.scenario]
    hands.do(lambda: recovery.offer(rescued))


ACTS = ((scene, 1), (gallery, 0.4), (open_file, 0.7), (save, 0.7), (recent, 0.3), (export, 0.5),
        (drop, 0.5), (crash, 0.3))  # fmt: skip
