"""The built-in landscapes, in the order in which they are offered.

To add one, write its entry in one of the family files and list it here.
"""

from __future__ import annotations

from gdsim.engine.problems import landscapes_bowls as bowls
from gdsim.engine.problems import landscapes_line as line
from gdsim.engine.problems import landscapes_traps as traps
from gdsim.engine.problems import landscapes_valleys as valleys
from gdsim.engine.problems.landscapes_base import Landscape

__all__ = ["LANDSCAPES", "Landscape"]

LANDSCAPES: tuple[Landscape, ...] = (
    line.PARABOLA,
    line.DOUBLE_WELL,
    line.QUARTIC,
    line.FLAT_TAILS,
    bowls.COUPLED_BOWL,
    bowls.ROUND_BOWL,
    bowls.RAVINE,
    bowls.ROSENBROCK,
    valleys.HIMMELBLAU,
    bowls.BEALE,
    bowls.BOOTH,
    bowls.MATYAS,
    valleys.THREE_HUMP_CAMEL,
    valleys.SIX_HUMP_CAMEL,
    valleys.STYBLINSKI_TANG,
    valleys.MCCORMICK,
    valleys.GOLDSTEIN_PRICE,
    valleys.RASTRIGIN,
    valleys.ACKLEY,
    traps.EASOM,
    traps.SADDLE,
    traps.MONKEY_SADDLE,
    traps.PLATEAU,
    traps.CLIFF,
)
