"""The painted 3D picture of a scene: what is kept between two paints, and what is made anew.

The surface is rendered by OpenGL (surface_canvas.py) only when it, the camera, the size or the
colours change. A step changes nothing but what is painted over that (surface_overlay.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from copy import copy
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
        self._image = QImage()
        self._image_key: object = None

    def tries(self, scene: Scene, look: Look) -> Iterator[None]:
        """What the first picture of all would wait for, in parts. Raises `opengl.Failed`."""
        if self.canvas is not None:
            return
        mesh = self._overlay_of(scene).mesh
        with _failing():
            yield
            yield from self._canvas_of(mesh, look.theme).tries(look.camera)

    def prepare(self, scene: Scene, look: Look) -> Overlay:
        """Make what is dear, and is not drawn by the painter. Raises `opengl.Failed`."""
        overlay = self._overlay_of(scene)
        overlay.look(look.camera)
        self._render(overlay.mesh, look)
        return overlay

    def paint(
        self, painter: QPainter, scene: Scene, step: int, look: Look, highlight: int | None = None
    ) -> None:
        """Draw ``scene`` at ``step``, ``highlight`` lit up. Raises `opengl.Failed`."""
        overlay = self.prepare(scene, look)
        axes = Axes(overlay.mesh, look.camera, look.theme)
        axes.paint_behind(painter)
        painter.drawImage(0, 0, self._image)
        axes.paint_before(painter)
        self.ghost.look(scene, overlay.mesh, look.camera)
        self.ghost.paint(painter, look.theme)
        overlay.paint(painter, look.theme, step)
        if highlight is not None:
            overlay.paint_highlight(painter, look.theme, highlight)
        _paint_words(painter, overlay, step, look.theme)

    def twin(self) -> SurfacePicture:
        """One that begins with what this one has made, and looks from where it likes."""
        made = SurfacePicture()
        made.mesh, made.overlay, made.canvas = self.mesh, copy(self.overlay), self.canvas
        made._image, made._image_key = self._image, self._image_key
        return made

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

    def _render(self, mesh: Mesh, look: Look) -> None:
        """Have the picture of the surface: the last one where nothing has changed."""
        if (mesh, look) == self._image_key:
            return
        with _failing():
            canvas = self._canvas_of(mesh, look.theme)
            self._image = canvas.render(look.camera, look.ratio, draft=look.draft)
        self._image_key = (mesh, look)

    def _canvas_of(self, mesh: Mesh, theme: th.Theme) -> Canvas:
        if self.canvas is None:
            # Here and not above: the import takes a quarter of a second and needs OpenGL.
            from gdsim.ui.plots.surface_canvas import Canvas

            self.canvas = Canvas()
        self.canvas.set_mesh(mesh, theme)
        return self.canvas


@contextmanager
def _failing() -> Iterator[None]:
    """A driver may fail in any way."""
    try:
        yield
    except Exception as error:
        raise opengl.Failed from error


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
