"""Critical points against the literature and against SymPy."""

from collections import Counter

import numpy as np
import pytest
import sympy

from gdsim.engine import critical
from gdsim.engine.critical import KINDS, critical_points
from gdsim.engine.problems.landscapes import LANDSCAPES
from gdsim.engine.problems.typed import make_formula

BY_ID = {landscape.id: landscape for landscape in LANDSCAPES}


def kinds(points):
    return dict(Counter(point.kind for point in points))


def of_formula(text, *box):
    return critical_points(make_formula(text, box))


@pytest.mark.parametrize(
    ("name", "expected"),
    {
        "parabola": {"minimum": 1},
        "double-well": {"minimum": 2, "maximum": 1},
        "quartic": {"degenerate": 1},
        "flat-tails": {"minimum": 1},
        "coupled-bowl": {"minimum": 1},
        "round-bowl": {"minimum": 1},
        "ravine": {"minimum": 1},
        "rosenbrock": {"minimum": 1},
        "himmelblau": {"minimum": 4, "maximum": 1, "saddle": 4},
        "beale": {"minimum": 1, "saddle": 2},
        "booth": {"minimum": 1},
        "matyas": {"minimum": 1},
        "three-hump-camel": {"minimum": 3, "saddle": 2},
        "six-hump-camel": {"minimum": 6, "maximum": 2, "saddle": 7},
        "styblinski-tang": {"minimum": 4, "maximum": 1, "saddle": 4},
        "mccormick": {"minimum": 2, "saddle": 1},
        "goldstein-price": {"minimum": 4, "maximum": 1, "saddle": 4},
        # J is a sum of one function of w and one of b, with 11 minima and 10 maxima each.
        "rastrigin": {"minimum": 121, "maximum": 100, "saddle": 220},
        # The same dents, but the middle one ends in a tip that has no gradient.
        "ackley": {"minimum": 120, "maximum": 100, "saddle": 220},
        # tan u = −2u twice, and cos w = cos b = 0.
        "easom": {"minimum": 5, "maximum": 4, "saddle": 4},
        "saddle": {"minimum": 2, "saddle": 1},
        "monkey-saddle": {"degenerate": 1},
        "plateau": {"minimum": 1},
        "cliff": {"minimum": 1},
    }.items(),
)
def test_how_many_of_each_kind(name, expected):
    points = critical_points(BY_ID[name].make())
    assert kinds(points) == expected
    assert [p.value for p in points] == sorted(p.value for p in points)


@pytest.mark.parametrize("landscape", LANDSCAPES, ids=BY_ID)
def test_the_known_minima_are_among_them(landscape):
    points = critical_points(landscape.make())
    for place, value in landscape.minima:
        if landscape.id == "ackley":
            continue
        nearest = min(points, key=lambda p: np.abs(np.subtract(p.theta, place)).max())
        assert nearest.theta == pytest.approx(place, abs=1e-8)
        assert nearest.value == pytest.approx(value, abs=1e-12)
        assert nearest.kind in ("minimum", "degenerate")


@pytest.mark.parametrize("landscape", LANDSCAPES, ids=BY_ID)
def test_the_kind_is_that_of_the_surroundings(landscape):
    problem = landscape.make()
    for point in critical_points(problem)[:60]:
        theta = np.array(point.theta)
        axes = np.linalg.eigh(problem.hessian(theta))[1].T
        rise = problem.value(theta + 1e-4 * np.concatenate([axes, -axes])) - point.value
        if point.kind == "minimum":
            assert (rise > 0.0).all()
        elif point.kind == "maximum":
            assert (rise < 0.0).all()
        elif point.kind == "saddle":
            assert rise.min() < 0.0 < rise.max()


@pytest.mark.parametrize("name", ["himmelblau", "three-hump-camel", "six-hump-camel", "saddle"])
def test_polynomials_against_sympy(name):
    landscape = BY_ID[name]
    w, b = sympy.symbols("w b", real=True)
    tree = sympy.sympify(landscape.formula.replace("^", "**"), rational=True).subs(
        {sympy.Symbol("w"): w, sympy.Symbol("b"): b}
    )
    exact = set()
    basis = sympy.groebner([tree.diff(w), tree.diff(b)], w, b, order="lex")
    for root_b in sympy.Poly(basis.exprs[-1], b).nroots(n=40, maxsteps=500):
        if abs(sympy.im(root_b)) > 1e-12:
            continue
        for expr in basis.exprs[:-1]:
            poly = sympy.Poly(expr.subs(b, sympy.re(root_b)), w)
            if poly.degree() == 1:
                (root_w,) = poly.nroots(n=30)
                exact.add((round(float(sympy.re(root_w)), 7), round(float(sympy.re(root_b)), 7)))
    found = {tuple(np.round(p.theta, 7).tolist()) for p in critical_points(landscape.make())}
    assert exact
    assert exact <= found


def test_one_parameter_against_sympy():
    w = sympy.Symbol("w")
    text = "w^5/5 - 5*w^3/3 + 4*w + w^2/7"
    slope = sympy.sympify(text.replace("^", "**"), rational=True).diff(w)
    exact = sorted(float(root) for root in sympy.Poly(slope).nroots(n=30) if root.is_real)
    found = sorted(point.theta[0] for point in of_formula(text, (-4.0, 4.0)))
    assert found == pytest.approx(exact, abs=1e-12)


def test_closed_answers_are_exact():
    assert [p.theta for p in critical_points(BY_ID["parabola"].make())] == [(-1.5,)]
    (booth,) = critical_points(BY_ID["booth"].make())
    assert (booth.theta, booth.value, booth.kind) == ((1.0, 3.0), 0.0, "minimum")
    assert booth.eigenvalues == pytest.approx((2.0, 18.0))
    assert kinds(of_formula("w^2 + 3*w*b + b^2", (-1, 1), (-1, 1))) == {"saddle": 1}
    assert kinds(of_formula("-w^2 - b^2", (-1, 1), (-1, 1))) == {"maximum": 1}
    assert kinds(of_formula("w^2 - 1e-3*b^2 + w", (-1, 1), (-1, 1))) == {"saddle": 1}


def test_round_places_come_out_round():
    himmelblau = critical_points(BY_ID["himmelblau"].make())
    assert (3.0, 2.0) in [point.theta for point in himmelblau]
    assert [p.theta for p in critical_points(BY_ID["monkey-saddle"].make())] == [(0.0, 0.0)]


@pytest.mark.parametrize(
    ("text", "box"),
    [
        ("w", [(-1, 1)]),
        ("3", [(-1, 1)]),
        ("exp(w)", [(-7, 7)]),
        ("log(w)", [(-7, 7)]),
        ("abs(w)", [(-7, 7)]),
        ("relu(w)", [(-7, 7)]),
        ("sqrt(w)", [(-7, 7)]),
        ("log(-1 - w^2)", [(-7, 7)]),
        ("w^2", [(-7, 7), (-7, 7)]),
        ("w + b", [(-7, 7), (-7, 7)]),
        ("(w - b)^4", [(-7, 7), (-7, 7)]),
        ("(w - b)^2 + 1", [(-7, 7), (-7, 7)]),
        ("max(w^2 - 1, 0)", [(-7, 7)]),
        ("w^2", [(1, 7)]),
    ],
)
def test_where_there_is_none(text, box):
    assert of_formula(text, *box) == ()


def test_a_line_of_minima_is_no_list_of_points():
    circle = of_formula("(w^2 + b^2 - 1)^2", (-2, 2), (-2, 2))
    assert [(p.theta, p.kind) for p in circle] == [((0.0, 0.0), "maximum")]


def test_only_inside_the_box():
    himmelblau = BY_ID["himmelblau"].make()
    (point,) = critical_points(himmelblau, ((2.5, 3.5), (1.5, 2.5)))
    assert point.theta == (3.0, 2.0)
    assert critical_points(himmelblau, ((-0.2, 0.0), (0.0, 0.2))) == ()


@pytest.mark.parametrize("unit", [1e-6, 1e6])
def test_units_do_not_matter(unit):
    text = f"(w/{unit})^4/4 - (w/{unit})^2/2 + b^2/{unit}^2"
    box = (-2.0 * unit, 2.0 * unit)
    assert kinds(of_formula(text, box, box)) == {"minimum": 2, "saddle": 1}


def test_the_answer_is_always_the_same():
    problem = BY_ID["six-hump-camel"].make()
    assert critical_points(problem) == critical_points(problem)


def test_every_kind_has_a_label():
    assert set(KINDS) == {"minimum", "maximum", "saddle", "degenerate"}


@pytest.mark.parametrize("seed", range(8))
def test_of_places_that_are_the_same_the_first_one_stays(seed):
    """Against going through all of them, one after the other."""
    rng = np.random.default_rng(seed)
    places = rng.random((60, 2))
    places = np.concatenate([places, places + rng.normal(size=places.shape) * critical._SAME])
    places[::7, 0] = 0.5  # many in one column
    rng.shuffle(places)
    kept = []
    for at, place in enumerate(places):
        if all(np.abs(place - places[i]).max() > critical._SAME for i in kept):
            kept.append(at)
    gone = set()
    for first, second in critical._neighbours(places):
        assert first < second
        if first not in gone:
            gone.add(second)
    assert sorted(set(range(len(places))) - gone) == kept
    assert 10 < len(gone) < 60
