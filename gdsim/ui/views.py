"""The views around the stage, and the presets that arrange them. Adding a view is one line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gdsim.engine.text import N_
from gdsim.ui.lecture.code_view import CodeView
from gdsim.ui.panels.arithmetic import ArithmeticPanel
from gdsim.ui.panels.table import TableView
from gdsim.ui.plots.curves import GapView, LossView
from gdsim.ui.plots.data_fit import DataView
from gdsim.ui.plots.map_rates import RateMapView
from gdsim.ui.plots.maps import MapsView
from gdsim.ui.plots.state_view import StateView
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
    ViewSpec("data", N_("Data and fit"), DataView, share=32),
    ViewSpec("table", N_("Table of steps"), TableView, share=40),
    ViewSpec("state", N_("Optimizer state"), StateView, share=30),
    ViewSpec("maps", N_("Basins"), MapsView, share=66),
    ViewSpec("rate-map", N_("Map of learning rates"), RateMapView, share=34),
    ViewSpec("code", N_("Listing"), CodeView, share=43),
)

PRESETS: tuple[Preset, ...] = (
    Preset("compare", N_("Compare"), "panels", ("loss", "gap", "arithmetic")),
    Preset("curve", N_("1-D"), "panels", ("loss", "arithmetic")),
    Preset("data", N_("Data"), "overlay", ("data", "loss", "table")),
    Preset("surface", N_("3D"), "surface", ("loss", "arithmetic")),
    Preset("maps", N_("Maps"), "overlay", ("maps", "rate-map")),
    Preset("projector", N_("For the last row"), "panels", ("arithmetic",)),
)

BY_ID = {spec.id: spec for spec in VIEWS}
