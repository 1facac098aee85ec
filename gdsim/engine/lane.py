"""A lane: one descent among those compared."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from gdsim.engine.optimizers import Optimizer, make_optimizer
from gdsim.engine.schedules import Constant, Schedule
from gdsim.engine.variants import Variant

Order = Literal["synchronous", "sequential"]


@dataclass(frozen=True, slots=True)
class Lane:
    """Update order, optimizer and learning rate of one descent.

    ``coordinates`` is the order in which a sequential step visits the parameters; empty means
    0, 1, … . ``variant`` overrides the scenario's; ``name`` is what a person called the lane.
    """

    order: Order = "synchronous"
    coordinates: tuple[int, ...] = ()
    optimizer: Optimizer = field(default_factory=lambda: make_optimizer("gd"))
    learning_rate: Schedule = Constant(0.01)
    variant: Variant | None = None
    name: str = ""

    def visits(self, dimension: int) -> tuple[int, ...]:
        """The coordinates in the order in which a step updates them."""
        return self.coordinates or tuple(range(dimension))
