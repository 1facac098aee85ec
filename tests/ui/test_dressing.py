"""Every part of the window wears the style sheet of the theme when it is seen."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QGraphicsView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gdsim.ui.main_window import MainWindow
from gdsim.ui.theme import style_sheet
from gdsim.ui.widgets.choice_box import ChoiceBox


def sheets(widget: QWidget) -> list[str]:
    """The sheets of ``widget`` and of all that it lies in."""
    found = []
    at: QWidget | None = widget
    while at is not None:
        found.append(at.styleSheet())
        at = at.parentWidget()
    return found


def undressed(window: MainWindow) -> list[QWidget]:
    """What is seen and does not wear what the theme says."""
    sheet = style_sheet(window.appearance.theme)
    holders = (window, window.centralWidget(), window.workspace, window.stage)
    seen = [w for w in window.findChildren(QWidget) if w.isVisible() and w not in holders]
    return [w for w in seen if sheet not in sheets(w)]


@pytest.mark.parametrize("theme", ["dark", "projector"])
def test_what_was_hidden_follows_when_it_is_shown(
    qtbot: QtBot, window: MainWindow, theme: str
) -> None:
    docks = window.workspace.docks
    docks["table"].show()
    qtbot.wait(1)
    docks["table"].hide()
    window.show_panel(False)
    window.player_card.hide()
    window.appearance.set_theme(theme)
    assert not undressed(window)
    window.show_panel(True)
    window.player_card.show()
    docks["table"].show()
    docks["state"].setFloating(True)
    docks["state"].show()
    qtbot.waitUntil(lambda: docks["state"].isVisible())
    assert window.parameters.isVisible()
    assert not undressed(window)


def test_a_page_of_the_stage_waits_until_it_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    panels = window.stage.contour_cards[0].parentWidget()
    assert panels.isVisible()
    worn = panels.styleSheet()
    window.set_mode("overlay")
    window.appearance.set_theme("dark")
    assert not undressed(window)
    assert panels.styleSheet() == worn
    window.set_mode("panels")
    assert panels.isVisible()
    assert not undressed(window)


def test_a_dialog_is_dressed_too(qtbot: QtBot, window: MainWindow) -> None:
    window.appearance.set_theme("projector")
    dialog = QDialog(window)
    button = QPushButton("x", dialog)
    dialog.show()
    assert sheets(button)[1] == style_sheet(window.appearance.theme)
    window.appearance.set_theme("dark")
    assert sheets(button)[1] == style_sheet(window.appearance.theme)
    dialog.deleteLater()


def test_larger_text_is_laid_out_before_it_is_painted(qtbot: QtBot, window: MainWindow) -> None:
    """It was laid out and painted in turn, three times and more."""
    laid_out: list[QEvent.Type] = []

    class Counter(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Resize and watched is viewport:
                laid_out.append(event.type())
            return False

    viewport = window.stage.contours[0].findChildren(QGraphicsView)[0].viewport()
    QApplication.processEvents()
    counter = Counter()
    viewport.installEventFilter(counter)
    window.appearance.scale_text(1)
    before = len(laid_out)
    QApplication.processEvents()
    viewport.removeEventFilter(counter)
    assert len(laid_out) == before > 0


@pytest.mark.parametrize("size", [9, 13, 30])
def test_a_choice_asks_for_the_room_that_a_combo_box_needs(qtbot: QtBot, size: int) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    ours, theirs = ChoiceBox([("a", "Adam"), ("b", "Lion")], parent), QComboBox(parent)
    theirs.addItems(["Adam", "Lion"])
    theirs.setSizeAdjustPolicy(ours.sizeAdjustPolicy())
    theirs.setMinimumContentsLength(ours.minimumContentsLength())
    parent.show()
    parent.setStyleSheet(f"QComboBox {{ font-size: {size}px; padding: 2px; }}")
    assert ours.sizeHint() == theirs.sizeHint()
    assert ours.minimumSizeHint() == theirs.minimumSizeHint()
