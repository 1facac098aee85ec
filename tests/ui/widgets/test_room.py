"""Numbers and labels where there is little room: whole, and none on top of another."""

import math

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from pytestqt.qtbot import QtBot

from gdsim.ui import theme as th
from gdsim.ui.main_window import MainWindow
from gdsim.ui.plots.axes import Plot, TidyAxis
from gdsim.ui.widgets.value_label import ValueLabel


def test_a_number_is_written_smaller_before_it_is_cut_off(qtbot: QtBot) -> None:
    label = ValueLabel()
    qtbot.addWidget(label)
    label.setFont(th.font(th.LIGHT, 12))
    label.setText("1.0794×10⁶")
    needed = label.fontMetrics().horizontalAdvance(label.text())
    label.resize(round(0.85 * needed), 20)
    assert not label.elided
    assert label.fitting().pixelSize() < 12
    label.resize(round(0.5 * needed), 20)
    assert label.elided
    assert label.fitting().pixelSize() == 9, "no smaller than can be read"


def test_no_part_of_a_number_is_shown_as_a_number(qtbot: QtBot) -> None:
    label = ValueLabel()
    qtbot.addWidget(label)
    label.setFont(th.font(th.LIGHT, 12))
    label.setText("w 12.25   J −7.25")
    metrics = QFontMetrics(label.fitting())
    label.resize(metrics.horizontalAdvance("…   J −7.25"), 20)
    assert label._shown(QFontMetrics(label.fitting())) == "…   J −7.25"
    label.resize(metrics.horizontalAdvance("J −7."), 20)
    assert label._shown(QFontMetrics(label.fitting())) == "…"
    assert label.whole_text() == "w 12.25   J −7.25"


@pytest.mark.parametrize("side", ["bottom", "left"])
@pytest.mark.parametrize(("low", "high"), [(0, 1000), (-0.48, 4.48), (0, 99999), (-8, 8)])
def test_labels_of_an_axis_leave_room_for_each_other(
    qtbot: QtBot, side: str, low: float, high: float
) -> None:
    axis = TidyAxis(side)
    axis.setTickFont(th.font(th.PROJECTOR, 12))
    for size in (60, 110, 400):
        spacing = axis.tickSpacing(low, high, size)[0][0]
        first, last = math.ceil(low / spacing), math.floor(high / spacing)
        ticks = [i * spacing for i in range(first, last + 1)]
        metrics = QFontMetrics(axis.style["tickFont"])
        widths = [metrics.horizontalAdvance(t) for t in axis.tickStrings(ticks, 1.0, spacing)]
        along = metrics.height() if side == "left" else max(widths)
        assert spacing / (high - low) * size >= along


def test_a_click_on_the_scrubber_goes_there(qtbot: QtBot, window: MainWindow) -> None:
    slider = window.player_panel.slider
    place = QPoint(slider.width() * 3 // 4, slider.height() // 2)
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: not window.clock.active)
    assert abs(window.session.cursor - 45) <= 1


def test_a_thousand_is_written_as_the_other_decades(qtbot: QtBot) -> None:
    axis = TidyAxis("left")
    axis.setLogMode(y=True)
    written = axis.logTickStrings([-3.0, 0.0, math.log10(2), 3.0, 6.0], 1.0, 1.0)
    assert written == ["0.001", "1", "2", "1000", "10⁶"]


def test_numbers_of_an_axis_are_written_as_everywhere(qtbot: QtBot) -> None:
    axis = TidyAxis("left")
    assert axis.tickStrings([-0.5, 0.1 + 0.2 - 0.3, 0.5, 1.0], 1.0, 0.5) == [
        "−0.5",
        "0",
        "0.5",
        "1",
    ]
    assert axis.tickStrings([0.1 + 0.2], 1.0, 0.1) == ["0.3"]
    assert axis.tickStrings([0.0, 2e6], 1.0, 1e6) == ["0", "2×10⁶"]
    assert axis.tickStrings([1.0000001, 1.0000002], 1.0, 1e-7) == ["1.0000001", "1.0000002"]
    assert axis.tickStrings([2e-5], 1.0, 1e-5) == ["2×10⁻⁵"]


@pytest.mark.parametrize("size", [(320, 130), (320, 300)])
def test_the_name_of_an_axis_covers_neither_the_picture_nor_a_number(
    qtbot: QtBot, size: tuple[int, int]
) -> None:
    plot = Plot()
    qtbot.addWidget(plot)
    plot.set_theme(th.PROJECTOR)
    plot.set_labels("steps", "")
    plot.resize(*size)
    plot.setRange(xRange=(0.0, 60.0), yRange=(0.0, 1.0), padding=0.0)
    plot.show()
    plot.grab()
    axis = plot.getAxis("bottom")
    label = axis.label.mapRectToParent(axis.label.boundingRect())
    assert label.top() >= 0
    assert label.right() <= axis.size().width() + 0.5
    picture = QImage(plot.size(), QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    numbers = [rect for rect, _, _ in axis.generateDrawSpecs(painter)[2]]
    painter.end()
    assert numbers
    assert not any(rect.intersects(label.adjusted(4, 4, -4, -4)) for rect in numbers)


def test_the_highest_number_beside_a_low_curve_is_whole(qtbot: QtBot, window: MainWindow) -> None:
    window.appearance.set_theme("projector")
    window.apply_preset("compare")
    qtbot.waitUntil(lambda: not window.clock.active)
    loss = window.workspace.view("loss")
    loss.grab()
    axis = loss.plot.getAxis("left")
    picture = QImage(loss.plot.size(), QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    numbers = [rect for rect, _, _ in axis.generateDrawSpecs(painter)[2]]
    painter.end()
    assert min(axis.mapRectToScene(rect).top() for rect in numbers) >= 0
    window.appearance.set_theme("light")
