"""The learning-rate track: dragged, clicked and stepped by real events."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gdsim.ui.theme import LIGHT, Theme, font
from gdsim.ui.widgets.rate_marks import Mark
from gdsim.ui.widgets.rate_track import RateTrack

SYNC, SEQUENTIAL = 0.23951221325730995, 0.31612276862116
MARKS = (
    Mark("synchronous", SYNC, 0, "sync limit 0.2395", "2/λmax"),
    Mark("sequential", SEQUENTIAL, 1, "sequential limit 0.3161"),
    Mark("best", 0.2352941176470588, 0, "best 0.2353"),
)
MIDDLE = 14


class Heard(list[tuple[float, bool]]):
    """What a track said: rates, and whether they were settled."""

    def listen(self, track: RateTrack) -> None:
        track.rate_dragged.connect(lambda rate: self.append((rate, False)))
        track.rate_chosen.connect(lambda rate: self.append((rate, True)))


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def track(qtbot: QtBot, heard: Heard) -> RateTrack:
    track = RateTrack()
    qtbot.addWidget(track)
    track.resize(240, 80)
    track.set_rate(0.2)
    track.set_limits(MARKS)
    with qtbot.waitActive(track):
        track.show()
        track.activateWindow()
    track.setFocus()
    heard.listen(track)
    return track


def handle(track: RateTrack) -> QPoint:
    return QPoint(round(track.axis.x(track.rate)), MIDDLE)


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: mark.kind)
def test_click_on_a_label_gives_every_bit(
    qtbot: QtBot, track: RateTrack, heard: Heard, mark: Mark
) -> None:
    placed = next(p for p in track.placed if p.mark is mark)
    qtbot.mouseClick(track, Qt.MouseButton.LeftButton, pos=placed.label.center())
    assert heard == [(mark.rate, True)]
    assert track.rate == mark.rate


def test_click_on_a_tick_gives_every_bit(qtbot: QtBot, track: RateTrack, heard: Heard) -> None:
    track.set_rate(0.001)
    x = round(track.axis.x(SEQUENTIAL))
    qtbot.mouseClick(track, Qt.MouseButton.LeftButton, pos=QPoint(x, MIDDLE))
    assert heard == [(SEQUENTIAL, True)]


def test_drag_is_live_and_settles_once(qtbot: QtBot, track: RateTrack, heard: Heard) -> None:
    start = handle(track)
    qtbot.mousePress(track, Qt.MouseButton.LeftButton, pos=start)
    assert heard == []
    for moved in range(1, 31):
        qtbot.mouseMove(track, start - QPoint(moved, 0))
    qtbot.mouseRelease(track, Qt.MouseButton.LeftButton, pos=start - QPoint(30, 0))
    rates = [rate for rate, _ in heard]
    assert [settled for _, settled in heard] == [False] * 30 + [True]
    assert rates[:-1] == sorted(rates[:-1], reverse=True)
    assert all(float(f"{rate:.3g}") == rate for rate in rates)
    assert rates[-1] == rates[-2] == track.rate


def test_a_press_on_the_handle_alone_changes_nothing(
    qtbot: QtBot, track: RateTrack, heard: Heard
) -> None:
    qtbot.mouseClick(track, Qt.MouseButton.LeftButton, pos=handle(track) + QPoint(3, 0))
    assert heard == []
    assert track.rate == 0.2


def test_click_on_the_groove_goes_there(qtbot: QtBot, track: RateTrack, heard: Heard) -> None:
    x = round(track.axis.x(0.01))
    qtbot.mouseClick(track, Qt.MouseButton.LeftButton, pos=QPoint(x, MIDDLE))
    assert heard == [(0.01, False), (0.01, True)]


def test_shift_drags_over_exact_pixels(qtbot: QtBot, track: RateTrack, heard: Heard) -> None:
    x = round(track.axis.x(0.01)) + 3
    qtbot.mouseClick(
        track, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, QPoint(x, MIDDLE)
    )
    assert heard[-1] == (track.axis.exact(x), True)


def test_escape_takes_a_drag_back(qtbot: QtBot, track: RateTrack, heard: Heard) -> None:
    start = handle(track)
    qtbot.mousePress(track, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(track, start - QPoint(40, 0))
    told = len(heard)
    with qtbot.waitSignal(track.drag_cancelled):
        qtbot.keyClick(track, Qt.Key.Key_Escape)
    assert track.rate == 0.2
    qtbot.mouseRelease(track, Qt.MouseButton.LeftButton, pos=start - QPoint(40, 0))
    assert len(heard) == told
    assert track.rate == 0.2


def test_a_button_let_go_elsewhere_gives_the_drag_up(qtbot: QtBot, track: RateTrack) -> None:
    start = handle(track)
    qtbot.mousePress(track, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(track, start - QPoint(40, 0))
    place = QPointF(start + QPoint(60, 0))
    move = QMouseEvent(
        QEvent.Type.MouseMove, place, place, Qt.MouseButton.NoButton, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    with qtbot.waitSignal(track.drag_cancelled):
        QApplication.sendEvent(track, move)
    assert track.rate == 0.2


def test_dragged_beyond_the_end_it_stays_at_the_end(qtbot: QtBot, track: RateTrack) -> None:
    start = handle(track)
    qtbot.mousePress(track, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(track, QPoint(5000, MIDDLE))
    assert track.rate == 10
    qtbot.mouseMove(track, QPoint(-5000, MIDDLE))
    assert track.rate == 1e-4
    qtbot.mouseRelease(track, Qt.MouseButton.LeftButton, pos=QPoint(-5000, MIDDLE))


NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.mark.parametrize(
    ("key", "modifier", "rate"),
    [
        (Qt.Key.Key_Right, NONE, 0.25),
        (Qt.Key.Key_Up, NONE, 0.25),
        (Qt.Key.Key_Left, NONE, 0.16),
        (Qt.Key.Key_Down, NONE, 0.16),
        (Qt.Key.Key_Right, SHIFT, 0.21),
        (Qt.Key.Key_Left, SHIFT, 0.19),
        (Qt.Key.Key_PageUp, NONE, 2.0),
        (Qt.Key.Key_PageDown, NONE, 0.02),
        (Qt.Key.Key_Home, NONE, 1e-4),
        (Qt.Key.Key_End, NONE, 10.0),
        (Qt.Key.Key_Right, CTRL, 0.2352941176470588),
    ],
)
def test_keys(
    qtbot: QtBot, track: RateTrack, heard: Heard, key: Qt.Key, modifier: Qt.KeyboardModifier,
    rate: float,
) -> None:  # fmt: skip
    qtbot.keyClick(track, key, modifier)
    assert heard == [(rate, True)]


def test_no_way_leads_beyond_the_highest_allowed_rate(
    qtbot: QtBot, track: RateTrack, heard: Heard
) -> None:
    # On a slope that is nearly flat the limit is out of reach.
    track.set_limits((Mark("limit", 161_290.3, 0, "α < 161 290"),))
    qtbot.mouseClick(track, Qt.MouseButton.LeftButton, pos=track.placed[0].label.center())
    qtbot.keyClick(track, Qt.Key.Key_Home)
    qtbot.keyClick(track, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(track, Qt.Key.Key_Home)
    qtbot.keyClick(track, Qt.Key.Key_End)
    qtbot.keyClick(track, Qt.Key.Key_Home)
    qtbot.mouseClick(track, Qt.MouseButton.LeftButton, pos=QPoint(track.width() - 2, 14))
    assert [rate for rate, settled in heard if settled and rate > 1] == [1000.0] * 4
    assert "1000" in track.explanation(track.placed[0])


def test_keys_end_at_the_highest_allowed_rate(qtbot: QtBot, track: RateTrack) -> None:
    for _ in range(10):
        qtbot.keyClick(track, Qt.Key.Key_PageUp)
    assert track.rate == 1000


@pytest.mark.parametrize(("key", "moves"), [(Qt.Key.Key_Left, True), (Qt.Key.Key_PageDown, False)])
def test_arrows_are_the_track_s_but_the_clicker_stays_the_lecturer_s(
    qtbot: QtBot, track: RateTrack, key: Qt.Key, moves: bool
) -> None:
    pressed: list[Qt.Key] = []
    shortcut = QShortcut(QKeySequence(key), track)
    shortcut.activated.connect(lambda: pressed.append(key))
    qtbot.keyClick(track, key)
    assert (track.rate != 0.2) == moves
    assert bool(pressed) != moves


def test_setting_tells_nobody(track: RateTrack, heard: Heard) -> None:
    track.set_rate(0.3)
    track.set_limits(MARKS[:1])
    assert heard == []


def test_the_state_is_said_as_text(track: RateTrack) -> None:
    assert track.accessibleName() == "Learning rate α"
    for part in ("α = 0.2", "sync limit 0.2395", "sequential limit 0.3161"):
        assert part in track.accessibleDescription()


def test_a_mark_explains_itself(track: RateTrack) -> None:
    placed = next(p for p in track.placed if p.mark.kind == "synchronous")
    assert track.explanation(placed).split("\n") == [
        "sync limit 0.2395",
        "2/λmax",
        "Click to set α = 0.23951221325730995",
    ]


LABELS = {
    "English": ("sync limit {}", "sequential limit {}", "best {}"),
    "Chinese": ("同步更新上限 {}", "顺序更新上限 {}", "最佳 {}"),
    "local": ("local sync limit {}", "local sequential limit {}", "local best {}"),
}

RATES = ((0.2395, 0.3161, 0.2353), (1e-5, 2e-5, 1.5e-5), (900.0, 1e5, 1e300), (1e-4, 10.0, 0.03))


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0, 2.5])
@pytest.mark.parametrize("language", LABELS)
def test_labels_never_meet_or_leave(track: RateTrack, scale: float, language: str) -> None:
    theme = replace(LIGHT, text_scale=scale)
    track.set_theme(theme)
    track.setFixedWidth(theme.size(240))
    for rates in RATES:
        check_labels(track, theme, language, rates)


def check_labels(track: RateTrack, theme: Theme, language: str, rates: tuple[float, ...]) -> None:
    texts = [text.format(f"{r:.4g}") for text, r in zip(LABELS[language], rates, strict=True)]
    track.set_limits(
        tuple(replace(m, rate=r, label=t) for m, r, t in zip(MARKS, rates, texts, strict=True))
    )
    metrics = QFontMetrics(font(theme, 12))
    for i, placed in enumerate(track.placed):
        assert track.rect().contains(placed.label)
        assert placed.text == placed.mark.label
        assert placed.label.width() >= metrics.horizontalAdvance(placed.text) + theme.size(12)
        assert placed.label.height() >= metrics.height()
        assert not any(placed.label.intersects(p.label) for p in track.placed[:i])


def test_a_label_wider_than_the_track_is_elided(track: RateTrack) -> None:
    track.setFixedWidth(130)
    placed = next(p for p in track.placed if p.mark.kind == "sequential")
    assert placed.text.endswith("…")
    assert track.rect().contains(placed.label)


def test_marks_differ_in_more_than_colour(track: RateTrack) -> None:
    """Seen without colour, the ticks' and labels' pictures of two lanes are not the same."""
    grey = track.grab().toImage().convertToFormat(track.grab().toImage().Format.Format_Grayscale8)
    signs = []
    for kind in ("synchronous", "sequential", "best"):
        place = next(p.label for p in track.placed if p.mark.kind == kind)
        dark = grey.copy(place.left(), place.top() + 5, 10, 10)
        signs.append([
            [dark.pixelColor(x, y).value() < 200 for x in range(10)] for y in range(10)
        ])  # fmt: skip
    assert signs[0] != signs[1]
    assert signs[0] != signs[2]
