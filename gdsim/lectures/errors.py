"""What is wrong with a lecture file, in one line with the file, the scene and the field."""

from __future__ import annotations

from gdsim.engine.errors import GdsimError, ScenarioError
from gdsim.engine.files import short
from gdsim.engine.text import N_


class LectureError(GdsimError):
    """A lecture that cannot be used.

    ``file`` is the name of the file, ``scene`` the number of the scene (1, 2, …; 0 where it is
    about the whole lecture) and ``scene_title`` what it is called, ``field`` the place in it.
    """

    def __init__(
        self, file: str, template: str, *, field: str = "", scene: int = 0, title: str = "",
        **values: object,
    ) -> None:  # fmt: skip
        super().__init__(template, **values)
        self.file, self.field, self.scene, self.scene_title = file, field, scene, title

    @classmethod
    def of(cls, error: GdsimError, file: str, scene: int = 0, title: str = "") -> LectureError:
        """``error`` with the place at which it was found."""
        field = error.field if isinstance(error, ScenarioError) else ""
        made = cls(file, error.template, field=field, scene=scene, title=short(title))
        made.values = error.values
        return made

    @property
    def place(self) -> str:
        """Where it is: file, scene and field as far as they are known."""
        scene = f"scene {self.scene}" + (f" “{self.scene_title}”" if self.scene_title else "")
        parts = (short(self.file, 100), scene if self.scene else "", self.field)
        return ": ".join(part for part in parts if part)

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}" if self.place else self.reason


#: Said where a number of a lecture is too much work.
TOO_MUCH_WORK = N_("takes too many steps in all; lanes times max_steps may add up to {limit}")
