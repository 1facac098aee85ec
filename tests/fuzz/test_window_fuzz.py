"""Random clicks, drags, keys and edits into the real window (see monkey/).

Whatever a person does: no exception, no Qt warning, the runs shown are those of the scenario,
going back and forward shows the same numbers, what is saved is what is loaded, and undo leads
back to where it began.
"""

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from gdsim.engine import Stop
from gdsim.lectures import LECTURES
from gdsim.scenario.builtin import BUILTIN
from gdsim.ui import recovery
from gdsim.ui.clock import FRAME
from gdsim.ui.lecture.feature import LectureMode
from gdsim.ui.main_window import MainWindow
from tests.fuzz.monkey import AREAS, Monkey, by_name
from tests.fuzz.monkey.invariants import check, undo_and_redo
from tests.fuzz.monkey.person import person
from tests.fuzz.monkey.steady import LOOK, steady, tick
from tests.fuzz.monkey.watch import watching

#: Events of each part in `make test`, and between two rounds of the checks.
EVENTS, CHECK = 800, 100


@pytest.mark.parametrize("part", range(2))
def test_random_events(
    window: MainWindow, part: int, fuzz_scale: int, fuzz_seed: int, tmp_path: Path
) -> None:
    seed = 1000 * fuzz_seed + part
    with person(tmp_path) as chance, watching():
        monkey = Monkey(window, tmp_path, chance, seed)
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
            sys.stderr.write(f"{monkey.told()}\n")
            raise
        finally:
            window.appearance.set_theme("light")


def test_every_action_can_be_fired(window: MainWindow, tmp_path: Path) -> None:
    """Of those that `by_name.trigger` picks from; what is left out has its reason there."""
    with person(tmp_path) as chance, watching():
        monkey = Monkey(window, tmp_path, chance, 0)
        chance.seed(1)
        for prepare in PREPARED:
            monkey.log.append("prepare")
            monkey.do(lambda prepare=prepare: prepare(window))
            for name in window.actions_.by_id:
                if name not in by_name.LEFT_OUT and not monkey.fired[name]:
                    monkey.log.append("fire")
                    by_name.fire(monkey, name)
                    leave(monkey)
        assert window.actions_.by_id.keys() - monkey.fired.keys() == by_name.LEFT_OUT.keys()


def change(window: MainWindow) -> None:
    scenario = window.session.scenario
    start = tuple(number + 0.25 for number in scenario.start)
    window.edit(replace(scenario, start=start), "Move the start")
    window.player.go(3)


def begin_a_long_run(window: MainWindow) -> None:
    window.edit(replace(window.session.scenario, stop=Stop(100_000)), "Make it longer")
    window.refresh()
    window.session.hold(True)


def open_lecture(window: MainWindow) -> None:
    window.session.mark_saved()  # or somebody would have to be asked
    window.feature(LectureMode).open_builtin(LECTURES[0])


#: What makes possible the actions that are not so at first, one after the other.
PREPARED: tuple[Callable[[MainWindow], object], ...] = (
    lambda _: None,
    change,
    lambda window: window.parameters.lanes.list.setCurrentRow(1),
    lambda window: window.parameters.lanes.list.setCurrentRow(0),
    lambda window: (window.apply_preset("compare"), window.activateWindow()),
    lambda window: window.workspace.view("gap").setFocus(),
    lambda window: window.documents.open_builtin(BUILTIN[0]),
    change,
    lambda window: window.session.undo(),
    begin_a_long_run,
    open_lecture,
    lambda window: window.feature(LectureMode).start_presentation(),
    lambda window: (open_lecture(window), change(window)),
)


def leave(monkey: Monkey) -> None:
    """Close whatever an action has opened."""
    while (front := monkey.front()) is not monkey.window:
        monkey.do(front.close)


def test_no_act_is_listed_twice() -> None:
    acts = [act for area, _ in AREAS for act, _ in area]
    assert len(set(acts)) == len(acts)


def test_the_program_sees_a_time_that_goes_on_with_the_events() -> None:
    with steady():
        first = recovery.time.monotonic()
        assert recovery.time.monotonic() - first == pytest.approx(LOOK)
        tick()
        assert recovery.time.monotonic() - first == pytest.approx(2 * LOOK + FRAME / 1000)
        assert recovery.time.time() == pytest.approx(time.time(), abs=60)
    assert recovery.time is time
    with steady():
        assert recovery.time.monotonic() == first
