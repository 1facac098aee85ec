"""How the learning-rate track is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from gdsim.ui.theme import DASHES, font
from gdsim.ui.widgets.lane_mark import draw_mark
from gdsim.ui.widgets.rate_marks import Placed
from gdsim.ui.widgets.strokes import stroke

if TYPE_CHECKING:
    from gdsim.ui.widgets.rate_track import RateTrack

#: Pixels that the sign before a label takes.
SIGN = 12


def paint_track(track: RateTrack) -> None:
    """Groove, filled part, ticks, handle, labels."""
    painter = QPainter(track)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _groove(painter, track)
    for placed in track.placed:
        _tick(painter, track, placed)
    _handle(painter, track)
    painter.setFont(font(track.theme, 12))
    for placed in track.placed:
        _label(painter, track, placed)
    if track.hasFocus():
        _frame(painter, track)
    painter.end()


def _groove(painter: QPainter, track: RateTrack) -> None:
    theme, axis = track.theme, track.axis
    middle, half = theme.size(14), theme.size(4) / 2
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, right in ((theme.track, axis.right), (_fill(track), axis.x(track.rate))):
        painter.setBrush(pg.mkBrush(colour))
        bar = QRectF(axis.left, middle - half, right - axis.left, 2 * half)
        painter.drawRoundedRect(bar, half, half)


def _fill(track: RateTrack) -> str:
    return track.theme.accent if track.isEnabled() else track.theme.field_edge


def _tick(painter: QPainter, track: RateTrack, placed: Placed) -> None:
    """A line across the groove in the lane's colour and dash; a rate to take is half as high."""
    theme = track.theme
    mark = placed.mark
    width = theme.size(2)
    # Whole pixels for an even width, half ones for an odd, keep an upright line sharp.
    x = round(placed.x) + (width % 2) / 2
    reach = theme.size((5 if mark.hollow else 9) + (2 if placed is track.hovered else 0))
    middle = theme.size(14)
    line = QLineF(x, middle - reach, x, middle + reach)
    painter.setPen(stroke(theme.card, width + 2 * theme.size(1)))
    painter.drawLine(line)
    made = stroke(theme.lane_colour(mark.style), width, DASHES[mark.style % len(DASHES)])
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(made)
    painter.drawLine(line)


def _frame(painter: QPainter, track: RateTrack) -> None:
    """The sign of the keyboard's focus: around all, so that it hides no tick."""
    theme = track.theme
    half = theme.size(2) / 2
    painter.setPen(stroke(_fill(track), 2 * half))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    place = QRectF(0, 0, track.width(), theme.size(28)).adjusted(half, half, -half, -half)
    painter.drawRoundedRect(place, theme.size(4), theme.size(4))


def _handle(painter: QPainter, track: RateTrack) -> None:
    theme = track.theme
    centre = QPointF(track.axis.x(track.rate), theme.size(14))
    radius = theme.size(7)
    painter.setPen(stroke(theme.card, theme.size(2)))
    painter.setBrush(pg.mkBrush(_fill(track)))
    painter.drawEllipse(centre, radius, radius)


def _label(painter: QPainter, track: RateTrack, placed: Placed) -> None:
    theme, mark, place = track.theme, placed.mark, placed.label
    sign = theme.size(6.5)
    centre = QPointF(place.left() + sign / 2 + 1, place.center().y() + 0.5)
    draw_mark(painter, theme, mark.style, centre, sign - (1 if mark.hollow else 0), mark.hollow)
    painter.setPen(stroke(theme.lane_colour(mark.style)))
    text = place.adjusted(theme.size(SIGN), 0, 0, 0)
    painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, placed.text)
    if track.hovered is placed:
        base = text.center().y() + painter.fontMetrics().ascent() / 2 + theme.size(1)
        painter.drawLine(QLineF(text.left(), base, text.right(), base))
