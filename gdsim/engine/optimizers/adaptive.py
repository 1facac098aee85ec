"""Optimizers that divide each coordinate's step by the size of the gradients it has seen."""

from gdsim.engine.optimizers.base import OptimizerKind
from gdsim.engine.optimizers.hyper import SYMBOLS, WEIGHT_DECAY, eps
from gdsim.engine.params import ParamSpec
from gdsim.engine.text import N_

ADAGRAD = OptimizerKind(
    "adagrad",
    N_("AdaGrad"),
    source="Duchi, Hazan & Singer, JMLR 12 (2011) 2121–2159; torch.optim.Adagrad",
    params=(
        ParamSpec("lr_decay", N_("Learning-rate decay"), 0.0, symbol="η", low=0, high=10,
                  help=N_("How fast the learning rate shrinks with the number of steps.")),
        WEIGHT_DECAY,
        ParamSpec("initial_accumulator_value", N_("First sum of squares"), 0.0, symbol="s₀", low=0,
                  high=1e6, help=N_("Where the sum of squared gradients begins.")),
        eps(1e-10),
    ),
    state=(("square_sum", "initial_accumulator_value"),),
    rules=(
        "rate = lr/(1 + (t - 1)*lr_decay)",
        "slope = g + weight_decay*theta",
        "square_sum = square_sum + slope^2",
        "delta = -rate*slope/(sqrt(square_sum) + eps)",
    ),
    formula="s ← s + g², Δθ = −α·g/(√s + ε)",
    symbols=(("square_sum", "s"), ("initial_accumulator_value", "s₀"), ("lr_decay", "η"),
             ("rate", "αₜ"), *SYMBOLS),
    default_learning_rate=0.5,
    help=N_("Steps shrink where the slope has been large."),
)  # fmt: skip

RMSPROP = OptimizerKind(
    "rmsprop",
    N_("RMSProp"),
    source="Tieleman & Hinton, Coursera lecture 6.5 (2012); torch.optim.RMSprop",
    params=(
        ParamSpec("alpha", N_("Decay of the squares"), 0.99, symbol="ρ", low=0, high=1,
                  open_high=True, help=N_("How slowly the mean of their squares forgets.")),
        eps(),
        WEIGHT_DECAY,
        ParamSpec("momentum", N_("Momentum"), 0.0, symbol="μ", low=0, high=1, open_high=True,
                  help=N_("Share of the last velocity that is kept.")),
        ParamSpec("centered", N_("Centred"), False, scale="bool",
                  help=N_("Divides by the spread of the gradients in place of their size.")),
    ),
    state=(("v", "0"), ("mean", "0"), ("velocity", "0")),
    rules=(
        "slope = g + weight_decay*theta",
        "v = alpha*v + (1 - alpha)*slope^2",
        "mean = centered*(alpha*mean + (1 - alpha)*slope)",
        "velocity = momentum*velocity + slope/(sqrt(v - mean^2) + eps)",
        "delta = -lr*velocity",
    ),
    formula="v ← ρ·v + (1 − ρ)·g², Δθ = −α·g/(√v + ε)",
    symbols=(("velocity", "u"), ("mean", "ḡ"), ("alpha", "ρ"), *SYMBOLS),
    default_learning_rate=0.05,
    help=N_("Divides the slope by its recent size."),
)  # fmt: skip

ADADELTA = OptimizerKind(
    "adadelta",
    N_("Adadelta"),
    source="Zeiler, arXiv:1212.5701; torch.optim.Adadelta",
    params=(
        ParamSpec("rho", N_("Decay of the squares"), 0.9, symbol="ρ", low=0, high=1,
                  open_high=True, help=N_("How slowly the mean of their squares forgets.")),
        eps(1e-6),
        WEIGHT_DECAY,
    ),
    state=(("v", "0"), ("u", "0")),
    rules=(
        "slope = g + weight_decay*theta",
        "v = rho*v + (1 - rho)*slope^2",
        "move = sqrt(u + eps)/sqrt(v + eps)*slope",
        "u = rho*u + (1 - rho)*move^2",
        "delta = -lr*move",
    ),
    formula="v ← ρ·v + (1 − ρ)·g², d = g·√(u + ε)/√(v + ε), u ← ρ·u + (1 − ρ)·d², Δθ = −α·d",
    symbols=(("rho", "ρ"), ("move", "d"), *SYMBOLS),
    default_learning_rate=1.0,
    help=N_("Finds its own step size from the sizes of slopes and steps."),
)  # fmt: skip
