"""A lecture as frozen plain data: scenes, and in each the beats that a clicker goes through."""

from __future__ import annotations

from dataclasses import dataclass

from gdsim.lectures.facts import Grid
from gdsim.lectures.texts import Text
from gdsim.lectures.vocabulary import AskKind, Phase
from gdsim.scenario import Scenario

#: The step of a beat that stands at the end of the run, however long that is.
END = -1


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer that is offered; it is right where the comparison ``when`` holds (or ``right``)."""

    text: Text
    when: str = ""
    right: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """A question that is put before the run goes on.

    ``choice``: one of ``choices``. ``lane``: those lanes for which ``when`` holds. ``point``: where
    ``lane`` stands after ``target`` steps. ``because`` is said when the answer is shown.
    """

    kind: AskKind
    question: Text
    choices: tuple[Choice, ...] = ()
    when: str = ""
    lane: str = "lane1"
    target: int = 0
    because: Text = Text()


@dataclass(frozen=True, slots=True)
class Beat:
    """What one press of the clicker shows.

    ``step`` is where the cursor stands (`END`: at the end), ``k`` the step that the caption is
    about: they differ while a step is being made. With ``play_from`` the cursor runs there from
    that step. ``line`` is the line of the listing that is executed (0-based, −1 for none).
    """

    step: int
    k: int
    phase: Phase = "still"
    caption: Text = Text()
    highlight: tuple[str, ...] = ()
    play_from: int | None = None
    line: int = -1
    ask: Ask | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """One setting of the scenario and the beats in it.

    ``views`` are shown, ``lane_names`` stand for the lanes' own names (() keeps those),
    ``bookmark`` is the digit that jumps here (0: none), ``code`` the id of a listing or "".
    """

    id: str
    title: Text
    scenario: Scenario
    beats: tuple[Beat, ...]
    views: tuple[str, ...]
    lane_names: tuple[Text, ...] = ()
    notes: Text = Text()
    bookmark: int = 0
    code: str = ""
    grid: Grid = Grid()


@dataclass(frozen=True, slots=True)
class Lecture:
    """A prepared demonstration. ``lessons`` are the rows of the course that it covers."""

    id: str
    title: Text
    goal: Text
    surprise: Text
    questions: tuple[Text, ...]
    notes: Text
    scenes: tuple[Scene, ...]
    lessons: tuple[str, ...] = ()
