"""Hyper-parameters that several optimizers share, with PyTorch's names and defaults."""

from __future__ import annotations

from gdsim.engine.params import ParamSpec
from gdsim.engine.text import N_


def momentum(default: float = 0.9) -> ParamSpec:
    """Share of the velocity that a step keeps; dimensionless."""
    return ParamSpec("momentum", N_("Momentum"), default, symbol="μ", low=0, high=1, open_high=True,
                     help=N_("Share of the last velocity that is kept."))  # fmt: skip


def beta1(default: float = 0.9) -> ParamSpec:
    """Decay of the mean of the gradients; dimensionless."""
    return ParamSpec("beta1", N_("Decay of the mean"), default, symbol="β₁", low=0, high=1,
                     open_high=True,
                     help=N_("How slowly the mean of the gradients forgets."))  # fmt: skip


def beta2(default: float = 0.999) -> ParamSpec:
    """Decay of the mean of the squared gradients; dimensionless."""
    return ParamSpec("beta2", N_("Decay of the squares"), default, symbol="β₂", low=0, high=1,
                     open_high=True,
                     help=N_("How slowly the mean of their squares forgets."))  # fmt: skip


def eps(default: float = 1e-8) -> ParamSpec:
    """What keeps a denominator away from 0; unit of the gradient (squared, for Adadelta)."""
    return ParamSpec("eps", N_("Epsilon"), default, symbol="ε", low=0, high=1, scale="log",
                     help=N_("Keeps the division finite."))  # fmt: skip


def weight_decay(default: float = 0.0) -> ParamSpec:
    """Strength λ of the pull towards 0; dimensionless."""
    return ParamSpec("weight_decay", N_("Weight decay"), default, symbol="λ", low=0, high=10,
                     help=N_("Pulls the parameters towards 0."))  # fmt: skip


BETA1, BETA2, EPS, WEIGHT_DECAY = beta1(), beta2(), eps(), weight_decay()

#: How the shared names are written on the screen.
SYMBOLS = (
    ("beta1", "β₁"), ("beta2", "β₂"), ("eps", "ε"), ("weight_decay", "λ"), ("momentum", "μ"),
    ("slope", "ĝ"), ("m_hat", "m̂"), ("v_hat", "v̂"), ("bias1", "c₁"), ("bias2", "c₂"),
)  # fmt: skip
