"""The logarithmic track on which a learning rate is dragged between its limits."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gdsim.ui.i18n import tr
from gdsim.ui.theme import LIGHT, Theme, font
from gdsim.ui.widgets.number_text import exact_text
from gdsim.ui.widgets.rate_axis import RateAxis, decades
from gdsim.ui.widgets.rate_marks import Mark, Placed, Room, arrange
from gdsim.ui.widgets.rate_painting import SIGN, paint_track
from gdsim.ui.widgets.stepping import log_step

#: Pixels at text scale 1: half of the track's height, the handle's radius, a row of labels.
MIDDLE, RADIUS, ROW = 14, 7, 24
#: How far beside a mark the mouse still means it.
REACH = 4

#: No key leads below this; smaller rates can be typed.
LOWEST = 1e-12

KEYS = {
    Qt.Key.Key_Left: False,
    Qt.Key.Key_Down: False,
    Qt.Key.Key_PageDown: False,
    Qt.Key.Key_Right: True,
    Qt.Key.Key_Up: True,
    Qt.Key.Key_PageUp: True,
}


class RateTrack(QWidget):
    """A handle on decades of learning rates, with marks that can be clicked.

    Dragging goes over tidy numbers, with Shift over every pixel; a click on a mark takes its rate
    to the last bit. Arrows step (Shift: finer), PageUp and PageDown go by a decade, Home and End
    to the ends, Ctrl with an arrow to the next mark.
    """

    #: The rate under the handle while it moves.
    rate_dragged = Signal(float)
    #: The rate that was settled on.
    rate_chosen = Signal(float)
    #: A drag was given up: all is to be as it was before.
    drag_cancelled = Signal()

    def __init__(self, highest: float = 1000.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = LIGHT
        self._highest = highest
        self.placed: list[Placed] = []
        self.hovered: Placed | None = None
        self._rate = 0.01
        self._marks: tuple[Mark, ...] = ()
        self._decades = (-4, 1)
        self._before: float | None = None
        #: Whether the handle has been elsewhere: where it is back, all need not be as it was.
        self._moved = False
        #: How far beside the handle's middle the mouse took it.
        self._grip = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._arrange()

    @property
    def rate(self) -> float:
        """The rate under the handle."""
        return self._rate

    @property
    def dragging(self) -> bool:
        """Whether the mouse holds the handle."""
        return self._before is not None

    @property
    def axis(self) -> RateAxis:
        """Rates to pixels."""
        side = self.theme.size(RADIUS + 2)
        return RateAxis(*self._decades, side, max(side + 1, self.width() - side))

    def set_rate(self, rate: float) -> None:
        """Put the handle on ``rate``."""
        if rate != self._rate:
            self._rate = rate
            self._arrange()

    def set_limits(self, marks: tuple[Mark, ...]) -> None:
        """Show these marks."""
        if tuple(marks) != self._marks:
            self._marks = tuple(marks)
            self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Use this appearance."""
        self.theme = theme
        self._arrange()

    # ---- layout ------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """Place everything anew; the range rests while the handle is held, else it would run."""
        if not self.dragging:
            self._decades = decades(self._rate, (mark.rate for mark in self._marks))
        size, axis = self.theme.size, self.axis
        room = Room(self.width(), size(2 * MIDDLE), size(ROW), size(SIGN), size(8))
        metrics = QFontMetrics(font(self.theme, 12))
        self.placed = arrange([(m, axis.x(m.rate)) for m in self._marks], metrics, room)
        self.hovered = None
        bottom = max((p.label.bottom() + 1 for p in self.placed), default=room.top)
        if self.dragging:
            bottom = max(bottom, self.height())
        self.setFixedHeight(bottom)
        self._say()
        self.update()

    def _say(self) -> None:
        limits = (mark.label for mark in self._marks)
        self.setAccessibleName(tr("Learning rate α"))
        self.setAccessibleDescription("; ".join((f"α = {exact_text(self._rate)}", *limits)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.size(230), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.size(60), self.height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_track(self)

    # ---- mouse -------------------------------------------------------------------------------

    def mark_at(self, point: QPointF) -> Placed | None:
        """The mark whose label or tick is at ``point``; the handle goes before a tick under it."""
        for placed in self.placed:
            if placed.label.contains(point.toPoint()):
                return placed
        if point.y() > self.theme.size(2 * MIDDLE) or self._on_handle(point):
            return None
        near = min(self.placed, key=lambda p: abs(p.x - point.x()), default=None)
        reach = self.theme.size(REACH)
        return near if near is not None and abs(near.x - point.x()) <= reach else None

    def _on_handle(self, point: QPointF) -> bool:
        return abs(self.axis.x(self._rate) - point.x()) <= self.theme.size(RADIUS)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        # Of a drag before this one nobody told where the button was let go.
        self.cancel_drag()
        point = event.position()
        placed = self.mark_at(point)
        if placed is not None:
            self._choose(placed.mark.rate)
        elif point.y() <= self.theme.size(2 * MIDDLE):
            self._before, self._moved = self._rate, False
            on_handle = self._on_handle(point)
            self._grip = point.x() - self.axis.x(self._rate) if on_handle else 0.0
            if not on_handle:
                self._drag(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.dragging and event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(event)
        elif self.dragging:
            # The button was let go where nobody told: in another window.
            self.cancel_drag()
        else:
            self._hover(self.mark_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.dragging and event.button() == Qt.MouseButton.LeftButton:
            self._end_drag(self._rate)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def _hover(self, placed: Placed | None) -> None:
        if placed != self.hovered:
            self.hovered = placed
            self.update()
        self.setCursor(
            Qt.CursorShape.ArrowCursor if placed is None else Qt.CursorShape.PointingHandCursor
        )

    def _drag(self, event: QMouseEvent) -> None:
        exact = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        axis, x = self.axis, event.position().x() - self._grip
        rate = axis.exact(x) if exact else axis.tidy(x)
        if rate != self._rate:
            self._moved = True
            self.set_rate(rate)
            self.rate_dragged.emit(rate)

    def _end_drag(self, rate: float) -> None:
        self._rate, self._before = rate, None
        self._arrange()
        if self._moved:
            self.rate_chosen.emit(rate)

    def cancel_drag(self) -> None:
        """Let go of the handle; the rate is what it was before."""
        if self._before is None:
            return
        self._rate, self._before = self._before, None
        self._arrange()
        if self._moved:
            self.drag_cancelled.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # No release of the button will reach what is not there.
        self.cancel_drag()

    def _choose(self, rate: float) -> None:
        rate = min(rate, self._highest)
        if rate != self._rate:
            self.set_rate(rate)
            self.rate_chosen.emit(rate)

    # ---- keys --------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            # Arrows, Home and End are the player's too; with the focus here they are this track's.
            # PageUp and PageDown stay the lecturer's clicker when a lecture wants them.
            pages = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
            mine = event.key() not in pages and self._target(event) is not None
            if mine or (self.dragging and event.key() == Qt.Key.Key_Escape):
                event.accept()
                return True
        if event.type() == QEvent.Type.ToolTip:
            assert isinstance(event, QHelpEvent)
            self._explain(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.dragging and event.key() == Qt.Key.Key_Escape:
            self.cancel_drag()
            return
        target = self._target(event)
        if target is None:
            super().keyPressEvent(event)
        elif not self.dragging:
            self._choose(target)

    def _target(self, event: QKeyEvent) -> float | None:
        """Where a key leads; ``None`` for keys that mean nothing here."""
        key, modifiers = event.key(), event.modifiers()
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return float(f"1e{self._decades[key == Qt.Key.Key_End]}")
        if key not in KEYS:
            return None
        up = KEYS[Qt.Key(key)]
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            return self._within(self._rate * 10 if up else self._rate / 10)
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            return self._next_mark(up)
        return self._within(
            log_step(
                max(self._rate, LOWEST), up, bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            )
        )

    def _within(self, rate: float) -> float:
        """``rate`` without the dust of a multiplication, kept in the allowed range."""
        return min(self._highest, max(LOWEST, float(f"{rate:.15g}")))

    def _next_mark(self, up: bool) -> float:
        rates = [mark.rate for mark in self._marks]
        beyond = [rate for rate in rates if (rate > self._rate if up else rate < self._rate)]
        if not beyond:
            return self._rate
        return min(beyond) if up else max(beyond)

    # ---- explanation -------------------------------------------------------------------------

    def _explain(self, event: QHelpEvent) -> None:
        placed = self.mark_at(QPointF(event.pos()))
        QToolTip.showText(event.globalPos(), self.explanation(placed), self)

    def explanation(self, placed: Placed | None) -> str:
        """What the tooltip says about a mark, or about the track."""
        if placed is None:
            return tr(
                "Drag to change the learning rate; hold Shift for every pixel.\n"
                "Arrow keys step, with Shift finely; Ctrl with an arrow goes to the next limit."
            )
        lines = [placed.mark.label, placed.mark.help]
        exact = exact_text(min(placed.mark.rate, self._highest))
        lines.append(tr("Click to set α = {rate}", rate=exact))
        return "\n".join(line for line in lines if line)
