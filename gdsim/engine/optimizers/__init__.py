"""The optimizers, in the order in which they are offered. Adding one is one entry here."""

from __future__ import annotations

from collections.abc import Mapping

from gdsim.engine.errors import ScenarioError
from gdsim.engine.optimizers.base import Optimizer, OptimizerKind
from gdsim.engine.optimizers.descent import GD, MOMENTUM
from gdsim.engine.optimizers.adaptive import ADAM
from gdsim.engine.params import check_values
from gdsim.engine.text import N_

OPTIMIZERS: tuple[OptimizerKind, ...] = (GD, MOMENTUM, ADAM)

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


__all__ = ["BY_ID", "OPTIMIZERS", "Optimizer", "OptimizerKind", "make_optimizer"]
