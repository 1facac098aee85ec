"""What the last row sees: pictures with half the height, large numbers, nothing cut off."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gdsim.lectures import LECTURES
from gdsim.ui.lecture.bar import LectureBar
from gdsim.ui.lecture.feature import LectureMode
from gdsim.ui.lecture.marks import _within, beside
from gdsim.ui.main_window import MainWindow
from tests.ui.lecture.test_walk import settle
from tests.ui.legible import label_cut_off

#: 24 points of a slide, 540 points high.
LARGE = 24 / 540

SCREENS = [(1280, 720), (1920, 1080)]


def present(
    name: str, language: str, size: tuple[int, int], qtbot: QtBot, window: MainWindow,
    lectures: LectureMode,
) -> None:  # fmt: skip
    window.appearance.set_language(language)
    lectures.open_builtin(name)
    lectures.start_presentation(full_screen=False)
    window.resize(*size)
    settle(qtbot, window)


def go(index: int, qtbot: QtBot, window: MainWindow, lectures: LectureMode) -> None:
    lectures.show_.go(index)
    settle(qtbot, window)
    QApplication.processEvents()


def narrow(bar: LectureBar) -> list[str]:
    """What has less room than it needs."""
    found = [line for label in bar.findChildren(QLabel) for line in label_cut_off(label)]
    buttons = (b for b in bar.findChildren(QPushButton) if b.isVisible())
    found += [button.text() for button in buttons if button.width() < button.sizeHint().width()]
    return found


@pytest.mark.parametrize("size", SCREENS)
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_beat_for_the_last_row(
    language: str,
    size: tuple[int, int],
    qtbot: QtBot,
    window: MainWindow,
    lectures: LectureMode,
) -> None:
    present("update-orders", language, size, qtbot, window, lectures)
    runner, bar = lectures.show_.runner, lectures.bar
    assert runner is not None
    least = int(LARGE * size[1])
    for moment in runner:
        go(moment.index, qtbot, window, lectures)
        place = f"beat {moment.index + 1}"
        assert (window.width(), window.height()) == size, place
        assert window.workspace.height() >= size[1] / 2, place
        assert bar.caption.heightForWidth(bar.caption.width()) <= bar.caption.height(), place
        assert bar.caption.font().pixelSize() >= least, place
        assert all(button.font().pixelSize() >= least for button in bar.question.buttons), place
        for strip in (bar.strip, lectures.arranging.numbers.strip):
            if strip.isVisible() and strip.height() > 1 and strip.plain():
                assert strip.text_size() >= least, (place, strip.plain())
        assert narrow(bar) == [], place
    theme = window.appearance.theme
    assert theme.thin >= 3 * size[1] / 720
    assert theme.size(theme.ticks) >= least


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("name", LECTURES)
def test_every_lecture_fits(
    name: str, language: str, qtbot: QtBot, window: MainWindow, lectures: LectureMode
) -> None:
    """The first and the last beat of each scene, and its questions."""
    present(name, language, (1280, 720), qtbot, window, lectures)
    runner, bar = lectures.show_.runner, lectures.bar
    assert runner is not None
    firsts = {runner.first_of(i) for i in range(len(runner.lecture.scenes))}
    beats = {m.index for m in runner if m.question} | firsts | {i - 1 for i in firsts if i}
    for index in sorted(beats):
        go(index, qtbot, window, lectures)
        assert (window.width(), window.height()) == (1280, 720)
        assert window.workspace.height() >= 360
        assert bar.caption.font().pixelSize() >= 28, runner[index].caption.in_(language)
        for dock in window.workspace.docks.values():
            assert not dock.isVisible() or dock.value.font().pixelSize() == 32
        small = [b.text() for b in bar.question.buttons if b.font().pixelSize() < 28]
        assert small == [], f"beat {index + 1}"
        assert narrow(bar) == [], f"beat {index + 1}"


def test_each_beat_has_its_own_numbers(
    qtbot: QtBot, window: MainWindow, lectures: LectureMode
) -> None:
    """Article 0 at α = 0.2: −17.5 and −6, against 2.75 once w has moved."""
    present("update-orders", "en", (1280, 720), qtbot, window, lectures)
    shown = {}
    for index in range(3, 7):
        go(index, qtbot, window, lectures)
        shown[lectures.show_.moment.phase] = lectures.bar.strip.plain().replace("\u00a0", " ")
    assert shown["here"].split("\n\n") == ["w = 0   b = 0   J = 20.5"] * 2
    assert shown["gradient"].split("\n\n") == [
        "∂J/∂w = −17.5 at (0, 0)\n∂J/∂b = −6 at (0, 0)",
        "∂J/∂w = −17.5 at (0, 0)\n∂J/∂b = 2.75 at (3.5, 0)",
    ]
    assert shown["scaled"].split("\n\n") == [
        "α·∂J/∂w = 0.2 × (−17.5) = −3.5\nα·∂J/∂b = 0.2 × (−6) = −1.2",
        "α·∂J/∂w = 0.2 × (−17.5) = −3.5\nα·∂J/∂b = 0.2 × 2.75 = 0.55",
    ]
    assert shown["move"].split("\n\n")[1] == (
        "w ← w − α·∂J/∂w at (0, 0)\n0 − 0.2 × (−17.5) = 3.5\n"
        "b ← b − α·∂J/∂b at (3.5, 0)\n0 − 0.2 × 2.75 = −0.55"
    )
    # A question gives nothing away, and a what-if has its own numbers.
    go(1, qtbot, window, lectures)
    assert lectures.bar.strip.height() == 0
    go(6, qtbot, window, lectures)
    lectures.bar.double.click()
    settle(qtbot, window)
    assert "0 − 0.4 × (−17.5) = 7" in lectures.bar.strip.plain().replace("\u00a0", " ")


def test_the_numbers_stand_beside_a_single_picture(
    qtbot: QtBot, window: MainWindow, lectures: LectureMode
) -> None:
    present("one-step", "en", (1280, 720), qtbot, window, lectures)
    dock, stage = lectures.arranging.numbers, window.stage
    go(6, qtbot, window, lectures)
    assert dock.isVisible()
    assert "0 − 0.1 × 3 = −0.3" in dock.strip.plain().replace("\u00a0", " ")
    # A round bowl is to be seen as one.
    assert 0.7 < stage.width() / stage.height() < 1.6
    lectures.end_presentation()
    settle(qtbot, window)
    assert not dock.isVisible()
    assert window.workspace.docks["arithmetic"].isVisible()


def test_a_gap_that_leaves_the_picture_is_written_where_it_is_seen() -> None:
    picture = QRectF(0, 0, 400, 300)
    ends = _within(np.array([(100.0, 200.0), (100.0 + 3e5, 200.0 - 1e5)]), picture)
    assert ends.tolist() == [[100, 200], pytest.approx([400, 100])]


def test_the_gap_is_written_beside_the_points() -> None:
    picture, size = QRectF(0, 0, 500, 300), QSizeF(90, 40)
    for ends in ([[480, 60], [480, 260]], [[20, 60], [20, 260]], [[250, 20], [250, 90]],
                 [[100, 150], [160, 150]], [[250, 150], [255, 155]]):  # fmt: skip
        box = beside(np.array(ends, dtype=float), size, picture, 25)
        assert picture.contains(box)
        for x, y in ends:
            assert not box.contains(x, y)
            assert not box.intersects(QRectF(x - 25, y - 25, 50, 50))


def test_on_the_projector_a_presentation_is_bare_and_gives_all_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    """The appearance lent to it was taken for the end of the projector, with settings and views."""
    mode = window.feature(LectureMode)
    before = {name for name, dock in window.workspace.docks.items() if not dock.isHidden()}
    window.appearance.set_theme("projector")
    mode.start_presentation(full_screen=False)
    settle(qtbot, window)
    assert not window.parameters.isVisible()
    mode.close()
    window.appearance.set_theme("light")
    settle(qtbot, window)
    assert window.parameters.isVisible()
    assert {n for n, dock in window.workspace.docks.items() if not dock.isHidden()} == before
