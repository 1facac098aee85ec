"""How quick the window is: frames of a drag, first paint, memory. Figures, no verdicts."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import replace

FRAME = 1000 / 60

#: A window with a plot in it, the least that a pyqtgraph program can be.
EMPTY = """
import pyqtgraph as pg
app = pg.mkQApp()
window = pg.PlotWidget()
window.resize(1280, 720)
"""
OURS = """
from gdsim.scenario import default_scenario
from gdsim.ui.app import make_application
app = make_application()
from gdsim.ui.main_window import MainWindow
window = MainWindow(default_scenario())
"""
#: Prints the milliseconds from the start of the process to the end of the first paint, and the
#: peak memory in MB.
FIRST_PAINT = """
import os, time
from PySide6.QtCore import QEvent
{setup}
window.show()
while not window.isVisible():
    app.processEvents()
app.processEvents()
clock = os.sysconf("SC_CLK_TCK")
began = int(open("/proc/self/stat").read().rsplit(")", 1)[1].split()[19]) / clock
print(1000 * (time.clock_gettime(time.CLOCK_BOOTTIME) - began))
# Not ru_maxrss: a child begins with that of its parent.
status = open("/proc/self/status").read()
print(int(status.split("VmHWM:")[1].split()[0]) / 1024)
"""


def first_paint(setup: str) -> tuple[float, float]:
    """(ms to the first paint, peak MB) of a fresh process."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    # An installed program has its modules compiled; the first run here compiles them.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", FIRST_PAINT.format(setup=setup)]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    milliseconds, megabytes = map(float, done.stdout.split())
    return milliseconds, megabytes


def first_paints(count: int = 9) -> list[tuple[float, float]]:
    """Medians of `first_paint` of our window and of the empty one, taken in turn."""
    pairs = [(first_paint(OURS), first_paint(EMPTY)) for _ in range(count + 1)][1:]
    return [
        (
            statistics.median(pair[which][0] for pair in pairs),
            statistics.median(pair[which][1] for pair in pairs),
        )
        for which in (0, 1)
    ]


def drag_frames(count: int = 300) -> list[float]:
    """Milliseconds of each frame of an α drag: two lanes of 1000 steps, 1400 × 900."""
    import numpy as np

    from gdsim.scenario import default_scenario
    from gdsim.ui.app import make_application
    from gdsim.ui.main_window import MainWindow

    app = make_application()
    scenario = default_scenario()
    window = MainWindow(replace(scenario, stop=replace(scenario.stop, max_steps=1000)))
    window.resize(1400, 900)
    window.show()
    window.session.set_cursor(500)
    for _ in range(10):
        app.processEvents()
        window.refresh()
    took = []
    for rate in np.geomspace(0.003, 0.3, count):
        begin = time.perf_counter()
        window.parameters.rate.control.track.rate_dragged.emit(float(rate))
        window.refresh()
        app.processEvents()
        took.append(1000 * (time.perf_counter() - begin))
    window.session.mark_saved(None)
    window.close()
    return took


#: Turns the surface by the mouse and prints the median milliseconds of a frame.
TURNING = """
import statistics, time
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
{setup}
window.resize(1280, 720)
window.set_mode("surface")
window.show()
for _ in range(10):
    app.processEvents()
    window.refresh()
view = window.stage.surface
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


def main() -> None:
    """Print the figures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    took = sorted(drag_frames())
    within = sum(t < FRAME for t in took) / len(took)
    print(f"α drag, 2 lanes × 1000 steps, 1400 × 900: median {statistics.median(took):.1f} ms, "
          f"95 % under {took[int(0.95 * len(took))]:.1f} ms; {within:.0%} of frames under "
          f"{FRAME:.1f} ms (aim 95 %)")  # fmt: skip
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
