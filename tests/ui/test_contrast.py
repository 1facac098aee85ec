"""Contrast: of the themes' colours, and of what is painted."""

from collections.abc import Iterator

import pytest

from gdsim.ui import theme as th
from gdsim.ui.theme import THEMES, Theme
from tests.ui.contrast import contrast

# ---- contrast ----------------------------------------------------------------------------------


def texts(theme: Theme) -> Iterator[tuple[str, str, str]]:
    """(what, colour, ground) of everything that is read."""
    for ground in ("card", "ground"):
        for name in ("text", "muted", "error", "gap", "accent"):
            yield f"{name} on {ground}", getattr(theme, name), getattr(theme, ground)
    # What is said about lanes and coordinates stands on cards.
    for name in ("lanes", "coordinates"):
        for i, colour in enumerate(getattr(theme, name)):
            yield f"{name} {i}", colour, theme.card
    yield "on_accent", theme.on_accent, theme.accent
    for colour in (theme.text, *theme.coordinates):
        yield f"{colour} on mark_ground", colour, theme.mark_ground


def graphics(theme: Theme) -> Iterator[tuple[str, str, str]]:
    """(what, colour, ground) of everything that is seen and means something."""
    for name in ("field_edge", "accent", "minimum", "error"):
        yield name, getattr(theme, name), theme.card
    yield "focus on ground", theme.accent, theme.ground
    for i in range(len(th.BASINS)):
        yield f"number on basin {i}", th.LIGHT.minimum, th.basin_colour(i)
        yield f"start ring on basin {i}", th.LIGHT.text, th.basin_colour(i)
    yield "number on what ends nowhere", th.DARK.text, th.NOWHERE
    yield "difference", theme.gap if theme.id != "dark" else th.NOWHERE, th.BASINS[-1]


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.id)
def test_text_can_be_read(theme: Theme) -> None:
    weak = {what: round(contrast(a, b), 2) for what, a, b in texts(theme) if contrast(a, b) < 4.5}
    assert weak == {}


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.id)
def test_graphics_can_be_seen(theme: Theme) -> None:
    weak = {what: round(contrast(a, b), 2) for what, a, b in graphics(theme) if contrast(a, b) < 3}
    assert weak == {}


def test_contrast_itself() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
