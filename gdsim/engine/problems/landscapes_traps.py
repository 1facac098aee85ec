"""Landscapes of two parameters where the gradient misleads, vanishes or explodes."""

from __future__ import annotations

from math import log, pi

from gdsim.engine.problems.landscapes_base import Landscape, around
from gdsim.engine.text import N_

EASOM = Landscape(
    "easom",
    N_("Easom's function"),
    "-cos(w)*cos(b)*exp(-(w - pi)^2 - (b - pi)^2)",
    box=((-1.0, 7.0), (-1.0, 7.0)),
    start=(2.2, 4.2),
    learning_rate=0.3,
    teaches=N_("A hole in a plain: only a start close to it feels any slope at all."),
    source="E. Easom, A Survey of Global Optimization Techniques (1990).",
    minima=(((pi, pi), -1.0),),
)

SADDLE = Landscape(
    "saddle",
    N_("Saddle"),
    "w^2/2 + b^4/4 - b^2/2",
    box=around(2.0),
    start=(1.5, 0.0),
    learning_rate=0.1,
    teaches=N_(
        "Started on the ridge b = 0 the descent ends on the saddle; the least push frees it."
    ),
    source="Y. Nesterov, Introductory Lectures on Convex Optimization (2004), example 1.2.2.",
    minima=(((0.0, 1.0), -0.25), ((0.0, -1.0), -0.25)),
)

MONKEY_SADDLE = Landscape(
    "monkey-saddle",
    N_("Monkey saddle"),
    "w^3 - 3*w*b^2",
    box=around(1.5),
    start=(1.0, 0.0),
    learning_rate=0.05,
    teaches=N_(
        "Three ways down and no curvature in the middle: second derivatives cannot tell its kind."
    ),
    source="D. Hilbert, S. Cohn-Vossen, Anschauliche Geometrie (1932).",
)

PLATEAU = Landscape(
    "plateau",
    N_("Plateau"),
    "(sigmoid(b - w) - 0.2)^2 + (sigmoid(b + w) - 0.8)^2",
    box=around(8.0),
    start=(-6.0, 1.0),
    learning_rate=1.0,
    teaches=N_(
        "Vanishing gradient: a saturated neuron sits on a plateau and learns almost nothing."
    ),
    # One sigmoid neuron, squared loss, x = −1 and 1 with targets 0.2 and 0.8.
    source="X. Glorot, Y. Bengio, Understanding the difficulty of training deep networks (2010).",
    minima=(((log(4.0), 0.0), 0.0),),
)

CLIFF = Landscape(
    "cliff",
    N_("Cliff"),
    "w^2/20 + b^2/2 + 5*sigmoid(20*(w - 1))",
    box=((-6.0, 4.0), (-3.0, 3.0)),
    start=(2.0, 1.5),
    learning_rate=0.45,
    teaches=N_("Exploding gradient: one step taken on the wall throws the descent far away."),
    source="I. Goodfellow, Y. Bengio, A. Courville, Deep Learning (2016), figure 8.3.",
    minima=(((-2.0610686521113156e-6, 0.0), 1.0305555681996034e-8),),
)
