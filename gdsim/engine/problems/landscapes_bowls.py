"""Landscapes of two parameters with one valley."""

from __future__ import annotations

from gdsim.engine.params import ParamSpec
from gdsim.engine.problems.landscapes_base import Landscape, around
from gdsim.engine.text import N_

COUPLED_BOWL = Landscape(
    "coupled-bowl",
    N_("Coupled bowl"),
    "w^2 + coupling*w*b + b^2",
    box=around(1.5),
    start=(1.0, 1.0),
    learning_rate=0.1,
    teaches=N_(
        "The coupling makes sequential updates differ from synchronous ones; at 0 they agree."
    ),
    source="The course's worked case, L = w² + w·b + b².",
    minima=(((0.0, 0.0), 0.0),),
    params=(
        ParamSpec(
            "coupling",
            N_("Coupling"),
            1.0,
            symbol="c",
            low=-2.0,
            high=2.0,
            open_low=True,
            open_high=True,
            help=N_("Off-diagonal second derivative: how much the slope of w changes as b moves."),
        ),
    ),
)

ROUND_BOWL = Landscape(
    "round-bowl",
    N_("Round bowl"),
    "w^2 + b^2",
    box=around(3.0),
    start=(-2.0, 1.5),
    learning_rate=0.1,
    teaches=N_(
        "The negative gradient points straight at the minimum, and both update orders agree."
    ),
    source="K. De Jong (1975), function F1 (sphere).",
    minima=(((0.0, 0.0), 0.0),),
)

RAVINE = Landscape(
    "ravine",
    N_("Ravine"),
    "((w*cos(angle) + b*sin(angle))^2 + condition*(b*cos(angle) - w*sin(angle))^2)/2",
    box=around(3.0),
    start=(-2.5, 0.5),
    learning_rate=0.07,
    teaches=N_(
        "Steep across and flat along: the descent zigzags, and the steep side limits the step."
    ),
    source="Y. Nesterov, Introductory Lectures on Convex Optimization (2004), section 1.2.",
    minima=(((0.0, 0.0), 0.0),),
    params=(
        ParamSpec(
            "condition",
            N_("Condition number"),
            25.0,
            symbol="κ",
            low=1.0,
            high=1000.0,
            scale="log",
            help=N_("Largest curvature divided by the smallest; the smallest is 1."),
        ),
        ParamSpec(
            "angle",
            N_("Angle"),
            0.5,
            symbol="φ",
            low=0.0,
            high=1.5707963267948966,
            unit="rad",
            help=N_("How far the ravine is turned against the w axis; 0 uncouples w and b."),
        ),
    ),
)

ROSENBROCK = Landscape(
    "rosenbrock",
    N_("Rosenbrock's valley"),
    "(1 - w)^2 + 100*(b - w^2)^2",
    box=((-2.0, 2.0), (-1.0, 3.0)),
    start=(-1.2, 1.0),
    learning_rate=0.001,
    teaches=N_("A curved, narrow valley: reaching it is quick, following it to the end is slow."),
    source="H. Rosenbrock, The Computer Journal 3 (1960) 175.",
    minima=(((1.0, 1.0), 0.0),),
)

BEALE = Landscape(
    "beale",
    N_("Beale's function"),
    "(1.5 - w + w*b)^2 + (2.25 - w + w*b^2)^2 + (2.625 - w + w*b^3)^2",
    box=around(4.5),
    start=(1.0, 1.0),
    learning_rate=0.01,
    teaches=N_("Walls at the corners and a long flat floor: one learning rate must serve both."),
    source="E. Beale (1958), On an iterative method for finding a local minimum.",
    minima=(((3.0, 0.5), 0.0),),
)

BOOTH = Landscape(
    "booth",
    N_("Booth's function"),
    "(w + 2*b - 7)^2 + (2*w + b - 5)^2",
    box=around(10.0),
    start=(-8.0, -4.0),
    learning_rate=0.05,
    teaches=N_("Two equations solved by least squares: the minimum is where both hold, at (1, 3)."),
    source="M. Jamil, X.-S. Yang, A literature survey of benchmark functions (2013), no. 17.",
    minima=(((1.0, 3.0), 0.0),),
)

MATYAS = Landscape(
    "matyas",
    N_("Matyas's function"),
    "0.26*(w^2 + b^2) - 0.48*w*b",
    box=around(10.0),
    start=(-8.0, 4.0),
    learning_rate=1.0,
    teaches=N_("A long trough across the axes: fast to its floor, then 25 times slower along it."),
    source="M. Jamil, X.-S. Yang, A literature survey of benchmark functions (2013), no. 71.",
    minima=(((0.0, 0.0), 0.0),),
)
