"""Landscapes of one parameter."""

from __future__ import annotations

from gdsim.engine.problems.landscapes_base import Landscape, around
from gdsim.engine.text import N_

PARABOLA = Landscape(
    "parabola",
    N_("Parabola"),
    "w^2 + 3*w - 5",
    box=((-13.5, 10.5),),
    start=(10.0,),
    learning_rate=0.1,
    teaches=N_("The slope tells which way is down, and shrinks to zero at the minimum."),
    source="The course's article 1; J′ = 2w + 3.",
    minima=(((-1.5,), -7.25),),
)

DOUBLE_WELL = Landscape(
    "double-well",
    N_("Double well"),
    "(3*w^4 - 4*w^3 - 12*w^2)/12",
    box=((-2.5, 3.5),),
    start=(-2.0,),
    learning_rate=0.1,
    teaches=N_("Where the descent ends depends on where it starts: two valleys, one deeper."),
    # J′ = w(w − 2)(w + 1), so that all three critical points are whole numbers.
    source="J. Stewart, Calculus, section 4.3 (3x⁴ − 4x³ − 12x² + 5), scaled.",
    minima=(((2.0,), -8.0 / 3.0), ((-1.0,), -5.0 / 12.0)),
)

QUARTIC = Landscape(
    "quartic",
    N_("Quartic"),
    "w^4/4",
    box=around(2.5, 1),
    start=(2.0,),
    learning_rate=0.1,
    teaches=N_(
        "A flat bottom: the curvature vanishes at the minimum and progress slows to a crawl."
    ),
    # J′ = w³: near 0 the distance shrinks like 1/√(2αk), slower than any geometric sequence.
    source="Standard example of a degenerate minimum (second derivative 0).",
    minima=(((0.0,), 0.0),),
)

FLAT_TAILS = Landscape(
    "flat-tails",
    N_("Flat tails"),
    "w^2/(1 + w^2)",
    box=around(8.0, 1),
    start=(5.0,),
    learning_rate=0.5,
    teaches=N_(
        "Vanishing gradient: far out the curve is almost flat, so the first steps hardly move."
    ),
    # J′ = 2w/(1 + w²)², about 2/w³ far out.
    source="S. Geman, D. McClure (1985); J. Barron, General and Adaptive Robust Loss (2019).",
    minima=(((0.0,), 0.0),),
)
