"""Walking through a scenario's JSON, with the name of every place for the message about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from gdsim.engine.errors import ScenarioError
from gdsim.engine.params import ParamSpec
from gdsim.engine.text import N_
from gdsim.scenario.strict_json import Json, join

#: What may not stand in a line of text, as a pattern that JSON Schema understands too.
CONTROL = r"[\u0000-\u001f\u007f-\u009f\u2028\u2029]"


@dataclass(frozen=True, slots=True)
class Field:
    """A value and the ``path`` to it, e.g. ``lanes[1].learning_rate``."""

    value: Json
    path: str = ""

    def error(self, template: str, **values: object) -> ScenarioError:
        """An error about this field."""
        return ScenarioError(self.path or "scenario", template, **values)

    def below(self, key: str | int, value: Json) -> Field:
        """The field ``key`` of this one."""
        step = join(key)
        dot = "." if self.path and isinstance(key, str) else ""
        return Field(value, f"{self.path}{dot}{step}")

    def fields(self, required: tuple[str, ...], optional: tuple[str, ...] = ()) -> dict[str, Field]:
        """The fields of an object that has all ``required`` and no others than ``optional``."""
        fields = self.known((*required, *optional))
        for name in required:
            if name not in fields:
                raise self.below(name, None).error(N_("is missing"))
        return fields

    def known(self, allowed: tuple[str, ...]) -> dict[str, Field]:
        """The fields of an object that has no others than ``allowed``."""
        fields = self.object()
        for name, field in fields.items():
            if name not in allowed:
                raise field.error(
                    N_("is not known here; allowed: {allowed}"),
                    allowed=", ".join(sorted(allowed)) or "–",
                )
        return fields

    def object(self) -> dict[str, Field]:
        """The fields of an object, whatever their names."""
        if not isinstance(self.value, dict):
            raise self.error(N_("must be an object in braces"))
        return {name: self.below(name, item) for name, item in self.value.items()}

    def id_among(self, allowed: tuple[str, ...]) -> str:
        """The ``id`` of an object whose other fields depend on it."""
        fields = self.object()
        if "id" not in fields:
            raise self.below("id", None).error(N_("is missing"))
        return fields["id"].choice(allowed)

    def items(self, least: int, most: int) -> list[Field]:
        """The items of a list of ``least`` to ``most`` entries."""
        return [self.below(i, item) for i, item in enumerate(self._list(least, most))]

    def _list(self, least: int, most: int) -> list[Any]:
        if not isinstance(self.value, list):
            raise self.error(N_("must be a list in brackets"))
        if not least <= len(self.value) <= most:
            if least == most:
                raise self.error(N_("must have {count} entries"), count=least)
            raise self.error(N_("must have {least} to {most} entries"), least=least, most=most)
        return self.value

    def text(self, most: int, least: int = 0) -> str:
        """A text of a bearable length, without control characters."""
        if not isinstance(self.value, str):
            raise self.error(N_("must be a text in quotation marks"))
        if not least <= len(self.value) <= most:
            raise self.error(N_("must have {least} to {most} characters"), least=least, most=most)
        if re.search(CONTROL, self.value):
            raise self.error(N_("must not have line breaks or other control characters"))
        return self.value

    def choice(self, allowed: tuple[str, ...]) -> str:
        """One of the ids ``allowed``."""
        if not isinstance(self.value, str) or self.value not in allowed:
            raise self.error(N_("must be one of: {allowed}"), allowed=", ".join(allowed))
        return self.value

    def param(self, spec: ParamSpec) -> Any:
        """A value that ``spec`` allows; 0.0 for −0.0, which would be equal but other bits."""
        value = spec.check(self.value, self.path)
        return value + 0.0 if isinstance(value, float) else value

    def numbers(self, spec: ParamSpec, least: int, most: int) -> tuple[float, ...]:
        """A list of numbers that ``spec`` allows, ``least`` to ``most`` of them."""
        values = self._list(least, most)
        low, high = spec.low, spec.high
        if spec.scale != "int" and all(
            type(value) in (int, float) and low <= value <= high for value in values
        ):
            return tuple(float(value) + 0.0 for value in values)
        return tuple(float(self.below(i, v).param(spec)) for i, v in enumerate(values))

    def params(self, specs: tuple[ParamSpec, ...], others: tuple[str, ...] = ()) -> dict[str, Any]:
        """Values of all ``specs`` from an object with no other fields except ``others``."""
        given = self.known((*others, *(spec.name for spec in specs)))
        return {
            spec.name: given[spec.name].param(spec) if spec.name in given else spec.default
            for spec in specs
        }
