"""The one dialog of all exports: what, how large, in which format; with a preview."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gdsim.engine.errors import GdsimError
from gdsim.engine.params import ParamSpec
from gdsim.engine.text import N_
from gdsim.scenario import write_atomic
from gdsim.ui.documents import chosen_place
from gdsim.ui.export import wish as wishes
from gdsim.ui.export.job import Job, Work
from gdsim.ui.export.pictures import shown_steps
from gdsim.ui.export.preview import Preview
from gdsim.ui.export.sheet import THEMES, parts, seen_size
from gdsim.ui.export.wish import ANIMATION, ARITHMETIC, NUMBERS, PICTURE, Wish
from gdsim.ui.i18n import LANGUAGES, current_language, tr, tr_error
from gdsim.ui.widgets.check_box import CheckBox, SwitchLabel
from gdsim.ui.widgets.choice_box import ChoiceBox
from gdsim.ui.widgets.error_line import ErrorLine
from gdsim.ui.widgets.number_field import NumberField
from gdsim.ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from gdsim.ui.main_window import MainWindow

#: Sizes on offer: multiples of what is on the screen, pixels, or what the fields say.
SIZES = (
    ("1", N_("As on the screen")),
    ("2", N_("Twice as large")),
    ("1280x720", "1280 × 720"),
    ("1920x1080", "1920 × 1080"),
    ("3840x2160", "3840 × 2160"),
    ("own", N_("Own size")),
)
#: Room for the preview at text scale 1.
_PREVIEW = QSize(420, 320)


class ExportDialog(QDialog):
    """Passive but for its own file: it makes what `Wish` says from what ``window`` shows."""

    def __init__(self, window: MainWindow, wish: Wish, name: str) -> None:
        super().__init__(window)
        self.setObjectName("export")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window, self._name = window, name
        self._theme = window.appearance.theme
        self.wish = wish
        self.job: Job | None = None
        self._then: Callable[[bytes], None] = self._copy
        self._stale = True
        self._make_fields()
        self._make_end()
        self._lay_out()
        self._show()
        window.clock.frame.connect(self._on_frame)
        window.clock.ask()

    # Parts -----------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        wish, steps = self.wish, self._window.session.steps
        self.kind = self._choice(wishes.KINDS, tr("What"), self._set_kind)
        self.part = self._choice((), tr("Of"), lambda part: self._set(part=part))
        self.part.set_choices(parts(self._window))
        self.format = self._choice((), tr("Format"), self._set_format)
        self.size_ = self._choice(SIZES, tr("Size"), self._set_size)
        self.width_, self.height_ = self._number(wishes.WIDTH), self._number(wishes.HEIGHT)
        self.text = self._number(wishes.TEXT)
        self.look = self._choice(THEMES, tr("Appearance"), lambda theme: self._set(theme=theme))
        step = ParamSpec("step", N_("Step"), 0, low=0, high=steps, scale="int")
        self.first, self.last = self._number(step), self._number(step)
        self.rate, self.hold = self._number(wishes.RATE), self._number(wishes.HOLD)
        self.loop = CheckBox()
        self.loop_label = SwitchLabel(self.loop)
        self.loop_label.setText(tr("Begin again at the end"))
        self.loop_label.setWordWrap(True)
        self.loop.setAccessibleName(self.loop_label.text())
        self.loop.setChecked(wish.loop)
        self.loop.toggled.connect(lambda on: self._set(loop=on))
        for field, name in (
            (self.width_, "width"), (self.height_, "height"), (self.text, "text"),
            (self.first, "first"), (self.last, "last"), (self.rate, "rate"), (self.hold, "hold"),
        ):  # fmt: skip
            field.value_changed.connect(lambda value, name=name: self._on_number(name, value))
            field.setAccessibleName(tr(field.spec.label))
        self.first.setAccessibleName(tr("First step"))
        self.last.setAccessibleName(tr("Last step"))

    def _choice(
        self, choices: tuple[tuple[str, str], ...], name: str, chosen: Callable[[str], None]
    ) -> ChoiceBox:
        box = ChoiceBox(choices)
        box.setAccessibleName(name)
        box.chosen.connect(chosen)
        return box

    def _number(self, spec: ParamSpec) -> NumberField:
        field = NumberField(spec)
        field.setMaximumWidth(self._theme.size(110))
        return field

    def _make_end(self) -> None:
        self.preview = Preview(self._theme)
        self.about, self.error = QLabel(), ErrorLine()
        self.about.setProperty("role", "muted")
        self.about.setWordWrap(True)
        self.progress = QProgressBar()
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
        self._lines = QVBoxLayout()
        self._rows: list[tuple[tuple[str, ...], list[QWidget]]] = []
        pictures, steps = (PICTURE, ANIMATION), (ANIMATION,)
        everything = (PICTURE, ANIMATION, NUMBERS, ARITHMETIC)
        self._row(everything, tr("What"), self.kind)
        self._row(pictures, tr("Of"), self.part)
        self._row(everything, tr("Format"), self.format)
        self._row(pictures, tr("Size"), self.size_)
        self._row(pictures, tr("Pixels"), self.width_, QLabel("×"), self.height_)
        self._row(pictures, tr("Text"), self.text, QLabel("%"))
        self._row(pictures, tr("Appearance"), self.look)
        self._row(steps, tr("Steps"), self.first, QLabel("–"), self.last)
        self._row(steps, tr("Pictures per second"), self.rate)
        self._row(steps, tr("Last picture stays"), self.hold, QLabel("s"))
        self._row(steps, "", self.loop, self.loop_label)
        self._lines.addStretch(1)
        screen = self.screen().availableSize().boundedTo(self._window.size())
        room = QSize(screen.width() // 3, screen.height() // 2)
        self.preview.setFixedSize((_PREVIEW * self._theme.text_scale).boundedTo(room))
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
        both.setSpacing(self._theme.size(16))
        bar = self._theme.size(12)
        wide = min(self._theme.size(380), screen.width() // 2)
        both.addWidget(_scrolled(self._lines, wide, bar), 1)
        both.addLayout(right)
        layout = QVBoxLayout(self)
        layout.addLayout(both, 1)
        layout.addWidget(self.error)
        layout.addLayout(buttons)

    def _row(self, kinds: tuple[str, ...], name: str, *widgets: QWidget) -> None:
        line, label, row = WrapRow(), QLabel(name), QHBoxLayout()
        label.setBuddy(widgets[0])
        label.setWordWrap(True)
        for widget in widgets:
            row.addWidget(widget)
        if isinstance(widgets[-1], SwitchLabel):
            row.setStretch(1, 1)
        elif not isinstance(widgets[-1], ChoiceBox):
            row.addStretch(1)
        line.setSpacing(self._theme.space(8))
        line.addWidget(label, 2)
        line.addLayout(row, 4)
        self._lines.addLayout(line)
        self._rows.append((kinds, [label, *widgets]))

    # What is set -----------------------------------------------------------------------------

    def _set(self, **values: object) -> None:
        """Change the wish; the preview follows with the next frame."""
        self.wish = replace(self.wish, **values)  # type: ignore[arg-type]
        self._stale = True
        self.error.say("")
        self._window.clock.ask()

    def _set_kind(self, kind: str) -> None:
        self._set(kind=kind)
        self._show()

    def _set_format(self, ending: str) -> None:
        self.wish = self.wish.with_format(ending)
        self._set()

    def _set_size(self, size: str) -> None:
        self._set(**{self.wish.sizing: size})
        self._show_size()

    def _on_number(self, name: str, value: float) -> None:
        number: object = value if name == "hold" else int(value)
        if name in ("width", "height"):
            size = self.pixels()
            self._set(width=size.width(), height=size.height())
            self._set(**{self.wish.sizing: "own"})
            self.size_.set_value("own")
        self._set(**{name: number})

    def pixels(self) -> QSize:
        """Size of the pictures."""
        size = getattr(self.wish, self.wish.sizing)
        if size in ("1", "2"):
            seen = seen_size(self._window, self.wish.part) * int(size)
            return seen.boundedTo(QSize(int(wishes.WIDTH.high), int(wishes.HEIGHT.high)))
        if "x" in size:
            width, _, height = size.partition("x")
            return QSize(int(width), int(height))
        return QSize(self.wish.width, self.wish.height)

    def _show(self) -> None:
        """Fields and title as the wish has them."""
        wish = self.wish
        if wish.last < 0:
            wish = self.wish = replace(wish, first=0, last=self._window.session.steps)
        if wish.part not in dict(parts(self._window)):
            wish = self.wish = replace(wish, part="scene")
        if wish.size not in dict(SIZES) or wish.moving not in dict(SIZES):
            wish = self.wish = replace(wish, size="2", moving="1")
        self.setWindowTitle(tr("Export"))
        self.kind.set_value(wish.kind)
        self.part.set_value(wish.part)
        self.format.set_choices(wishes.FORMATS[wish.kind])
        self.format.set_value(wish.format)
        self.size_.set_value(getattr(wish, wish.sizing))
        self.look.set_value(wish.theme)
        for field, value in (
            (self.text, wish.text), (self.first, wish.first), (self.last, wish.last),
            (self.rate, wish.rate), (self.hold, wish.hold),
        ):  # fmt: skip
            field.set_value(value)
        for kinds, widgets in self._rows:
            for widget in widgets:
                widget.setVisible(wish.kind in kinds)
        self.copy_button.setEnabled(wish.kind != ANIMATION)
        self._show_size()
        self._show_running(False)

    def _show_size(self) -> None:
        size = self.pixels()
        self.width_.set_value(size.width())
        self.height_.set_value(size.height())

    # Preview ---------------------------------------------------------------------------------

    def _on_frame(self, _seconds: float) -> None:
        if self._stale and self.job is None and self.isVisible():
            self._stale = False
            self._show_size()
            try:
                self.about.setText(self._said())
                self.preview.show_wish(self._window, self.wish, self.pixels())
            except GdsimError as error:
                self.error.say(tr_error(error))

    def _said(self) -> str:
        """What there will be, in words."""
        wish, window = self.wish, self._window
        language = LANGUAGES[current_language()]
        if wish.kind == PICTURE:
            size = self.pixels()
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
        """Whether every field that shows has a good value; else the keyboard goes there."""
        for field in (self.width_, self.height_, self.text, self.first, self.last, self.rate,
                      self.hold):  # fmt: skip
            field.commit()
            if field.message and field.isVisible():
                self.error.say(field.message)
                field.setFocus()
                return False
        return True

    def _begin(self, then: Callable[[bytes], None]) -> None:
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
        wish = self.wish
        if wish.kind == PICTURE and self._then == self._copy:
            wish = replace(wish, picture="png")  # no program takes lines from the clipboard
        return wishes.work(self._window, wish, self.pixels())

    def _on_finished(self, data: bytes) -> None:
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

    def _copy(self, data: bytes) -> None:
        mime = QMimeData()
        if self.wish.kind == PICTURE:
            picture = QPixmap()
            picture.loadFromData(data)
            mime.setImageData(picture.toImage())
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
        for _, widgets in self._rows:
            for widget in widgets:
                widget.setEnabled(not running)
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.close_button.hasFocus():
            self.reject()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.job is not None:
            self.job.cancel()
            self._over()
        self._window.clock.frame.disconnect(self._on_frame)


def _scrolled(lines: QVBoxLayout, wide: int, bar: int) -> QScrollArea:
    """The fields as wide as they are, and as high as the screen lets them be."""
    form, area = QWidget(), QScrollArea()
    lines.setContentsMargins(0, 0, 0, 0)
    form.setLayout(lines)
    area.setWidget(form)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setSizeAdjustPolicy(QScrollArea.SizeAdjustPolicy.AdjustToContents)
    area.setMinimumWidth(max(wide, lines.minimumSize().width()) + bar)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
