"""Renders a `Mesh` into an image by OpenGL. Importing this needs OpenGL: see opengl.py."""

from __future__ import annotations

from collections.abc import Iterator

import pyqtgraph.opengl as gl
from OpenGL import GL
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QMatrix4x4, QPainter
from PySide6.QtOpenGL import QOpenGLFramebufferObject, QOpenGLFramebufferObjectFormat

from gdsim.ui import theme as th
from gdsim.ui.plots import opengl
from gdsim.ui.plots.surface_camera import Camera
from gdsim.ui.plots.surface_mesh import Mesh

#: Samples per pixel for smooth edges. They triple the time of a picture on software OpenGL, so a
#: draft, shown while the surface is being turned, goes without.
_SAMPLES = 4
_LARGEST = 4096
#: Samples, of 8 bytes each, in the largest picture that is rendered at once: one that fills a
#: screen. Room for a larger one, such as that of a file, costs more than to draw it: it is made in
#: bands of so many samples.
_ROOM, _BAND = 8_400_000, 2_400_000

Items = tuple[gl.GLMeshItem | gl.GLLinePlotItem, ...]

_OPAQUE = {GL.GL_DEPTH_TEST: True, GL.GL_BLEND: False, GL.GL_CULL_FACE: False}
#: The surface steps back a little so that the lines on it are not swallowed.
_BEHIND = {**_OPAQUE, GL.GL_POLYGON_OFFSET_FILL: True, "glPolygonOffset": (1.0, 1.0)}


class Canvas:
    """The surface with its level lines. To the pyqtgraph items it is the view they are in."""

    def __init__(self) -> None:
        #: How often a mesh was handed over, and how often a picture was rendered (for tests).
        self.uploads = 0
        self.renderings = 0
        self._surface = gl.GLMeshItem(computeNormals=False, glOptions=_BEHIND)
        self._lines = gl.GLLinePlotItem(mode="lines", glOptions="translucent", antialias=True)
        self._items: Items = (self._surface, self._lines)
        for item in self._items:
            item._setView(self)
        self._camera = Camera()
        self._shown: tuple[Mesh, th.Theme] | None = None
        self._frames: dict[bool, QOpenGLFramebufferObject] = {}

    def set_mesh(self, mesh: Mesh, theme: th.Theme) -> None:
        """Show ``mesh`` in the colours of ``theme``."""
        if self._shown == (mesh, theme):
            return
        self._shown = mesh, theme
        self._surface.setMeshData(
            vertexes=mesh.vertices(), faces=mesh.faces(), computeNormals=False,
            vertexColors=mesh.colours(th.surface_colours(theme)),
        )  # fmt: skip
        self._lines.setData(pos=mesh.level_lines(), color=th.level_pen(theme).color().getRgbF())
        self.uploads += 1

    def render(self, camera: Camera, ratio: float, *, draft: bool = False) -> QImage:
        """The picture seen by ``camera``, transparent where there is no surface.

        Raises `opengl.Failed`, or what the driver raises, where it cannot be made.
        """
        self._camera = camera
        ratio = min(ratio, _LARGEST / max(camera.width, camera.height))
        size = QSize(round(camera.width * ratio), round(camera.height * ratio))
        with opengl.current():
            image = self._draw(size, draft, self._items)
        image.setDevicePixelRatio(ratio)
        self.renderings += 1
        return image

    def tries(self, camera: Camera) -> Iterator[None]:
        """Draw each item alone, which nobody sees: a driver compiles for it at its first picture.

        With software OpenGL that takes longer than a large picture. Raises what the driver raises.
        """
        self._camera = camera
        for item in self._items:
            with opengl.current():
                self._draw(QSize(camera.width, camera.height), False, (item,))
            yield

    def _draw(self, size: QSize, draft: bool, items: Items) -> QImage:
        samples = 0 if draft else _SAMPLES
        row = size.width() * max(samples, 1)
        if row * size.height() <= _ROOM:
            return self._band(self._frame(size, draft, samples), size, 0, items)
        frame = self._frame(QSize(size.width(), _BAND // row), draft, samples)
        image = QImage(size, QImage.Format.Format_RGBA8888_Premultiplied)
        painter = QPainter(image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        for top in range(0, size.height(), frame.height()):
            painter.drawImage(0, top, self._band(frame, size, top, items))
        painter.end()
        return image

    def _frame(self, size: QSize, draft: bool, samples: int) -> QOpenGLFramebufferObject:
        frame = self._frames.get(draft)
        if frame is None or frame.size() != size:
            frame = self._frames[draft] = _framebuffer(size, samples)
        return frame

    def _band(self, frame: QOpenGLFramebufferObject, size: QSize, top: int, items: Items) -> QImage:
        """The rows from ``top`` on of a picture of ``size``, as many as ``frame`` has."""
        frame.bind()
        # The picture as a whole, of which the frame catches these rows; OpenGL counts from below.
        GL.glViewport(0, top + frame.height() - size.height(), size.width(), size.height())
        GL.glClearColor(0.0, 0.0, 0.0, 0.0)
        GL.glClear(GL.GL_COLOR_BUFFER_BIT | GL.GL_DEPTH_BUFFER_BIT)
        for item in items:
            item.paint()
        frame.release()
        return frame.toImage()

    def forget(self) -> None:
        """Give back what pictures were rendered in: up to 67 MB."""
        with opengl.current():
            self._frames.clear()
            # The driver holds the last of them until it draws somewhere else.
            GL.glClear(GL.GL_COLOR_BUFFER_BIT)
            GL.glFinish()

    # What the items ask their view for.

    def currentProjection(self) -> QMatrix4x4:
        return self._camera.projection()

    def currentModelView(self) -> QMatrix4x4:
        return self._camera.modelview()

    def update(self) -> None:
        """Items ask for a repaint on every change; the owner decides when."""


def _framebuffer(size: QSize, samples: int) -> QOpenGLFramebufferObject:
    wanted = QOpenGLFramebufferObjectFormat()
    wanted.setAttachment(QOpenGLFramebufferObject.Attachment.Depth)
    wanted.setSamples(samples)
    return QOpenGLFramebufferObject(size, wanted)
