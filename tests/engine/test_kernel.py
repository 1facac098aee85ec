"""The generated loop: its text, and its plain-float and NumPy twins."""

from __future__ import annotations

import numpy as np
import pytest

from gdsim.engine.formula import parse
from gdsim.engine.kernel import Layout, compile_gradient, compile_loop, source
from gdsim.engine.optimizers import OPTIMIZERS, OptimizerKind, make_optimizer
from gdsim.engine.problems.base import ExpressionProblem, Form, FormulaForm
from gdsim.engine.problems.regression import LinearRegression
from tests.engine.descents import HIMMELBLAU, descend, formula, lane


def form(text: str = HIMMELBLAU) -> Form:
    return formula(text).objective(None, 1).form


def record(plain: bool, kind: OptimizerKind, text: str, visits: tuple[int, ...] | None) -> list:
    optimizer = make_optimizer(kind.id)
    loop = compile_loop(form(text), optimizer.program, visits, recording=True, plain=plain)
    number = float if plain else np.float64
    numbers: list[float] = []
    state = [number(v) for v in optimizer.first_state() for _ in range(2)]
    hyper = map(number, optimizer.numbers())
    rates = [number(0.01)] * 20
    loop(rates, iter(()), numbers.extend, 0, number(0.5), number(-0.5), *state, *hyper)
    return numbers


@pytest.mark.parametrize("kind", OPTIMIZERS, ids=lambda kind: kind.id)
@pytest.mark.parametrize("text", [HIMMELBLAU, "w^2 + sin(w*b) + exp(-b^2)"])
def test_plain_floats_and_numpy_agree(kind: OptimizerKind, text: str) -> None:
    for visits in (None, (0, 1), (1, 0)) if kind.elementwise else (None,):
        plain, numpy = (record(plain, kind, text, visits) for plain in (True, False))
        np.testing.assert_allclose(plain, np.array(numpy, dtype=float), rtol=1e-12, atol=1e-15)


def test_one_text_per_kind_of_problem_not_per_data() -> None:
    y, program = [1, 2, 3], make_optimizer("gd").program
    forms = [LinearRegression(x, y).objective(None, 1).form for x in ([1, 2, 3], [3, 4, 9])]
    first, second = (compile_loop(f, program, None, recording=True, plain=True) for f in forms)
    assert first is second


def test_what_is_shared_by_coordinates_is_computed_once() -> None:
    text = source(form(), make_optimizer("adam").program, None, recording=True)
    assert text.count("_pow(") == 2


def test_a_loop_that_does_not_record_has_no_record() -> None:
    program = make_optimizer("adam").program
    assert "record((" in source(form(), program, None, recording=True)
    assert "record((" not in source(form(), program, None, recording=False)


def test_the_loss_is_asked_for_only_where_it_is_needed() -> None:
    programs = [make_optimizer(kind.id).program for kind in OPTIMIZERS]
    needing = [p.kind.id for p in programs if "loss" in source(form(), p, None, recording=True)]
    assert needing == ["line-search"]


def test_layout_names_do_not_meet() -> None:
    for kind in OPTIMIZERS:
        layout = Layout.of(("w", "b"), kind)
        names = [*layout.theta, *layout.recorded, *layout.hyper, "lr", "t", "rates", "record"]
        assert len(names) == len(set(names))


def test_a_coefficient_may_be_called_like_a_hyper_parameter() -> None:
    tree = parse("momentum*w^2", ("w", "momentum"))
    problem = ExpressionProblem("x", ("w",), tree, {"momentum": 3.0}, box=((-1, 1),))
    run = descend(problem, (1.0,), lane("momentum", 0.01, momentum=0.5), 2)
    assert run.theta[1, 0] == pytest.approx(1 - 0.06)
    assert run.state["velocity"][1, 0] == pytest.approx(6.0)


def test_the_gradient_has_the_bits_of_the_loop() -> None:
    numbers = record(True, make_optimizer("gd").kind, HIMMELBLAU, None)
    gradient = compile_gradient(form(), plain=True)
    assert list(gradient(0.5, -0.5)) == numbers[:2]


def test_the_form_gives_loss_gradient_and_hessian() -> None:
    one = form("w^3*b + b^2")
    assert isinstance(one, FormulaForm)
    space: dict[str, float] = {"w": 2.0, "b": 3.0}
    wanted = ("loss", "g0", "g1", "h0_0", "h0_1", "h1_0", "h1_1")
    exec("\n".join(one.lines(wanted, "t_")), {}, space)  # noqa: S102 - our own text
    assert [space[name] for name in wanted] == [33.0, 36.0, 14.0, 36.0, 12.0, 12.0, 2.0]
