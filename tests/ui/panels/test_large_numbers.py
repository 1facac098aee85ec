"""For the last row: the numbers of a step, large enough for a wall, and nothing cut off."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from gdsim.ui.lecture.feature import LectureMode
from gdsim.ui.main_window import MainWindow
from gdsim.ui.numbers import number
from gdsim.ui.panels.large_numbers import LargeNumbersView

#: 24 points on a slide of 7.5 inches, in lines of a window with 720 of them.
POINTS_24 = 24 / 72 / 7.5 * 720


def numbers(window: MainWindow) -> LargeNumbersView:
    view = window.workspace.view("numbers")
    assert isinstance(view, LargeNumbersView)
    return view


@pytest.fixture
def on_the_wall(qtbot: QtBot, window: MainWindow) -> MainWindow:
    window.appearance.set_theme("projector")
    qtbot.waitUntil(lambda: numbers(window).isVisible())
    return window


def test_the_first_step_of_article_0(on_the_wall: MainWindow) -> None:
    on_the_wall.session.set_cursor(1)
    on_the_wall.refresh()
    said = numbers(on_the_wall).shown_text().replace("\xa0", " ")
    both, gap = said.split("\n\n")[:2], said.split("\n\n")[2]
    assert both[0].splitlines()[1::2] == ["0 − 0.2 × (−17.5) = 3.5", "0 − 0.2 × (−6) = 1.2"]
    assert both[1].splitlines()[1::2] == ["0 − 0.2 × (−17.5) = 3.5", "0 − 0.2 × 2.75 = −0.55"]
    assert gap == "gap in b −1.75 = α²·Hwb·gw = 0.04 × 2.5 × (−17.5)"


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_readable_from_the_last_row(qtbot: QtBot, on_the_wall: MainWindow, language: str) -> None:
    on_the_wall.appearance.set_language(language)
    for height in (720, 1080):
        on_the_wall.resize(height * 16 // 9, height)
        qtbot.waitUntil(lambda: not on_the_wall.clock.active)
        for step in range(on_the_wall.session.steps + 1):
            on_the_wall.session.set_cursor(step)
            on_the_wall.refresh()
            strip = numbers(on_the_wall).strip
            assert strip.needed_height() <= strip.height()
            assert strip.text_size() >= 0.9 * POINTS_24 * height / 720


def test_the_step_that_is_lit_up_is_the_one_shown(on_the_wall: MainWindow) -> None:
    on_the_wall.session.set_cursor(5)
    on_the_wall.refresh()
    view = numbers(on_the_wall)
    before = view.shown_text()
    on_the_wall.workspace.highlight(1)
    assert "(−17.5)" in view.shown_text()
    on_the_wall.workspace.highlight(None)
    assert view.shown_text() == before


def test_of_too_much_arithmetic_the_results_are_shown(on_the_wall: MainWindow) -> None:
    on_the_wall.documents.open_builtin("ravine-better-methods")
    on_the_wall.session.set_cursor(53)
    on_the_wall.refresh()
    lanes = numbers(on_the_wall).shown_text().split("\n\n")
    for lane, run in zip(lanes, on_the_wall.session.runs, strict=True):
        k = min(53, run.steps)
        w, b = run.theta[k].tolist()
        assert lane == f"w = {number(w)}\nb = {number(b)}\nJ = {number(float(run.loss[k]))}"
    strip = numbers(on_the_wall).strip
    assert strip.text_size() >= 2 / 3 * POINTS_24
    assert strip.needed_height() <= strip.height()
    # Alone, each of them has the room for its arithmetic.
    on_the_wall.session.edit(
        replace(on_the_wall.session.scenario, lanes=on_the_wall.session.scenario.lanes[1:2]), ""
    )
    on_the_wall.refresh()
    assert "v ← " in numbers(on_the_wall).shown_text()


def test_beside_the_question_of_a_lecture_no_line_is_cut_off(
    qtbot: QtBot, window: MainWindow
) -> None:
    """Large text, a caption, a question and a player leave little of a low screen."""
    lecture = window.feature(LectureMode)
    window.resize(1280, 720)
    lecture.open_builtin("batch-and-stochastic")
    lecture.show_.go(7)
    window.appearance.scale_text(1)
    window.appearance.set_theme("projector")
    qtbot.waitUntil(lambda: numbers(window).isVisible() and not window.clock.active)
    lecture.show_.scale_rate(0.5)
    qtbot.waitUntil(lambda: not window.clock.active)
    assert lecture.bar.question.isVisible()
    assert window.height() == 720
    strip = numbers(window).strip
    assert strip.plain().count("J = ") == 3
    assert strip.needed_height() <= strip.height()
