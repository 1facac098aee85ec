"""The project's own icons: SVG files recoloured for the theme (font glyphs may be missing).

An icon file draws with ``currentColor``; the theme says which colour that is when the button is
at rest, pressed or disabled.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from gdsim.resources import resource
from gdsim.ui.theme import Theme

#: The side of an icon at text scale 1, in pixels.
SIZE = 18
_APP_SIZES = (16, 24, 32, 48, 64, 128, 256)


def icon(name: str, theme: Theme, size: int = SIZE) -> QIcon:
    """The icon ``resources/icons/<name>.svg`` in the theme's colours, ``size`` pixels wide.

    A checked button shows it in the colour of text on the accent, a disabled one lighter. Sharp
    on every screen that there is now. Raises FileNotFoundError where there is no such icon.
    """
    return _drawn(name, theme, size, scales())


def scales() -> tuple[float, ...]:
    """The display scales of the screens, each once."""
    return tuple(sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()}))


@lru_cache(maxsize=256)
def _drawn(name: str, theme: Theme, size: int, scales: tuple[float, ...]) -> QIcon:
    made = QIcon()
    looks = (
        (QIcon.Mode.Normal, QIcon.State.Off, theme.text),
        (QIcon.Mode.Normal, QIcon.State.On, theme.on_accent),
        (QIcon.Mode.Disabled, QIcon.State.Off, theme.field_edge),
    )
    renderer = QSvgRenderer(QByteArray(_source(name)))
    for scale in scales:
        shape = _pixmap(renderer, theme.size(size), scale)
        for mode, state, colour in looks:
            made.addPixmap(_tinted(shape, colour), mode, state)
    return made


@lru_cache(maxsize=1)
def app_icon() -> QIcon:
    """The application's own icon, which keeps its colours."""
    renderer = QSvgRenderer(QByteArray(_source("gdsim")))
    made = QIcon()
    for size in _APP_SIZES:
        made.addPixmap(_pixmap(renderer, size, 1.0))
    return made


def names() -> list[str]:
    """All icons that there are, the application's own left out."""
    folder = resource("icons")
    return sorted(path.stem for path in folder.glob("*.svg") if path.stem != "gdsim")


@lru_cache(maxsize=256)
def _source(name: str) -> bytes:
    return resource("icons", f"{name}.svg").read_bytes()


def _tinted(shape: QPixmap, colour: str) -> QPixmap:
    """``shape`` in one colour."""
    tinted = QPixmap(shape)
    painter = QPainter(tinted)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(tinted.rect(), QColor(colour))
    painter.end()
    return tinted


def _pixmap(renderer: QSvgRenderer, size: int, scale: float) -> QPixmap:
    """``renderer``'s picture, ``size`` logical pixels wide on a display of this scale."""
    side = round(size * scale)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap
