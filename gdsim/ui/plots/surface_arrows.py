"""Arrows laid onto the surface: −α∇J of each lane and, as on the contour, its optimizer's state."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from gdsim.ui import theme as th
from gdsim.ui.plots.paths import clip_segments
from gdsim.ui.plots.state_arrows import paint_name, state_arrows
from gdsim.ui.plots.surface_camera import Camera
from gdsim.ui.plots.surface_mesh import Mesh
from gdsim.ui.scene import Scene

Array = NDArray[np.float64]

#: Pixels below which an arrow would lie under the mark.
_SHORT = 14.0


def paint_arrows(
    painter: QPainter, theme: th.Theme, camera: Camera, mesh: Mesh, scene: Scene, lane: int,
    step: int,
) -> None:  # fmt: skip
    """The arrows of ``lane`` at cursor ``step``; none while somebody is to predict."""
    run, k = scene.runs[lane], scene.at(lane, step)
    if scene.predicting or not run.steps:
        return
    here = run.theta[k]
    with np.errstate(all="ignore"):
        move = -run.learning_rate[min(k, run.steps - 1)] * run.grad[k]
    pixels = camera.project(laid(mesh, here, move))
    _paint(painter, pixels, th.pen(theme.text, theme.line * 0.8))
    if "state-arrows" in scene.shown:
        for arrow in state_arrows(run, scene.styles[lane], k):
            pixels = camera.project(laid(mesh, here, arrow.move))
            _paint(painter, pixels, th.pen(theme.card, theme.line * 2.2))
            if _paint(painter, pixels, th.pen(theme.lane_colour(arrow.style), theme.line)):
                painter.setFont(th.font(theme, 12, bold=True))
                paint_name(painter, theme, arrow, pixels[-1], _way(pixels))


def laid(mesh: Mesh, here: Array, move: Array) -> Array:
    """World places from the parameters ``here`` along ``move`` to its tip or the box's edge.

    Shape (n, 3); empty where the way is not finite or begins outside.
    """
    tail = mesh.flat(here)[None, :]
    head = mesh.flat(here + move)[None, :]
    enter, leave = clip_segments(tail, head)
    if not np.isfinite(move).all() or enter[0] > 0 or enter[0] >= leave[0]:
        return np.empty((0, 3))
    flat = tail + np.linspace(0.0, leave[0], 33)[:, None] * (head - tail)
    return mesh.place(mesh.theta(flat))


def _paint(painter: QPainter, pixels: Array, pen: QPen) -> bool:
    """An arrow along ``pixels``; whether it is long enough to be one."""
    if len(pixels) < 3 or np.hypot(*(pixels[-1] - pixels[0])) < _SHORT:
        return False
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline([QPointF(*p) for p in pixels])
    painter.setBrush(pen.color())
    tip, way = pixels[-1], _way(pixels)
    side = np.array((-way[1], way[0]))
    painter.drawPolygon(
        [QPointF(*p) for p in (tip - 10 * way + 4.5 * side, tip - 10 * way - 4.5 * side, tip)]
    )
    return True


def _way(pixels: Array) -> Array:
    """The direction in which a line of pixels ends, length 1."""
    way = pixels[-1] - pixels[-3]
    return np.asarray(way / max(float(np.hypot(*way)), 1e-9))
