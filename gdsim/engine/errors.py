"""What can go wrong in plain words: every error that a person may see.

An error keeps its English template and the values apart, so that the window
can translate the template and fill in the same values. Anything else that
escapes from the engine is a bug.
"""

from __future__ import annotations

__all__ = ["FormulaError", "GdsimError", "ScenarioError"]


class GdsimError(Exception):
    """A reason that can be shown to a person.

    `template` is an English text with ``{name}`` fields, marked with ``N_``
    where it is written; ``str(error)`` is the template with `values` filled in.
    """

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template)
        self.template = template
        self.values = values

    @property
    def reason(self) -> str:
        """The English sentence."""
        return self.template.format(**self.values)

    def __str__(self) -> str:
        return self.reason

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.__dict__.copy())


class ScenarioError(GdsimError):
    """A scenario field has a value that is not allowed; str is "field: reason"."""

    def __init__(self, field: str, template: str, **values: object) -> None:
        super().__init__(template, **values)
        self.field = field

    def __str__(self) -> str:
        return f"{self.field}: {self.reason}"


class FormulaError(GdsimError):
    """A typed formula cannot be read.

    `position` is the 0-based index into the text as typed at which the marked
    part begins, `length` the number of characters it covers.
    """

    def __init__(self, position: int, template: str, *, length: int = 1, **values: object) -> None:
        super().__init__(template, **values)
        self.position = position
        self.length = length


def _rebuild(cls: type[GdsimError], state: dict[str, object]) -> GdsimError:
    """Make an unpickled error, whatever arguments its class asks for."""
    error = cls.__new__(cls)
    error.__dict__.update(state)
    error.args = (state["template"],)
    return error
