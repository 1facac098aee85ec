"""Learning rates in a file: a number, or a schedule with its settings."""

from __future__ import annotations

from gdsim.engine.schedules import RATE, SCHEDULES, Constant, Piecewise, Schedule
from gdsim.scenario.fields import Field
from gdsim.scenario.strict_json import Json

__all__ = ["RATE", "SCHEDULES", "read_rate", "write_rate"]

BY_ID = {kind.id: kind for kind in SCHEDULES}


def read_rate(field: Field) -> Schedule:
    """The schedule in ``field``; a number is a constant rate."""
    if not isinstance(field.value, dict):
        return Constant(field.param(RATE))
    kind = BY_ID[field.id_among(tuple(BY_ID))]
    if kind is Piecewise:
        rates = field.fields(("id", "rates"))["rates"]
        return Piecewise.read(rates.value, rates.path)
    return kind(**field.params(kind.params, ("id",)))


def write_rate(schedule: Schedule) -> Json:
    """What `read_rate` reads as ``schedule``."""
    if isinstance(schedule, Constant):
        return schedule.rate
    if isinstance(schedule, Piecewise):
        return {"id": schedule.id, "rates": schedule.pieces}
    values = {spec.name: getattr(schedule, spec.name) for spec in schedule.params}
    return {"id": schedule.id, **values}
