"""Which range of the parameters a picture shows at first, and how long it keeps that."""

from __future__ import annotations

import numpy as np

from gdsim.engine.problems.base import Box, Problem
from gdsim.engine.run import Run
from gdsim.session import Session
from gdsim.ui.scene import Scene

#: Room around what is shown, as a part of the range.
_MARGIN = 0.12
#: Steps of the runs that the range takes in.
_STEPS = 100


class Range:
    """The range that the pictures of a window share."""

    def __init__(self) -> None:
        #: Whether it is the one of all steps that can change it.
        self._settled = False

    def choose(self, session: Session, runs: tuple[Run, ...], old: Scene | None) -> Box:
        """The range for ``runs``, which are those of ``session`` that are shown, after ``old``."""
        if old is not None and self._stays(session, runs, old):
            return old.box
        self._settled = settled(runs)
        return view_box(session.problem, runs)

    def _stays(self, session: Session, runs: tuple[Run, ...], old: Scene) -> bool:
        # While the first steps are being made it would be another one each time.
        fits = self._settled or (not settled(runs) and holds(old.box, session.problem, runs))
        return (
            (old.problem is session.problem and fits)
            # A drag that changes the problem itself must not move the ground under the hand.
            or bool(session.before)
            or bool(old.ghost and holds(old.box, session.problem, session.runs))
        )


def view_box(problem: Problem, runs: tuple[Run, ...]) -> Box:
    """A range that holds the problem's own box or, on data, start, minimum and the first steps.

    Steps far outside are left out, so that a diverging run does not make the picture useless.
    """
    start = runs[0].theta[0]
    if problem.rows == 0:
        low, high = np.array(problem.box).T
        inside = ((start >= low) & (start <= high)).all()
        return problem.box if inside else _around(np.vstack([low, high, start]))
    points = [start]
    if problem.minima:
        minimum = np.array(problem.minima[0][0])
        # The mirror image of the start: where an oscillating run goes.
        points += [minimum, 2 * minimum - start]
    else:
        points += list(np.array(problem.box).T)
    basic = np.array(points)
    centre, reach = basic.mean(axis=0), np.ptp(basic, axis=0).max() + 1e-9
    for run in runs:
        early = run.theta[:_STEPS]
        near = np.abs(early - centre).max(axis=1) < reach
        points += list(early[near])
    return _around(np.array(points))


def settled(runs: tuple[Run, ...]) -> bool:
    """Whether more steps of ``runs`` would change no range."""
    return all(run.steps >= _STEPS or not run.unfinished for run in runs)


def holds(box: Box, problem: Problem, runs: tuple[Run, ...]) -> bool:
    """Whether the start and a known minimum lie in ``box``."""
    points = [runs[0].theta[0].tolist(), *(place for place, _ in problem.minima[:1])]
    return len(box) == problem.dimension and all(
        low <= value <= high
        for point in points
        for value, (low, high) in zip(point, box, strict=True)
    )


def _around(points: np.ndarray) -> Box:
    low, high = points.min(axis=0), points.max(axis=0)
    span = high - low
    # No side less than a third of the longest: a valley seen edge on teaches nothing.
    least = max(float(span.max()) / 3, 1e-6)
    grow = np.maximum(least - span, 0) / 2 + _MARGIN * np.maximum(span, least)
    return tuple(zip((low - grow).tolist(), (high + grow).tolist(), strict=True))
