"""Landscapes of two parameters with several valleys.

Minima that are not round numbers were solved for at 40 digits.
"""

from __future__ import annotations

from math import pi, sqrt

from gdsim.engine.problems.landscapes_base import Landscape, around
from gdsim.engine.text import N_

HIMMELBLAU = Landscape(
    "himmelblau",
    N_("Himmelblau's function"),
    "(w^2 + b - 11)^2 + (w + b^2 - 7)^2",
    box=around(5.0),
    start=(0.0, 0.0),
    learning_rate=0.01,
    teaches=N_(
        "Four equally deep valleys: the start, and sometimes the update order, decides which."
    ),
    source="D. Himmelblau, Applied Nonlinear Programming (1972).",
    minima=(
        ((3.0, 2.0), 0.0),
        ((-2.8051180869527448, 3.1313125182505730), 0.0),
        ((-3.7793102533777469, -3.2831859912861694), 0.0),
        ((3.5844283403304917, -1.8481265269644036), 0.0),
    ),
)

THREE_HUMP_CAMEL = Landscape(
    "three-hump-camel",
    N_("Three-hump camel"),
    "2*w^2 - 1.05*w^4 + w^6/6 + w*b + b^2",
    box=around(2.5),
    start=(2.0, 1.0),
    learning_rate=0.05,
    teaches=N_("Three valleys in a row: from the outer ones the deepest is out of reach."),
    source="F. Branin (1972); M. Jamil, X.-S. Yang (2013), no. 29.",
    minima=(
        ((0.0, 0.0), 0.0),
        ((1.7475523458302889, -0.8737761729151444), 0.29863844223685982),
        ((-1.7475523458302889, 0.8737761729151444), 0.29863844223685982),
    ),
)

SIX_HUMP_CAMEL = Landscape(
    "six-hump-camel",
    N_("Six-hump camel"),
    "(4 - 2.1*w^2 + w^4/3)*w^2 + w*b + (4*b^2 - 4)*b^2",
    box=((-2.2, 2.2), (-1.2, 1.2)),
    start=(1.8, 0.9),
    learning_rate=0.03,
    teaches=N_(
        "Six valleys in three depths, alike under a half turn: most starts miss the deepest."
    ),
    source="F. Branin (1972); L. Dixon, G. Szegő, Towards Global Optimization 2 (1978).",
    minima=(
        ((0.08984201310031806, -0.71265640302073963), -1.03162845348987735),
        ((-0.08984201310031806, 0.71265640302073963), -1.03162845348987735),
        ((1.7036067149699808, -0.79608356867262512), -0.21546382438371764),
        ((-1.7036067149699808, 0.79608356867262512), -0.21546382438371764),
        ((1.6071047529201972, 0.56865145488413137), 2.1042503103112583),
        ((-1.6071047529201972, -0.56865145488413137), 2.1042503103112583),
    ),
)

STYBLINSKI_TANG = Landscape(
    "styblinski-tang",
    N_("Styblinski–Tang function"),
    "(w^4 - 16*w^2 + 5*w + b^4 - 16*b^2 + 5*b)/2",
    box=around(4.5),
    start=(1.0, 0.5),
    learning_rate=0.02,
    teaches=N_("Four valleys of three depths: sliding into the nearest is not finding the best."),
    source="M. Styblinski, T.-S. Tang, Neural Networks 3 (1990) 467.",
    minima=(
        ((-2.9035340277711771, -2.9035340277711771), -78.332331407542831),
        ((-2.9035340277711771, 2.746802770990837), -64.195612359055358),
        ((2.746802770990837, -2.9035340277711771), -64.195612359055358),
        ((2.746802770990837, 2.746802770990837), -50.058893310567885),
    ),
)

MCCORMICK = Landscape(
    "mccormick",
    N_("McCormick's function"),
    "sin(w + b) + (w - b)^2 - 1.5*w + 2.5*b + 1",
    box=((-1.5, 4.0), (-3.0, 4.0)),
    start=(3.5, 0.0),
    learning_rate=0.1,
    teaches=N_("A wave on a tilted trough: a first, higher valley holds the descent back."),
    source="G. McCormick, Mathematical Programming 10 (1976) 147.",
    # w = b + 1 and cos(w + b) = −1/2.
    minima=(
        ((0.5 - pi / 3.0, -0.5 - pi / 3.0), -sqrt(3.0) / 2.0 - pi / 3.0),
        ((0.5 + 2.0 * pi / 3.0, -0.5 + 2.0 * pi / 3.0), 2.0 * pi / 3.0 - sqrt(3.0) / 2.0),
    ),
)

GOLDSTEIN_PRICE = Landscape(
    "goldstein-price",
    N_("Goldstein–Price function"),
    "(1 + (w + b + 1)^2*(19 - 14*w + 3*w^2 - 14*b + 6*w*b + 3*b^2))"
    "*(30 + (2*w - 3*b)^2*(18 - 32*w + 12*w^2 + 48*b - 36*w*b + 27*b^2))",
    box=around(2.0),
    start=(-0.5, -1.2),
    learning_rate=0.0001,
    teaches=N_(
        "Heights from 3 to a million: a rate safe on the walls is tiny on the valley floor."
    ),
    source="A. Goldstein, J. Price, Mathematics of Computation 25 (1971) 569.",
    minima=(
        ((0.0, -1.0), 3.0),
        ((-0.6, -0.4), 30.0),
        ((1.8, 0.2), 84.0),
        ((1.2, 0.8), 840.0),
    ),
)

RASTRIGIN = Landscape(
    "rastrigin",
    N_("Rastrigin's function"),
    "20 + w^2 - 10*cos(2*pi*w) + b^2 - 10*cos(2*pi*b)",
    box=around(5.12),
    start=(2.2, -1.7),
    learning_rate=0.002,
    teaches=N_("A valley at almost every whole number: plain descent stops in the nearest one."),
    source="L. Rastrigin, Systems of Extremal Control (1974).",
    minima=(((0.0, 0.0), 0.0),),
)

ACKLEY = Landscape(
    "ackley",
    N_("Ackley's function"),
    "-20*exp(-0.2*sqrt(0.5*(w^2 + b^2))) - exp(0.5*(cos(2*pi*w) + cos(2*pi*b))) + e + 20",
    box=around(5.0),
    start=(2.3, -1.4),
    learning_rate=0.01,
    teaches=N_(
        "A funnel full of dents: the slope of the whole points to the middle, each dent holds."
    ),
    # The tip of a cone: at the minimum itself there is no gradient.
    source="D. Ackley, A Connectionist Machine for Genetic Hillclimbing (1987).",
    minima=(((0.0, 0.0), 0.0),),
)
