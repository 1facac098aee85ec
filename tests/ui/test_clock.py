"""Turns for work that is done in slices of a frame."""

from gdsim.ui.clock import spell
from tests.fuzz.monkey.steady import LOOK, steady


def test_a_spell_has_a_turn_where_the_clock_is_coarse() -> None:
    """Else work would never go on where each look at the clock is later than the spell is long."""
    with steady():
        assert len(list(spell(0.5 * LOOK))) == 1


def test_a_spell_has_turns_as_long_as_there_is_time() -> None:
    with steady():
        assert len(list(spell(2.5 * LOOK))) == 3
