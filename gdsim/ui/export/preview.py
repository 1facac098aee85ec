"""What an export will be: its picture, small, or the first lines of its text."""

from __future__ import annotations

from collections.abc import Generator
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QStackedLayout, QWidget

from gdsim.export import csv_parts, json_parts
from gdsim.ui import theme as th
from gdsim.ui.export import wish as wishes
from gdsim.ui.export.wish import ARITHMETIC, NUMBERS, Wish
from gdsim.ui.i18n import tr

if TYPE_CHECKING:
    from gdsim.ui.main_window import MainWindow

#: Lines of a text that are shown.
_LINES = 40


class Preview(QWidget):
    """A picture or a text, as large as there is room."""

    def __init__(self, theme: th.Theme) -> None:
        super().__init__()
        self._work: Generator[float, None, None] | None = None
        self.picture, self.words = QLabel(), QPlainTextEdit()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setReadOnly(True)
        self.words.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.words.setTabChangesFocus(True)
        self.words.setFont(th.font(theme, 12, mono=True))
        self._stack = QStackedLayout(self)
        for page in (self.picture, self.words):
            page.setAccessibleName(tr("Preview"))
            self._stack.addWidget(page)

    def show_wish(self, window: MainWindow, wish: Wish, pixels: QSize) -> None:
        """Show what ``wish`` makes of what ``window`` shows; ``pixels`` is its real size.

        A picture comes by `work`.
        """
        self.stop()
        if wish.kind in (NUMBERS, ARITHMETIC):
            self._stack.setCurrentWidget(self.words)
            self.words.setPlainText(_text(window, wish))
            return
        self._stack.setCurrentWidget(self.picture)
        self._work = self._draw(window, wish, pixels)

    @property
    def pending(self) -> bool:
        """Whether a picture is still to come."""
        return self._work is not None

    def work(self) -> None:
        """A part of the picture that is to come, as much as a frame may take."""
        if self._work is not None and next(self._work, None) is None:
            self._work = None

    def stop(self) -> None:
        """What is to come does not come any more."""
        if self._work is not None:
            self._work.close()
        self._work = None

    def _draw(self, window: MainWindow, wish: Wish, pixels: QSize) -> Generator[float, None, None]:
        ratio = self.devicePixelRatioF()
        size = pixels.scaled(self.size() * ratio, Qt.AspectRatioMode.KeepAspectRatio)
        # Half as large again as it is shown: small text is easier to read when made smaller.
        fine = QSize(size.width() * 3 // 2, size.height() * 3 // 2)
        image = yield from wishes.image_of(window, wish, fine)
        mode = Qt.TransformationMode.SmoothTransformation
        shown = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, mode)
        shown.setDevicePixelRatio(ratio)
        self.picture.setPixmap(QPixmap.fromImage(shown))


def _text(window: MainWindow, wish: Wish) -> str:
    if wish.kind == ARITHMETIC:
        return wishes.arithmetic_of(window, wish.format)
    runs = window.session.runs
    rows = csv_parts(runs) if wish.format == "csv" else json_parts(runs)
    return "\n".join([*"".join(islice(rows, 2)).splitlines()[:_LINES], "…"])
