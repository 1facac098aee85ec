"""The painted 3D picture of a scene: what is kept between two paints, and what is made anew.

The surface is rendered by OpenGL (surface_canvas.py) only when it, the camera, the size or the
colours change. A step changes nothing but what is painted over that (surface_overlay.py).
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from gdsim.ui import theme as th
from gdsim.ui.i18n import tr
from gdsim.ui.plots import opengl
from gdsim.ui.plots.surface_axes import Axes
from gdsim.ui.plots.surface_camera import Camera
from gdsim.ui.plots.surface_ghost import Ghost
from gdsim.ui.plots.surface_mesh import Mesh, make_mesh
from gdsim.ui.plots.surface_overlay import Overlay
from gdsim.ui.scene import Scene

if TYPE_CHECKING:
    from gdsim.ui.plots.surface_canvas import Canvas


@dataclass(frozen=True)
class Look:
    """How a scene is looked at. ``ratio`` is device pixels per pixel; a ``draft`` is quicker."""

    camera: Camera
    theme: th.Theme
    ratio: float = 1.0
    draft: bool = False


class SurfacePicture:
    """Paints a scene; everything that is dear is kept until it must change."""

    def __init__(self) -> None:
        self.mesh: Mesh | None = None
        self.overlay: Overlay | None = None
        self.ghost = Ghost()
        self.canvas: Canvas | None = None
        self._uploaded: object = None
        self._image = QImage()
        self._image_key: object = None

    def paint(
        self, painter: QPainter, scene: Scene, step: int, look: Look, highlight: int | None = None
    ) -> None:
        """Draw ``scene`` at ``step``, ``highlight`` lit up. Raises `opengl.Failed`."""
        overlay = self._overlay_of(scene)
        overlay.look(look.camera)
        image = self._rendered(overlay.mesh, look)
        axes = Axes(overlay.mesh, look.camera, look.theme)
        axes.paint_behind(painter)
        painter.drawImage(0, 0, image)
        axes.paint_before(painter)
        self.ghost.look(scene, overlay.mesh, look.camera)
        self.ghost.paint(painter, look.theme)
        overlay.paint(painter, look.theme, step)
        if highlight is not None:
            overlay.paint_highlight(painter, look.theme, highlight)
        _paint_words(painter, overlay, step, look.theme)

    def rest(self) -> None:
        """Nobody looks: the last picture stays, but not what it was rendered in."""
        # A process that ends with the window open has let go of OpenGL before it hides anything.
        if self.canvas is not None and opengl.known():
            with suppress(opengl.Failed):
                self.canvas.forget()

    def _overlay_of(self, scene: Scene) -> Overlay:
        """Mesh and overlay of the scene; a new run on the same problem keeps the mesh."""
        old = self.mesh
        if old is None or old.problem is not scene.problem or old.box != scene.box:
            self.mesh = make_mesh(scene.problem, scene.box)
        assert self.mesh is not None
        shown = self.overlay
        if shown is None or shown.scene is not scene or shown.mesh is not self.mesh:
            self.overlay = Overlay(scene, self.mesh)
        assert self.overlay is not None
        return self.overlay

    def _rendered(self, mesh: Mesh, look: Look) -> QImage:
        """The picture of the surface: the last one where nothing has changed."""
        if (mesh, look) != self._image_key:
            try:
                self._image = self._render(mesh, look)
            except Exception as error:  # a driver may fail in any way
                raise opengl.Failed from error
            self._image_key = (mesh, look)
        return self._image

    def _render(self, mesh: Mesh, look: Look) -> QImage:
        if self.canvas is None:
            # Here and not above: the import takes a quarter of a second and needs OpenGL.
            from gdsim.ui.plots.surface_canvas import Canvas

            self.canvas = Canvas()
        if self._uploaded != (mesh, look.theme):
            line = th.level_pen(look.theme).color().getRgbF()
            self.canvas.set_mesh(mesh, th.surface_colours(look.theme), line)
            self._uploaded = (mesh, look.theme)
        return self.canvas.render(look.camera, look.ratio, draft=look.draft)


def _paint_words(painter: QPainter, overlay: Overlay, step: int, theme: th.Theme) -> None:
    """What the height means, and whose point is not in the picture."""
    left, line = theme.size(8), theme.size(18)
    painter.setFont(th.font(theme, 12))
    painter.setPen(QColor(theme.muted))
    painter.drawText(QPointF(left, line), overlay.mesh.heights.label())
    for row, lane in enumerate(overlay.outside(step), start=2):
        painter.setPen(QColor(theme.lane_colour(overlay.scene.styles[lane])))
        words = tr("{lane}: outside this picture", lane=overlay.scene.labels[lane])
        painter.drawText(QPointF(left, line * row), words)
