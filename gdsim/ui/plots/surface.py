"""J(w, b) as a landscape with the paths of all lanes on it, turned by the mouse or the keys.

Keys, while the view has the focus: arrows turn, + and − zoom, 0 shows everything again; Alt and an
arrow move the start (with Shift finely), as on the contour. The focus comes by Tab only, so that
after a look around with the mouse ← and → still step.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from shiboken6 import isValid

from gdsim.ui import theme as th
from gdsim.ui.i18n import tr
from gdsim.ui.plots import opengl
from gdsim.ui.plots.hand import snaps, trembles
from gdsim.ui.plots.hover import REACH, nearest
from gdsim.ui.plots.start_view import StartView
from gdsim.ui.plots.surface_camera import Camera
from gdsim.ui.plots.surface_picture import Look, SurfacePicture
from gdsim.ui.scene import Scene
from gdsim.ui.sentences import state

Array = NDArray[np.float64]

_log = logging.getLogger(__name__)

_TURN_KEYS = {
    Qt.Key.Key_Left: (-5.0, 0.0), Qt.Key.Key_Right: (5.0, 0.0),
    Qt.Key.Key_Up: (0.0, 5.0), Qt.Key.Key_Down: (0.0, -5.0),
}  # fmt: skip
_ZOOM_KEYS = {
    Qt.Key.Key_Plus: 1.15, Qt.Key.Key_Equal: 1.15, Qt.Key.Key_Minus: 1 / 1.15,
    Qt.Key.Key_Underscore: 1 / 1.15,
}  # fmt: skip
#: Degrees for a pixel of mouse movement; zoom for a unit of the wheel (120 is one notch).
_TURN = 0.4
_ZOOM = 1.0015
#: Pixels of the first pictures, which nobody sees.
_SMALL = (64, 48)


class SurfaceView(StartView):
    """The 3D view. Making one costs nothing; OpenGL is loaded when it is first painted."""

    described = True

    def __init__(self) -> None:
        super().__init__()
        self.highlight: int | None = None
        self.camera = Camera()
        self.picture = SurfacePicture()
        self._broken = False
        #: Whether OpenGL may come a frame later, by `work`: the page is there at once.
        self.patient = False
        self._tries: Iterator[bool] | None = None
        #: Where the mouse is while a button is down, and what it holds there.
        self._pointer: QPointF | None = None
        self._pressed = QPointF()
        self._flag = ""
        self._turning = False
        #: What had the focus before a point was taken hold of.
        self._focus_before: QWidget | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 120)
        self._retranslate()

    # What is shown ---------------------------------------------------------------------------

    def set_scene(self, scene: Scene) -> None:
        self._scene = scene
        self._describe()
        self.update()

    def set_step(self, step: int) -> None:
        self._step = step
        self._describe()
        self.update()

    def set_highlight(self, step: int | None) -> None:
        if step != self.highlight:
            self.highlight = step
            self.update()

    def set_theme(self, theme: th.Theme) -> None:
        self._theme = theme
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(tr("Surface of J"))
        self._describe()
        self.update()

    def _describe(self) -> None:
        """Say in words what is seen, for those who do not see it."""
        scene = self._scene
        message = self.message()
        if scene is None or message:
            self.setAccessibleDescription(message)
            return
        self.setAccessibleDescription(state(scene, self._step))

    def message(self) -> str:
        """What is shown in place of the surface, or nothing where there is one."""
        if self._scene is None:
            return tr("The surface of the loss appears here.")
        if self._scene.problem.dimension != 2:
            return tr("A surface can only be drawn over two parameters.")
        if self.pending:
            return ""
        if self._broken or (self.isVisible() and not opengl.available()):
            return tr(
                "3D needs OpenGL, which this computer does not offer here. "
                "The contour shows the same loss; everything else works as usual."
            )
        return ""

    @property
    def pending(self) -> bool:
        """Whether there is something to do before the first picture."""
        return self.patient and self.isVisible()

    def work(self, _seconds: float) -> None:
        """Find OpenGL in some frames, try it in others, paint in the next."""
        if not opengl.known():
            opengl.look()
            return
        self._tries = self._tries or self._try()
        if next(self._tries, False):
            return
        self._tries = None
        self.patient = False
        self._describe()
        self.update()

    def _try(self) -> Iterator[bool]:
        """Small pictures: true as long as there are more."""
        if self._scene is not None and not self.message() and opengl.available():
            look = Look(self.camera.sized(*_SMALL), self._theme)
            with self._rendering():
                for _ in self.picture.tries(self._scene, look):
                    yield True

    # Painting --------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._theme.card))
        if not self.pending and not self.message():
            self._paint_scene(painter)
        # Asked again: the first attempt may have shown that it cannot be done.
        if message := self.message():
            painter.fillRect(self.rect(), QColor(self._theme.card))
            self._paint_message(painter, message)
        if self.hasFocus():
            painter.setPen(th.pen(self._theme.accent, 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.picture.rest()

    def prepare(self) -> None:
        if self._scene is not None and not self.message():
            with self._rendering():
                self.picture.prepare(self._scene, self._look_now())

    def _look_now(self) -> Look:
        self.camera = self.camera.sized(self.width(), self.height())
        return Look(self.camera, self._theme, self.devicePixelRatioF(), self._turning)

    @contextmanager
    def _rendering(self) -> Iterator[None]:
        """Where the driver fails, the view says so from now on."""
        try:
            yield
        except opengl.Failed:
            _log.info("The surface could not be rendered", exc_info=True)
            self._broken = True

    def _paint_scene(self, painter: QPainter) -> None:
        assert self._scene is not None
        look = self._look_now()
        with self._rendering():
            self.picture.paint(painter, self._scene, self._step, look, self.highlight)
        if self._broken:
            return
        if self._flag and self._pointer is not None:
            painter.setFont(th.tabular(th.font(self._theme, 12)))
            self._paint_flag(painter, self._pointer)

    def _paint_message(self, painter: QPainter, message: str) -> None:
        painter.setFont(th.font(self._theme, 13))
        painter.setPen(QColor(self._theme.muted))
        room = self.rect().adjusted(24, 16, -24, -16)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, message)

    def _paint_flag(self, painter: QPainter, pointer: QPointF) -> None:
        """The values of the dragged point, beside the pointer."""
        size = painter.fontMetrics().size(0, self._flag)
        rect = QRectF(pointer.x() + 14, pointer.y() - 30, size.width() + 14, size.height() + 6)
        rect.moveRight(min(rect.right(), self.width() - 2.0))
        rect.moveTop(max(rect.top(), 2.0))
        painter.setPen(th.pen(self._theme.field_edge))
        painter.setBrush(QColor(self._theme.card))
        painter.drawRoundedRect(rect, 4, 4)
        painter.setPen(QColor(self._theme.text))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), self._flag)

    # Mouse -----------------------------------------------------------------------------------

    def draws(self) -> bool:
        return self.picture.overlay is not None and not self.message()

    def drawn_lanes(self) -> tuple[int, ...]:
        overlay = self.picture.overlay
        return () if overlay is None else tuple(range(len(overlay.tracks)))

    def pixel(self, lane: int, step: int) -> QPointF | None:
        overlay = self.picture.overlay
        at = overlay.pixel(lane, step) if overlay is not None else None
        return None if at is None else QPointF(*at)

    def shows(self, position: QPointF) -> bool:
        mesh = self.picture.mesh
        assert mesh is not None
        theta, (low, high) = self.theta_at(position), np.array(mesh.box).T
        return bool((theta > low).all() and (theta < high).all())

    def theta_at(self, position: QPointF) -> Array:
        """The parameters of the surface under a pixel."""
        mesh = self.picture.mesh
        assert mesh is not None
        return mesh.theta(self.camera.pick(mesh, position.x(), position.y()))

    def span(self) -> tuple[Array, Array]:
        assert self.picture.mesh is not None
        low, high = np.array(self.picture.mesh.box).T
        return high - low, (high - low) / max(self.width(), 1)

    def show_flag(self, point: Array | None) -> None:
        self._flag = ""
        if point is not None and self._scene is not None:
            self._flag = self.readout(point, float(self._scene.problem.value(point)))
        self.update()

    def _let_go(self) -> None:
        super()._let_go()
        # The focus comes by Tab only: what had it has it again.
        before, self._focus_before = self._focus_before, None
        # A field that a name was typed into may have gone meanwhile.
        if before is not None and isValid(before) and self.window().focusWidget() is self:
            before.setFocus()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self.message():
            return
        self._pointer = self._pressed = event.position()
        self._turning = not self.press(event.position())
        if self._turning:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif (before := self.window().focusWidget()) is not self:
            # For Esc, as long as the point is held.
            self._focus_before = before
            self.setFocus()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        before, self._pointer = self._pointer, event.position()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            # If anything is held, the button was let go where nobody told: in another window.
            self.cancel_drag()
            self._turning = False
        if self.dragging:
            self.drag(event.position(), finished=False, snap=snaps(event))
        elif self._turning and before is not None:
            moved = event.position() - before
            self._look(self.camera.turned(-_TURN * moved.x(), _TURN * moved.y()))
        elif not event.buttons():
            self._hover(event.position())

    def _hover(self, position: QPointF) -> None:
        """Tell of the step that the mouse is on; a hand over a point that can be dragged."""
        if self.over(position):
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()
        self.hover(position)

    def step_at(self, position: QPointF) -> int | None:
        overlay = self.picture.overlay
        assert overlay is not None
        seen = self.seen_steps()
        at, reach = np.array([position.x(), position.y()]), REACH * self._theme.text_scale
        return nearest([path[seen] for path in overlay.step_pixels()], at, np.ones(2), reach)

    def leaveEvent(self, event: QEvent) -> None:
        self.tell_hovered(None)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.dragging:
            self.drag(event.position(), finished=True, snap=snaps(event))
        elif self._turning and trembles(self._pressed, event.position()):
            self.click(event.position())
        self._turning = False
        self.unsetCursor()
        self.update()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self._look(self.camera.reset())

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._look(self.camera.zoomed(_ZOOM ** event.angleDelta().y()))
        event.accept()

    def _look(self, camera: Camera) -> None:
        self.camera = camera
        self.update()

    # Keys ------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep the keys of this view from the window's shortcuts while it has the focus."""
        overriding = event.type() == QEvent.Type.ShortcutOverride
        if overriding and isinstance(event, QKeyEvent) and self._action(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self._action(event)
        if isinstance(action, Camera):
            self._look(action)
        else:
            super().keyPressEvent(event)

    def _action(self, event: QKeyEvent) -> Camera | tuple[float, ...] | None:
        """What a key asks for: another camera, another start or nothing."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if self.picture.mesh is None or modifiers & Qt.KeyboardModifier.ControlModifier:
            return None
        if modifiers & Qt.KeyboardModifier.AltModifier:
            return self.nudged(event)
        if key in _TURN_KEYS:
            return self.camera.turned(*_TURN_KEYS[key])
        if key in _ZOOM_KEYS:
            return self.camera.zoomed(_ZOOM_KEYS[key])
        return self.camera.reset() if key == Qt.Key.Key_0 else None
