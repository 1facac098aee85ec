"""The paths from before a drag, faint on the surface until it ends."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from gdsim.engine.run import Run
from gdsim.ui import theme as th
from gdsim.ui.plots.kept import KeptPicture
from gdsim.ui.plots.landmarks import FAINT, ghost_pen
from gdsim.ui.plots.surface_camera import Camera
from gdsim.ui.plots.surface_mesh import Mesh
from gdsim.ui.plots.surface_overlay import Seen, see, stroke
from gdsim.ui.plots.surface_tracks import make_track
from gdsim.ui.scene import Scene, same_runs

#: Alpha of what lies behind a hill.
_HIDDEN = 90


class Ghost:
    """Laid out once for a mesh and a camera: while the start is dragged neither changes."""

    def __init__(self) -> None:
        self.paths: list[tuple[int, Seen]] = []
        self._runs: tuple[Run, ...] = ()
        self._mesh: Mesh | None = None
        self._camera: Camera | None = None
        self._kept = KeptPicture()

    def look(self, scene: Scene, mesh: Mesh, camera: Camera) -> None:
        """Work out what ``camera`` sees of `Scene.ghost`."""
        same = mesh is self._mesh and camera == self._camera
        if same and same_runs(scene.ghost, self._runs):
            return
        self._runs, self._mesh, self._camera = scene.ghost, mesh, camera
        self._kept.forget()
        tracks = [make_track(mesh, run) for run in scene.ghost]
        self.paths = [
            (style, see(track, camera.project(at), camera.hidden(mesh, at)))
            for style, track in zip(scene.styles, tracks, strict=False)
            for at in [track.vertices]
        ]

    def paint(self, painter: QPainter, theme: th.Theme) -> None:
        """Draw what `look` has found."""
        if not self.paths or self._camera is None:
            return
        painter.save()
        painter.setOpacity(FAINT)
        painter.setClipRect(0, 0, self._camera.width, self._camera.height)
        self._kept.paint(painter, (theme, self._camera), lambda inner: self._draw(inner, theme))
        painter.restore()

    def _draw(self, painter: QPainter, theme: th.Theme) -> None:
        for style, seen in self.paths:
            stroke(painter, seen, slice(None), ghost_pen(theme, style), _HIDDEN)
