"""All colours, pens, fonts and sizes of the window. Nothing outside this file names a colour."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontDatabase, QGuiApplication, QPalette, QPen

from gdsim.engine.lane import Lane


@dataclass(frozen=True)
class Theme:
    """One appearance. Colours are ``#rrggbb``; sizes are pixels at text scale 1."""

    id: str
    ground: str
    card: str
    edge: str
    field_edge: str
    text: str
    muted: str
    accent: str
    on_accent: str
    lanes: tuple[str, ...]
    gap: str
    coordinates: tuple[str, ...]
    error: str
    mark_ground: str
    minimum: str
    minimum_edge: str
    level_line: str
    track: str
    field_fade: tuple[float, float]
    field_toward: str
    line: float
    text_scale: float = 1.0
    ticks: float = 12.0

    def size(self, pixels: float) -> int:
        """``pixels`` scaled by the text scale."""
        return max(1, round(pixels * self.text_scale))

    @property
    def thin(self) -> float:
        """Width of lesser lines; thick enough for the last row where the others are."""
        return self.line * (0.6 if self.line < 3 else 0.86)

    def space(self, pixels: float) -> int:
        """``pixels`` between things, and of icons: they leave the room to large text."""
        return max(1, round(pixels * min(self.text_scale, math.sqrt(self.text_scale), 1.5)))

    def lane_colour(self, index: int) -> str:
        """Colour of the lane with this style index."""
        return self.lanes[index % len(self.lanes)]

    def coordinate_colour(self, index: int) -> str:
        """Colour of w, b, …"""
        return self.coordinates[index % len(self.coordinates)]


LIGHT = Theme(
    id="light",
    ground="#F5F7FA",
    card="#FFFFFF",
    edge="#DDE2EA",
    field_edge="#868F9C",
    text="#15181D",
    muted="#4F5966",
    accent="#0072B2",
    on_accent="#FFFFFF",
    lanes=("#0072B2", "#B84600", "#00704F", "#9C2F6F", "#7A5C00", "#3D5A80"),
    gap="#8A3FA0",
    coordinates=("#00704F", "#9C2F6F"),
    error="#B3261E",
    mark_ground="#FDEBC8",
    minimum="#1B1F3B",
    minimum_edge="#FFFFFF",
    level_line="#5A6270",
    track="#D9DDE5",
    field_fade=(0.78, 0.6),
    field_toward="#FFFFFF",
    line=2.0,
)

DARK = Theme(
    id="dark",
    ground="#16191E",
    card="#1E2228",
    edge="#343A43",
    field_edge="#8A94A3",
    text="#F1F3F6",
    muted="#AEB7C3",
    accent="#56B4E9",
    on_accent="#10131A",
    lanes=("#56B4E9", "#F0883E", "#3CC79A", "#F08BC0", "#E6C229", "#9DB4E8"),
    gap="#C79BE0",
    coordinates=("#3CC79A", "#F08BC0"),
    error="#FF8A80",
    mark_ground="#50340F",
    minimum="#FFFFFF",
    minimum_edge="#16191E",
    level_line="#AEB7C3",
    track="#4A515C",
    field_fade=(0.64, 0.73),
    field_toward="#14171C",
    line=2.0,
)

PROJECTOR = replace(LIGHT, id="projector", ground="#FFFFFF", text="#000000", muted="#30363F",
                    field_edge="#5F6772", edge="#AEB5C0", line=3.5, text_scale=1.5)  # fmt: skip

THEMES = {theme.id: theme for theme in (LIGHT, DARK, PROJECTOR)}

#: Marks (pyqtgraph symbol names) and dashes of the lanes, taken in turn like their colours. No two
#: of these three numbers have a common factor: lanes of one colour differ in mark and in dash.
SYMBOLS = ("o", "s", "t1", "d", "t", "p", "star", "x", "h", "t2", "t3")
DASHES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotDotLine,
)


def lane_styles(lanes: tuple[Lane, ...]) -> tuple[int, ...]:
    """The style index of each lane: 0 for the first synchronous lane, 1 for the first sequential.

    Further lanes take the further styles in their order, so that blue always means synchronous
    and vermilion sequential where both are shown.
    """
    taken: dict[int, int] = {}
    for style, order in enumerate(("synchronous", "sequential")):
        first = next((i for i, lane in enumerate(lanes) if lane.order == order), None)
        if first is not None:
            taken[first] = style
    free = (style for style in range(2, 10_000))
    return tuple(taken[i] if i in taken else next(free) for i in range(len(lanes)))


#: Grounds of basins of attraction: Okabe and Ito's colours, softened so that marks stand out.
BASINS = ("#7FB8D8", "#E8A06A", "#7CC7AE", "#D9A3C3", "#E6DC7A", "#A9D3F2", "#C9B08A", "#B7B7B7")
#: The ground of what ends in no minimum.
NOWHERE = "#4A4F57"


def basin_colour(index: int) -> str:
    """Ground of the basin of minimum ``index``; the minima are numbered too."""
    return BASINS[index % len(BASINS)]


#: Colours of cividis (Nuñez, Anderton and Renslow 2018) by their place among its 256; straight
#: lines between them are off by two of 255 at most. pyqtgraph reads them from a file.
_CIVIDIS = {
    0: "#00204D", 19: "#002E6E", 30: "#00356E", 31: "#01366E", 34: "#0F386E", 39: "#1D3B6D",
    46: "#2A406C", 60: "#3D4A6B", 89: "#5A5F6D", 131: "#807E79", 148: "#908B79", 169: "#A59C76",
    197: "#C3B46D", 230: "#E8D259", 247: "#FBE248", 251: "#FFE642", 255: "#FFEA46",
}  # fmt: skip


def _rgb(colour: str) -> NDArray[np.float64]:
    """Red, green and blue, 0 … 255."""
    made = QColor(colour)
    return np.array([made.red(), made.green(), made.blue()], dtype=np.float64)


@lru_cache(maxsize=8)
def field_colours(theme: Theme, count: int) -> tuple[QColor, ...]:
    """``count`` colours from low to high loss: cividis, faded towards the theme's ground.

    The end that is nearer to the lanes' colours is faded more: they stand out by 3 : 1 everywhere.
    """
    places, known = list(_CIVIDIS), np.array([_rgb(colour) for colour in _CIVIDIS.values()])
    at = np.linspace(0, 255, count)
    table = np.stack([np.interp(at, places, known[:, i]) for i in range(3)], axis=-1)
    toward = _rgb(theme.field_toward)
    fade = np.linspace(*theme.field_fade, count)[:, None]
    mixed = (1 - fade) * table + fade * toward
    return tuple(QColor(*(int(v) for v in row)) for row in mixed.round())


@lru_cache(maxsize=8)
def surface_colours(theme: Theme) -> NDArray[np.float32]:
    """256 RGBA colours (0 … 1) for the 3D surface, shape (256, 4)."""
    colours = field_colours(theme, 256)
    return np.array([colour.getRgbF() for colour in colours], dtype=np.float32)


#: Device pixels for a pixel, where it is not the screen that is painted on.
_ratios: list[float] = []


@contextmanager
def device_pixels(ratio: float) -> Iterator[None]:
    """Make pens for a picture with ``ratio`` device pixels for a pixel of its layout."""
    _ratios.append(ratio)
    try:
        yield
    finally:
        _ratios.pop()


def pen(colour: str, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine):
    """A cosmetic pen (width in pixels whatever the zoom)."""
    # Qt takes such a width for device pixels: on a fine screen lines would be half as wide.
    ratio = _ratios[-1] if _ratios else screen_ratio()
    return QPen(_pen(colour, width * ratio, style))


@lru_cache(maxsize=512)
def _pen(colour: str, width: float, style: Qt.PenStyle) -> QPen:
    made: QPen = pg.mkPen(colour, width=width, style=style, cosmetic=True)
    made.setCapStyle(Qt.PenCapStyle.RoundCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return made


def brush(colour: str) -> QBrush:
    """A filling in one colour."""
    return QBrush(QColor(colour))


def screen_ratio() -> float:
    """Device pixels for a pixel on the finest screen."""
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


def level_pen(theme: Theme):
    """The hairline of level curves, half transparent so that the field stays quiet."""
    made = pen(theme.level_line, 1.0)
    colour = QColor(theme.level_line)
    colour.setAlphaF(0.55)
    made.setColor(colour)
    return made


def font(theme: Theme, pixels: float = 13, *, bold: bool = False, mono: bool = False) -> QFont:
    """The interface font (or the system's fixed-width font) at a size in pixels."""
    if mono:
        made = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    else:
        made = QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
    made.setPixelSize(theme.size(pixels))
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made


def tabular(base: QFont) -> QFont:
    """``base`` with figures of one width, so that digits stay under each other."""
    made = QFont(base)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def palette(theme: Theme) -> QPalette:
    """The Qt palette of the theme, for what the style sheet does not reach."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.ground,
        QPalette.ColorRole.Base: theme.card,
        QPalette.ColorRole.AlternateBase: theme.ground,
        QPalette.ColorRole.Button: theme.card,
        QPalette.ColorRole.ToolTipBase: theme.card,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text,
                 QPalette.ColorRole.ButtonText):  # fmt: skip
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.field_edge))
    return made


@lru_cache(maxsize=4)
def style_sheet(theme: Theme) -> str:
    """The style sheet of the window's parts."""
    return _grounds(theme) + _controls(theme) + _bars(theme)


def _grounds(theme: Theme) -> str:
    """What things lie on: window, menus, cards, docks, and the words there."""
    s, g = theme.size, theme.space
    return f"""
    * {{ font-size: {s(13)}px; }}
    QMainWindow, QDialog, QMenuBar, QStatusBar {{
        background: {theme.ground}; color: {theme.text}; }}
    QMenuBar::item {{ padding: {g(4)}px {g(8)}px; background: transparent; }}
    QMenuBar::item:selected, QMenu::item:selected {{
        background: {theme.accent}; color: {theme.on_accent}; border-radius: 4px; }}
    QMenu {{ background: {theme.card}; color: {theme.text}; border: 1px solid {theme.edge};
        padding: 4px; menu-scrollable: 1; }}
    QMenu::item {{ padding: {g(5)}px {g(24)}px; }}
    QMenu::item:disabled {{ color: {theme.field_edge}; }}
    QMenu::separator {{ height: 1px; background: {theme.edge}; margin: 4px 8px; }}
    QToolTip {{ background: {theme.card}; color: {theme.text}; border: 1px solid {theme.field_edge};
        padding: 4px; }}
    QFrame#card {{ background: {theme.card}; border: 1px solid {theme.edge};
        border-radius: {s(8)}px; }}
    QListWidget {{ background: {theme.card}; border: 1px solid {theme.edge};
        border-radius: {s(6)}px; outline: none; }}
    QDialog#gallery QListWidget {{ background: {theme.ground}; border: none; }}
    QDialog#palette {{ border: 1px solid {theme.field_edge}; }}
    QFrame#notice {{ background: {theme.card}; border: 2px solid {theme.error};
        border-radius: {s(8)}px; }}
    QFrame#dock-head {{ background: {theme.card}; border: 1px solid {theme.edge};
        border-bottom: none; border-top-left-radius: {s(8)}px; border-top-right-radius: {s(8)}px; }}
    QFrame#dock-body {{ background: {theme.card}; border: 1px solid {theme.edge};
        border-top: none; border-bottom-left-radius: {s(8)}px;
        border-bottom-right-radius: {s(8)}px; }}
    QTabBar::tab {{ background: {theme.ground}; color: {theme.text}; padding: {g(2)}px {g(10)}px;
        border: 1px solid {theme.edge}; border-radius: {s(4)}px; min-height: {max(20, s(16))}px; }}
    QTabBar::tab:selected {{ background: {theme.card}; border-color: {theme.accent}; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
    QLabel {{ color: {theme.text}; background: transparent; }}
    QLabel[role="title"] {{ font-size: {s(15)}px; font-weight: 600; }}
    QLabel[role="section"] {{ font-size: {s(12)}px; font-weight: 600; color: {theme.muted}; }}
    QLabel[role="muted"] {{ font-size: {s(12)}px; color: {theme.muted}; }}
    QLabel[role="error"] {{ font-size: {s(12)}px; color: {theme.error}; }}
    """


def _controls(theme: Theme) -> str:
    """What is clicked and typed into."""
    s, g = theme.size, theme.space
    target = max(24, s(17) + 7)  # what is clicked never gets smaller, however small the text
    return f"""
    QPushButton, QToolButton {{ background: {theme.card}; color: {theme.text};
        border: 1px solid {theme.field_edge}; border-radius: {s(5)}px;
        min-height: {target}px; padding: 0px {g(8)}px; }}
    QToolButton {{ padding: 0px {g(4)}px; }}
    QToolButton[toolButtonStyle="0"] {{ min-width: {target}px; }}
    QPushButton:hover, QToolButton:hover {{ border-color: {theme.accent}; }}
    QPushButton:pressed, QToolButton:pressed, QPushButton:checked, QToolButton:checked {{
        background: {theme.accent}; color: {theme.on_accent}; border-color: {theme.accent}; }}
    QPushButton:disabled, QToolButton:disabled {{ color: {theme.field_edge};
        border-color: {theme.edge}; }}
    QPushButton:focus, QToolButton:focus, QComboBox:focus, QLineEdit:focus, QAbstractSpinBox:focus
        {{ border: 2px solid {theme.accent}; }}
    QLineEdit, QComboBox, QAbstractSpinBox {{ background: {theme.card}; color: {theme.text};
        border: 1px solid {theme.field_edge}; border-radius: {s(4)}px;
        min-height: {target}px; padding: 0px {g(6)}px; placeholder-text-color: {theme.muted};
        selection-background-color: {theme.accent}; selection-color: {theme.on_accent}; }}
    QLineEdit:disabled, QComboBox:disabled {{ color: {theme.field_edge};
        border-color: {theme.edge}; }}
    QLineEdit[invalid="true"] {{ border: 2px solid {theme.error}; }}
    QComboBox::drop-down {{ border: none; width: {s(18)}px; }}
    QComboBox QAbstractItemView {{ background: {theme.card}; color: {theme.text};
        selection-background-color: {theme.accent}; selection-color: {theme.on_accent};
        border: 1px solid {theme.field_edge}; }}
    QComboBox QAbstractItemView::item {{ min-height: {target}px; }}
    QCheckBox {{ color: {theme.text}; spacing: {g(6)}px; min-height: {target}px; }}
    QCheckBox:focus {{ border: 1px solid {theme.accent}; border-radius: 3px; }}
    QCheckBox::indicator {{ width: {s(14)}px; height: {s(14)}px; background: {theme.card};
        border: 1px solid {theme.field_edge}; border-radius: {s(3)}px; }}
    QCheckBox::indicator:checked {{ background: {theme.accent}; border-color: {theme.accent}; }}
    QCheckBox::indicator:checked:disabled {{ background: {theme.field_edge};
        border-color: {theme.field_edge}; }}
    """


def _bars(theme: Theme) -> str:
    """The list of lanes, texts, and the bars that show where one is."""
    s, g = theme.size, theme.space
    return f"""
    QListWidget#lanes {{ border: none; background: transparent; padding: 0px; }}
    QTextBrowser {{ font-size: {s(12)}px; background: {theme.card}; color: {theme.text}; }}
    QStatusBar {{ padding-left: {g(8)}px; }}
    QSlider {{ min-height: {max(24, g(24))}px; }}
    QSlider::groove:horizontal {{ height: {g(4)}px; background: {theme.track};
        border-radius: {g(2)}px; }}
    QSlider::sub-page:horizontal {{ background: {theme.accent}; border-radius: {g(2)}px; }}
    QSlider::handle:horizontal {{ width: {g(14)}px; margin: -{g(6)}px 0px;
        background: {theme.card}; border: 2px solid {theme.accent}; border-radius: {g(7)}px; }}
    QSlider:focus {{ border: 1px solid {theme.accent}; border-radius: 4px; }}
    QStatusBar::item {{ border: none; }}
    QScrollBar, QAbstractScrollArea::corner {{ background: transparent; }}
    QScrollBar:vertical {{ width: {g(10)}px; }}
    QScrollBar:horizontal {{ height: {g(10)}px; }}
    QScrollBar::handle {{ background: {theme.field_edge}; border-radius: {s(4)}px;
        min-height: {s(24)}px; min-width: {s(24)}px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0px; height: 0px; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
