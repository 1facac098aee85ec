"""Adam and its relatives: a mean of the gradients, divided by the root of a mean of squares."""

from gdsim.engine.optimizers.base import OptimizerKind
from gdsim.engine.optimizers.hyper import BETA1, BETA2, EPS, SYMBOLS, WEIGHT_DECAY, weight_decay
from gdsim.engine.optimizers.hyper import beta1 as _beta1
from gdsim.engine.params import ParamSpec
from gdsim.engine.text import N_

_STATE = (("m", "0"), ("v", "0"))
_BIAS = ("bias1 = 1 - beta1^t", "bias2 = 1 - beta2^t")
_DECAYED = "slope = g + weight_decay*theta"
_MEAN = "m = beta1*m + (1 - beta1)*{0}"
_SQUARES = "v = beta2*v + (1 - beta2)*{0}^2"
_HATS = ("m_hat = m/bias1", "v_hat = v/bias2")
_MOMENTS = (_MEAN.format("slope"), _SQUARES.format("slope"))
_FORMULA = "Δθ = −α·m̂/(√v̂ + ε)"

ADAM = OptimizerKind(
    "adam",
    N_("Adam"),
    source="Kingma & Ba, arXiv:1412.6980; torch.optim.Adam",
    params=(BETA1, BETA2, EPS, WEIGHT_DECAY),
    state=_STATE,
    rules=(*_BIAS, _DECAYED, *_MOMENTS, *_HATS, "delta = -lr*m_hat/(sqrt(v_hat) + eps)"),
    formula=_FORMULA,
    symbols=SYMBOLS,
    default_learning_rate=0.05,
    help=N_("Momentum with a step size of its own for every coordinate."),
)

ADAMW = OptimizerKind(
    "adamw",
    N_("AdamW"),
    source="Loshchilov & Hutter, arXiv:1711.05101; torch.optim.AdamW",
    params=(BETA1, BETA2, EPS, weight_decay(0.01)),
    state=_STATE,
    rules=(
        *_BIAS,
        _MEAN.format("g"),
        _SQUARES.format("g"),
        *_HATS,
        "delta = -lr*weight_decay*theta - lr*m_hat/(sqrt(v_hat) + eps)",
    ),
    formula="Δθ = −α·λ·θ − α·m̂/(√v̂ + ε)",
    symbols=SYMBOLS,
    default_learning_rate=0.05,
    help=N_("Adam whose weight decay does not pass through the division."),
)

AMSGRAD = OptimizerKind(
    "amsgrad",
    N_("AMSGrad"),
    source="Reddi, Kale & Kumar, arXiv:1904.09237; torch.optim.Adam(amsgrad=True)",
    params=(BETA1, BETA2, EPS, WEIGHT_DECAY),
    state=(*_STATE, ("v_max", "0")),
    rules=(
        *_BIAS,
        _DECAYED,
        *_MOMENTS,
        "v_max = max(v_max, v)",
        "m_hat = m/bias1",
        "v_hat = v_max/bias2",
        "delta = -lr*m_hat/(sqrt(v_hat) + eps)",
    ),
    formula="s ← max(s, v), Δθ = −α·m̂/(√ŝ + ε)",
    symbols=(("v_max", "s"), *SYMBOLS),
    default_learning_rate=0.05,
    help=N_("Adam whose divisor never shrinks."),
)

NADAM = OptimizerKind(
    "nadam",
    N_("NAdam"),
    source="Dozat, ICLR 2016 workshop; torch.optim.NAdam",
    params=(
        BETA1, BETA2, EPS, WEIGHT_DECAY,
        ParamSpec("momentum_decay", N_("Momentum decay"), 4e-3, symbol="ψ", low=0, high=1,
                  help=N_("How fast the momentum reaches its full share.")),
        ParamSpec("decoupled_weight_decay", N_("Decoupled weight decay"), False, scale="bool",
                  help=N_("Weight decay as in AdamW.")),
    ),
    state=(*_STATE, ("mu_product", "1")),
    rules=(
        "mu = beta1*(1 - 0.5*0.96^(t*momentum_decay))",
        "mu_next = beta1*(1 - 0.5*0.96^((t + 1)*momentum_decay))",
        "bias2 = 1 - beta2^t",
        "slope = g + (1 - decoupled_weight_decay)*weight_decay*theta",
        *_MOMENTS,
        "mu_product = mu_product*mu",
        "root = sqrt(v/bias2) + eps",
        "pull = lr*decoupled_weight_decay*weight_decay*theta",
        "from_g = lr*(1 - mu)/(1 - mu_product)*slope/root",
        "from_m = lr*mu_next/(1 - mu_product*mu_next)*m/root",
        "delta = -pull - from_g - from_m",
    ),
    formula="Δθ = −α·((1 − μₜ)·g/(1 − ∏μ) + μₜ₊₁·m/(1 − ∏μ·μₜ₊₁))/(√v̂ + ε)",
    symbols=(("mu", "μₜ"), ("mu_next", "μₜ₊₁"), ("mu_product", "∏μ"), ("momentum_decay", "ψ"),
             *SYMBOLS),
    default_learning_rate=0.05,
    help=N_("Adam with Nesterov's look ahead."),
)  # fmt: skip

QHADAM = OptimizerKind(
    "qhadam",
    N_("QHAdam"),
    source="Ma & Yarats, arXiv:1810.06801, section 4.3",
    params=(
        _beta1(0.995), BETA2, EPS, WEIGHT_DECAY,
        ParamSpec("nu1", N_("Weight of the mean"), 0.7, symbol="ν₁", low=0, high=1,
                  help=N_("1 is the mean alone, 0 the gradient alone.")),
        ParamSpec("nu2", N_("Weight of the squares"), 1.0, symbol="ν₂", low=0, high=1,
                  help=N_("1 is the mean of squares alone, 0 the squared gradient alone.")),
    ),
    state=_STATE,
    rules=(
        *_BIAS,
        _DECAYED,
        *_MOMENTS,
        *_HATS,
        "top = (1 - nu1)*slope + nu1*m_hat",
        "delta = -lr*top/(sqrt((1 - nu2)*slope^2 + nu2*v_hat) + eps)",
    ),
    formula="Δθ = −α·((1 − ν₁)·g + ν₁·m̂)/(√((1 − ν₂)·g² + ν₂·v̂) + ε)",
    symbols=(("nu1", "ν₁"), ("nu2", "ν₂"), *SYMBOLS),
    default_learning_rate=0.05,
    help=N_("Adam between its means and the latest gradient."),
)  # fmt: skip
