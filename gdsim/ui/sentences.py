"""What the window says in words. Every figure in a sentence comes from the engine."""

from __future__ import annotations

import numpy as np

from gdsim.engine.comparison import StepGap, step_gap
from gdsim.engine.diagnosis import diagnose, ending
from gdsim.engine.formula import to_rich
from gdsim.engine.problems import ExpressionProblem, LinearRegression, Problem
from gdsim.engine.run import Outcome, Run
from gdsim.ui.i18n import list_text, sentences_text, tr
from gdsim.ui.numbers import bracketed, number, point
from gdsim.ui.scene import Scene

#: Stands between the parts of the status line.
BETWEEN = "   ·   "


def ended(run: Run) -> str:
    """How and why a run ended, as one sentence."""
    if run.unfinished:
        return tr("the next steps are still to be computed")
    return _filled(*ending(run))


def _filled(template: str, values: dict[str, float]) -> str:
    """A translated sentence of the engine with its numbers as the screen writes them."""
    return tr(template, **{name: number(value, 4) for name, value in values.items()})


def formula_html(problem: Problem) -> str:
    """The loss as a formula, rich text; empty for a problem that has none to show."""
    arguments = ", ".join(problem.names)
    if isinstance(problem, LinearRegression):
        half = "½ · " if problem.loss == "half-mse" else ""
        return f"J({arguments}) = {half}{tr('mean')} (w·x + b − y)²"
    if isinstance(problem, ExpressionProblem):
        return f"J({arguments}) = {to_rich(problem.tree)}"
    return ""


def step_gap_text(scene: Scene, index: int, *, rich: bool) -> tuple[str, str]:
    """(formula line, sentence) about the gap that step ``index`` (0-based) makes.

    The gap is measured from the sequential lane's own point: its step minus the synchronous step
    from there. Both are empty where there is no sequential lane, or its run has ended.
    """
    lane = next((i for i, run in enumerate(scene.runs) if run.lane.order == "sequential"), None)
    if lane is None or index >= scene.runs[lane].steps:
        return "", ""
    run = scene.runs[lane]
    if run.problem.dimension == 1:
        return "", tr(
            "There is only one parameter, so nothing moves in between: both orders are the same."
        )
    gap = step_gap(run, index)
    visits = run.lane.visits(run.problem.dimension)
    first, later = visits[0], visits[-1]
    if run.problem.dimension > 2:
        later = max(visits, key=lambda i: abs(float(gap.measured[i])))
    return (
        _formula(run, index, gap, first, later, rich),
        _meaning(scene, run, index, gap, first, later),
    )


def _formula(run: Run, index: int, gap: StepGap, first: int, later: int, rich: bool) -> str:
    names = run.problem.names
    measured = float(gap.measured[later])
    said = tr("gap in {name} {value}", name=names[later], value=number(measured))
    if gap.predicted is None or run.problem.dimension != 2:
        return said
    predicted = float(gap.predicted[later])
    rate, curvature = float(run.learning_rate[index]), float(gap.hessian[later, first])
    subscript = (lambda text: f"<sub>{text}</sub>") if rich else (lambda text: f"_{text}")
    pair = "".join(names)
    symbols = f"α²·H{subscript(pair)}·g{subscript(names[first])}"
    factors = (number(rate * rate), bracketed(curvature), bracketed(float(run.used[index, first])))
    product = " × ".join(factors)
    if number(measured) == number(predicted):
        return f"{said} = {symbols} = {product}"
    return f"{said} ≈ {symbols} = {product} = {number(predicted)}"


def _meaning(scene: Scene, run: Run, index: int, gap: StepGap, first: int, later: int) -> str:
    names = run.problem.names
    if number(float(gap.measured[later])) == "0":
        if float(gap.hessian[later, first]) == 0:
            return tr(
                "No gap here: ∂J/∂{later} does not depend on {first}, "
                "so it is the same before and after {first} moves.",
                later=names[later], first=names[first],
            )  # fmt: skip
        if float(run.delta[index, first]) == 0:
            return tr("No gap in this step: {first} did not move.", first=names[first])
        return tr("No gap in this step.")
    sentence = tr(
        "∂J/∂{later} was taken after {first} had moved to {value}, not at {point}. "
        "That is a different algorithm, not gradient descent.",
        later=names[later],
        first=names[first],
        value=number(float(run.theta[index + 1, first])),
        point=point(run.theta[index].tolist()),
    )
    return sentences_text(sentence, _apart(scene, index + 1))


def _apart(scene: Scene, step: int) -> str:
    """How far the two lanes are from each other, after the first step."""
    if scene.pair is None or step < 2:
        return ""
    return tr("The lanes are now {distance} apart.", distance=number(gap_length(scene, step)))


def gap_length(scene: Scene, step: int) -> float:
    """‖θ_seq − θ_sync‖ at the cursor; 0 without a lane of each order."""
    if scene.pair is None:
        return 0.0
    first, second = (scene.theta(lane, step) for lane in scene.pair)
    with np.errstate(all="ignore"):
        return float(np.linalg.norm(second - first))


def unfinished(shown: int, made: int, most: int, computing: bool) -> str:
    """What is shown of runs that are not finished, and how far they are."""
    first = tr("draft: the first {shown} steps of at most {most}", shown=shown, most=most)
    share = f"{100 * made // most}\N{NO-BREAK SPACE}%"
    if computing:
        return tr("{draft}, computing {share}", draft=first, share=share)
    return tr("{draft}, stopped at {share}", draft=first, share=share)


def status(scene: Scene, step: int) -> str:
    """The state of the descent in one line: step, each lane's point and state, the gap."""
    parts = [tr("step {step}", step=step)]
    for lane, run in enumerate(scene.runs):
        parts.append(tr("{lane}: {state}", lane=scene.labels[lane], state=lane_state(run, step)))
    if scene.pair is not None:
        parts.append(tr("gap {distance}", distance=number(gap_length(scene, step))))
    return BETWEEN.join(parts)


def state(scene: Scene, step: int) -> str:
    """The state of the descent for those who do not see it: `status` with the lanes' numbers."""
    parts = [tr("step {step}", step=step)]
    for lane, run in enumerate(scene.runs):
        point, loss = scene.theta(lane, step), float(run.loss[scene.at(lane, step)])
        values = zip((*scene.problem.names, "J"), (*point.tolist(), loss), strict=True)
        told = [f"{name} {number(value)}" for name, value in values]
        parts.append(f"{scene.labels[lane]}: {list_text([*told, lane_state(run, step)])}")
    if scene.pair is not None:
        parts.append(tr("gap {distance}", distance=number(gap_length(scene, step))))
    return "; ".join(parts)


def lane_state(run: Run, step: int) -> str:
    """What a lane is doing at cursor ``step``; how it ended once the cursor is past its end."""
    if step >= run.steps and run.ending.outcome is not Outcome.STEP_LIMIT:
        return ended(run)
    return tr(diagnose(run, min(step, run.steps)).word)
