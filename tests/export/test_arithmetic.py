"""The arithmetic on paper: every number of the run, in LaTeX that has the right structure."""

from __future__ import annotations

import re

import pytest

from gdsim.engine import OPTIMIZERS, Constant, Lane, LinearRegression, Run, Stop, simulate
from gdsim.engine.arithmetic import step_arithmetic
from gdsim.engine.optimizers import make_optimizer
from gdsim.export import arithmetic_latex, arithmetic_text
from gdsim.export.writing import Latex, Text, latex_symbol, latex_text
from gdsim.scenario import default_scenario

PROBLEM = LinearRegression([1, 2, 3, 4], [3, 5, 7, 9])

#: All that amsmath and LaTeX itself are asked for.
KNOWN = """
begin end paragraph text left right leftarrow approx times cdot frac sqrt partial prod hat bar
mathrm infty dots alpha beta gamma delta Delta eta lambda mu nu psi rho tau theta varepsilon sin
cos tanh max min sigma ln log operatorname
"""


def runs_of(optimizer: str, order: str = "synchronous") -> tuple[Run, ...]:
    lane = Lane(order, optimizer=make_optimizer(optimizer), learning_rate=Constant(0.05))  # type: ignore[arg-type]
    return simulate(PROBLEM, [0, 0], [lane], stop=Stop(5))


def check_latex(text: str) -> None:
    body = re.sub(r"^%.*$", "", text, flags=re.MULTILINE)
    assert body.isascii() or "ctex" in text
    depth = 0
    for sign in re.sub(r"\\[{}]", "", body):
        depth += (sign == "{") - (sign == "}")
        assert depth >= 0
    assert depth == 0
    assert body.count(r"\left(") == body.count(r"\right)")
    assert body.count(r"\begin{align*}") == body.count(r"\end{align*}")
    assert set(re.findall(r"\\([A-Za-z]+)", body)) <= set(KNOWN.split())
    for block in re.findall(r"\\begin{align\*}\n(.*?)\n\\end{align\*}", body, re.DOTALL):
        rows = block.split("\\\\\n")
        assert all(row.count("&") in (1, 3) for row in rows)
        assert not re.search(r"\^\{[^{}]*\}\^|\^[^{]", block), "no double and no bare exponents"


def test_the_first_step_of_article_0() -> None:
    runs = default_scenario().run()
    text = arithmetic_text(runs, 0, ["A", "B"])
    assert "0 − 0.2 × (−6) = 1.2" in text
    assert "b ← b − α·∂J/∂b at (3.5, 0)\n    0 − 0.2 × 2.75 = −0.55" in text
    assert text.endswith("gap in b −1.75 = α²·H_wb·g_w = 0.04 × 2.5 × (−17.5)")
    latex = arithmetic_latex(runs, 0, ["A_1", "B & C"])
    assert r"\paragraph{A\_1}" in latex
    assert r"\paragraph{B \& C}" in latex
    assert r"&= 0 - 0.2 \times \left(-6\right) = 1.2" in latex
    assert r"\frac{\partial J}{\partial b} && \text{at }(3.5, 0)" in latex
    assert (
        r"\text{gap in }b &= -1.75 = \alpha^{2} \cdot H_{wb} \cdot g_{w}"
        r" = 0.04 \times 2.5 \times \left(-17.5\right)"
    ) in latex
    check_latex(latex)


@pytest.mark.parametrize("id", [kind.id for kind in OPTIMIZERS])
@pytest.mark.parametrize("step", [0, 4])
def test_every_optimizer_can_be_written_down(id: str, step: int) -> None:
    runs = runs_of(id)
    latex, text = arithmetic_latex(runs, step), arithmetic_text(runs, step)
    check_latex(latex)
    paper, plain = Latex(), Text()
    for substep in step_arithmetic(runs[0], step):
        for line in substep.lines:
            assert f" = {paper.number(line.result)}" in latex
            assert f" = {plain.number(line.result)}" in text


def test_a_run_that_has_ended_is_left_out() -> None:
    lanes = [Lane(learning_rate=Constant(rate), name=str(rate)) for rate in (0.01, 0.5)]
    runs = simulate(PROBLEM, [0, 0], lanes, stop=Stop(500))
    assert runs[1].steps < 499
    assert r"\paragraph{0.5}" not in arithmetic_latex(runs, 499)
    assert r"\paragraph{0.01}" in arithmetic_latex(runs, 499)


def test_another_language() -> None:
    chinese = {"at {point}": "在 {point} 处", "gap in {name} {value}": "{name} 的差距 {value}"}
    runs = default_scenario().run()
    latex = arithmetic_latex(runs, 0, ["同步", "顺序"], lambda text: chinese.get(text, text))
    assert r"\text{在 }(3.5, 0)\text{ 处}" in latex
    assert r"b\text{ 的差距} &= -1.75" in latex
    check_latex(latex)


@pytest.mark.parametrize(
    ("value", "latex"),
    [(0.0, "0"), (-0.0, "0"), (1.2e-7, r"1.2 \times 10^{-7}"), (float("inf"), r"\infty"),
     (float("-inf"), r"-\infty"), (float("nan"), r"\mathrm{NaN}"), (-2.5, "-2.5")],
)  # fmt: skip
def test_numbers(value: float, latex: str) -> None:
    assert Latex().number(value) == latex


def test_symbols() -> None:
    assert latex_symbol("β₁") == r"\beta_{1}"
    assert latex_symbol("m̂") == r"\hat{m}"
    assert latex_symbol("ĝ") == r"\hat{g}"
    assert latex_symbol("μₜ₊₁") == r"\mu_{t+1}"
    assert latex_symbol("Δw") == r"\Delta w"
    assert latex_text("50 % of {a} \\ α") == r"50 \% of \{a\} \textbackslash{} $\alpha$"
