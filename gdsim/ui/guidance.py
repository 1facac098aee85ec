"""What the learning rate does here: limits as marks on the control, a sentence for each lane."""

from __future__ import annotations

from dataclasses import dataclass

from gdsim.engine.diagnosis import predict
from gdsim.engine.run import Run
from gdsim.engine.stability import Stability, stability
from gdsim.engine.text import N_
from gdsim.ui.i18n import tr
from gdsim.ui.numbers import number
from gdsim.ui.scene import Scene
from gdsim.ui.widgets.rate_marks import Mark

#: Optimizers whose step is −α·g, possibly with momentum: for them the limits hold.
LIMITED = ("gd", "momentum")


SEQUENTIAL_HELP = N_(
    "Above it the spectral radius of the sequential iteration exceeds 1. "
    "2/max Hᵢᵢ = {diagonal} is always safe."
)


@dataclass(frozen=True)
class Guide:
    """Marks for the track and (lane style, sentence) pairs."""

    marks: tuple[Mark, ...]
    sentences: list[tuple[int, str]]


def guide(scene: Scene, step: int) -> Guide:
    """The guidance at cursor ``step``; on a loss that is not quadratic it is local."""
    marks: dict[str, Mark] = {}
    told = []
    for lane, run in enumerate(scene.runs):
        if run.lane.optimizer.id not in LIMITED:
            told.append((scene.styles[lane], _unlimited(run, scene.briefs[lane])))
            continue
        here = _stability(scene, lane, step)
        style = scene.styles[lane]
        for mark in _marks(run, here, style):
            marks.setdefault(mark.kind, mark)
        sentence = _sentence(scene, lane, step, here)
        if sentence:
            told.append((style, sentence))
    return Guide(tuple(marks.values()), told)


def _unlimited(run: Run, name: str) -> str:
    """What to say where no limit holds, so that no silence is taken for one."""
    title = tr(run.lane.optimizer.kind.title)
    return tr("{lane}: for {optimizer} no limit of α is known", lane=name, optimizer=title)


def _stability(scene: Scene, lane: int, step: int) -> Stability:
    run, problem = scene.runs[lane], scene.problem
    hessian = problem.hessian(scene.theta(lane, step))
    return stability(hessian, run.lane.visits(problem.dimension), not problem.quadratic)


def _marks(run: Run, here: Stability, style: int) -> list[Mark]:
    if run.lane.optimizer.id == "momentum":
        beta = float(run.lane.optimizer.hyper["momentum"])
        limit = here.momentum_limit(beta)
        if run.lane.order == "sequential" or limit is None:
            return []
        return [_mark("momentum", limit, style, N_("momentum limit {rate}"), here,
                      N_("(2 + 2β)/λmax: above it the heavy ball diverges."))]  # fmt: skip
    if run.lane.order == "sequential":
        if here.sequential is None:
            return []
        return [_mark("sequential", here.sequential, style, N_("sequential limit {rate}"), here,
                      SEQUENTIAL_HELP)]  # fmt: skip
    marks = []
    if here.synchronous is not None:
        label, about = N_("sync limit {rate}"), N_("2/λmax: above it synchronous descent diverges.")
        marks.append(_mark("synchronous", here.synchronous, style, label, here, about))
    if here.best is not None:
        label, about = N_("best {rate}"), N_("2/(λmin + λmax): the fastest fixed learning rate.")
        marks.append(_mark("best", here.best, style, label, here, about))
    return marks


def _mark(kind: str, rate: float, style: int, label: str, here: Stability, help: str) -> Mark:
    about = tr(help).format(diagonal=number(here.diagonal or 0.0, 4))
    values = ", ".join(number(value, 4) for value in here.eigenvalues)
    text = f"{about}\n" + tr("Eigenvalues λ of the Hessian: {values}.", values=values)
    if here.local:
        text += "\n" + tr("Local: the Hessian is the one at the current point.")
    name = tr(label, rate=number(rate, 4))
    return Mark(kind, rate, style, tr("local {name}", name=name) if here.local else name, text)


def _sentence(scene: Scene, lane: int, step: int, here: Stability) -> str:
    run, name = scene.runs[lane], scene.briefs[lane]
    if run.lane.optimizer.id != "gd":
        return ""
    if run.batch is not None:
        # The limits are those of the whole data; a batch of its own has others.
        return tr("{lane}: each batch has limits of its own", lane=name)
    rate = float(run.lane.learning_rate.first)
    if run.steps:
        rate = float(run.learning_rate[min(scene.at(lane, step), run.steps - 1)])
    visits = run.lane.visits(scene.problem.dimension)
    if here.eigenvalues and here.eigenvalues[0] < 0:
        return tr("{lane}: the surface curves downward here, so no limit holds", lane=name)
    expected = predict(here, rate, run.lane.order, visits)
    if expected is None:
        return ""
    said = tr("{lane}: {behaviour}", lane=name, behaviour=tr(expected.word))
    return tr("{said} (near this point)", said=said) if expected.local else said
