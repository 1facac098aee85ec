"""The views around the stage, and the presets that arrange them. Adding a view is one line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gdsim.engine.text import N_
from gdsim.ui.panels.arithmetic import ArithmeticPanel
from gdsim.ui.plots.curves import GapView, LossView
from gdsim.ui.plots.view import View
from gdsim.ui.stage import Mode


@dataclass(frozen=True)
class ViewSpec:
    """A view in a dock, made when it first shows. ``share`` is its part of the row's width."""

    id: str
    title: str
    make: Callable[[], View]
    share: int = 21


@dataclass(frozen=True)
class Preset:
    """An arrangement: what the stage shows, and the views in the row below it."""

    id: str
    title: str
    mode: Mode
    views: tuple[str, ...]


VIEWS: tuple[ViewSpec, ...] = (
    ViewSpec("loss", N_("Loss J"), LossView, share=20),
    ViewSpec("gap", N_("Gap"), GapView, share=23),
    ViewSpec("arithmetic", N_("Arithmetic"), ArithmeticPanel, share=57),
)

PRESETS: tuple[Preset, ...] = (
    Preset("compare", N_("Compare"), "panels", ("loss", "gap", "arithmetic")),
    Preset("surface", N_("3D"), "surface", ("loss", "arithmetic")),
    Preset("projector", N_("For the last row"), "panels", ("arithmetic",)),
)

BY_ID = {spec.id: spec for spec in VIEWS}
