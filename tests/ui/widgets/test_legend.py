"""The legend names every lane, says where it is, and gives up numbers before names."""

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from gdsim.ui.main_window import MainWindow
from gdsim.ui.theme import LIGHT
from gdsim.ui.widgets.legend import Entry, Legend
from gdsim.ui.widgets.value_label import SMALLEST

ENTRIES = (Entry(0, "Synchronous", "w 3.5   b 1.2"), Entry(1, "Sequential", "w 3.5   b −0.55"))


def colours(legend: Legend) -> set[str]:
    image = legend.grab().toImage()
    spots = (QPoint(x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(spot).name().upper() for spot in spots}


def test_numbers_go_before_names(qtbot: QtBot) -> None:
    legend = Legend()
    qtbot.addWidget(legend)
    legend.set_entries(ENTRIES)
    legend.resize(700, 20)
    legend.show()
    assert legend.with_numbers
    assert {LIGHT.lanes[0].upper(), LIGHT.lanes[1].upper()} <= colours(legend)
    legend.resize(260, 20)
    assert not legend.with_numbers
    assert {LIGHT.lanes[0].upper(), LIGHT.lanes[1].upper()} <= colours(legend)
    assert legend.whole_text() == "Synchronous   w 3.5   b 1.2\nSequential   w 3.5   b −0.55"


def test_a_shorter_number_does_not_bring_the_others_back(qtbot: QtBot) -> None:
    legend = Legend()
    qtbot.addWidget(legend)
    legend.set_entries(ENTRIES)
    legend.show()
    legend.resize(1000, 20)
    while legend.with_numbers:
        legend.resize(legend.width() - 1, 20)
    legend.set_entries((Entry(0, "Synchronous", "w 3   b 0"), Entry(1, "Sequential", "w 3   b 0")))
    assert not legend.with_numbers


def test_what_was_there_before_does_not_matter(qtbot: QtBot) -> None:
    """Going back in a lecture looks exactly as it did."""
    legend = Legend()
    qtbot.addWidget(legend)
    legend.set_entries(ENTRIES)
    legend.show()
    legend.resize(1000, 20)
    while legend.with_numbers:
        legend.resize(legend.width() - 1, 20)
    legend.resize(legend.width() + 1, 20)
    legend.set_entries((Entry(0, "Synchronous", "w 3.51234   b 1.2"), ENTRIES[1]))
    legend.set_entries(ENTRIES)
    assert legend.with_numbers


def test_all_lanes_are_named_on_one_picture(qtbot: QtBot, window: MainWindow) -> None:
    window.set_mode("overlay")
    window.session.set_cursor(1)
    window.refresh()
    card = window.stage.overlay.parentWidget()
    legend = card.findChild(Legend)
    assert legend is not None
    # Article 0 after one step of α = 0.2: J from the four residuals by hand.
    assert legend.whole_text() == (
        "Synchronous   w 3.5   b 1.2   J 9.2075\nSequential · w first   w 3.5   b −0.55   J 3.82625"
    )
    assert card.accessibleName() == "Synchronous, Sequential · w first"


def test_names_that_were_smaller_for_a_moment_have_room_again(qtbot: QtBot) -> None:
    legend = Legend()
    qtbot.addWidget(legend)
    legend.set_entries(ENTRIES)
    whole = legend.sizeHint().height()
    legend.resize(120, 20)
    assert legend.sizeHint().height() == whole


def test_numbers_are_smaller_before_they_go(qtbot: QtBot) -> None:
    legend = Legend()
    qtbot.addWidget(legend)
    legend.set_entries(ENTRIES)
    legend.show()
    sizes = {}
    for width in range(1000, 200, -1):
        legend.resize(width, 20)
        sizes[width] = legend._numbers.pixelSize() if legend.with_numbers else 0
    usual, *others = dict.fromkeys(sizes.values())
    assert others == sorted(others, reverse=True)
    assert others[0] < usual
    assert others[-1] == 0
    assert others[-2] >= int(SMALLEST * usual)
    legend.set_entries(tuple(Entry(each.style, each.label, "") for each in ENTRIES))
    for width in range(1000, 100, -1):
        legend.resize(width, 20)
