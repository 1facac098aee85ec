"""The optimizers, in the order in which they are offered. Adding one is one entry here."""

from __future__ import annotations

from collections.abc import Mapping

from gdsim.engine.errors import ScenarioError
from gdsim.engine.optimizers.adam import ADAM, ADAMW, AMSGRAD, NADAM, QHADAM
from gdsim.engine.optimizers.adaptive import ADADELTA, ADAGRAD, RMSPROP
from gdsim.engine.optimizers.base import Mixer, Optimizer, OptimizerKind
from gdsim.engine.optimizers.descent import GD, LION, MOMENTUM, NESTEROV, QHM
from gdsim.engine.optimizers.mixing import LINE_SEARCH, NEWTON
from gdsim.engine.params import check_values
from gdsim.engine.text import N_

OPTIMIZERS: tuple[OptimizerKind, ...] = (
    GD, MOMENTUM, NESTEROV, ADAGRAD, RMSPROP, ADADELTA, ADAM, ADAMW, AMSGRAD, NADAM, QHM, QHADAM,
    LION, NEWTON, LINE_SEARCH,
)  # fmt: skip

BY_ID = {kind.id: kind for kind in OPTIMIZERS}


def make_optimizer(
    id: str, values: Mapping[str, object] | None = None, field: str = "optimizer"
) -> Optimizer:
    """The optimizer ``id`` with the given hyper-parameters and defaults for the rest.

    Raises `ScenarioError` for an unknown id or name, or a value out of range.
    """
    if id not in BY_ID:
        raise ScenarioError(
            f"{field}.id", N_("must be one of: {allowed}"), allowed=", ".join(BY_ID)
        )
    kind = BY_ID[id]
    return Optimizer(kind, tuple(check_values(kind.params, values or {}, field).items()))


__all__ = ["BY_ID", "OPTIMIZERS", "Mixer", "Optimizer", "OptimizerKind", "make_optimizer"]
