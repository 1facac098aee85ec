"""A typed formula: derivatives as one types, the mistake marked in the text, history, range."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from gdsim.ui.main_window import MainWindow
from gdsim.ui.panels.formula_feedback import feedback
from gdsim.ui.panels.parameters_problem import ProblemSection
from tests.ui.test_story import settle


def plain(html: str) -> str:
    document = QTextDocument()
    document.setHtml(html)
    return document.toPlainText()


@pytest.fixture
def problem(qtbot: QtBot, window: MainWindow) -> ProblemSection:
    window.parameters.problem.problem.chosen.emit("formula")
    settle(qtbot, window)
    return window.parameters.problem


def type_formula(qtbot: QtBot, problem: ProblemSection, text: str, enter: bool = False) -> None:
    problem.typed.setFocus()
    problem.typed.selectAll()
    qtbot.keyClicks(problem.typed, text)
    if enter:
        qtbot.keyClick(problem.typed, Qt.Key.Key_Return)


def test_derivatives_are_shown_before_enter(qtbot: QtBot, problem: ProblemSection) -> None:
    type_formula(qtbot, problem, "w^2 + 3*w - 5")
    assert plain(problem.formula.text()).splitlines() == ["J(w) = w2 + 3w − 5", "J′(w) = 2w + 3"]
    type_formula(qtbot, problem, "w^2 + w*b + b^2")
    assert plain(problem.formula.text()).splitlines() == [
        "J(w, b) = w2 + w·b + b2", "∂J/∂w = 2w + b", "∂J/∂b = w + 2b",
    ]  # fmt: skip


def test_a_mistake_is_underlined_where_it_stands_and_explained_while_typing(
    qtbot: QtBot, problem: ProblemSection
) -> None:
    type_formula(qtbot, problem, "w^2 + 3*q")
    assert problem.error.isVisible()
    assert problem.error.text().startswith("At character 9: unknown name “q”")
    place = problem.typed.mark()
    metrics = problem.typed.fontMetrics()
    before, after = (
        problem.typed.cursorRect().center().x() - metrics.horizontalAdvance(text)
        for text in ("q", "")
    )
    assert place.left() == pytest.approx(before, abs=1)
    assert place.right() == pytest.approx(after, abs=1)
    qtbot.keyClick(problem.typed, Qt.Key.Key_Backspace)
    qtbot.keyClicks(problem.typed, "w")
    assert problem.typed.mark() is None
    assert not problem.error.isVisible()


def test_escape_brings_formula_and_derivative_back(qtbot: QtBot, problem: ProblemSection) -> None:
    shown = problem.formula.text()
    type_formula(qtbot, problem, "w^")
    qtbot.keyClick(problem.typed, Qt.Key.Key_Escape)
    assert problem.formula.text() == shown
    assert problem.typed.mark() is None
    assert not problem.error.isVisible()


def test_formulas_are_remembered_the_newest_first(
    qtbot: QtBot, window: MainWindow, problem: ProblemSection
) -> None:
    for text in ("w^4", "w^2", "w^4"):
        type_formula(qtbot, problem, text, enter=True)
        settle(qtbot, window)
    assert window.settings.formulas() == ["w^4", "w^2"]
    problem.typed.choose("w^2")
    settle(qtbot, window)
    assert window.session.scenario.problem.formula == "w^2"
    assert problem.formulas == ["w^2", "w^4"]


def test_the_range_of_each_parameter(
    qtbot: QtBot, window: MainWindow, problem: ProblemSection
) -> None:
    type_formula(qtbot, problem, "w^2 + b^2", enter=True)
    settle(qtbot, window)
    side = problem.box.sides[1]
    side.high.setFocus()
    side.high.selectAll()
    qtbot.keyClicks(side.high, "3")
    qtbot.keyClick(side.high, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.session.scenario.problem.box[1][1] == 3.0
    assert window.session.undo_label == "Change the range"
    low = window.session.scenario.problem.box[1][0]
    side.low.setFocus()
    side.low.selectAll()
    qtbot.keyClicks(side.low, "4")
    qtbot.keyClick(side.low, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.session.scenario.problem.box[1] == (low, 3.0)
    assert "smaller to a larger" in side.error.text()


def test_a_monstrous_derivative_is_not_written_out(qapp: object) -> None:
    text = "*".join(f"sin(w+{i})" for i in range(60))
    assert plain(feedback(text)).splitlines()[1] == "J′(w) = (too long to be shown)"


def test_a_long_formula_does_not_make_the_list_wider_than_the_screen(
    qtbot: QtBot, window: MainWindow, problem: ProblemSection
) -> None:
    long = " + ".join(f"{i}*w^2" for i in range(1, 40))
    problem.formulas = ["w^2", long]
    problem.history.click()
    (menu,) = problem.findChildren(QMenu)
    assert menu.width() < window.width()
    short, shown = (action.text() for action in menu.actions())
    assert short == "w^2"
    assert shown.startswith("1*w^2 + 2*w^2")
    assert menu.actions()[1].toolTip().replace("\n", " ") == long
    menu.actions()[1].trigger()
    settle(qtbot, window)
    assert window.session.scenario.problem.formula == long
    menu.close()
