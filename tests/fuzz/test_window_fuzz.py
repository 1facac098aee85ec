"""Random clicks, drags, keys and edits into the real window (see monkey/).

Whatever a person does: no exception, no Qt warning, the runs shown are those of the scenario,
going back and forward shows the same numbers, what is saved is what is loaded, and undo leads
back to where it began.
"""

import sys
from pathlib import Path

import pytest

from gdsim.ui.main_window import MainWindow
from tests.fuzz.monkey import AREAS, Monkey, by_name
from tests.fuzz.monkey.invariants import check, undo_and_redo
from tests.fuzz.monkey.person import person
from tests.fuzz.monkey.watch import watching

#: Events of each part in `make test`, and between two rounds of the checks.
EVENTS, CHECK = 800, 100


@pytest.mark.parametrize("part", range(2))
def test_random_events(
    window: MainWindow, part: int, fuzz_scale: int, fuzz_seed: int, tmp_path: Path
) -> None:
    seed = 1000 * fuzz_seed + part
    with person(seed, tmp_path), watching():
        monkey = Monkey(window, seed, tmp_path)
        checked = 0
        try:
            while len(monkey.took) < EVENTS * fuzz_scale:
                monkey.act()
                if len(monkey.took) - checked >= CHECK:
                    monkey.log.append("check")
                    (undo_and_redo if monkey.chance(0.3) else check)(monkey)
                    checked = len(monkey.took)
            undo_and_redo(monkey)
        except BaseException:
            sys.stderr.write("\n".join(monkey.log[-60:]) + "\n")
            raise
        finally:
            window.appearance.set_theme("light")


def test_nearly_every_action_is_tried(window: MainWindow) -> None:
    assert set(by_name.LEFT_OUT) == {"quit"}
    assert window.actions_.by_id.keys() >= by_name.LEFT_OUT.keys()


def test_no_act_is_listed_twice() -> None:
    acts = [act for area, _ in AREAS for act, _ in area]
    assert len(set(acts)) == len(acts)
