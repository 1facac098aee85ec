"""What is wrong with the texts that a window really paints: see `painted`."""

import os
import re
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QGraphicsView,
    QHeaderView,
    QLineEdit,
    QMenu,
    QToolTip,
    QWidget,
)

from tests.ui.legible import SAME, plain, seen, told
from tests.ui.legible import texts as own_texts
from tests.ui.painted import Painting, Text, paintings

#: Words of keyboards, formulas, files and figures, which are the same in every language.
KEPT = SAME | {
    *("Ctrl", "Shift", "Alt", "Del", "Home", "End", "PgUp", "PgDown", "Return", "Esc", "Space"),
    *("Left", "Right", "Up", "Down", "Backspace", "Enter", "Tab", "Ins", "exp", "log", "sin"),
    *(
        "cos",
        "tanh",
        "sqrt",
        "abs",
        "max",
        "min",
        "nan",
        "inf",
        "NaN",
        "csv",
        "Media",
        "Play",
        "English",
    ),
}

#: Where the tests keep their files, and what lets a long path go on in the next line.
HERE, BREAK = os.environ["HOME"] + " state gdsim.log", "\N{ZERO WIDTH SPACE}"

#: Pixels that the outline of a letter may be off by, as Qt rounds it up to whole ones, and the part
#: of its size by which a letter like J may hang over the line's beginning.
HAIR, OVERHANG = 1.5, 1 / 12


def shown(window: QWidget) -> list[tuple[QWidget, Painting]]:
    """All widgets of a window that paint something, with what they paint."""
    widgets = [window, *seen(window)]
    widgets += [each.viewport() for each in widgets if isinstance(each, QAbstractScrollArea)]
    return list(paintings([each for each in widgets if not each.visibleRegion().isEmpty()]))


def named(widget: QWidget) -> str:
    """The widget that a person would name: not the viewport, but whose it is."""
    area = widget.parentWidget()
    if not isinstance(area, QAbstractScrollArea) or area.viewport() is not widget:
        return told(widget)
    owner = area.parentWidget()
    return f"{told(area)} in {told(owner)}" if owner is not None else told(area)


def cut_off(painted: list[tuple[QWidget, Painting]]) -> list[str]:
    """Texts that are painted beyond their room, or shortened with nothing that tells the whole."""
    found = []
    for widget, painting in painted:
        short = [text for text in painting.texts if "…" in text.text]
        untold = [text for text in short if not whole_is_told(widget, text)]
        name = named(widget)
        found += [f"{name}: {text.text!r}, and nothing tells the whole" for text in untold]
        if short and not untold:
            continue  # a title with an index in it is cut, with a "…" over its end
        for text in painting.texts:
            lost = beyond(widget, text)
            if lost > max(HAIR, OVERHANG * text.font.pixelSize()):
                found.append(f"{name}: {text.text!r} loses {lost:.1f} pixels")
    return found


def beyond(widget: QWidget, text: Text) -> float:
    """Pixels of ``text`` that lie outside of its room, where one cannot scroll to them."""
    room, ink = QRectF(widget.rect()), text.ink
    sideways, upright = scrolls(widget)
    if text.clip is not None:
        room &= text.clip
    if not ink.intersects(room):
        # What has been scrolled away, and what lies outside of the range of a plot.
        return 0.0 if sideways or upright or isinstance(widget.parent(), QGraphicsView) else 99.0
    if isinstance(widget.parent(), QGraphicsView) and text.text.isdigit():
        return 0.0  # the number of a minimum stands where that is
    over_x = max(room.left() - ink.left(), ink.right() - room.right())
    over_y = max(room.top() - ink.top(), ink.bottom() - room.bottom())
    return max(0.0 if sideways else over_x, 0.0 if upright else over_y)


def scrolls(widget: QWidget) -> tuple[bool, bool]:
    """Whether what ``widget`` shows can be moved sideways, and up and down."""
    if isinstance(widget, QLineEdit):
        return bool(widget.text()), False
    area = widget.parentWidget()
    if isinstance(area, QHeaderView):
        area = area.parentWidget()
    if not isinstance(area, QAbstractScrollArea) or isinstance(area, QGraphicsView):
        return False, False
    bars = (area.horizontalScrollBar(), area.verticalScrollBar())
    across, down = (bar.maximum() > bar.minimum() for bar in bars)
    return across, down


def whole_is_told(widget: QWidget, text: Text) -> bool:
    """Whether "…" is a part of the text itself, or what is missing is in the tooltip."""
    own = [each.text() for each in widget.actions()] if isinstance(widget, QMenu) else []
    if any(
        text.text.strip() in plain(each).replace("&", "") for each in (*own_texts(widget), *own)
    ):
        return True
    at = text.ink.center().toPoint()
    QToolTip.hideText()
    event = QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at))
    QApplication.sendEvent(widget, event)
    told_there = plain(QToolTip.text()) if QToolTip.isVisible() else ""
    QToolTip.hideText()
    begin = " ".join(text.text.split("…")[0].split())
    return bool(told_there) and begin in " ".join(told_there.split())


def english(painted: list[tuple[QWidget, Painting]]) -> Iterator[str]:
    """Words that a made-up language, which has other letters, has not reached."""
    for widget, painting in painted:
        for text in painting.texts:
            # A path has "/" or a dot in it, or is what a line's end has left of one.
            words = set(re.findall(r"[A-Za-z]{3,}", text.text.replace(BREAK, ""))) - KEPT
            words = {word for word in words if word not in HERE}
            if words and not re.search(r"/\w|\w\.\w", text.text):
                yield f"{named(widget)}: {text.text!r} is English"


_LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "áḅćďéfģħíĵķĺḿńóṕʠŕśťúṽẃẋýźÁḄĆĎÉFĢĦÍĴĶĹḾŃÓṔɊŔŚŤÚṼẂẊÝŹ",
)
#: Places for values, and markup.
PLACES = re.compile(r"(\{[^}]*\}|<[^>]*>|&\w+;)")


def foreign(text: str) -> str:
    """``text`` in letters that English does not have; as wide, and as easy to read."""
    parts = PLACES.split(text)
    return "".join(part if i % 2 else part.translate(_LETTERS) for i, part in enumerate(parts))
