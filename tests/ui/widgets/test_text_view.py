"""A text is laid out once for a change of its looks, in the font that the style sheet says."""

from __future__ import annotations

from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from gdsim.ui.laying_out import settle
from gdsim.ui.widgets.text_view import FittedText, TextView


def shown(qtbot: QtBot, made: QTextBrowser) -> QTextBrowser:
    qtbot.addWidget(made)
    made.setStyleSheet("* { font-size: 13px }")
    made.setHtml("gradient descent<br>" * 9)
    made.show()
    settle()
    return made


def test_the_text_follows_the_style_sheet_when_all_is_settled(qtbot: QtBot) -> None:
    view = shown(qtbot, TextView())
    before = view.document().size().height()
    assert view.document().defaultFont().pixelSize() == 13
    for size in (17, 26):
        view.setStyleSheet(f"* {{ font-size: {size}px }}")
    assert view.document().size().height() == before
    settle()
    assert view.document().defaultFont().pixelSize() == 26
    assert 1.7 < view.document().size().height() / before < 2.3


def test_a_text_that_is_fitted_keeps_its_size(qtbot: QtBot) -> None:
    view = shown(qtbot, FittedText())
    font = view.document().defaultFont()
    font.setPixelSize(21)
    view.document().setDefaultFont(font)
    before = view.document().size().height()
    view.setStyleSheet("* { font-size: 40px }")
    settle()
    assert view.document().defaultFont().pixelSize() == 21
    assert view.document().size().height() == before
