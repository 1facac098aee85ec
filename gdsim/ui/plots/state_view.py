"""What the optimizers remember: numbers of the current step, and small curves over all steps."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from gdsim.ui import theme as th
from gdsim.ui.i18n import tr
from gdsim.ui.numbers import number
from gdsim.ui.plots.lane_layer import polygon
from gdsim.ui.plots.state_rows import StateRow, note, state_rows
from gdsim.ui.plots.view import View
from gdsim.ui.scene import Scene
from gdsim.ui.widgets.lane_mark import draw_mark
from gdsim.ui.widgets.value_label import BETWEEN, SMALLEST
from gdsim.ui.widgets.whole_text import told_whole

Array = NDArray[np.float64]
#: Texts and their colours.
Words = list[tuple[str, str]]


class StateView(View):
    """A block for each lane: a row for each of its states, with a curve that is a time slider."""

    tools = ("state-arrows",)

    def __init__(self) -> None:
        super().__init__()
        self.rows = _Rows(self)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self.rows)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        self._retranslate()

    def set_scene(self, scene: Scene) -> None:
        self.rows.set_scene(scene)

    def set_step(self, step: int) -> None:
        self.rows.set_step(step)

    def set_highlight(self, step: int | None) -> None:
        self.rows.set_highlight(step)

    def set_theme(self, theme: th.Theme) -> None:
        self.rows.set_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        for widget in (self._area, self.rows):
            widget.setAccessibleName(tr("Optimizer state"))
        self.rows.describe()


def _lines() -> QTextOption:
    """Broken at words, and in a word that is longer than a line."""
    made = QTextOption(Qt.AlignmentFlag.AlignLeft)
    made.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return made


class _Rows(QWidget):
    """Paints all blocks; one widget, because every plot of its own would cost a frame's budget."""

    def __init__(self, view: StateView) -> None:
        super().__init__()
        self._view = view
        self._scene: Scene | None = None
        self._step = 0
        self._highlight: int | None = None
        self._theme = th.LIGHT
        self.rows: list[StateRow] = []
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    # What is shown ---------------------------------------------------------------------------

    def set_scene(self, scene: Scene) -> None:
        """Show the states of these runs."""
        self._scene, before = scene, len(self.rows)
        self.rows = state_rows(scene)
        if len(self.rows) != before:
            self.updateGeometry()
        self.describe()
        self.update()

    def set_step(self, step: int) -> None:
        """Show the numbers of ``step``."""
        self._step = step
        self.describe()
        self.update()

    def set_highlight(self, step: int | None) -> None:
        """Light up ``step``."""
        if step != self._highlight:
            self._highlight = step
            self.update()

    def set_theme(self, theme: th.Theme) -> None:
        """Use this appearance."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def describe(self) -> None:
        """Say what is shown, for those who do not see it."""
        scene = self._scene
        if scene is None or not self.rows:
            self.setAccessibleDescription(self.message())
            return
        self.setAccessibleDescription("; ".join(self._said(scene)))

    def _said(self, scene: Scene) -> list[str]:
        return [f"{scene.labels[row.lane]} {row.symbol}: {self.numbers(row)}" for row in self.rows]

    def numbers(self, row: StateRow) -> str:
        """The row's values at the current step, as the screen writes them."""
        return BETWEEN.join(self._values(row))

    def _values(self, row: StateRow) -> list[str]:
        values = row.values[min(self._step, len(row.values) - 1)].tolist()
        pairs = zip(row.names, values, strict=True)
        return [f"{name} {number(value)}".strip() for name, value in pairs]

    def message(self) -> str:
        """What is said where no lane has a state."""
        if self._scene is None:
            return tr("The state of the optimizers appears here.")
        return tr(
            "Gradient descent remembers nothing: each step depends on the gradient alone. "
            "Choose momentum, Adam or another optimizer for a lane to see its state here."
        )

    # Room ------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(200, max(self._line * 3, self._line * 2 * len(self.rows)))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """The message takes more lines where it is narrow; one scrolls to the last."""
        if self.rows:
            return self.sizeHint().height()
        message = QTextDocument(self.message())
        message.setDocumentMargin(0)
        message.setDefaultTextOption(_lines())
        message.setDefaultFont(th.tabular(th.font(self._theme, self._theme.ticks)))
        message.setTextWidth(width)
        return math.ceil(message.size().height())

    @property
    def _line(self) -> int:
        return self._theme.size(20)

    def plot_rect(self, index: int) -> QRectF:
        """Where the curve of row ``index`` is."""
        height = min(self.height() / max(len(self.rows), 1), self._theme.size(150))
        height = max(height, 2.0 * self._line)
        gap = self._theme.size(4)
        top = index * height + self._line
        return QRectF(gap, top, self.width() - 2 * gap, height - self._line - gap)

    # Painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        heads = [self._words(row) for row in self.rows]
        painter.setFont(self._fitting(heads))
        if not self.rows:
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(QRectF(self.rect()), self.message(), _lines())
        for i, (row, words) in enumerate(zip(self.rows, heads, strict=True)):
            rect = self.plot_rect(i)
            if rect.top() - self._line <= event.rect().bottom() and (
                rect.bottom() >= event.rect().top()
            ):
                self._paint_head(painter, row, words, rect)
                self._paint_curves(painter, row, rect)
        painter.end()

    def _words(self, row: StateRow) -> Words:
        """Symbol and values of the step, each in the colour of its coordinate."""
        theme, scene = self._theme, self._scene
        assert scene is not None
        words = [(row.symbol, theme.text)]
        for i, value in enumerate(self._values(row)):
            words.append((value, theme.coordinate_colour(i) if row.coordinates else theme.text))
        if row.note:
            words.append((note(scene, row, self._step), theme.muted))
        return words

    @property
    def _head(self) -> float:
        """Where the words of a row begin, after the mark of its lane."""
        return self.plot_rect(0).left() + self._theme.size(9) + self._theme.size(6)

    def _all_fit(self, heads: list[Words], font: QFont) -> bool:
        metrics = QFontMetrics(font)
        return all(self._fits(words, metrics) for words in heads)

    def _fits(self, words: Words, metrics: QFontMetrics) -> bool:
        gaps = (len(words) - 1) * self._theme.size(12)
        taken = sum(metrics.horizontalAdvance(text) for text, _ in words) + gaps
        return self._head + taken <= self.width()

    def _fitting(self, heads: list[Words]) -> QFont:
        """The font of all rows: smaller where there is little room for one of them."""
        font = th.tabular(th.font(self._theme, self._theme.ticks))
        full = font.pixelSize()
        for pixels in range(full, int(SMALLEST * full), -1):
            font.setPixelSize(pixels)
            if self._all_fit(heads, font):
                break
        return font

    def _shown(self, words: Words, metrics: QFontMetrics) -> Words:
        """What there is room for, in whole words: the first digits alone are another number."""
        kept = len(words)
        while kept > 1 and not self._fits(words, metrics):
            kept -= 1
            words = [*words[:kept], ("…", self._theme.muted)]
        return words

    def whole_text(self) -> str:
        """What the tooltip says: all numbers, where some are left out."""
        heads = [self._words(row) for row in self.rows]
        if self._scene is None or self._all_fit(heads, self._fitting(heads)):
            return ""
        return "\n".join(self._said(self._scene))

    def event(self, event: QEvent) -> bool:
        return told_whole(self, event, self.whole_text) or super().event(event)

    def _paint_head(self, painter: QPainter, row: StateRow, words: Words, rect: QRectF) -> None:
        """Mark of the lane and the words of the row."""
        theme, scene = self._theme, self._scene
        assert scene is not None
        middle = rect.top() - self._line / 2
        size = theme.size(9)
        draw_mark(painter, theme, scene.styles[row.lane], QPointF(rect.left() + size / 2, middle),
                  size)  # fmt: skip
        metrics = QFontMetrics(painter.font())
        x = self._head
        baseline = middle + (metrics.ascent() - metrics.descent()) / 2
        for text, colour in self._shown(words, metrics):
            painter.setPen(QColor(colour))
            painter.drawText(QPointF(x, baseline), text)
            x += metrics.horizontalAdvance(text) + theme.size(12)

    def _paint_curves(self, painter: QPainter, row: StateRow, rect: QRectF) -> None:
        theme, scene = self._theme, self._scene
        assert scene is not None
        low, high = row.range
        scale = np.array([rect.width() / max(scene.steps, 1), -rect.height() / (high - low)])
        shift = np.array([rect.left(), rect.bottom() - low * scale[1]])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(th.pen(theme.track, 1.0))
        painter.drawLine(QPointF(rect.left(), shift[1]), QPointF(rect.right(), shift[1]))
        for i, curve in enumerate(row.curves):
            colour = theme.coordinate_colour(i) if row.coordinates else theme.text
            dash = Qt.PenStyle.SolidLine if i == 0 else Qt.PenStyle.DashLine
            painter.setPen(th.pen(colour, theme.line * 0.5, dash))
            painter.drawPolyline(polygon(curve * scale + shift))
        steps = ((self._highlight, theme.accent, 1.6), (self._step, theme.text, 0.5))
        for step, colour, width in steps:
            if step is not None:
                painter.setPen(th.pen(colour, theme.line * width))
                x = step * scale[0] + shift[0]
                painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))

    # Mouse -----------------------------------------------------------------------------------

    def _step_at(self, event: QMouseEvent) -> int | None:
        if self._scene is None or not self.rows:
            return None
        rect = self.plot_rect(0)
        share = (event.position().x() - rect.left()) / max(rect.width(), 1.0)
        return int(np.clip(round(share * self._scene.steps), 0, self._scene.steps))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        step = self._step_at(event)
        if event.button() == Qt.MouseButton.LeftButton and step is not None:
            self._view.step_requested.emit(step)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        step = self._step_at(event)
        if event.buttons() & Qt.MouseButton.LeftButton and step is not None:
            self._view.step_requested.emit(step)
        else:
            self._view.tell_hovered(step)

    def leaveEvent(self, event: QEvent) -> None:
        self._view.tell_hovered(None)
        super().leaveEvent(event)
