"""The card that says how the descent goes: start, sampling, optimizer, order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import permutations

from PySide6.QtWidgets import QWidget

from gdsim.engine.optimizers import OPTIMIZERS
from gdsim.engine.params import ParamSpec, ParamValue
from gdsim.engine.text import N_
from gdsim.scenario import Scenario
from gdsim.scenario.specs import START, VARIANTS
from gdsim.ui.i18n import tr
from gdsim.ui.panels import parameters_edits as edits
from gdsim.ui.panels.parameters_section import Apply, Section
from gdsim.ui.widgets.spec_control import SpecControl, make_control
from gdsim.ui.widgets.spec_rows import SpecRows

START_LABELS = {"w": N_("Start w"), "b": N_("Start b")}
ORDER_LABELS = {
    ("w",): N_("only w"),
    ("w", "b"): N_("w, then b"),
    ("b", "w"): N_("b, then w"),
}

VARIANT = ParamSpec(
    "variant", N_("Variant"), "batch", scale="choice",
    choices=tuple((name, label) for name, label, _ in VARIANTS),
    help=N_("How many data rows each step looks at: all, one, or a few."),
)  # fmt: skip
OPTIMIZER = ParamSpec(
    "optimizer", N_("Optimizer"), OPTIMIZERS[0].id, scale="choice",
    choices=tuple((kind.id, kind.title) for kind in OPTIMIZERS),
    help=N_("What a step makes of the gradient."),
)  # fmt: skip
ORDER = ParamSpec(
    "order", N_("Sequential order"), "", scale="choice",
    help=N_("Which parameter a sequential step updates first; the next sees it already moved."),
)  # fmt: skip
LANE_ORDER = ParamSpec(
    "lane_order", N_("Update order"), "", scale="choice",
    help=N_("All parameters at once from the same point, or one by one, "
            "each from the point as already moved."),
)  # fmt: skip
#: The choice of no order at all.
TOGETHER = ("together", N_("synchronous"))

#: The settings of all variants, each once; the last variant has the most and decides the order.
VARIANT_SETTINGS = tuple({s.name: s for _, _, specs in VARIANTS[::-1] for s in specs}.values())
UNDO = {
    "batch_size": N_("Change batch size"),
    "replacement": N_("Change replacement"),
    "seed": N_("Change seed"),
}


class DescentSection(Section):
    """Where the lanes begin and how they step."""

    def __init__(self, apply: Apply, parent: QWidget | None = None) -> None:
        super().__init__(apply, parent)
        self.start = tuple(self._start_row(i, name) for i, name in enumerate(START_LABELS))
        self.variant = self._row(VARIANT, self._set_variant)
        self.settings = {s.name: self._setting_row(s) for s in VARIANT_SETTINGS}
        self.optimizer = self._row(OPTIMIZER, self._set_optimizer)
        self.hyper = SpecRows(self)
        self.hyper.value_changed.connect(self._set_hyper)
        self.add(self.hyper)
        self.order = self._row(ORDER, self._set_order)

    def _row(self, spec: ParamSpec, chosen: Callable[..., None]) -> SpecControl:
        control = make_control(spec, self)
        control.value_changed.connect(chosen)
        self.add(control)
        return control

    def _start_row(self, coordinate: int, name: str) -> SpecControl:
        spec = replace(START, name=f"start_{name}", label=START_LABELS[name])
        return self._row(spec, partial(self._set_start, coordinate))

    def _setting_row(self, spec: ParamSpec) -> SpecControl:
        return self._row(spec, partial(self._set_setting, spec.name))

    # ---- showing -----------------------------------------------------------------------------

    def show_scenario(self, scenario: Scenario) -> None:
        super().show_scenario(scenario)
        for i, control in enumerate(self.start):
            control.setVisible(i < len(scenario.start))
            if i < len(scenario.start):
                control.set_value(scenario.start[i])
        self._show_variant(scenario, edits.data_rows(scenario))
        optimizer = edits.shown_lane(scenario, self.aim()).optimizer
        self.optimizer.set_value(optimizer.id)
        self.hyper.show_values(optimizer.kind.params, optimizer.hyper)
        self._show_order(scenario)

    def _show_variant(self, scenario: Scenario, rows: int) -> None:
        variant = edits.shown_variant(scenario, self.aim())
        nothing = "" if rows else tr("This problem has no data to draw from.")
        self.variant.set_reason(nothing)
        self.variant.set_value(variant.id)
        size = self.settings["batch_size"]
        size.set_spec(replace(size.spec, high=float(max(1, rows))))
        size.set_reason(_fixed_size(variant.id))
        used = {"batch_size", *(spec.name for spec in edits.VARIANT_PARAMS[variant.id])}
        values = {name: getattr(variant, name) for name in self.settings}
        values["batch_size"] = variant.rows_per_step(rows)
        # Each once: what goes and comes back lays out all the settings anew.
        for name, control in self.settings.items():
            control.setVisible(name in used and bool(rows))
            control.set_value(values[name])

    def _show_order(self, scenario: Scenario) -> None:
        names = scenario.problem.names
        choices = tuple(
            (",".join(map(str, visits)), ORDER_LABELS[tuple(names[i] for i in visits)])
            for visits in permutations(range(len(names)))
        )
        lane = edits.shown_lane(scenario, self.aim())
        if self.aim().lane is not None or len(scenario.lanes) == 1:
            self.order.set_spec(replace(LANE_ORDER, choices=(TOGETHER, *choices)))
            visits = ",".join(map(str, lane.visits(len(names))))
            self.order.set_value(visits if lane.order == "sequential" else TOGETHER[0])
            self.order.set_reason(_no_order(len(names), True))
            return
        self.order.set_spec(replace(ORDER, choices=choices))
        sequential = [lane for lane in scenario.lanes if lane.order == "sequential"]
        shown = sequential[0].visits(len(names)) if sequential else tuple(range(len(names)))
        self.order.set_value(",".join(map(str, shown)))
        self.order.set_reason(_no_order(len(names), bool(sequential)))

    # ---- edits -------------------------------------------------------------------------------

    def _set_start(self, coordinate: int, value: float) -> None:
        edit = partial(edits.with_start, coordinate=coordinate, value=value)
        self.edit(self.start[coordinate], edit, N_("Change start point"))

    def _set_variant(self, id: str) -> None:
        edit = partial(edits.with_variant, id=id, aim=self.aim())
        self.edit(self.variant, edit, N_("Change variant"))

    def _set_setting(self, name: str, value: float | bool) -> None:
        edit = partial(edits.with_variant_value, name=name, value=value, aim=self.aim())
        self.edit(self.settings[name], edit, UNDO.get(name, N_("Change variant")))

    def _set_optimizer(self, id: str) -> None:
        edit = partial(edits.with_optimizer, id=id, aim=self.aim())
        self.edit(self.optimizer, edit, N_("Change optimizer"))

    def _set_hyper(self, name: str, value: ParamValue) -> None:
        edit = partial(edits.with_optimizer_value, name=name, value=value, aim=self.aim())
        self.edit(self.hyper.controls[name], edit, N_("Change optimizer parameter"))

    def _set_order(self, visits: str) -> None:
        order = () if visits == TOGETHER[0] else tuple(int(i) for i in visits.split(","))
        edit = partial(edits.with_order, visits=order)
        if self.order.spec.name == LANE_ORDER.name:
            edit = partial(edits.with_lane_order, visits=order, aim=self.aim())
        self.edit(self.order, edit, N_("Change update order"))


def _fixed_size(variant: str) -> str:
    """Why the batch size cannot be set, if so."""
    if variant == "batch":
        return tr("Batch descent looks at every row in each step.")
    if variant == "sgd":
        return tr("Stochastic descent looks at one row in each step.")
    return ""


def _no_order(dimension: int, sequential: bool) -> str:
    """Why the order means nothing, if so."""
    if dimension < 2:
        return tr("With one parameter there is no order to choose.")
    if not sequential:
        return tr("No lane updates sequentially.")
    return ""
