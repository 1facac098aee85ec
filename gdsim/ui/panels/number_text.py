"""What a beat says about a step in numbers, as HTML for the last row."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from html import escape

from gdsim.engine.arithmetic import Substep, step_arithmetic
from gdsim.lectures.vocabulary import Phase
from gdsim.ui import sentences
from gdsim.ui import theme as th
from gdsim.ui.arithmetic_text import Place, Row, differing, rows
from gdsim.ui.i18n import tr
from gdsim.ui.numbers import bracketed, number
from gdsim.ui.numbers import point as written
from gdsim.ui.scene import Scene


@dataclass(frozen=True)
class BeatText:
    """Of step ``index`` (from 0) what ``phase`` is about; ``step`` is the cursor.

    The formula stands above the numbers, or ``inline`` before them, or (no ``symbols``) not at all.
    Text has the classes ``line``, ``above`` and ``small``.
    """

    scene: Scene
    step: int
    index: int
    phase: Phase
    theme: th.Theme
    symbols: bool = True
    inline: bool = False
    #: Of the whole step only where it leads.
    brief: bool = False

    def columns(self) -> list[str]:
        """One for each lane."""
        return [self._column(lane) for lane in range(len(self.scene.runs))]

    def _column(self, lane: int) -> str:
        run = self.scene.runs[lane]
        if self.index < 0 or self.phase in ("here", "ask"):
            return self._here(lane)
        if self.brief:
            return self._result(lane)
        if self.index >= run.steps:
            return f'<div class="line">{escape(sentences.ended(run))}</div>'
        substeps = step_arithmetic(run, self.index)
        plain = run.lane.optimizer.kind.id == "gd"
        if self.phase == "gradient" or (self.phase == "scaled" and plain):
            return "".join(self._slope(lane, substep) for substep in substeps)

        def mark(place: Place, name: str, text: str) -> str:
            return self._tinted(lane, place, name, text)

        return "".join(self._row(row) for row in rows(run, substeps, rich=True, mark=mark))

    def _here(self, lane: int) -> str:
        """Where the lane is, and the loss there."""
        run, k = self.scene.runs[lane], self.scene.at(lane, self.step)
        parts = [
            f'<span style="color:{self.theme.coordinate_colour(i)}">{name}&nbsp;=&nbsp;'
            f"<b>{number(float(run.theta[k, i]))}</b></span>"
            for i, name in enumerate(self.scene.problem.names)
        ]
        parts.append(f"J&nbsp;=&nbsp;<b>{number(float(run.loss[k]))}</b>")
        return f'<div class="line">{" &nbsp; ".join(parts)}</div>'

    def _result(self, lane: int) -> str:
        """Where the step leads, a line for each parameter, and the loss there."""
        run, k = self.scene.runs[lane], self.scene.at(lane, self.index + 1)
        lines = [
            self._line(f"{name} = <b>{number(float(run.theta[k, i]))}</b>", i)
            for i, name in enumerate(self.scene.problem.names)
        ]
        return "".join([*lines, f'<div class="line">J = <b>{number(float(run.loss[k]))}</b></div>'])

    def _slope(self, lane: int, substep: Substep) -> str:
        """A partial derivative, or α times it."""
        run, place = self.scene.runs[lane], (substep.coordinate, 1)
        partial = f"∂J/∂{self.scene.problem.names[substep.coordinate]}"
        if self.phase == "gradient":
            at = tr("at {point}", point=written(list(substep.point)))
            slope = self._tinted(lane, place, "g", number(substep.partial))
            said = f'{partial} = <b>{slope}</b> <span class="small">{at}</span>'
        else:
            slope = self._tinted(lane, place, "g", bracketed(substep.partial))
            rate = number(float(run.learning_rate[self.index]))
            product = number(-float(run.delta[self.index, substep.coordinate]))
            said = f"α·{partial} = {rate} × {slope}&nbsp;=&nbsp;<b>{product}</b>"
        return self._line(said, substep.coordinate)

    def _row(self, row: Row) -> str:
        if not row.numbers:
            return self._line(f"{row.symbols} = <b>{row.result}</b>", row.coordinate)
        # A line that has to be broken is broken before an operator.
        numbers = f"{row.numbers} =&nbsp;<b>{row.result}</b>".replace(" × ", " ×&nbsp;")
        if not self.symbols:
            name, arrow, _ = row.symbols.partition("←")
            return self._line(f"{name}{arrow} {numbers}", row.coordinate)
        if self.inline:
            return self._line(f"{row.symbols} = {numbers}", row.coordinate)
        at = f' <span style="color:{self.theme.muted}">{row.at}</span>' if row.at else ""
        above = self._line(f"{row.symbols}{at}", row.coordinate, "above")
        return above + self._line(numbers, row.coordinate)

    def _line(self, text: str, coordinate: int, kind: str = "line") -> str:
        colour = self.theme.coordinate_colour(coordinate)
        return f'<div class="{kind}" style="color:{colour}">{text}</div>'

    def _tinted(self, lane: int, place: Place, name: str, text: str) -> str:
        """The first numbers in which the sequential lane differs have a tinted ground."""
        pair = self.scene.pair
        if pair is None or lane != pair[1] or (place, name) not in self._differing:
            return text
        return f'<span style="background-color:{self.theme.mark_ground}">{text}</span>'

    @cached_property
    def _differing(self) -> set[tuple[Place, str]]:
        pair = self.scene.pair
        if pair is None or any(self.index >= self.scene.runs[lane].steps for lane in pair):
            return set()
        first, second = (step_arithmetic(self.scene.runs[lane], self.index) for lane in pair)
        return differing(first, second)
