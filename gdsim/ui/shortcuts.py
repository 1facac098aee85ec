"""The shortcut sheet: made from the actions themselves, and the gestures of the plots."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout

from gdsim.engine.text import N_
from gdsim.ui.action_spec import ActionSpec
from gdsim.ui.actions import MENUS, plain
from gdsim.ui.dressing import dress
from gdsim.ui.feature import Feature
from gdsim.ui.i18n import tr
from gdsim.ui.widgets.text_view import TextView

#: What mouse and keyboard do on the pictures. Views that know more gestures add a line here.
GESTURES = (
    (N_("Drag the ring"), N_("Move the start; with Ctrl it snaps to round numbers")),
    (N_("Alt + arrows"), N_("Move the start; with Shift finely")),
    (N_("Drag a data point"), N_("Change the data; the run follows")),
    (N_("Drag on the loss curve"), N_("Go through the steps: the curve is a time slider")),
    (N_("Point at a step"), N_("The same step lights up in every view")),
    (N_("Wheel on a picture"), N_("Zoom")),
    (N_("Drag beside the ring"), N_("Move the picture; on the surface, turn it")),
    (N_("Double click on a picture"), N_("Show the whole range again")),
    (N_("Drag α"), N_("Change the learning rate; its limits are marked")),
    (N_("Drag the title of a view"), N_("Move the view, onto another one for tabs")),
    (N_("Drop a file on the window"), N_("Open a scenario, or use a table as data")),
)

Row = tuple[str, str]


class Shortcuts(Feature):
    """The action that opens it."""

    actions = (
        ActionSpec("shortcuts", N_("&Shortcuts"), "help", ("F1", "?"), icon="help",
                   help=N_("All keys and gestures on one sheet")),
    )  # fmt: skip

    dialog: ShortcutSheet | None = None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"shortcuts": self.open}

    def open(self) -> None:
        """Show the sheet beside the window. Nothing waits for it."""
        if self.dialog is None:
            self.dialog = ShortcutSheet(self)
            self.dialog.finished.connect(self._closed)
            self.dialog.show()

    def _closed(self) -> None:
        self.dialog = None

    def stop(self) -> None:
        if self.dialog is not None:
            self.dialog.close()

    def sections(self) -> Iterator[tuple[str, list[Row]]]:
        """(title, rows of keys and what they do), a section for each menu, then the gestures."""
        window = self.window
        titles = dict(MENUS) | {spec.id: spec.title for f in window.features for spec in f.menus}
        for menu, title in titles.items():
            specs = [spec for spec in window.actions_.specs if spec.menu == menu]
            helps = [spec.help for spec in specs]
            told = {text for text in helps if helps.count(text) == 1}
            rows = [
                # What all entries of a menu have in common tells them not apart: then by name.
                (_keys(window.actions_[s.id].shortcuts()), tr(s.help if s.help in told else s.text))
                for s in specs
                if s.keys
            ]
            if rows:
                yield plain(tr(title)), rows
        yield tr("On the pictures"), [(tr(how), tr(what)) for how, what in GESTURES]


def _keys(shortcuts: list[QKeySequence]) -> str:
    written = [key.toString(QKeySequence.SequenceFormat.NativeText) for key in shortcuts]
    return f" {tr('or')} ".join(written)


class ShortcutSheet(QDialog):
    """Shows `Shortcuts.sections`; it may stay open while one works."""

    def __init__(self, feature: Shortcuts) -> None:
        super().__init__(feature.window)
        dress(self)
        self.setObjectName("shortcuts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._feature = feature
        self.sheet = TextView()
        self.button = QPushButton()
        self.button.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.sheet, 1)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)
        theme, room = feature.window.appearance.theme, feature.window.size()
        self.resize(
            min(theme.size(860), room.width() - 40), min(theme.size(620), room.height() - 60)
        )
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(tr("Shortcuts"))
        self.sheet.setAccessibleName(tr("Shortcuts"))
        self.sheet.setToolTip(tr("All keys and gestures on one sheet"))
        self.button.setText(tr("Close"))
        self.button.setToolTip(tr("Close this window  [Esc]"))
        self.sheet.setHtml(_two_columns(list(self._feature.sections())))


def _two_columns(sections: list[tuple[str, list[Row]]]) -> str:
    """The sections in two columns of about the same height."""
    total = sum(len(rows) + 2 for _, rows in sections)
    columns, height = ["", ""], 0
    for title, rows in sections:
        columns[height * 2 >= total] += _section(title, rows)
        height += len(rows) + 2
    cells = "".join(
        f'<td width="50%" style="padding: 4px 12px">{column}</td>' for column in columns
    )
    return f'<table width="100%"><tr>{cells}</tr></table>'


def _section(title: str, rows: list[Row]) -> str:
    lines = "".join(
        f'<tr><td style="padding: 2px 14px 2px 0px"><b>{html.escape(keys)}</b></td>'
        f'<td style="padding: 2px 0px">{html.escape(told)}</td></tr>'
        for keys, told in rows
    )
    return f"<h4>{html.escape(title)}</h4><table>{lines}</table>"
