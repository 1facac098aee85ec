"""The views around the stage, and the presets that arrange them. Adding a view is one line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gdsim.engine.text import N_
from gdsim.ui.panels.arithmetic import ArithmeticPanel
from gdsim.ui.plots.critical import CriticalView
from gdsim.ui.plots.curves import GapView, LossView
from gdsim.ui.plots.view import View
from gdsim.ui.stage import Mode

#: Height of the row of views below the stage, as a part of the workspace.
ROW = 0.4


@dataclass(frozen=True)
class ViewSpec:
    """A view in a dock, made when it first shows. ``share`` is its part of the row's width.

    ``least`` is the width in pixels at text scale 1 below which it is no longer of use.
    """

    id: str
    title: str
    make: Callable[[], View]
    share: int = 21
    least: int = 150


@dataclass(frozen=True)
class Preset:
    """An arrangement: what the stage shows, and the views in the row below it.

    ``row`` is that row's part of the height; 0 says that whoever asks shares the room himself.
    """

    id: str
    title: str
    mode: Mode
    views: tuple[str, ...]
    row: float = ROW


# The views of the first scene are imported above; the others when they first show, so that the
# window does not wait for them.


def _data() -> View:
    from gdsim.ui.plots.data_fit import DataView

    return DataView()


def _table() -> View:
    from gdsim.ui.panels.table import TableView

    return TableView()


def _numbers() -> View:
    from gdsim.ui.panels.large_numbers import LargeNumbersView

    return LargeNumbersView()


def _state() -> View:
    from gdsim.ui.plots.state_view import StateView

    return StateView()


def _maps() -> View:
    from gdsim.ui.plots.maps import MapsView

    return MapsView()


def _rate_map() -> View:
    from gdsim.ui.plots.map_rates import RateMapView

    return RateMapView()


def _code() -> View:
    from gdsim.ui.lecture.code_view import CodeView

    return CodeView()


VIEWS: tuple[ViewSpec, ...] = (
    ViewSpec("loss", N_("Loss J"), LossView, share=20),
    ViewSpec("gap", N_("Gap"), GapView, share=23),
    ViewSpec("arithmetic", N_("Arithmetic"), ArithmeticPanel, share=57, least=200),
    ViewSpec("numbers", N_("Large numbers"), _numbers, share=57, least=200),
    ViewSpec("data", N_("Data and fit"), _data, share=32),
    ViewSpec("table", N_("Table of steps"), _table, share=40, least=200),
    ViewSpec("state", N_("Optimizer state"), _state, share=24),
    ViewSpec("critical", N_("Critical points"), CriticalView, share=34),
    ViewSpec("maps", N_("Basins"), _maps, share=66, least=330),
    ViewSpec("rate-map", N_("Map of learning rates"), _rate_map, share=34),
    ViewSpec("code", N_("Listing"), _code, share=43),
)

PRESETS: tuple[Preset, ...] = (
    Preset("compare", N_("Compare"), "panels", ("loss", "gap", "arithmetic")),
    Preset("curve", N_("1-D"), "panels", ("loss", "arithmetic")),
    Preset("data", N_("Data"), "overlay", ("data", "loss", "table")),
    Preset("optimizers", N_("Optimizers"), "overlay", ("loss", "state", "arithmetic")),
    Preset("surface", N_("3D"), "surface", ("loss", "arithmetic"), row=0.36),
    Preset("maps", N_("Maps"), "overlay", ("maps", "rate-map"), row=0.62),
    Preset("projector", N_("For the last row"), "panels", ("numbers",)),
)

BY_ID = {spec.id: spec for spec in VIEWS}
