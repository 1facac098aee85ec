"""Gradient descent and its momentum variants."""

from gdsim.engine.optimizers.base import OptimizerKind
from gdsim.engine.params import ParamSpec
from gdsim.engine.text import N_

GD = OptimizerKind(
    "gd",
    N_("Gradient descent"),
    rules=("delta = -lr*g",),
    source="Cauchy, Comptes rendus 25 (1847) 536–538",
    help=N_("Moves against the gradient."),
)

MOMENTUM = OptimizerKind(
    "momentum",
    N_("Momentum"),
    params=(
        ParamSpec("momentum", N_("Momentum"), 0.9, symbol="μ", low=0, high=1, open_high=True,
                  help=N_("Share of the last velocity that is kept.")),
        ParamSpec("dampening", N_("Dampening"), 0.0, symbol="τ", low=0, high=1,
                  help=N_("Share of the new gradient that is left out, from the second step on.")),
    ),
    state=(("velocity", "0"),),
    # torch.optim.SGD takes the first gradient whole, whatever the dampening.
    rules=(
        "velocity = momentum*velocity + (1 - dampening*min(1, t - 1))*g",
        "delta = -lr*velocity",
    ),
    symbols=(("velocity", "v"), ("momentum", "μ"), ("dampening", "τ")),
    source="Polyak, USSR Comput. Math. Math. Phys. 4 (1964) 1–17; torch.optim.SGD",
    help=N_("A heavy ball: keeps part of its last velocity."),
)  # fmt: skip
