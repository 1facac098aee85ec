"""J(w, b) as a landscape with the paths of all lanes on it, turned by the mouse or the keys.

Keys, while the view has the focus: arrows turn, + and − zoom, 0 shows everything again; Alt and an
arrow move the start (with Shift finely), as on the contour. The focus comes by Tab only, so that
after a look around with the mouse ← and → still step.
"""

from __future__ import annotations

import logging

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy

from gdsim.ui import theme as th
from gdsim.ui.i18n import tr
from gdsim.ui.numbers import number
from gdsim.ui.plots import opengl
from gdsim.ui.plots.contour import GRIP, KEY_STEP, snapped, tidy
from gdsim.ui.plots.hover import REACH, nearest
from gdsim.ui.plots.surface_camera import Camera
from gdsim.ui.plots.surface_picture import Look, SurfacePicture
from gdsim.ui.plots.view import View
from gdsim.ui.scene import Scene

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


class SurfaceView(View):
    """The 3D view. Making one costs nothing; OpenGL is loaded when it is first painted."""

    def __init__(self) -> None:
        super().__init__()
        self._theme = th.LIGHT
        self._scene: Scene | None = None
        self._step = 0
        self.highlight: int | None = None
        self.camera = Camera()
        self.picture = SurfacePicture()
        self._broken = False
        #: While the start is dragged: how far the mouse is from it, and where the mouse is.
        self._hold: QPointF | None = None
        self._pointer: QPointF | None = None
        self._turning = False
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
        places = [
            f"{label}: {self._readout(scene.theta(lane, self._step), run.loss[k])}"
            for lane, (label, run) in enumerate(zip(scene.labels, scene.runs, strict=True))
            for k in [scene.at(lane, self._step)]
        ]
        self.setAccessibleDescription("; ".join(places))

    def _readout(self, theta: Array, loss: float) -> str:
        assert self._scene is not None
        pairs = zip((*self._scene.problem.names, "J"), (*theta, loss), strict=True)
        return "   ".join(f"{name} {number(float(value))}" for name, value in pairs)

    def message(self) -> str:
        """What is shown in place of the surface, or nothing where there is one."""
        if self._scene is None:
            return tr("The surface of the loss appears here.")
        if self._scene.problem.dimension == 1:
            return tr("One parameter has a curve, not a surface: leave the 3D view to see it.")
        if self._scene.problem.dimension != 2:
            return tr("A surface can only be drawn over two parameters.")
        if self._broken or (self.isVisible() and not opengl.available()):
            return tr(
                "3D needs OpenGL, which this computer does not offer here. "
                "The contour shows the same loss; everything else works as usual."
            )
        return ""

    # Painting --------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._theme.card))
        if not self.message():
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

    def _paint_scene(self, painter: QPainter) -> None:
        assert self._scene is not None
        self.camera = self.camera.sized(self.width(), self.height())
        look = Look(self.camera, self._theme, self.devicePixelRatioF(), self._turning)
        try:
            self.picture.paint(painter, self._scene, self._step, look, self.highlight)
        except opengl.Failed:
            _log.info("The surface could not be rendered", exc_info=True)
            self._broken = True
            return
        if self._hold is not None:
            run = self._scene.runs[0]
            painter.setFont(th.tabular(th.font(self._theme, 12)))
            self._paint_flag(painter, self._readout(run.theta[0], run.loss[0]))

    def _paint_message(self, painter: QPainter, message: str) -> None:
        painter.setFont(th.font(self._theme, 13))
        painter.setPen(QColor(self._theme.muted))
        room = self.rect().adjusted(24, 16, -24, -16)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, message)

    def _paint_flag(self, painter: QPainter, text: str) -> None:
        """The values of the dragged start, beside the pointer."""
        assert self._pointer is not None
        size = painter.fontMetrics().size(0, text)
        rect = QRectF(self._pointer.x() + 14, self._pointer.y() - 30, size.width() + 14,
                      size.height() + 6)  # fmt: skip
        rect.moveRight(min(rect.right(), self.width() - 2.0))
        rect.moveTop(max(rect.top(), 2.0))
        painter.setPen(th.pen(self._theme.field_edge))
        painter.setBrush(QColor(self._theme.card))
        painter.drawRoundedRect(rect, 4, 4)
        painter.setPen(QColor(self._theme.text))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text)

    # Mouse -----------------------------------------------------------------------------------

    def _over_start(self, position: QPointF) -> QPointF | None:
        """From the mouse to the start, where it can be taken hold of."""
        overlay = self.picture.overlay
        at = overlay.start_pixel() if overlay is not None else None
        if at is None:
            return None
        away = QPointF(*at) - position
        reach = GRIP * self._theme.text_scale
        return away if QPointF.dotProduct(away, away) <= reach**2 else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self.message():
            return
        self._hold = self._over_start(event.position())
        self._pointer = event.position()
        self._turning = self._hold is None
        if self._turning:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._hold is not None:
            self._drag(event, finished=False)
        elif self._turning and self._pointer is not None:
            moved = event.position() - self._pointer
            self._pointer = event.position()
            self._look(self.camera.turned(-_TURN * moved.x(), _TURN * moved.y()))
        else:
            self._hover(event.position())

    def _hover(self, position: QPointF) -> None:
        """Tell of the step that the mouse is on; a hand over the start, which can be dragged."""
        if self._over_start(position) is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()
        overlay = self.picture.overlay
        if overlay is not None and not self.message():
            at, reach = np.array([position.x(), position.y()]), REACH * self._theme.text_scale
            self.tell_hovered(nearest(overlay.step_pixels(), at, np.ones(2), reach))

    def leaveEvent(self, event: QEvent) -> None:
        self.tell_hovered(None)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._hold is not None:
            self._drag(event, finished=True)
        self._hold = self._pointer = None
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

    def _drag(self, event: QMouseEvent, *, finished: bool) -> None:
        """Ask for the start that lies on the surface under the mouse; Ctrl: a tidy one."""
        assert self._hold is not None
        mesh = self.picture.mesh
        if mesh is None:
            return
        self._pointer = event.position()
        at = event.position() + self._hold
        snap = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        theta = mesh.theta(self.camera.pick(mesh, at.x(), at.y()))
        start = (snapped if snap else tidy)(theta, self._per_pixel())
        self.start_dragged.emit(tuple(start.tolist()), finished)

    def _per_pixel(self) -> Array:
        assert self.picture.mesh is not None
        low, high = np.array(self.picture.mesh.box).T
        return np.asarray((high - low) / max(self.width(), 1))

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
        if action is None:
            super().keyPressEvent(event)
        elif isinstance(action, Camera):
            self._look(action)
        else:
            self.start_dragged.emit(action, True)

    def _action(self, event: QKeyEvent) -> Camera | tuple[float, ...] | None:
        """What a key asks for: another camera, another start or nothing."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if self.picture.mesh is None or modifiers & Qt.KeyboardModifier.ControlModifier:
            return None
        if modifiers & Qt.KeyboardModifier.AltModifier:
            return self._nudged(key, bool(modifiers & Qt.KeyboardModifier.ShiftModifier))
        if key in _TURN_KEYS:
            return self.camera.turned(*_TURN_KEYS[key])
        if key in _ZOOM_KEYS:
            return self.camera.zoomed(_ZOOM_KEYS[key])
        return self.camera.reset() if key == Qt.Key.Key_0 else None

    def _nudged(self, key: Qt.Key, fine: bool) -> tuple[float, ...] | None:
        """The start moved along w (← →) or b (↑ ↓)."""
        if key not in _TURN_KEYS or self._scene is None or self.picture.mesh is None:
            return None
        low, high = np.array(self.picture.mesh.box).T
        unit = (high - low) * KEY_STEP * (0.1 if fine else 1.0)
        start = np.array(self._scene.start) + np.sign(_TURN_KEYS[key]) * unit
        return tuple(tidy(start, unit / 4).tolist())
