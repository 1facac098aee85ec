"""The fields of the export dialog: what, how large, in which format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from gdsim.engine.params import ParamSpec
from gdsim.engine.text import N_
from gdsim.ui.export import wish as wishes
from gdsim.ui.export.sheet import THEMES, parts, seen_size
from gdsim.ui.export.wish import ANIMATION, ARITHMETIC, NUMBERS, PICTURE, Wish
from gdsim.ui.i18n import tr
from gdsim.ui.widgets.check_box import CheckBox, SwitchLabel
from gdsim.ui.widgets.choice_box import ChoiceBox
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


class WishForm(QScrollArea):
    """Shows and changes a `Wish` about what ``window`` shows, in the fields of its kind."""

    #: The wish is another one.
    changed = Signal()

    def __init__(self, window: MainWindow, wish: Wish) -> None:
        super().__init__()
        self._window, self._theme = window, window.appearance.theme
        self.wish = wish
        self._make_fields()
        self._lay_out()
        self._show()

    # Parts -----------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self.kind = self._choice(wishes.KINDS, tr("What"), self._set_kind)
        self.part = self._choice((), tr("Of"), lambda part: self.set(part=part))
        self.part.set_choices(parts(self._window))
        self.format = self._choice((), tr("Format"), self.set_format)
        self.size_ = self._choice(SIZES, tr("Size"), self._set_size)
        self.look = self._choice(THEMES, tr("Appearance"), lambda theme: self.set(theme=theme))
        steps = self._window.session.steps
        step = ParamSpec("step", N_("Step"), 0, low=0, high=steps, scale="int")
        self.numbers = {
            "width": self._number("width", wishes.WIDTH),
            "height": self._number("height", wishes.HEIGHT),
            "text": self._number("text", wishes.TEXT),
            "first": self._number("first", step, tr("First step")),
            "last": self._number("last", step, tr("Last step")),
            "rate": self._number("rate", wishes.RATE),
            "hold": self._number("hold", wishes.HOLD),
        }
        self.loop = CheckBox()
        self.loop_label = SwitchLabel(self.loop)
        self.loop_label.setText(tr("Begin again at the end"))
        self.loop_label.setWordWrap(True)
        self.loop.setAccessibleName(self.loop_label.text())
        self.loop.setChecked(self.wish.loop)
        self.loop.toggled.connect(lambda on: self.set(loop=on))

    def _choice(
        self, choices: tuple[tuple[str, str], ...], name: str, chosen: Callable[[str], None]
    ) -> ChoiceBox:
        box = ChoiceBox(choices)
        box.setAccessibleName(name)
        box.chosen.connect(chosen)
        return box

    def _number(self, name: str, spec: ParamSpec, said: str = "") -> NumberField:
        field = NumberField(spec)
        field.setMaximumWidth(self._theme.size(110))
        field.setAccessibleName(said or tr(spec.label))
        field.value_changed.connect(lambda value: self._on_number(name, value))
        return field

    def _lay_out(self) -> None:
        """As wide as the fields are, and as high as the screen lets them be."""
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._rows: list[tuple[tuple[str, ...], list[QWidget]]] = []
        self._add_rows()
        self._lines.addStretch(1)
        self.fields = QWidget()
        self.fields.setLayout(self._lines)
        self.setWidget(self.fields)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizeAdjustPolicy(QScrollArea.SizeAdjustPolicy.AdjustToContents)
        screen = self._window.screen().availableSize().boundedTo(self._window.size())
        wide = min(self._theme.size(380), screen.width() // 2)
        self.setMinimumWidth(max(wide, self._lines.minimumSize().width()) + self._theme.size(12))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _add_rows(self) -> None:
        number = self.numbers
        pictures, steps = (PICTURE, ANIMATION), (ANIMATION,)
        everything = (PICTURE, ANIMATION, NUMBERS, ARITHMETIC)
        self._row(everything, tr("What"), self.kind)
        self._row(pictures, tr("Of"), self.part)
        self._row(everything, tr("Format"), self.format)
        self._row(pictures, tr("Size"), self.size_)
        self._row(pictures, tr("Pixels"), number["width"], QLabel("×"), number["height"])
        self._row(pictures, tr("Text"), number["text"], QLabel("%"))
        self._row(pictures, tr("Appearance"), self.look)
        self._row(steps, tr("Steps"), number["first"], QLabel("–"), number["last"])
        self._row(steps, tr("Pictures per second"), number["rate"])
        self._row(steps, tr("Last picture stays"), number["hold"], QLabel("s"))
        self._row(steps, "", self.loop, self.loop_label)

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

    def set(self, **values: object) -> None:
        """Change the wish."""
        self.wish = replace(self.wish, **values)  # type: ignore[arg-type]
        self.changed.emit()

    def set_format(self, ending: str) -> None:
        """Wish the kind in this format."""
        self.wish = self.wish.with_format(ending)
        self.set()

    def _set_kind(self, kind: str) -> None:
        self.set(kind=kind)
        self._show()

    def _set_size(self, size: str) -> None:
        self.set(**{self.wish.sizing: size})
        self.show_size()

    def _on_number(self, name: str, value: float) -> None:
        number: object = value if name == "hold" else int(value)
        if name in ("width", "height"):
            size = self.pixels()
            self.set(width=size.width(), height=size.height())
            self.set(**{self.wish.sizing: "own"})
            self.size_.set_value("own")
        self.set(**{name: number})

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

    def refusal(self) -> str:
        """What is wrong with a field that shows, where the keyboard goes; empty: all are good."""
        for field in self.numbers.values():
            field.commit()
            if field.message and field.isVisible():
                field.setFocus()
                return field.message
        return ""

    # What is shown ---------------------------------------------------------------------------

    def _show(self) -> None:
        """The wish, or the nearest that can be fulfilled now, in the fields of its kind."""
        wish = self.wish
        if wish.last < 0:
            wish = replace(wish, first=0, last=self._window.session.steps)
        if wish.part not in dict(parts(self._window)):
            wish = replace(wish, part="scene")
        if wish.size not in dict(SIZES) or wish.moving not in dict(SIZES):
            wish = replace(wish, size="2", moving="1")
        self.wish = wish
        self.kind.set_value(wish.kind)
        self.part.set_value(wish.part)
        self.format.set_choices(wishes.FORMATS[wish.kind])
        self.format.set_value(wish.format)
        self.size_.set_value(getattr(wish, wish.sizing))
        self.look.set_value(wish.theme)
        for name in ("text", "first", "last", "rate", "hold"):
            self.numbers[name].set_value(getattr(wish, name))
        for kinds, widgets in self._rows:
            for widget in widgets:
                widget.setVisible(wish.kind in kinds)
        self.show_size()

    def show_size(self) -> None:
        """How large the pictures are now: what is on the screen may have another size."""
        size = self.pixels()
        self.numbers["width"].set_value(size.width())
        self.numbers["height"].set_value(size.height())
