"""Optimizers that scale each coordinate's step by the gradients it has seen."""

from gdsim.engine.optimizers.base import OptimizerKind
from gdsim.engine.params import ParamSpec
from gdsim.engine.text import N_

ADAM = OptimizerKind(
    "adam",
    N_("Adam"),
    params=(
        ParamSpec("beta1", N_("Decay of the mean"), 0.9, symbol="β₁", low=0, high=1,
                  open_high=True, help=N_("How slowly the mean of the gradients forgets.")),
        ParamSpec("beta2", N_("Decay of the squares"), 0.999, symbol="β₂", low=0, high=1,
                  open_high=True, help=N_("How slowly the mean of their squares forgets.")),
        ParamSpec("eps", N_("Epsilon"), 1e-8, symbol="ε", low=0, high=1, scale="log",
                  help=N_("Keeps the division finite.")),
    ),
    state=(("m", "0"), ("v", "0")),
    rules=(
        "m = beta1*m + (1 - beta1)*g",
        "v = beta2*v + (1 - beta2)*g^2",
        "m_hat = m/(1 - beta1^t)",
        "v_hat = v/(1 - beta2^t)",
        "delta = -lr*m_hat/(sqrt(v_hat) + eps)",
    ),
    symbols=(("beta1", "β₁"), ("beta2", "β₂"), ("eps", "ε"), ("m_hat", "m̂"), ("v_hat", "v̂")),
    source="Kingma & Ba, arXiv:1412.6980; torch.optim.Adam",
    help=N_("Momentum with a step size of its own for every coordinate."),
)  # fmt: skip
