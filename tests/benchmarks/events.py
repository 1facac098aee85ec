"""How long an event lasts and what stays behind: random events into the real window.

`python -m tests.benchmarks.events [EVENTS] [SEED] [FIRST]` does it once, on a screen of its own;
with FIRST on a new window from that act of the seed on, to find out what made it fail.

Three clocks tell slow code from a busy machine. The one on the wall is what a person waits for. The
time of the window's own thread is what the program itself worked; where the wall says much more,
something else had the processor, or OpenGL was drawn by other threads, which the time of the whole
process shows. A fixed piece of work, of the kind that the slowest events do, says after each of
them how fast the machine was just then: on a shared one it may be half as fast for minutes, also by
the time of the thread.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.memory import growth, live, resident

if TYPE_CHECKING:
    from tests.fuzz.monkey import Monkey
    from tests.fuzz.monkey.hands import Took

#: The aim for the time of an event is said of 20 000, that for the memory of 50 000 after which
#: nothing is new: in fewer, fonts that Qt opens and forgets would say more than what stays.
EVENTS = 52_000
#: Events until everything has been opened once in every size, theme and language: until then each
#: view, dialog, module and font that is made for the first time, and stays, would count as growth.
WARM_UP = 20_000
#: Events between two looks at the memory, and two rounds of the checks.
LOOK, CHECK = 1000, 400
#: Slowest kinds of event that are named, and the milliseconds that count as slow.
NAMED, SLOW = 16, 200
#: Where a program keeps what it remembers; none of it must be a person's.
HOMES = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")


def fire(events: int, seed: int, first: int = 0) -> None:
    """Fire ``events`` random events, check what has to hold, print the figures.

    ``first`` acts of those that a seed stands for are left out.
    """
    from gdsim.scenario import default_scenario
    from gdsim.ui.app import collect_garbage, make_application

    app = make_application()

    from gdsim.ui.main_window import MainWindow
    from tests.fuzz.monkey import Monkey
    from tests.fuzz.monkey.invariants import check, undo_and_redo
    from tests.fuzz.monkey.person import person
    from tests.fuzz.monkey.rest import rest
    from tests.fuzz.monkey.watch import watching

    warnings.simplefilter("error")
    window = MainWindow(default_scenario())
    window.appearance.set_language("en")
    window.resize(1280, 720)
    window.show()
    app.processEvents()
    collect_garbage()
    looks: list[tuple[int, float, float]] = []
    paces = [work() for _ in range(5)]
    slow: list[tuple[Took, float]] = []
    with tempfile.TemporaryDirectory() as folder, person(Path(folder)) as chance, watching():
        monkey = Monkey(window, Path(folder), chance, seed, first)
        checked = looked = 0
        try:
            while len(monkey.took) < events:
                before = len(monkey.took)
                monkey.act()
                late = [took for took in monkey.took[before:] if 1000 * took.wall > SLOW]
                if late:
                    paces.append(work())
                    slow += [(took, paces[-1]) for took in late if took.what != "check"]
                if len(monkey.took) - checked >= CHECK:
                    checked = len(monkey.took)
                    monkey.log.append("check")
                    (undo_and_redo if monkey.chance(0.3) else check)(monkey)
                if len(monkey.took) - looked >= LOOK:
                    looked = len(monkey.took)
                    paces.append(work())
                    rest(monkey)
                    looks.append((looked, live() - _kept(monkey), resident()))
                    _say(f"  {looked} events: {looks[-1][1]:.1f} MB in use, {looks[-1][2]:.1f} MB "
                         f"of the machine's, {len(app.allWidgets())} widgets")  # fmt: skip
        except BaseException:
            _say(monkey.told())
            raise
        finally:
            _report([took for took in monkey.took if took.what != "check"], looks)
            _report_pace(slow, paces)
        window.session.mark_saved()
        window.close()


def _kept(monkey: Monkey) -> float:
    """Megabytes in which the monkey keeps what it has done: none of it is the program's."""
    texts = {id(text): text for text in (*monkey.log, *(took.what for took in monkey.took))}
    numbers = sum(_room(took) + 3 * _room(took.wall) for took in monkey.took)
    lists = sys.getsizeof(monkey.took) + sys.getsizeof(monkey.log)
    return (numbers + lists + sum(map(_room, texts.values()))) / 1e6


def _room(thing: object) -> int:
    """Bytes of a small object: Python gives them sixteen at a time."""
    return -(-sys.getsizeof(thing) // 16) * 16


def work() -> float:
    """Seconds of the thread for what is always the same: some labels are made and dressed twice."""
    from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
    from shiboken6 import delete

    begin = time.thread_time()
    holder = QWidget()
    column = QVBoxLayout(holder)
    for number in range(60):
        column.addWidget(QLabel(f"label {number}"))
    for size in (13, 14):
        holder.setStyleSheet(f"QLabel {{ font-size: {size}px }}")
        holder.ensurePolished()
        column.activate()
    delete(holder)  # or each change of the looks of all that is would dress it, too
    return time.thread_time() - begin


def _report(all_took: list[Took], looks: list[tuple[int, float, float]]) -> None:
    for name, clock in (("on the wall", "wall"), ("of the whole process", "process"),
                        ("of the window's own thread", "own")):  # fmt: skip
        times = sorted(1000 * getattr(took, clock) for took in all_took)
        _say(f"{len(times)} random events, ms {name}: median {statistics.median(times):.1f}, "
             f"99.9 % under {times[int(0.999 * len(times))]:.0f}, longest {times[-1]:.0f}; "
             f"{sum(t > SLOW for t in times)} over {SLOW} (aim 0)")  # fmt: skip
    use, machine = (growth([(look[0], look[which]) for look in looks], WARM_UP) for which in (1, 2))
    _say(f"memory per 10 000 events, after the first {WARM_UP}: {use:+.2f} MB in use (aim under "
         f"1), {machine:+.2f} MB of the machine's")  # fmt: skip
    _report_kinds(all_took)


def _report_pace(slow: list[tuple[Took, float]], paces: list[float]) -> None:
    """How fast the machine was, and what of the slow events was its slowness."""
    best = min(paces)
    _say(f"machine: {statistics.median(paces) / best:.1f} times slower than at its best in the "
         f"median, at most {max(paces) / best:.1f} times")  # fmt: skip
    as_best = sorted((1000 * took.own * best / pace, took.what) for took, pace in slow)[::-1]
    _say(f"slow events as at the machine's best: {sum(ms > SLOW for ms, _ in as_best)} over {SLOW} "
         f"ms of the window's own thread; longest:")  # fmt: skip
    for ms, what in as_best[:5]:
        _say(f"     {ms:8.0f}  {what[:80]}")


def _report_kinds(all_took: list[Took]) -> None:
    """The kinds of event whose worst is longest in the program's own work."""
    kinds = defaultdict(list)
    for took in all_took:
        kinds[took.what.split()[0]].append(took)
    _say(f"worst: own ms  wall ms  own > {SLOW}  wall > {SLOW}  of   event")
    worst = {kind: max(those, key=lambda took: took.own) for kind, those in kinds.items()}
    for kind in sorted(worst, key=lambda kind: -worst[kind].own)[:NAMED]:
        own, wall = (sum(1000 * getattr(took, clock) > SLOW for took in kinds[kind])
                     for clock in ("own", "wall"))  # fmt: skip
        longest = max(took.wall for took in kinds[kind])
        _say(f"     {1000 * worst[kind].own:8.0f} {1000 * longest:8.0f} {own:10} {wall:11} "
             f"{len(kinds[kind]):6}  {worst[kind].what[:80]}")  # fmt: skip


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main(events: int = EVENTS, seed: int = 0, first: int = 0) -> None:
    """Print the figures of a process of its own, on a screen and in a home of its own."""
    if shutil.which("xvfb-run") is None:
        _say("random events: no xvfb-run, and nobody should lose the mouse to them")
        return
    with tempfile.TemporaryDirectory() as home:
        environment = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"}
        environment |= dict.fromkeys(HOMES, home) | {"LIBGL_ALWAYS_SOFTWARE": "1"}
        command = ["xvfb-run", "-a", "-s", "-screen 0 1920x1080x24", sys.executable]
        command += ["-X", "faulthandler", "-m", "tests.benchmarks.events", "--here"]
        subprocess.run([*command, *map(str, (events, seed, first))], env=environment, check=True)


if __name__ == "__main__":
    arguments = [text for text in sys.argv[1:] if text != "--here"]
    (fire if "--here" in sys.argv else main)(*map(int, arguments))
