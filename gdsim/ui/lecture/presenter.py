"""The presenter's window: notes, the next beat and the time, which the class does not see."""

from __future__ import annotations

import html
import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gdsim.lectures import Lecture, Moment
from gdsim.ui import theme as th
from gdsim.ui.dressing import dress
from gdsim.ui.i18n import current_language, tr
from gdsim.ui.widgets.text_view import TextView


class PresenterWindow(QWidget):
    """A window of its own. A clicker works here as well."""

    #: Forward (1) or back (−1) was pressed here.
    moved = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        dress(self)
        self.setObjectName("presenter")
        self.clock, self.notes = QLabel(), TextView()
        self.clock.setProperty("role", "title")
        self.notes.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout = QVBoxLayout(self)
        layout.addWidget(self.clock)
        layout.addWidget(self.notes, 1)
        self._began = time.monotonic()
        for keys, by in ((("PgDown", "Right", "Space"), 1), (("PgUp", "Left"), -1)):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.activated.connect(lambda by=by: self.moved.emit(by))
        self.resize(560, 480)

    def begin(self) -> None:
        """The time starts at zero."""
        self._began = time.monotonic()
        self.tick()

    def tick(self) -> None:
        """Show the time that has gone by."""
        minutes, seconds = divmod(int(time.monotonic() - self._began), 60)
        self.clock.setText(tr("Elapsed: {minutes}:{seconds}", minutes=minutes,
                              seconds=f"{seconds:02}"))  # fmt: skip

    def show_moment(
        self, lecture: Lecture, moment: Moment, following: Moment | None, count: int
    ) -> None:
        """Notes of this beat, and what comes next."""
        language = current_language()
        self.setWindowTitle(f"{lecture.title.in_(language)} — {tr('Presenter')}")
        parts = [
            (tr("Beat {index} of {count}", index=moment.index + 1, count=count),
             moment.caption.in_(language)),
            (tr("Next"), following.caption.in_(language) if following else tr("The end.")),
            (tr("Notes on the scene"), moment.notes.in_(language)),
            (tr("Notes on the lecture"), lecture.notes.in_(language)),
            (tr("To be expected"), lecture.surprise.in_(language)),
        ]  # fmt: skip
        parts += [(tr("Question"), text.in_(language)) for text in lecture.questions]
        self.notes.setHtml(
            "".join(
                f"<p><b>{html.escape(head)}</b><br>{html.escape(text)}</p>"
                for head, text in parts
                if text
            )
        )

    def set_theme(self, theme: th.Theme) -> None:
        """Use this appearance; the text is larger than elsewhere."""
        self.notes.setStyleSheet(f"font-size: {theme.size(15)}px;")

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
