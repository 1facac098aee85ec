"""What a person could not read or hit in a window: found by walking over all that is visible."""

import re
from collections.abc import Iterable

from PySide6.QtCore import QRect
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QSlider,
    QTabBar,
    QToolButton,
    QWidget,
)

from gdsim.ui.widgets.title import Title

#: Least side of what is clicked, in pixels.
TARGET = 24
CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QSlider, QAbstractSpinBox)
#: A line breaks at spaces, and between any two Chinese characters.
BREAKS = re.compile("[\\s\u200b\u3000-\u9fff\uff00-\uffef]")


def faults(window: QWidget) -> list[str]:
    """Texts that are cut off, what lies outside its parent or over another, targets too small."""
    found: list[str] = []
    for widget in seen(window):
        found += [f"{told(widget)}: {fault}" for fault in (*cut_off(widget), *misplaced(widget))]
        if isinstance(widget, CONTROLS) and too_small(widget):
            found.append(f"{told(widget)}: a target of {widget.width()} × {widget.height()}")
    return found


def seen(window: QWidget) -> list[QWidget]:
    """The visible widgets of ``window``, without Qt's own inner ones and other windows."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.window() is window.window()
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parentWidget(), QComboBox)
        and not (isinstance(widget, QTabBar) and covered(widget))
    ]


def covered(bar: QTabBar) -> bool:
    """Docks leave the bars of tabs that have gone where nobody sees them."""
    return bar.window().childAt(bar.mapTo(bar.window(), bar.rect().center())) is not bar


def told(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
    name = plain(text) or widget.accessibleName() or widget.objectName() or widget.toolTip()
    return f"{type(widget).__name__} {name!r}"


def plain(text: str) -> str:
    if "<" not in text:
        return text
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


# ---- text --------------------------------------------------------------------------------------


def cut_off(widget: QWidget) -> Iterable[str]:
    """In what way the text of ``widget`` has no room; a tooltip that has it is good enough."""
    match widget:
        case Title():
            if widget.elided and not widget.whole_text():
                yield "elided, and nothing tells the whole"
        case QLabel():
            yield from label_cut_off(widget)
        case QCheckBox() | QRadioButton() | QGroupBox():
            text = widget.title() if isinstance(widget, QGroupBox) else widget.text()
            if text and widget.width() < widget.minimumSizeHint().width():
                yield f"{widget.width()} of {widget.minimumSizeHint().width()}"
        case QAbstractButton():
            if shows_text(widget) and widget.width() < needed(widget):
                yield f"{widget.width()} of {needed(widget)}"
        case QComboBox():
            # It elides, and its tooltip has the whole; but one must tell its choices apart.
            if widget.width() < 3 * widget.fontMetrics().height():
                yield f"a box of {widget.width()}"
        case QTabBar():
            for i in range(widget.count()):
                text = widget.fontMetrics().horizontalAdvance(widget.tabText(i).replace("&", ""))
                if text > widget.tabRect(i).width() and not widget.tabToolTip(i):
                    yield f"tab {widget.tabText(i)!r}: {widget.tabRect(i).width()} of {text}"
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox):
        line = widget.fontMetrics().height()
        if (not isinstance(widget, QLabel) or widget.text()) and widget.height() < line - 2:
            yield f"a line of {line} in {widget.height()}"


def label_cut_off(label: QLabel) -> Iterable[str]:
    text = plain(label.text())
    if not text or " ".join(text.split()) in " ".join(plain(label.toolTip()).split()):
        return
    if not label.wordWrap():
        if label.sizeHint().width() > label.width() + 1:
            yield f"{label.width()} of {label.sizeHint().width()}"
        return
    high = label.heightForWidth(label.width())
    if high > label.height() + 1:
        yield f"height {label.height()} of {high}"
    longest = max(map(label.fontMetrics().horizontalAdvance, BREAKS.split(text)), default=0)
    if longest > label.contentsRect().width() + 1:
        yield f"a word of {longest} in {label.contentsRect().width()}"


def shows_text(button: QAbstractButton) -> bool:
    if isinstance(button, QToolButton) and not button.icon().isNull():
        return button.toolButtonStyle().name != "ToolButtonIconOnly"
    return bool(button.text())


def needed(button: QAbstractButton) -> int:
    """Text and icon with a hair around: with less, a tool button writes "…" instead."""
    picture = button.iconSize().width() + 4 if not button.icon().isNull() else 0
    text = button.text().replace("&", "")
    return button.fontMetrics().horizontalAdvance(text) + picture + 4


# ---- places ------------------------------------------------------------------------------------

KINDS = (QLabel, *CONTROLS)


def misplaced(widget: QWidget) -> Iterable[str]:
    """Whether a control is outside its parent, or on another one."""
    parent = widget.parentWidget()
    if not isinstance(widget, KINDS) or parent is None or isinstance(parent, QAbstractItemView):
        return
    if scrolled(widget):
        # What scrolls up and down must still not be cut off at its side.
        inside = QRect(0, widget.y(), parent.width(), widget.height())
    else:
        inside = parent.rect()
    if not inside.contains(widget.geometry()) and widget.width() and widget.height():
        yield f"{widget.geometry().getRect()} is outside of {inside.getRect()}"
    for other in parent.children():
        if not isinstance(other, KINDS) or other is widget or not other.isVisible():
            continue
        if other.geometry().intersects(widget.geometry()) and id(other) < id(widget):
            yield f"lies over {told(other)}"


def scrolled(widget: QWidget) -> bool:
    """Whether it is on what a scroll area shows a part of."""
    parent = widget.parentWidget()
    area = parent.parentWidget() if parent is not None else None
    return area is not None and isinstance(area.parentWidget(), QAbstractScrollArea)


def too_small(widget: QWidget) -> bool:
    # A check box and its label are one target.
    if isinstance(widget, QCheckBox | QRadioButton):
        return widget.height() < TARGET
    return min(widget.width(), widget.height()) < TARGET


# ---- words -------------------------------------------------------------------------------------

#: Texts that no translation of ours passes through: Qt's buttons, names and signs of formulas.
SAME = {"gdsim", "OK", "Cancel", "Close", "Save", "seq", "sync", "mean", "Hwb"}


def untranslated(window: QWidget, opening: str, closing: str) -> list[str]:
    """English words outside of the marks that a made-up language puts around each text."""
    found = set()
    for widget in seen(window):
        for text in texts(widget):
            left = strip(re.sub(r"\s+\[.*\]$", "", plain(text)), opening, closing)
            words = set(re.findall(r"[A-Za-z]{3,}", left)) - SAME
            if words:
                found.add(f"{type(widget).__name__}: {plain(text)!r}")
    return sorted(found)


def strip(text: str, opening: str, closing: str) -> str:
    depth, left = 0, []
    for sign in text:
        depth += (sign == opening) - (sign == closing)
        if depth == 0:
            left.append(sign)
    return "".join(left)


def texts(widget: QWidget) -> Iterable[str]:
    """All that ``widget`` says."""
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(i) for i in range(widget.count()))
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(i) for i in range(widget.count()))
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    yield widget.toolTip()
    yield widget.accessibleName()
