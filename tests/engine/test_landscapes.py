"""The contract of every landscape: its derivatives, its minima, and that it does what it says."""

import math

import mpmath
import numpy as np
import pytest
import sympy

from gdsim.engine import Lane, Stop, simulate
from gdsim.engine.errors import ScenarioError
from gdsim.engine.formula import ARRAY, compile_function, parse, to_text, variables
from gdsim.engine.problems.landscapes import LANDSCAPES
from gdsim.engine.schedules import Constant

IDS = (
    "parabola double-well quartic flat-tails coupled-bowl round-bowl ravine rosenbrock himmelblau "
    "beale booth matyas three-hump-camel six-hump-camel styblinski-tang mccormick goldstein-price "
    "rastrigin ackley easom saddle monkey-saddle plateau cliff"
)
BY_ID = {landscape.id: landscape for landscape in LANDSCAPES}

each = pytest.mark.parametrize("landscape", LANDSCAPES, ids=BY_ID)


def points(landscape, count=200):
    """Random points in the box, shape (count, d), and the start."""
    low, high = np.array(landscape.box).T
    inside = np.random.default_rng(7).uniform(low, high, (count, len(low)))
    return np.vstack([inside, landscape.start])


def descend(landscape, steps=1000, start=None, rate=None):
    lane = Lane(learning_rate=Constant(rate or landscape.learning_rate))
    stop = Stop(max_steps=steps)
    return simulate(landscape.make(), start or landscape.start, [lane], stop=stop)[0]


def test_all_are_there_in_order():
    assert set(BY_ID) == set(IDS.split())
    assert len(LANDSCAPES) == 24


@each
def test_the_entry_is_complete(landscape):
    assert landscape.title
    assert landscape.teaches.endswith(".")
    assert landscape.source
    assert set(variables(landscape.tree)) == {*landscape.names, *(p.name for p in landscape.params)}
    for value, (low, high) in zip(landscape.start, landscape.box, strict=True):
        assert low < value < high
    for point, _ in landscape.minima:
        for value, (low, high) in zip(point, landscape.box, strict=True):
            assert low < value < high
    values = [value for _, value in landscape.minima]
    assert values == sorted(values)


def expected(landscape, problem, theta):
    """J, gradient and Hessian at each point, differentiated by SymPy at 40 digits."""
    symbols = {name: sympy.Symbol(name, real=True) for name in problem.names}
    known = {name: sympy.Float(value, 40) for name, value in problem.coefficients.items()}
    known |= {"pi": sympy.pi, "e": sympy.E, "sigmoid": lambda x: 1 / (1 + sympy.exp(-x))}
    text = landscape.formula.replace("^", "**")
    tree = sympy.sympify(text, locals=symbols | known, rational=True)
    first = [tree.diff(s) for s in symbols.values()]
    wanted = [tree, *first, *(f.diff(s) for f in first for s in symbols.values())]
    function = sympy.lambdify(list(symbols.values()), wanted, modules="mpmath")
    with mpmath.workdps(40):
        exact = [function(*map(mpmath.mpf, row)) for row in theta.tolist()]
    return np.array(exact, dtype=float)


@each
def test_value_gradient_and_hessian_agree_with_sympy(landscape):
    problem = landscape.make()
    theta = points(landscape, 30)
    d = problem.dimension
    exact = expected(landscape, problem, theta)
    parts = (problem.value(theta)[:, None], problem.gradient(theta), problem.hessian(theta))
    found = np.hstack([part.reshape(len(theta), -1) for part in parts])
    # Relative to the largest of each kind: a slope near its zero has no relative precision.
    for columns in (slice(0, 1), slice(1, 1 + d), slice(1 + d, None)):
        scale = np.abs(exact[:, columns]).max()
        assert np.abs(found - exact)[:, columns].max() < 1e-13 * scale


@each
def test_gradient_and_hessian_agree_with_a_complex_step(landscape):
    problem = landscape.make()
    theta = points(landscape)
    names = (*problem.names, *problem.coefficients)
    rest = tuple(problem.coefficients.values())
    value = compile_function(names, (problem.tree,), ARRAY)
    gradient, hessian = problem.gradient(theta), problem.hessian(theta)
    for i in range(problem.dimension):
        stepped = theta + 1e-30j * np.eye(problem.dimension)[i]
        slope = np.imag(value(*stepped.T, *rest)) / 1e-30
        assert np.abs(slope - gradient[:, i]).max() <= 1e-13 * np.abs(gradient).max()
        bend = np.imag(problem.gradient(stepped)) / 1e-30
        assert np.abs(bend - hessian[:, i]).max() <= 1e-13 * np.abs(hessian).max()


@each
def test_many_points_at_once_equal_one_after_another(landscape):
    problem = landscape.make()
    theta = points(landscape, 24)[:24].reshape(4, 3, 2, -1)
    for method in (problem.value, problem.gradient, problem.hessian):
        together = method(theta)
        for place in np.ndindex(4, 3, 2):
            assert method(theta[place]) == pytest.approx(together[place], rel=1e-12)


@each
def test_plain_floats_and_arrays_agree(landscape):
    problem = landscape.make()
    theta = points(landscape)
    value, gradient = problem.scalar_functions()
    values = [value(*row) for row in theta.tolist()]
    slopes = np.array([gradient(*row) for row in theta.tolist()]).reshape(theta.shape)
    assert values == pytest.approx(problem.value(theta), rel=1e-12)
    exact = problem.gradient(theta)
    assert np.abs(slopes - exact).max() <= 1e-12 * np.abs(exact).max()


@each
def test_the_hessian_is_symmetric(landscape):
    hessian = landscape.make().hessian(points(landscape))
    assert hessian == pytest.approx(np.swapaxes(hessian, -1, -2), rel=1e-12, abs=1e-12)


@each
def test_minima_are_minima(landscape):
    problem = landscape.make()
    ring = np.array([[math.cos(a), math.sin(a)] for a in np.arange(16) * math.pi / 8])
    for point, value in landscape.minima:
        theta = np.array(point)
        scale = np.abs(problem.hessian(theta + 1e-3)).max()
        assert problem.value(theta) == pytest.approx(value, rel=1e-13, abs=1e-15)
        around = theta + 1e-4 * ring[:, : problem.dimension]
        assert (problem.value(around)[np.abs(around - theta).max(-1) > 5e-5] > value).all()
        gradient = problem.gradient(theta)
        # Ackley's minimum is the tip of a cone, where there is no gradient.
        assert landscape.id == "ackley" or np.abs(gradient).max() <= 1e-14 * max(scale, 1.0)


@each
def test_print_and_read(landscape):
    names = (*landscape.names, *(spec.name for spec in landscape.params))
    assert parse(to_text(landscape.tree), names) is landscape.tree


def test_which_are_quadratic():
    assert {entry.id for entry in LANDSCAPES if entry.make().quadratic} == {
        "parabola",
        "coupled-bowl",
        "round-bowl",
        "ravine",
        "booth",
        "matyas",
    }


def test_coefficients_are_checked():
    bowl = BY_ID["coupled-bowl"]
    assert bowl.make(coupling=-1.5).hessian(np.zeros(2)).tolist() == [[2.0, -1.5], [-1.5, 2.0]]
    for wrong in ({"coupling": 2.0}, {"coupling": -2}, {"coupling": "1"}, {"other": 1.0}):
        with pytest.raises(ScenarioError):
            bowl.make(**wrong)


@pytest.mark.parametrize("condition", [1.0, 25.0, 1000.0])
@pytest.mark.parametrize("angle", [0.0, 0.5, 1.5707963267948966])
def test_the_ravine_has_the_condition_number_it_says(condition, angle):
    hessian = BY_ID["ravine"].make(condition=condition, angle=angle).hessian(np.ones(2))
    assert np.linalg.eigvalsh(hessian) == pytest.approx([1.0, condition], rel=1e-12)


def test_reference_definitions():
    """Those that other programs' trajectories were recorded on, at (x, y) = (w, b)."""
    x, y = np.random.default_rng(3).normal(size=(2, 50))
    for name, exact in {
        "rosenbrock": (1 - x) ** 2 + 100 * (y - x**2) ** 2,
        "himmelblau": (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2,
        "beale": (1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.625 - x + x * y**3) ** 2,
        "booth": (x + 2 * y - 7) ** 2 + (2 * x + y - 5) ** 2,
    }.items():
        assert BY_ID[name].make().value(np.stack([x, y], -1)) == pytest.approx(exact, rel=1e-13)


# ---- what each one teaches


ENDS = {
    "parabola": (-1.5,),
    "double-well": (-1.0,),
    "flat-tails": (0.0,),
    "coupled-bowl": (0.0, 0.0),
    "round-bowl": (0.0, 0.0),
    "ravine": (0.0, 0.0),
    "himmelblau": (3.0, 2.0),
    "booth": (1.0, 3.0),
    "matyas": (0.0, 0.0),
    "three-hump-camel": (1.7475523458, -0.8737761729),
    "six-hump-camel": (1.6071047529, 0.5686514549),
    "styblinski-tang": (2.7468027710, 2.7468027710),
    "mccormick": (2.5943951024, 1.5943951024),
    "goldstein-price": (0.0, -1.0),
    "easom": (math.pi, math.pi),
    "saddle": (0.0, 0.0),
    "plateau": (math.log(4.0), 0.0),
    "cliff": (0.0, 0.0),
}


@pytest.mark.parametrize(("name", "end"), ENDS.items(), ids=ENDS)
def test_the_recommended_descent_ends_where_it_should(name, end):
    run = descend(BY_ID[name])
    assert run.theta[-1] == pytest.approx(end, abs=1e-4)


@each
def test_the_recommended_descent_goes_down_and_stays_finite(landscape):
    run = descend(landscape)
    assert np.isfinite(run.theta).all()
    if landscape.id != "cliff":
        assert run.loss[-1] < run.loss[0]
        assert np.abs(run.theta).max() < 20.0


def steps_until(run, close):
    return int(np.argmax(np.abs(run.grad).max(axis=-1) < close))


def test_double_well_other_start_other_valley():
    assert descend(BY_ID["double-well"], start=(1.0,)).theta[-1] == pytest.approx([2.0])


def test_quartic_crawls():
    run = descend(BY_ID["quartic"])
    assert 0.05 < run.theta[-1, 0] < 0.1
    assert run.loss[-1] < 1e-4


def test_flat_tails_hardly_move_at_first():
    run = descend(BY_ID["flat-tails"])
    assert run.theta[10, 0] > 4.9
    assert np.abs(run.delta).max() > 30.0 * np.abs(run.delta[0]).max()


def test_coupling_alone_makes_the_orders_differ():
    for coupling, differ in ((1.0, True), (0.0, False)):
        problem = BY_ID["coupled-bowl"].make(coupling=coupling)
        lanes = [
            Lane(order, learning_rate=Constant(0.1)) for order in ("synchronous", "sequential")
        ]
        one, other = simulate(problem, (1.0, 1.0), lanes, stop=Stop(max_steps=1))
        assert (one.theta[1].tolist() != other.theta[1].tolist()) is differ


def test_round_bowl_goes_straight():
    run = descend(BY_ID["round-bowl"], steps=20)
    assert run.theta[:, 1] / run.theta[:, 0] == pytest.approx(-0.75)


def test_ravine_zigzags():
    run = descend(BY_ID["ravine"])
    across = run.theta @ [-math.sin(0.5), math.cos(0.5)]
    assert (across[:20] * across[1:21] < 0).all()


def test_rosenbrock_reaches_the_valley_fast_and_its_end_slowly():
    run = descend(BY_ID["rosenbrock"], steps=3000)
    w, b = run.theta.T
    assert np.abs(b - w**2)[100:].max() < 0.2
    assert abs(w[1000] - 1.0) > 0.2


def test_rastrigin_and_ackley_stop_in_the_nearest_valley():
    for name in ("rastrigin", "ackley"):
        run = descend(BY_ID[name])
        assert np.abs(run.theta[-1] - run.theta[0]).max() < 0.6
        assert np.abs(run.grad[-1]).max() < 1e-6
        assert run.loss[-1] > 1.0


def test_easom_is_felt_only_close_by():
    assert np.abs(BY_ID["easom"].make().gradient(np.array([-0.5, 6.5]))).max() < 1e-8


def test_the_saddle_holds_on_its_ridge_and_lets_go_beside_it():
    ridge = descend(BY_ID["saddle"])
    assert (ridge.theta[:, 1] == 0.0).all()
    freed = descend(BY_ID["saddle"], start=(1.5, 1e-9))
    assert freed.theta[-1] == pytest.approx([0.0, 1.0], abs=1e-6)


def test_the_monkey_saddle_has_no_curvature_and_no_floor():
    landscape = BY_ID["monkey-saddle"]
    assert (landscape.make().hessian(np.zeros(2)) == 0.0).all()
    crawling = descend(landscape)
    assert 0.0 < crawling.theta[-1, 0] < 0.02
    assert descend(landscape, start=(-0.1, 0.0)).loss[-1] < -1e3


def test_the_plateau_holds_the_neuron_for_long():
    run = descend(BY_ID["plateau"])
    away = np.abs(run.theta[:, 0] - math.log(4.0))
    assert away[30] > 0.8 * away[0]
    assert away[-1] < 1e-3


def test_the_cliff_throws_far():
    run = descend(BY_ID["cliff"])
    thrown = np.abs(run.delta[:, 0])
    assert thrown.max() > 4.0
    assert np.median(thrown[: thrown.argmax()]) < 0.1
