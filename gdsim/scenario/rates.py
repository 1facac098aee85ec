"""Learning rates in a file: a number, or a schedule with its settings."""

from __future__ import annotations

from gdsim.engine import schedules
from gdsim.engine.params import ParamSpec
from gdsim.engine.schedules import Constant, Schedule
from gdsim.engine.text import N_
from gdsim.scenario.fields import Field
from gdsim.scenario.strict_json import Json

SCHEDULES = getattr(schedules, "SCHEDULES", (Constant,))
RATE = ParamSpec(
    "rate", N_("Learning rate"), 0.01, symbol="α", low=0, open_low=True, high=1000, scale="log"
)

BY_ID = {kind.id: kind for kind in SCHEDULES}


def read_rate(field: Field) -> Schedule:
    """The schedule in ``field``; a number is a constant rate."""
    if not isinstance(field.value, dict):
        return Constant(float(field.param(RATE)))
    fields = field.object()
    if "id" not in fields:
        field.fields(("id",))
    kind = BY_ID[fields["id"].choice(tuple(BY_ID))]
    return kind(**field.params(getattr(kind, "params", (RATE,)), ("id",)))


def write_rate(schedule: Schedule) -> Json:
    """What `read_rate` reads as ``schedule``."""
    if isinstance(schedule, Constant):
        return schedule.rate
    values = {spec.name: getattr(schedule, spec.name) for spec in schedule.params}
    return {"id": schedule.id, **values}
