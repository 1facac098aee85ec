"""Gradient descent, with momentum in its several forms, and by sign only."""

from gdsim.engine.optimizers.base import OptimizerKind
from gdsim.engine.optimizers.hyper import SYMBOLS, WEIGHT_DECAY, beta1, beta2, momentum
from gdsim.engine.params import ParamSpec
from gdsim.engine.text import N_

GD = OptimizerKind(
    "gd",
    N_("Gradient descent"),
    source="Cauchy, Comptes rendus 25 (1847) 536–538; torch.optim.SGD",
    rules=("delta = -lr*g",),
    formula="Δθ = −α·g",
    help=N_("Moves against the gradient."),
)

MOMENTUM = OptimizerKind(
    "momentum",
    N_("Momentum"),
    source="Polyak, USSR Comput. Math. Math. Phys. 4 (1964) 1–17; torch.optim.SGD",
    params=(
        momentum(),
        ParamSpec("dampening", N_("Dampening"), 0.0, symbol="τ", low=0, high=1,
                  help=N_("Share of the new gradient that is left out, from the second step on.")),
        WEIGHT_DECAY,
    ),
    state=(("velocity", "0"),),
    # torch.optim.SGD takes the first gradient whole, whatever the dampening.
    rules=(
        "slope = g + weight_decay*theta",
        "velocity = momentum*velocity + (1 - dampening*min(1, t - 1))*slope",
        "delta = -lr*velocity",
    ),
    formula="v ← μ·v + g, Δθ = −α·v",
    symbols=(("velocity", "v"), ("dampening", "τ"), *SYMBOLS),
    help=N_("A heavy ball: keeps part of its last velocity."),
)  # fmt: skip

NESTEROV = OptimizerKind(
    "nesterov",
    N_("Nesterov momentum"),
    source=(
        "Nesterov, Soviet Math. Dokl. 27 (1983) 372–376; Sutskever et al., ICML 2013; "
        "torch.optim.SGD(nesterov=True)"
    ),
    params=(momentum(), WEIGHT_DECAY),
    state=(("velocity", "0"),),
    # As in PyTorch, θ is the look-ahead point itself: the ball is at θ + lr·momentum·velocity.
    rules=(
        "slope = g + weight_decay*theta",
        "velocity = momentum*velocity + slope",
        "delta = -lr*(slope + momentum*velocity)",
    ),
    formula="v ← μ·v + g, Δθ = −α·(g + μ·v)",
    symbols=(("velocity", "v"), *SYMBOLS),
    help=N_("Momentum that looks ahead before it takes the gradient."),
)

QHM = OptimizerKind(
    "qhm",
    N_("Quasi-hyperbolic momentum"),
    source="Ma & Yarats, arXiv:1810.06801, equations (3) and (4)",
    params=(
        momentum(0.999),
        ParamSpec("nu", N_("Weight of the momentum"), 0.7, symbol="ν", low=0, high=1,
                  help=N_("1 is momentum alone, 0 the gradient alone.")),
        WEIGHT_DECAY,
    ),
    state=(("velocity", "0"),),
    rules=(
        "slope = g + weight_decay*theta",
        "velocity = momentum*velocity + (1 - momentum)*slope",
        "delta = -lr*((1 - nu)*slope + nu*velocity)",
    ),
    formula="v ← μ·v + (1 − μ)·g, Δθ = −α·((1 − ν)·g + ν·v)",
    symbols=(("velocity", "v"), ("nu", "ν"), *SYMBOLS),
    help=N_("A mean of the gradient and of its momentum."),
)  # fmt: skip

LION = OptimizerKind(
    "lion",
    N_("Lion"),
    source="Chen et al., arXiv:2302.06675, algorithm 2",
    params=(beta1(), beta2(0.99), WEIGHT_DECAY),
    state=(("m", "0"),),
    # The step looks at the momentum before this gradient has entered it.
    rules=(
        "look = beta1*m + (1 - beta1)*g",
        "m = beta2*m + (1 - beta2)*g",
        "delta = -lr*(sign(look) + weight_decay*theta)",
    ),
    formula="Δθ = −α·sign(β₁·m + (1 − β₁)·g), m ← β₂·m + (1 − β₂)·g",
    symbols=(("look", "c"), *SYMBOLS),
    help=N_("Takes only the sign of the momentum: every step is equally long."),
)
