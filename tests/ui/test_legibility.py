"""Contrast, size of targets, and no text cut off: in every theme, language and text size."""

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QColor, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QSlider,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gdsim.engine.schedules import Cosine
from gdsim.ui import theme as th
from gdsim.ui.main_window import MainWindow
from gdsim.ui.theme import THEMES, Theme
from gdsim.ui.widgets.choice_box import ChoiceBox
from gdsim.ui.widgets.lane_rows import ROW
from gdsim.ui.widgets.value_label import ValueLabel
from tests.ui.test_story import settle
from tests.ui.widgets.languages import speak  # noqa: F401 - a fixture

# ---- contrast --------------------------------------------------------------------------------


def luminance(colour: str | QColor) -> float:
    """Relative luminance (WCAG 2.2)."""
    made = QColor(colour)
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (made.redF(), made.greenF(), made.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str | QColor, other: str | QColor) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def texts(theme: Theme) -> Iterator[tuple[str, str, str]]:
    """(what, colour, ground) of everything that is read."""
    for ground in ("card", "ground"):
        for name in ("text", "muted", "error", "gap", "accent"):
            yield f"{name} on {ground}", getattr(theme, name), getattr(theme, ground)
    # What is said about lanes and coordinates stands on cards.
    for name in ("lanes", "coordinates"):
        for i, colour in enumerate(getattr(theme, name)):
            yield f"{name} {i}", colour, theme.card
    yield "on_accent", theme.on_accent, theme.accent
    for name in ("text", *("coordinates",)):
        colours = getattr(theme, name)
        for colour in (colours,) if isinstance(colours, str) else colours:
            yield f"{name} on mark_ground", colour, theme.mark_ground


def graphics(theme: Theme) -> Iterator[tuple[str, str, str]]:
    """(what, colour, ground) of everything that is seen and means something."""
    yield "borders of controls", theme.field_edge, theme.card
    yield "focus", theme.accent, theme.card
    yield "focus on ground", theme.accent, theme.ground
    for i in range(len(th.BASINS)):
        yield f"number on basin {i}", th.LIGHT.minimum, th.basin_colour(i)
        yield f"start ring on basin {i}", th.LIGHT.text, th.basin_colour(i)
    yield "number on what ends nowhere", th.DARK.text, th.NOWHERE
    yield "difference", theme.gap if theme.id != "dark" else th.NOWHERE, th.BASINS[-1]


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.id)
def test_text_can_be_read(theme: Theme) -> None:
    weak = {what: round(contrast(a, b), 2) for what, a, b in texts(theme) if contrast(a, b) < 4.5}
    assert weak == {}


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.id)
def test_graphics_can_be_seen(theme: Theme) -> None:
    weak = {what: round(contrast(a, b), 2) for what, a, b in graphics(theme) if contrast(a, b) < 3}
    assert weak == {}


def test_contrast_itself() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


# ---- size of targets -------------------------------------------------------------------------

LEAST = 24


def targets(window: QWidget) -> list[QWidget]:
    """The visible widgets that are clicked."""
    kinds = (QAbstractButton, QLineEdit, QComboBox, QSlider)
    return [
        widget
        for kind in kinds
        for widget in window.findChildren(kind)
        if widget.isVisible() and not widget.objectName().startswith("qt_")
    ]


@pytest.mark.parametrize("theme", ["light", "projector"])
@pytest.mark.parametrize("preset", ["compare", "data", "maps"])
def test_every_target_is_large_enough(
    qtbot: QtBot, window: MainWindow, theme: str, preset: str
) -> None:
    window.appearance.set_theme(theme)
    window.show_panel(True)
    window.apply_preset(preset)
    settle(qtbot, window)
    small = {
        f"{type(widget).__name__} {widget.accessibleName() or widget.toolTip()!r}": widget.size()
        for widget in targets(window)
        if widget.height() < LEAST or widget.width() < LEAST
        # A check box and its label are one target.
        if not (isinstance(widget, QCheckBox) and widget.height() >= LEAST)
    }
    assert small == {}
    for bar in window.findChildren(QTabBar):
        if bar.isVisible():
            assert bar.height() >= LEAST
    assert window.appearance.theme.size(ROW) >= LEAST
    track = window.parameters.rate.control.track
    assert [p.label.height() for p in track.placed if p.label.height() < LEAST] == []


# ---- no text cut off -------------------------------------------------------------------------

ACCENTS = str.maketrans("aeioucnyAEIOUCNYLl", "áéíóúçñýÁÉÍÓÚÇÑÝŁł")


def pseudo(text: str) -> str:
    """Half as long again and unmistakable, with its places for values and its markup kept."""
    parts = re.split(r"(\{[^}]*\}|<[^>]*>|&(?!&))", text)
    changed = "".join(part if i % 2 else part.translate(ACCENTS) for i, part in enumerate(parts))
    words = " ‥‥‥" * max(1, len(text) // 8)
    return f"［{changed}{words}］"


def plain(text: str) -> str:
    if "<" not in text:
        return text
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


def cut_off(window: QWidget) -> list[str]:
    """Labels and buttons whose text does not fit, with what they need and have."""
    found = []
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.text() and not label.property("may-clip"):
            found += label_cut_off(label)
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and shows_text(button) and button.width() < needed(button):
            found.append(f"{button.text()!r}: {button.width()} < {needed(button)}")
    for box in window.findChildren(ChoiceBox):
        # It elides, and its tooltip has the whole; but one must be able to tell choices apart.
        if box.isVisible() and box.width() < 3 * box.height():
            found.append(f"{box.currentText()!r}: {box.size()}")
    return found


def label_cut_off(label: QLabel) -> list[str]:
    inside = label.contentsRect()
    if label.wordWrap():
        high = label.heightForWidth(label.width())
        if high > label.height() + 1 and plain(label.text()) not in plain(label.toolTip()):
            return [f"{plain(label.text())!r}: height {label.height()} < {high}"]
        # A line breaks at spaces, and between any two Chinese characters.
        words = re.split(r"[ \n\u3000-\u9fff\uff00-\uffef]", plain(label.text()))
        longest = max((word_width(label, word) for word in words), default=0)
        if longest > inside.width() + 1:
            return [f"{plain(label.text())!r}: a word of {longest} in {inside.width()}"]
        return []
    wide = label.sizeHint().width()
    if wide > label.width() + 1 and plain(label.text()) not in plain(label.toolTip()):
        return [f"{plain(label.text())!r}: width {label.width()} < {wide}"]
    return []


def word_width(label: QLabel, word: str) -> int:
    return label.fontMetrics().horizontalAdvance(word)


def shows_text(button: QAbstractButton) -> bool:
    style = getattr(button, "toolButtonStyle", None)
    if style is not None and not button.icon().isNull():
        return bool(style().name != "ToolButtonIconOnly")
    return bool(button.text())


def needed(button: QAbstractButton) -> int:
    """Text, icon and the style sheet's padding: with less, a tool button writes "…" instead."""
    scale = button.fontMetrics().height() / 16
    padding = 2 * (round(scale * (4 if isinstance(button, QToolButton) else 8)) + 1)
    picture = button.iconSize().width() + 4 if not button.icon().isNull() else 0
    text = button.text().replace("&", "")
    return button.fontMetrics().horizontalAdvance(text) + 1 + padding + picture


SIZES = {1.0: QSize(1280, 720), 2.0: QSize(1920, 1080)}


@pytest.mark.parametrize(
    ("preset", "language", "scale"),
    [
        *(("compare", lang, scale) for lang in ("en", "zh_CN", "pseudo") for scale in (1.0, 2.0)),
        ("maps", "zh_CN", 1.0),
        ("maps", "pseudo", 2.0),
    ],
)
def test_no_text_is_cut_off(
    qtbot: QtBot,
    window: MainWindow,
    speak: Callable[[Callable[[str], str]], None],  # noqa: F811
    preset: str,
    language: str,
    scale: float,
) -> None:
    window.settings.set_text_scale(scale)
    window.appearance.apply()
    window.resize(SIZES[scale])
    if language == "pseudo":
        speak(pseudo)
        QApplication.sendEvent(QApplication.instance(), QEvent(QEvent.Type.LanguageChange))
    else:
        window.appearance.set_language(language)
    window.apply_preset(preset)
    window.session.set_cursor(3)
    window.parameters.lanes.set_target(1)
    window.parameters.rate.schedule.schedule_chosen.emit(Cosine(0.2, 60, 0.0))
    qtbot.waitUntil(lambda: not window.clock.active, timeout=30_000)
    # Large text is laid out in several rounds, each after a picture of the window.
    qtbot.wait(150)
    assert cut_off(window) == []


def test_what_is_elided_is_in_the_tooltip(qtbot: QtBot) -> None:
    label = ValueLabel()
    qtbot.addWidget(label)
    label.setText("a text that is much longer than the label is wide")
    label.resize(60, 20)
    label.show()
    assert label.elided
    assert label.whole_text() == label.text()
    label.resize(800, 20)
    assert not label.elided


def test_a_cut_off_text_is_found(qtbot: QtBot) -> None:
    """The test tests something."""
    holder = QWidget()
    qtbot.addWidget(holder)
    label = QLabel("a text that does not fit", holder)
    label.resize(20, 20)
    holder.show()
    assert len(cut_off(holder)) == 1
    label.setToolTip(label.text())
    assert cut_off(holder) == []
