"""Going through a lecture: every beat by its number, with its texts and numbers filled in.

There is no state but the number of the beat, so that going back is exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gdsim.engine.errors import GdsimError, ScenarioError
from gdsim.engine.text import N_
from gdsim.lectures.expressions import fill, parse_condition
from gdsim.lectures.facts import Facts, facts_of
from gdsim.lectures.listings import Executed
from gdsim.lectures.model import END, Ask, Beat, Lecture, Scene
from gdsim.lectures.quantities import Evaluator, position
from gdsim.lectures.texts import Text
from gdsim.lectures.vocabulary import Phase
from gdsim.lectures.words import word
from gdsim.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answer, worked out by the engine.

    ``choices`` are what is offered (for a lane question: the lanes), ``right`` the indices of those
    that are true. ``point`` is where the right click is (for a question of the kind ``point``).
    """

    kind: str
    text: Text
    choices: tuple[Text, ...]
    right: frozenset[int]
    point: tuple[float, ...] | None
    because: Text


@dataclass(frozen=True)
class Moment:
    """All that one beat shows.

    ``step`` is the cursor, ``play_from`` where it comes from if it is to run; ``lines`` are those
    of the listing that have been executed in this step, the last of them just now.
    """

    index: int
    scene: Scene
    scene_index: int
    phase: Phase
    step: int
    k: int
    caption: Text
    notes: Text
    highlight: tuple[str, ...]
    views: tuple[str, ...]
    play_from: int | None
    question: Question | None
    lines: tuple[Executed, ...]


class LectureRunner(Sequence[Moment]):
    """The beats of a lecture, one after the other: ``runner[i]`` is the moment of beat i."""

    def __init__(self, lecture: Lecture) -> None:
        self.lecture = lecture
        self._beats = [
            (number, scene, beat)
            for number, scene in enumerate(lecture.scenes)
            for beat in scene.beats
        ]
        # Filled in as they are asked for; a moment depends on nothing but its number.
        self._known: dict[int, Moment] = {}

    def __len__(self) -> int:
        return len(self._beats)

    def __getitem__(self, index: int) -> Moment:  # type: ignore[override]
        index = range(len(self))[index]
        if index not in self._known:
            self._known[index] = self._moment(index)
        return self._known[index]

    def _moment(self, index: int) -> Moment:
        number, scene, beat = self._beats[index]
        facts = facts_of_scene(scene)
        beat = _placed(beat, facts)
        evaluate = Evaluator(facts, beat.k, max(beat.line, 0))
        question = _question(beat.ask, scene, facts, evaluate) if beat.ask else None
        last_line = beat.line + 1
        return Moment(
            index=index,
            scene=scene,
            scene_index=number,
            phase=beat.phase,
            step=beat.step,
            k=beat.k,
            caption=filled(beat.caption, evaluate),
            notes=filled(scene.notes, Evaluator(facts, 0)),
            highlight=beat.highlight,
            views=scene.views,
            play_from=beat.play_from,
            question=question,
            lines=facts.execution(beat.k)[:last_line] if last_line else (),
        )

    def scenario(self, index: int, language: str) -> Scenario:
        """The scenario of a beat's scene, with the lanes named in ``language``."""
        return named(self._beats[index][1], language)

    def first_of(self, scene: int) -> int:
        """The first beat of a scene by its index."""
        return next(i for i, (number, _, _) in enumerate(self._beats) if number == scene)

    @property
    def bookmarks(self) -> dict[int, int]:
        """Number of the beat that each digit jumps to."""
        scenes = enumerate(self.lecture.scenes)
        return {scene.bookmark: self.first_of(i) for i, scene in scenes if scene.bookmark}


def facts_of_scene(scene: Scene) -> Facts:
    """What is true of a scene's scenario."""
    return facts_of(scene.scenario, scene.grid, scene.code)


def named(scene: Scene, language: str) -> Scenario:
    """The scene's scenario with its lanes called as the scene calls them."""
    evaluate = Evaluator(facts_of_scene(scene), 0)
    names = [filled(name, evaluate).in_(language) for name in scene.lane_names]
    if not names:
        return scene.scenario
    lanes = zip(scene.scenario.lanes, names, strict=True)
    return replace(scene.scenario, lanes=tuple(replace(lane, name=name) for lane, name in lanes))


def filled(text: Text, evaluate: Evaluator) -> Text:
    """``text`` with its placeholders replaced, in both languages."""
    return text.map(lambda part, language: fill(part, language, evaluate))


def _placed(beat: Beat, facts: Facts) -> Beat:
    """``beat`` with the end of the run put in for `END`; raises where a step is beyond it."""
    step = facts.last if beat.step == END else beat.step
    if step > facts.last:
        raise ScenarioError("step", N_("there is no step {step}; the longest lane makes {steps}"),
                            step=step, steps=facts.last)  # fmt: skip
    return replace(beat, step=step, k=facts.last if beat.k == END else beat.k)


def _question(ask: Ask, scene: Scene, facts: Facts, evaluate: Evaluator) -> Question:
    choices = tuple(filled(choice.text, evaluate) for choice in ask.choices)
    right: frozenset[int] = frozenset()
    point = None
    if ask.kind == "choice":
        right = _right_choices(ask, evaluate)
    elif ask.kind == "lane":
        choices = lane_texts(scene)
        right = _right_lanes(ask, facts)
    else:
        if ask.target > facts.lane(ask.lane).steps:
            raise ScenarioError("ask.target", N_("there is no step {step}; the lane makes {steps}"),
                                step=ask.target, steps=facts.lane(ask.lane).steps)  # fmt: skip
        point = position(facts, ask.lane, ask.target)
    return Question(
        ask.kind,
        filled(ask.question, evaluate),
        choices,
        right,
        point,
        filled(ask.because, evaluate),
    )


def _right_choices(ask: Ask, evaluate: Evaluator) -> frozenset[int]:
    """The one answer that is true; raises `ScenarioError` unless there is exactly one."""
    right = {
        i
        for i, choice in enumerate(ask.choices)
        if choice.right or (choice.when and parse_condition(choice.when).holds(evaluate))
    }
    if len(right) != 1:
        raise ScenarioError(
            "ask.choices",
            N_("exactly one answer must be right; here {count} are"), count=len(right),
        )  # fmt: skip
    return frozenset(right)


def _right_lanes(ask: Ask, facts: Facts) -> frozenset[int]:
    condition = parse_condition(ask.when)

    def of_lane(number: int) -> Evaluator:
        return Evaluator(facts, 0, lane=f"lane{number + 1}")

    return frozenset(i for i in range(len(facts.runs)) if condition.holds(of_lane(i)))


def lane_texts(scene: Scene) -> tuple[Text, ...]:
    """What the lanes are called: by the scene, by the scenario, or by their update order."""
    facts = facts_of_scene(scene)
    if scene.lane_names:
        return tuple(filled(name, Evaluator(facts, 0)) for name in scene.lane_names)
    return tuple(
        Text(run.lane.name, run.lane.name) if run.lane.name else word("order", run.lane.order).text
        for run in facts.runs
    )


def check_scene(scene: Scene) -> None:
    """Fill in every text of a scene; raises `ScenarioError` for the first that cannot be.

    Its field names the beat (counted from 1) and what in it is wrong.
    """
    runner = LectureRunner(_alone(scene))
    with _Place("lane_names"):
        lane_texts(scene)
    for i in range(len(runner)):
        with _Place(f"beat {i + 1}"):
            _ = runner[i]


def _alone(scene: Scene) -> Lecture:
    return Lecture("", Text(), Text(), Text(), (), Text(), (scene,))


class _Place:
    """Names the field before what is wrong in it."""

    def __init__(self, field: str) -> None:
        self.field = field

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, GdsimError):
            inner = f", {error.field}" if isinstance(error, ScenarioError) else ""
            raise ScenarioError(self.field + inner, error.template, **error.values) from error
