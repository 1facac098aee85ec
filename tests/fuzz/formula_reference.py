"""Random formulas, and what they are worth according to SymPy and mpmath.

A formula is first a nest of tuples ``(op, *args)``, from which the typed text
and the SymPy expression are made separately: nothing of the tested package
takes part in the reference.
"""

from __future__ import annotations

import operator
import random
from functools import reduce

import hypothesis.strategies as st
import mpmath
import sympy

mp = mpmath.MPContext()
mp.dps = 60

ZERO = mp.mpf("1e-45")
"""What is left of 60 digits when everything has cancelled is smaller than this."""

SIGNS = {"add": "+", "sub": "-", "mul": "*", "div": "/", "pow": "^"}


class Modulus(sympy.Function):
    """|x| of a real x (SymPy's own Abs reasons at length about complex x)."""

    def fdiff(self, argindex=1):
        return Side(self.args[0])


class Side(sympy.Function):
    """−1, 0 or 1."""

    def fdiff(self, argindex=1):
        return sympy.Integer(0)


class Ramp(sympy.Function):
    """max(x, 0)."""

    def fdiff(self, argindex=1):
        return Jump(self.args[0])


class Jump(sympy.Function):
    """1 where x > 0, else 0."""

    def fdiff(self, argindex=1):
        return sympy.Integer(0)


class Larger(sympy.Function):
    """max(x, y); at a tie half of each slope."""

    def fdiff(self, argindex=1):
        which = Side(self.args[0] - self.args[1])
        return (1 + which) / 2 if argindex == 1 else (1 - which) / 2


def _softplus(x):
    return sympy.log(1 + sympy.exp(x))


SYMPY = {
    "add": lambda x, y: x + y,
    "sub": lambda x, y: x - y,
    "mul": lambda x, y: x * y,
    "div": lambda x, y: x / y,
    "pow": lambda x, y: x**y,
    "neg": lambda x: -x,
    "sin": sympy.sin,
    "cos": sympy.cos,
    "tan": sympy.tan,
    "asin": sympy.asin,
    "acos": sympy.acos,
    "atan": sympy.atan,
    "sinh": sympy.sinh,
    "cosh": sympy.cosh,
    "tanh": sympy.tanh,
    "sech": lambda x: 1 / sympy.cosh(x),
    "exp": sympy.exp,
    "log": sympy.log,
    "log2": lambda x: sympy.log(x) / sympy.log(2),
    "log10": lambda x: sympy.log(x) / sympy.log(10),
    "sqrt": sympy.sqrt,
    "cbrt": lambda x: Side(x) * Modulus(x) ** sympy.Rational(1, 3),
    "abs": Modulus,
    "sign": Side,
    "step": Jump,
    "relu": Ramp,
    "sigmoid": lambda x: 1 / (1 + sympy.exp(-x)),
    "softplus": _softplus,
    "max": Larger,
    "min": lambda x, y: -Larger(-x, -y),
    "sec": lambda x: 1 / sympy.cos(x),
    "csc": lambda x: 1 / sympy.sin(x),
    "cot": lambda x: 1 / sympy.tan(x),
}

MPMATH = {
    **{
        name: getattr(mp, name)
        for name in ("sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh")
    },
    "add": lambda x, y: x + y,
    "sub": lambda x, y: x - y,
    "mul": lambda x, y: x * y,
    "div": lambda x, y: x / y,
    "pow": lambda x, y: x**y,
    "neg": lambda x: -x,
    "sech": mp.sech,
    "sec": mp.sec,
    "csc": mp.csc,
    "cot": mp.cot,
    "exp": mp.exp,
    "log": mp.log,
    "log2": lambda x: mp.log(x, 2),
    "log10": mp.log10,
    "sqrt": mp.sqrt,
    "cbrt": lambda x: mp.sign(x) * mp.cbrt(abs(x)),
    "abs": abs,
    "sign": mp.sign,
    "step": lambda x: mp.mpf(x > 0),
    "relu": lambda x: max(x, mp.mpf(0)),
    "sigmoid": lambda x: 1 / (1 + mp.exp(-x)),
    "softplus": lambda x: mp.log1p(mp.exp(x)),
    "max": max,
    "min": min,
}

UNARY = [name for name in SYMPY if name not in (*SIGNS, "neg", "max", "min")]

numbers = st.one_of(
    st.integers(0, 12).map(float),
    st.floats(0.015625, 64.0, width=32),
    st.sampled_from([0.1, 0.5, 2.0, 3.0, 1e-3, 250.0]),
)
leaves = st.one_of(
    st.sampled_from([("var", "w"), ("var", "b")]),
    st.tuples(st.just("num"), numbers),
    st.sampled_from([("pi",), ("e",)]),
)


def _larger_formulas(inner):
    powers = st.tuples(
        st.just("pow"),
        inner,
        st.one_of(st.sampled_from([("num", 2.0), ("num", 3.0), ("num", 4.0)]), inner),
    )
    return st.one_of(
        st.tuples(st.sampled_from(["add", "sub", "mul", "div"]), inner, inner),
        powers,
        st.tuples(st.just("neg"), inner),
        st.tuples(st.sampled_from(["max", "min"]), inner, inner),
        st.tuples(st.sampled_from(UNARY), inner),
    )


formulas = st.recursive(leaves, _larger_formulas, max_leaves=9)
"""Random formulas as nested tuples."""

points = st.tuples(*[st.floats(-4.0, 4.0, width=32)] * 2)


def typed(raw) -> str:
    """The text a very careful person would type, with brackets everywhere."""
    op, *args = raw
    if op == "num":
        return repr(args[0])
    if op == "var":
        return args[0]
    if op in ("pi", "e"):
        return op
    if op == "neg":
        return f"(-{typed(args[0])})"
    if op in SIGNS:
        return f"({typed(args[0])} {SIGNS[op]} {typed(args[1])})"
    return f"{op}({', '.join(map(typed, args))})"


def expression(raw):
    """The SymPy expression, its numbers exact to 60 digits."""
    op, *args = raw
    if op == "num":
        return sympy.Float(args[0], 60)
    if op == "var":
        return sympy.Symbol(args[0], real=True)
    if op in ("pi", "e"):
        return sympy.pi if op == "pi" else sympy.E
    return SYMPY[op](*map(expression, args))


_AT_A_POINT = {
    "Add": lambda *terms: sum(terms, mp.mpf(0)),
    "Mul": lambda *factors: reduce(operator.mul, factors),
    "Pow": lambda x, y: x**y,
    "Abs": abs,
    "Modulus": abs,
    "Side": mp.sign,
    "Ramp": lambda x: max(x, mp.mpf(0)),
    "Jump": lambda x: mp.mpf(x > 0),
    "Larger": max,
    "ExpBase": mp.exp,
    "log": lambda *args: mp.log(*args),
}


def _at(tree, where):
    """The number that a SymPy expression is, by walking it (lambdify takes 100 times longer)."""
    if tree.is_Symbol:
        return where[tree.name]
    if tree.is_Float:
        return mp.make_mpf(tree._mpf_)
    if tree.is_Rational:
        return mp.mpf(tree.p) / tree.q
    if tree.is_number and not (tree.args or tree.is_NumberSymbol):
        raise ArithmeticError  # SymPy's infinities, NaN and i
    if tree.is_NumberSymbol:
        return {"Pi": +mp.pi, "Exp1": +mp.e}[type(tree).__name__]
    name = type(tree).__name__
    function = _AT_A_POINT.get(name) or getattr(mp, name, None)
    if function is None:
        raise ArithmeticError  # e.g. what SymPy makes of atan(csc(pi))
    return function(*[_at(arg, where) for arg in tree.args])


def sympy_value_and_slopes(raw, point):
    """J, ∂J/∂w, ∂J/∂b to 60 digits, differentiated by SymPy; None for one that is not real."""
    tree = expression(raw)
    wanted = [tree, *(tree.diff(sympy.Symbol(name, real=True)) for name in "wb")]
    where = dict(zip("wb", map(mp.mpf, point), strict=True))
    value, *slopes = (_real(each, where) for each in wanted)
    # SymPy gives w + csc(pi), which is infinite, the slope 1 − 1.
    return [value, *(None if value is None else slope for slope in slopes)]


def _real(tree, where):
    """A finite real number, or None."""
    try:
        value = _at(tree, where)
    except ArithmeticError:
        return None
    return value if isinstance(value, mp.mpf) and mp.isfinite(value) else None


class OutOfRangeError(Exception):
    """An operation of the formula leaves the numbers a float can hold well."""


def _noise(seed):
    """Factors within 1e-30 of 1, the same for the same seed; exactly 1 for seed 0."""
    # Not just ±1e-30: the roundings of −w and of 1/sin(−w) would cancel half of the time.
    size = random.Random(seed).uniform
    return (lambda: 1 + _TINY * size(-1.0, 1.0)) if seed else (lambda: 1)


_TINY = mp.mpf("1e-30")
_NO_SLOPE = (mp.mpf(0), mp.mpf(0))


def _dual(raw, where, near):
    """(J, slopes): forward differentiation; `near()` is the factor of each rounding."""
    op, *args = raw
    if op == "var":
        return mp.mpf(where["wb".index(args[0])]), tuple(mp.mpf(args[0] == name) for name in "wb")
    if op in ("num", "pi", "e"):
        constant = mp.mpf(args[0]) if op == "num" else +getattr(mp, op)
        return constant * near(), _NO_SLOPE
    duals = [_dual(arg, where, near) for arg in args]
    values = [value for value, _ in duals]
    if (op in _KINKS and _undecided(args, values)) or _upright(op, values):
        raise OutOfRangeError
    value = _in_range(MPMATH[op](*values)) * near()
    slopes = []
    for i in range(2):
        moving = [slope[i] for _, slope in duals]
        slopes.append(sum((t * near() for t in _terms(op, values, moving)), mp.mpf(0)))
    return value, tuple(_in_range(slope * near()) for slope in slopes)


_PARTIALS = {
    "add": lambda x, y: (1, 1),
    "sub": lambda x, y: (1, -1),
    "mul": lambda x, y: (y, x),
    "div": lambda x, y: (1 / y, -x / y**2),
    "pow": lambda x, y: (y * x ** (y - 1), x**y * mp.log(x) if x else mp.mpf(0)),
    "max": lambda x, y: ((1 + mp.sign(x - y)) / 2, (1 - mp.sign(x - y)) / 2),
    "min": lambda x, y: ((1 - mp.sign(x - y)) / 2, (1 + mp.sign(x - y)) / 2),
}
_PERIODIC = ("sin", "cos", "tan", "sec", "csc", "cot")


def _terms(op, values, moving):
    """The summands of the slope of one operation; one per argument that moves."""
    if not any(moving):
        return []
    if op in _PARTIALS:
        partials = _PARTIALS[op](*values)
        return [p * m for p, m in zip(partials, moving, strict=True) if m]
    (x,) = values
    if op in _PERIODIC and abs(x) > 1e9:
        raise OutOfRangeError  # floats that large are whole turns apart
    return [mp.diff(MPMATH[op], x, relative=bool(x)) * moving[0]]


_KINKS = ("abs", "sign", "step", "relu", "max", "min")


def _undecided(args, values):
    """Whether rounding may fall on the other side of the kink, as in max(sigmoid(37), 1)."""
    if len(args) == 1:
        return abs(values[0]) < 1e-12 and args[0][0] != "var"
    x, y = values
    return abs(x - y) < 1e-12 * (abs(x) + abs(y)) and args[0] != args[1]


def _upright(op, values):
    """Where the slope of an operation is infinite; SymPy reads √(w²) as |w| and finds none."""
    x = values[0]
    if op in ("sqrt", "cbrt", "log", "log2", "log10"):
        return x == 0
    if op == "pow":
        return x == 0 and not (values[1] >= 1 and mp.isint(values[1]))
    return op in ("asin", "acos") and abs(x) == 1


def _in_range(value):
    if isinstance(value, mp.mpc) or not mp.isfinite(value):
        raise OutOfRangeError
    if value and not mp.mpf("1e-100") < abs(value) < mp.mpf("1e100"):
        raise OutOfRangeError
    return value


def amplification(raw, point):
    """By what factor rounding errors grow in (J, ∂J/∂w, ∂J/∂b) of this formula as typed.

    Measured, not assumed: each operation of the formula, and of its forward
    differentiation, is disturbed by ±1e-30 at 60 digits. A large factor means that the
    formula cancels at this point, as (1 + w) − 1 does near 0: floats cannot do it better.
    Raises OutOfRangeError where an intermediate result overflows, is not real, or lies on a kink.
    """
    try:
        exact, *noisy = (_flattened(_dual(raw, point, _noise(seed))) for seed in (0, 1, 2, 3))
    except (ArithmeticError, ValueError, TypeError) as error:
        raise OutOfRangeError from error
    worst = [0.0, 0.0, 0.0]
    for each in noisy:
        for i in range(3):
            change = abs(each[i] - exact[i]) / _TINY
            # Where all has cancelled the error is absolute.
            relative = change / abs(exact[i]) if abs(exact[i]) > ZERO else change
            worst[i] = max(worst[i], float(relative))
    return worst


def _flattened(dual):
    value, slopes = dual
    return [value, *slopes]
