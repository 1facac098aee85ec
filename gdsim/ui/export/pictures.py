"""Pictures as bytes, and the steps that an animation shows."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QGraphicsView, QWidget

from gdsim.engine.errors import GdsimError
from gdsim.engine.text import N_
from gdsim.ui import theme as th
from gdsim.ui.laying_out import settle


def take(widget: QWidget, size: QSize, ratio: float) -> QImage:
    """A picture of ``size`` pixels, ``ratio`` of them for a pixel of the widget's layout."""
    image = QImage(size, QImage.Format.Format_RGB32)
    if image.isNull():
        raise GdsimError(N_("there is not enough memory for a picture of this size"))
    image.fill(widget.palette().window().color())
    image.setDevicePixelRatio(ratio)
    settle()  # the titles of this step may be longer than those of the last
    if ratio != 1.0:
        draw_marks_anew(widget)
    with th.device_pixels(ratio):
        widget.render(image)
    image.setDevicePixelRatio(1.0)
    return image


def draw_marks_anew(widget: QWidget) -> None:
    """Have pyqtgraph draw its marks instead of copying pictures of them made for the screen."""
    for view in widget.findChildren(QGraphicsView):
        for item in view.items():
            if isinstance(item, pg.ScatterPlotItem):
                item.setExportMode(True, {})


def png_bytes(image: QImage) -> bytes:
    """``image`` as a PNG file."""
    # QBuffer(QByteArray) does not keep the bytes alive; one of its own does.
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise GdsimError(N_("there is not enough memory for a picture of this size"))
    return bytes(buffer.data().data())


def packed(image: QImage) -> NDArray[np.uint32]:
    """The pixels (height, width) as 0xRRGGBB."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    # Rows of four-byte pixels lie one after the other.
    pixels = np.frombuffer(image.constBits(), np.uint32)
    return pixels.reshape(image.height(), image.width()) & np.uint32(0xFFFFFF)


def shown_steps(first: int, last: int, most: int) -> list[int]:
    """The steps from ``first`` to ``last`` that are shown: all, or ``most`` evenly spread."""
    count = min(abs(last - first) + 1, max(most, 2))
    return [round(float(step)) for step in np.linspace(first, last, count)]
