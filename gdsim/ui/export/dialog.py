"""The one dialog of all exports: what, how large, in which format; with a preview."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
)

from gdsim.engine.errors import GdsimError
from gdsim.scenario import write_atomic
from gdsim.ui.documents import chosen_place
from gdsim.ui.dressing import dress
from gdsim.ui.export import wish as wishes
from gdsim.ui.export.form import WishForm
from gdsim.ui.export.job import Job, Work
from gdsim.ui.export.pictures import shown_steps
from gdsim.ui.export.preview import Preview
from gdsim.ui.export.wish import ANIMATION, NUMBERS, PICTURE, Wish
from gdsim.ui.i18n import LANGUAGES, current_language, tr, tr_error
from gdsim.ui.widgets.error_line import ErrorLine
from gdsim.ui.widgets.progress import ProgressBar

if TYPE_CHECKING:
    from gdsim.ui.main_window import MainWindow

#: Room for the preview at text scale 1.
_PREVIEW = QSize(420, 320)


class ExportDialog(QDialog):
    """Passive but for its own file: it makes what `Wish` says from what ``window`` shows."""

    def __init__(self, window: MainWindow, wish: Wish, name: str) -> None:
        super().__init__(window)
        dress(self)
        self.setObjectName("export")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window, self._name = window, name
        self.form = WishForm(window, wish)
        self.job: Job | None = None
        self._then: Callable[..., None] = self._copy
        self._stale = True
        self.setWindowTitle(tr("Export"))
        self._make_end()
        self._lay_out()
        self._show_running(False)
        self.form.changed.connect(self._on_changed)
        window.clock.frame.connect(self._on_frame)
        window.clock.ask()

    @property
    def wish(self) -> Wish:
        """What is to be made."""
        return self.form.wish

    # Parts -----------------------------------------------------------------------------------

    def _make_end(self) -> None:
        self.preview = Preview(self._window.appearance.theme)
        self.about, self.error = QLabel(), ErrorLine()
        self.about.setProperty("role", "muted")
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.progress = ProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Progress"))
        self.copy_button = QPushButton(tr("Copy"))
        self.save_button = QPushButton(tr("Save…"))
        self.close_button = QPushButton(tr("Close"))
        self.copy_button.clicked.connect(self.copy)
        self.save_button.clicked.connect(self.save)
        self.close_button.clicked.connect(self.reject)
        self.save_button.setDefault(True)
        for button in (self.copy_button, self.close_button):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        theme = self._window.appearance.theme
        screen = self.screen().availableSize().boundedTo(self._window.size())
        room = QSize(screen.width() // 3, screen.height() // 2)
        self.preview.setFixedSize((_PREVIEW * theme.text_scale).boundedTo(room))
        buttons = QHBoxLayout()
        buttons.addWidget(self.progress, 1)
        buttons.addStretch(0)
        for button in (self.copy_button, self.close_button, self.save_button):
            buttons.addWidget(button)
        right = QVBoxLayout()
        right.addWidget(self.preview)
        right.addWidget(self.about)
        right.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(theme.size(16))
        both.addWidget(self.form, 1)
        both.addLayout(right)
        layout = QVBoxLayout(self)
        layout.addLayout(both, 1)
        layout.addWidget(self.error)
        layout.addLayout(buttons)

    # Preview ---------------------------------------------------------------------------------

    def _on_changed(self) -> None:
        """The preview follows with the next frame."""
        self._stale = True
        self.error.say("")
        self._show_running(False)
        self._window.clock.ask()

    def _on_frame(self, _seconds: float) -> None:
        if self.job is not None or not self.isVisible():
            return
        try:
            if self._stale:
                self._stale = False
                self.form.show_size()
                self.about.setText(self._said())
                self.preview.show_wish(self._window, self.wish, self.form.pixels())
            else:
                self.preview.work()
        except GdsimError as error:
            self.preview.stop()
            self.error.say(tr_error(error))
        if self.preview.pending:
            self._window.clock.ask()

    def _said(self) -> str:
        """What there will be, in words."""
        wish, window = self.wish, self._window
        language = LANGUAGES[current_language()]
        if wish.kind == PICTURE:
            size = self.form.pixels()
            return tr("{width} × {height} pixels, in the language of the window: {language}",
                      width=size.width(), height=size.height(), language=language)  # fmt: skip
        if wish.kind == ANIMATION:
            count = len(shown_steps(wish.first, wish.last, wishes.MOST))
            seconds = f"{count / wish.rate + wish.hold:.1f}"
            return tr("{count} pictures, {seconds} s, in the language of the window: {language}",
                      count=count, seconds=seconds, language=language)  # fmt: skip
        if wish.kind == NUMBERS:
            rows = sum(run.steps + 1 for run in window.session.runs)
            return tr("{rows} rows; every number reads back to the same bits", rows=rows)
        return tr("As it is shown, with six digits")

    # Doing -----------------------------------------------------------------------------------

    def copy(self) -> None:
        """Put it on the clipboard."""
        self._begin(self._copy)

    def save(self) -> None:
        """Ask for a file and write it."""
        if self.job is not None or not self._all_good():
            return
        path = self.ask_where()
        if path is not None:
            self._begin(lambda data: self._write(path, data))

    def ask_where(self) -> Path | None:
        """The file that a person wants it in."""
        ending = self.wish.format
        label = dict(wishes.FORMATS[self.wish.kind])[ending]
        folder = self._window.documents.folder()
        dialog = QFileDialog(self, tr("Export"), folder, f"{tr(label)} (*.{ending})")
        return chosen_place(dialog, f"{self._name}.{ending}", ending)

    def _all_good(self) -> bool:
        refusal = self.form.refusal()
        if refusal:
            self.error.say(refusal)
        return not refusal

    def _begin(self, then: Callable[..., None]) -> None:
        if self.job is not None or not self._all_good():
            return
        self.error.say("")
        self._then = then
        self.job = Job(self._window.clock, self._work(), self)
        self.job.progressed.connect(lambda done: self.progress.setValue(round(1000 * done)))
        self.job.finished.connect(self._on_finished)
        self.job.failed.connect(self._on_failed)
        self._show_running(True)
        self.job.start()

    def _work(self) -> Work:
        make: Callable[..., Work] = wishes.work
        if self.wish.kind == PICTURE and self._then == self._copy:
            make = wishes.image_of  # no program takes lines from the clipboard
        return make(self._window, self.wish, self.form.pixels())

    def _on_finished(self, data: bytes | QImage) -> None:
        self._over()
        self.close_button.setFocus()
        self._then(data)

    def _on_failed(self, error: GdsimError) -> None:
        self._over()
        self.error.say(tr_error(error))

    def _over(self) -> None:
        if self.job is not None:
            self.job.deleteLater()
        self.job = None
        self._show_running(False)
        self._window.clock.ask()

    def _copy(self, data: bytes | QImage) -> None:
        mime = QMimeData()
        if isinstance(data, QImage):
            mime.setImageData(data)
        else:
            mime.setText(data.decode())
        QGuiApplication.clipboard().setMimeData(mime)
        self.about.setText(tr("Copied"))

    def _write(self, path: Path, data: bytes) -> None:
        try:
            write_atomic(path, data)
        except GdsimError as error:
            self.error.say(f"{path.name}: {tr_error(error)}")
            self.save_button.setFocus()
            return
        self._window.settings.set_folder(str(path.absolute().parent))
        size = f"{max(len(data) / 1000, 0.1):.1f}"
        self.about.setText(tr("Saved: {file} ({size} kB)", file=path.name, size=size))

    def _show_running(self, running: bool) -> None:
        self.progress.setRange(0, 1000)
        self.progress.setVisible(running)
        if running:
            self.progress.setValue(0)
        self.form.fields.setEnabled(not running)
        self.save_button.setEnabled(not running)
        self.copy_button.setEnabled(not running and self.wish.kind != ANIMATION)
        self.close_button.setText(tr("Cancel") if running else tr("Close"))

    # Qt --------------------------------------------------------------------------------------

    def reject(self) -> None:
        """Esc and Close: stop what is under way, else close."""
        if self.job is not None:
            self.job.cancel()
            self._over()
            self.about.setText(tr("Cancelled; nothing was written"))
            return
        super().reject()

    def done(self, result: int) -> None:
        """Closed, whatever was under way."""
        self._window.clock.frame.disconnect(self._on_frame)
        self.preview.stop()
        if self.job is not None:
            self.job.cancel()
            self._over()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.close_button.hasFocus():
            self.reject()
            return
        super().keyPressEvent(event)
