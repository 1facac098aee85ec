"""Maps of basins of attraction: where each start ends, synchronously and sequentially."""

from __future__ import annotations

import time

import numpy as np
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedLayout,
    QToolButton,
    QWidget,
)

from gdsim.engine.maps import NOWHERE, UNKNOWN, BasinMap, changed, counts
from gdsim.ui import theme as th
from gdsim.ui.i18n import tr
from gdsim.ui.numbers import number
from gdsim.ui.plots.map_basins import SIDE, BasinWork, can_map, task
from gdsim.ui.plots.map_panel import Cells, MapPanel
from gdsim.ui.plots.view import View
from gdsim.ui.scene import Scene
from gdsim.ui.widgets.progress import ProgressBar
from gdsim.ui.widgets.value_label import BETWEEN

#: Seconds between two pictures of what is known so far.
PICTURE = 0.15
#: Minima whose share is written out.
MOST_SHARES = 6


class MapsView(View):
    """Basins of the two orders and where they differ. Does its work when `work` is called."""

    def __init__(self) -> None:
        super().__init__()
        self._scene: Scene | None = None
        self._theme = th.LIGHT
        self.job: BasinWork | None = None
        self._drawn = 0.0
        self.bar, self.cancel_button = ProgressBar(), QToolButton()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 100)
        self.cancel_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.cancel_button.clicked.connect(self.cancel)
        self.header = (self.bar, self.cancel_button)
        self.panels = tuple(MapPanel() for _ in range(3))
        self.message = QLabel()
        self._lay_out()
        self._name()

    def _lay_out(self) -> None:
        self._stack = QStackedLayout(self)
        self._page = QWidget()
        # Else it might get smaller than its text.
        self.cancel_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._row = QHBoxLayout(self._page)
        self._row.setContentsMargins(0, 0, 0, 0)
        for panel in self.panels:
            self._row.addWidget(panel, 1)
            panel.clicked.connect(self._start_at)
        self.message.setWordWrap(True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setProperty("role", "muted")
        for page in (self._page, self.message):
            self._stack.addWidget(page)
        self._show_progress()

    # ---- view --------------------------------------------------------------------------------

    def set_scene(self, scene: Scene) -> None:
        old, self._scene = self._scene, scene
        if old is not None and scene.ghost and old.problem is scene.problem:
            # During a drag the old maps stay; the new ones would never get finished.
            if self.job is not None and old.start != scene.start:
                for panel in self.panels:
                    panel.set_points(self.job.targets, scene.start)
            return
        reason = self._refusal(scene)
        self.message.setText(reason)
        self._stack.setCurrentWidget(self.message if reason else self._page)
        if reason:
            self.job = None
        elif not scene.ghost:
            wanted = task(scene)
            if self.job is None or not wanted.same(self.job.task):
                self.job = BasinWork(wanted)
                if not self.job.targets:
                    self.message.setText(tr("No minimum is known in this range, so no basin."))
                    self._stack.setCurrentWidget(self.message)
        self._show()

    def _refusal(self, scene: Scene) -> str:
        if scene.problem.dimension != 2:
            return tr("Basins are drawn for two parameters; this problem has one.")
        if not can_map(scene.problem):
            return tr("Basins are drawn for formulas, landscapes and linear regression.")
        return ""

    def set_step(self, step: int) -> None:
        """A map does not change with the step."""

    def set_theme(self, theme: th.Theme) -> None:
        self._theme = theme
        self._row.setSpacing(theme.size(10))
        self.bar.setFixedSize(theme.size(90), theme.size(8))
        for panel in self.panels:
            panel.set_theme(theme)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            if self._scene is not None:
                self.set_scene(self._scene)

    def _name(self) -> None:
        self.cancel_button.setText(tr("Cancel"))
        self.cancel_button.setToolTip(tr("Stop drawing the maps"))
        self.bar.setAccessibleName(tr("Progress of the maps"))

    # ---- work --------------------------------------------------------------------------------

    @property
    def pending(self) -> bool:
        """Whether there is work left."""
        return self.job is not None and self.job.pending

    def work(self, seconds: float) -> None:
        """Go on with the maps for about so long, and show what is known."""
        if self.job is not None and self.job.pending:
            self.job.work(seconds)
            # A picture for each piece of work would take longer than the work.
            now = time.perf_counter()
            if now - self._drawn > PICTURE or not self.job.pending:
                self._drawn = now
                self._show()

    def cancel(self) -> None:
        """Leave the maps as they are."""
        if self.job is not None:
            self.job.cancel()
            self._show()

    # ---- picture -----------------------------------------------------------------------------

    def _show(self) -> None:
        self._show_progress()
        scene, job = self._scene, self.job
        if scene is None or job is None or not job.targets:
            return
        maps = list(job.maps)
        for panel, title, lane in zip(self.panels, self._titles(), (0, 1, None), strict=True):
            panel.setVisible(lane is None or lane < len(job.task.lanes))
            panel.set_labels(scene.problem.names)
            panel.set_points(job.targets, scene.start)
            if lane is None:
                both = maps if len(maps) == 2 else []
                panel.setVisible(len(job.task.lanes) == 2)
                panel.set_cells(self._difference(both), job.task.box)
                panel.say(title, self._difference_text(both))
            else:
                known = maps[lane] if lane < len(maps) else None
                panel.set_cells(self._cells(known), job.task.box)
                panel.say(title, self._shares(known))

    def _titles(self) -> tuple[str, ...]:
        assert self.job is not None
        rates = [number(lane.learning_rate.first, 4) for lane in self.job.task.lanes]
        names = [tr("Synchronous"), tr("Sequential")]
        titles = [f"{name}, α = {rate}" for name, rate in zip(names, rates, strict=False)]
        return (*titles, *[""] * (2 - len(titles)), tr("Where they differ"))

    def _show_progress(self) -> None:
        pending = self.pending
        self.bar.setValue(round(100 * self.job.progress) if self.job is not None else 0)
        self.bar.setVisible(pending)
        self.cancel_button.setVisible(pending)

    def _cells(self, known: BasinMap | None) -> Cells:
        """The colour of each start's end."""
        ends = known.end if known is not None else np.full(SIDE * SIDE, UNKNOWN)
        count = len(self.job.targets) if self.job is not None else 0
        table = [th.basin_colour(i) for i in range(count)]
        colours = _rgba([*table, self._theme.card, th.NOWHERE])
        index = np.where(ends >= 0, ends, count + (ends == NOWHERE))
        return colours[index].reshape(SIDE, SIDE, 4)

    def _difference(self, maps: list[BasinMap]) -> Cells:
        """Dark where the minima differ, grey where only one order reaches one."""
        theme = self._theme
        colours = _rgba([theme.card, th.BASINS[-1], th.NOWHERE, theme.gap])
        index = np.zeros(SIDE * SIDE, dtype=int)
        if maps:
            first, second = (known.end for known in maps)
            known = (first != UNKNOWN) & (second != UNKNOWN)
            index[known] = 1
            index[known & ((first == NOWHERE) != (second == NOWHERE))] = 2
            index[changed(*maps)] = 3
        return colours[index].reshape(SIDE, SIDE, 4)

    def _shares(self, known: BasinMap | None) -> str:
        if known is None or not len(known.starts):
            return ""
        found = counts(known)
        whole = max(1, int(found.sum()))
        *minima, nowhere = found.tolist()
        largest = sorted(range(len(minima)), key=lambda i: -minima[i])[:MOST_SHARES]
        shares = [
            f"{i + 1}:\N{NO-BREAK SPACE}{_percent(minima[i] / whole)}" for i in sorted(largest)
        ]
        if nowhere:
            shares.append(tr("none: {share}", share=_percent(nowhere / whole)))
        return BETWEEN.join(shares)

    def _difference_text(self, maps: list[BasinMap]) -> str:
        if not maps:
            return ""
        differ = int(changed(*maps).sum())
        whole = len(maps[0].starts)
        return tr(
            "{share} end in another minimum: {count} of {whole}",
            share=_percent(differ / whole), count=differ, whole=whole,
        )  # fmt: skip

    def _start_at(self, w: float, b: float) -> None:
        """The nearest start that was mapped becomes the start."""
        if self.job is not None:
            starts = self.job.starts
            spans = np.ptp(starts, axis=0)
            nearest = np.argmin((((starts - (w, b)) / spans) ** 2).sum(axis=1))
            self.start_dragged.emit(tuple(starts[nearest].tolist()), True)


def _percent(share: float) -> str:
    return f"{number(round(100 * share, 1))}\N{NO-BREAK SPACE}%"


def _rgba(colours: list[str]) -> Cells:
    values = [[int(colour[i : i + 2], 16) for i in (1, 3, 5)] + [255] for colour in colours]
    return np.array(values, dtype=np.uint8)
