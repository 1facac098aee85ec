"""How quick the window is: frames of a drag, first paint, memory. Figures, no verdicts."""

from __future__ import annotations

import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF

    from gdsim.ui.main_window import MainWindow
    from gdsim.ui.plots.contour import ContourView
    from gdsim.ui.plots.data_fit import DataView

FRAME = 1000 / 60
#: Frames of a drag.
COUNT = 300

OURS = """
from gdsim.scenario import default_scenario
from gdsim.ui.app import make_application
app = make_application()
from gdsim.ui.main_window import MainWindow
window = MainWindow(default_scenario())
"""
#: In place of waiting for events: draw the first picture, and print the milliseconds since the
#: process began and its peak memory in MB.
FIRST_PAINT = """
def first_paint(*_):
    import os, time
    from PySide6.QtWidgets import QApplication
    QApplication.processEvents()
    clock = os.sysconf("SC_CLK_TCK")
    began = int(open("/proc/self/stat").read().rsplit(")", 1)[1].split()[19]) / clock
    print(1000 * (time.clock_gettime(time.CLOCK_BOOTTIME) - began))
    # Not ru_maxrss: a child begins with that of its parent.
    status = open("/proc/self/status").read()
    print(int(status.split("VmHWM:")[1].split()[0]) / 1024)
    return 0
"""
#: A window with a plot in it, the least that a pyqtgraph program can be.
EMPTY = """
import pyqtgraph as pg
app = pg.mkQApp()
window = pg.PlotWidget()
window.resize(1280, 720)
window.show()
first_paint()
"""
#: `gdsim` itself, as on its first start.
PROGRAM = """
import gc
gc.disable()  # as the program itself does before it imports any of this
from PySide6.QtWidgets import QApplication
QApplication.exec = first_paint
from gdsim.cli import main
main([])
"""


def first_paint(program: str) -> tuple[float, float]:
    """(ms to the first paint, peak MB) of a fresh process."""
    with tempfile.TemporaryDirectory() as home:
        places = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), home)
        environment = os.environ | places | {"QT_QPA_PLATFORM": "offscreen"}
        # An installed program has its modules compiled; the first run here compiles them.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        command = [sys.executable, "-c", FIRST_PAINT + program]
        done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    milliseconds, megabytes = map(float, done.stdout.split())
    return milliseconds, megabytes


def first_paints(count: int = 9) -> list[tuple[float, float]]:
    """Medians of `first_paint` of the program and of the empty window, taken in turn."""
    pairs = [(first_paint(PROGRAM), first_paint(EMPTY)) for _ in range(count + 1)][1:]
    return [
        (
            statistics.median(pair[which][0] for pair in pairs),
            statistics.median(pair[which][1] for pair in pairs),
        )
        for which in (0, 1)
    ]


#: The views that are open while something is dragged: as many as the aim says, and what a person
#: finds in the arrangements for comparing and for data: five, and four with a table.
FEW = {"rate": ("loss", "gap"), "start": ("loss", "gap"), "data": ("data", "loss")}
MANY = {"rate": "compare", "start": "compare", "data": "data"}


@contextmanager
def opened(views: tuple[str, ...] | str) -> Iterator[MainWindow]:
    """The window with two lanes of 1000 steps in the middle of their runs, 1400 × 900.

    ``views`` are those beside one contour of both lanes, or the id of a preset.
    """
    from PySide6.QtCore import QEvent

    from gdsim.scenario import default_scenario
    from gdsim.ui.app import make_application
    from gdsim.ui.main_window import MainWindow
    from gdsim.ui.views import Preset

    app = make_application()
    scenario = default_scenario()
    window = MainWindow(replace(scenario, stop=replace(scenario.stop, max_steps=1000)))
    if isinstance(views, str):
        window.apply_preset(views)
    else:
        window.set_mode("overlay")
        window.workspace.apply(Preset("few", "", "overlay", views))
    window.resize(1400, 900)
    window.show()
    window.session.set_cursor(500)
    for _ in range(10):
        app.processEvents()
        window.refresh()
    yield window
    window.session.mark_saved()
    window.close()
    # What is left of it would be a weight on the next one.
    window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


#: Milliseconds by the clock on the wall, and of the processor: what other programs leave alone.
Frames = list[tuple[float, float]]


def frames(window: MainWindow, edits: Iterable[Callable[[], object]]) -> Frames:
    """Each frame of a drag, from the edit to the painted window."""
    from PySide6.QtWidgets import QApplication

    took = []
    for edit in edits:
        wall, processor = time.perf_counter(), time.process_time()
        edit()
        window.refresh()
        QApplication.processEvents()
        wall, processor = time.perf_counter() - wall, time.process_time() - processor
        took.append((1000 * wall, 1000 * processor))
    return took


def rate_frames(views: tuple[str, ...] | str) -> Frames:
    """An α drag from a crawl to divergence."""
    import numpy as np

    with opened(views) as window:
        track = window.parameters.rate.control.track
        rates = np.geomspace(0.003, 0.3, COUNT).tolist()
        return frames(window, (partial(track.rate_dragged.emit, rate) for rate in rates))


def long_frames() -> Frames:
    """An α drag with a model that takes seconds for its 100 000 steps."""
    import numpy as np

    from gdsim.engine import Lane, Stop, make_optimizer
    from gdsim.scenario import ProblemSpec, Scenario
    from gdsim.scenario.data_spec import GeneratedData

    data = GeneratedData.of("pass-or-fail")
    problem = ProblemSpec("logistic-regression", loss="cross-entropy", data=data)
    adam = make_optimizer("adam")
    lanes = (Lane(optimizer=adam), Lane("sequential", (), adam))
    with opened("data") as window:
        scenario = Scenario(problem, (0.0, 0.0), lanes, stop=Stop(100_000))
        window.show_scenario(scenario, None)
        window.refresh()
        track = window.parameters.rate.control.track
        rates = np.geomspace(0.003, 0.3, COUNT // 3).tolist()
        return frames(window, (partial(track.rate_dragged.emit, rate) for rate in rates))


def start_frames(views: tuple[str, ...] | str) -> Frames:
    """The start dragged in circles on a contour."""
    from gdsim.ui.plots.contour import ContourView

    with opened(views) as window:
        contour = window.stage.views()[0]
        assert isinstance(contour, ContourView)
        return hand_frames(window, contour, contour.grip())


def data_frames(views: tuple[str, ...] | str) -> Frames:
    """A data point dragged in circles: a new problem, a new field in every frame."""
    from gdsim.ui.plots.data_fit import DataView

    with opened(views) as window:
        view = window.workspace.view("data")
        assert isinstance(view, DataView)
        return hand_frames(window, view, view.grip(2))


def hand_frames(window: MainWindow, view: ContourView | DataView, grip: QPointF) -> Frames:
    """What is at ``grip`` dragged in circles."""
    from PySide6.QtCore import QPointF

    def drag(i: int) -> None:
        turn = 0.06 * i
        at = grip + QPointF(60 * math.sin(turn), 40 * (1 - math.cos(turn)))
        view.drag(at, finished=i == COUNT - 1, snap=False)

    view.press(grip)
    return frames(window, (partial(drag, i) for i in range(COUNT)))


#: Turns the surface by the mouse and prints the median milliseconds of a frame.
TURNING = """
import statistics, time
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
{setup}
window.resize(1280, 720)
window.set_mode("surface")
window.show()
view = window.stage.surface
# OpenGL is found in some frames, and only then anything is drawn.
while view.picture.canvas is None:
    app.processEvents()
    time.sleep(0.005)
QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(600, 30))
took = []
for i in range(60):
    begin = time.perf_counter()
    QTest.mouseMove(view, QPoint(600 - 5 * i, 30))
    view.repaint()
    took.append(time.perf_counter() - begin)
QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 30))
print(1000 * statistics.median(took))
"""


def surface_frame() -> float | None:
    """Median milliseconds of a frame while the surface is turned; ``None`` without a screen."""
    command = [sys.executable, "-c", TURNING.format(setup=OURS)]
    environment = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"}
    if not environment.get("DISPLAY"):
        if shutil.which("xvfb-run") is None:
            return None
        command = ["xvfb-run", "-a", "-s", "-screen 0 1920x1080x24", *command]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return float(done.stdout)


def report(name: str, took: Frames) -> None:
    """Print how long the frames of a drag were."""
    for what, each in zip(("", " of the processor alone"), zip(*took, strict=True), strict=True):
        within = sum(t < FRAME for t in each) / len(each)
        print(f"  {name}{what}: median {statistics.median(each):.1f} ms, 95 % under "
              f"{sorted(each)[int(0.95 * len(each))]:.1f} ms; {within:.0%} of frames under "
              f"{FRAME:.1f} ms (aim 95 %)")  # fmt: skip


def main() -> None:
    """Print the figures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for views, count in ((FEW, "three views"), (MANY, "four views or five")):
        print(f"drags with 2 lanes × 1000 steps, 1400 × 900, {count}:")
        report("α", rate_frames(views["rate"]))
        report("start", start_frames(views["start"]))
        report("data point", data_frames(views["data"]))
    long = [wall for wall, _ in long_frames()]
    print(f"  α, 2 lanes × 100 000 steps of logistic regression: median "
          f"{statistics.median(long):.0f} ms, longest {max(long):.0f} ms (aim 200)")  # fmt: skip
    turning = surface_frame()
    if turning is not None:
        print(f"3D turned by the mouse: median {turning:.1f} ms a frame, "
              f"{1000 / turning:.0f} frames/s (aim 30)")  # fmt: skip
    (ours, our_memory), (empty, empty_memory) = first_paints()
    print(f"first paint: {ours:.0f} ms against {empty:.0f} ms of an empty pyqtgraph window: "
          f"{ours / empty:.2f}× (aim 1.5×)")  # fmt: skip
    print(f"peak memory: {our_memory:.0f} MB against {empty_memory:.0f} MB: "
          f"{our_memory / empty_memory:.2f}×")  # fmt: skip


if __name__ == "__main__":
    main()
