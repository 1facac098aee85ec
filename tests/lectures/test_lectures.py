"""The lectures that come with gdsim: whole, in both languages, the same forwards and back."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest

from gdsim.engine.schedules import Constant
from gdsim.lectures import (
    LECTURES,
    MOST_VIEWS,
    VIEWS,
    LectureRunner,
    builtin_lecture,
    builtin_titles,
    lecture_path,
    load_lecture,
)
from gdsim.lectures.expressions import parse_expression
from gdsim.lectures.facts import Grid, facts_of
from gdsim.lectures.quantities import Evaluator
from gdsim.lectures.runner import facts_of_scene
from gdsim.lectures.vocabulary import FOUR_BEATS


def test_there_are_sixteen_and_they_cover_the_course() -> None:
    assert len(LECTURES) == 16
    covered = set(itertools.chain(*(builtin_lecture(name).lessons for name in LECTURES)))
    assert covered == {f"L{i}" for i in range(1, 15)}


def test_every_file_is_listed() -> None:
    there = {path.stem for path in lecture_path("downhill").parent.glob("*.toml")}
    assert there == {*LECTURES, "common"}


@pytest.mark.parametrize("id", LECTURES)
def test_is_in_order(id: str) -> None:
    lecture = load_lecture(lecture_path(id))
    assert lecture.id == id
    assert builtin_titles()[id] == lecture.title
    assert 2 <= len(lecture.questions) <= 4
    for text in (lecture.goal, lecture.surprise, lecture.notes):
        assert text.en
        assert text.zh_CN
    assert any(scene.bookmark == 1 for scene in lecture.scenes)
    for scene in lecture.scenes:
        assert 1 <= len(scene.views) <= MOST_VIEWS
        assert set(scene.views) <= set(VIEWS)


@pytest.mark.parametrize("id", LECTURES)
def test_asks_before_it_shows(id: str) -> None:
    """Every lecture lets the class predict at least once."""
    moments = list(LectureRunner(builtin_lecture(id)))
    asked = [moment for moment in moments if moment.phase == "ask"]
    assert asked
    for moment in asked:
        assert moments[moment.index + 1].phase == "reveal"
        assert moments[moment.index + 1].step >= moment.step


@pytest.mark.parametrize("id", LECTURES)
def test_going_back_shows_the_same(id: str) -> None:
    lecture = builtin_lecture(id)
    forward = list(LectureRunner(lecture))
    thetas = [facts_of_scene(m.scene).runs[0].theta.copy() for m in forward]
    facts_of.cache_clear()
    runner = LectureRunner(lecture)
    for i in reversed(range(len(runner))):
        assert runner[i] == forward[i]
        again = facts_of_scene(runner[i].scene).runs[0].theta
        assert np.array_equal(again, thetas[i])


@pytest.mark.parametrize("id", LECTURES)
def test_a_beat_is_one_thing(id: str) -> None:
    """Captions fit three lines of a projector; the steps of a scene only go forward."""
    for moment in LectureRunner(builtin_lecture(id)):
        assert len(moment.caption.en) <= 155, moment.caption.en
        assert len(moment.caption.zh_CN) <= 80, moment.caption.zh_CN
        if moment.play_from is not None:
            assert moment.play_from < moment.step
    for scene in builtin_lecture(id).scenes:
        steps = [beat.step for beat in scene.beats if beat.step >= 0]
        assert steps == sorted(steps)


def test_a_step_has_four_beats() -> None:
    moments = list(LectureRunner(builtin_lecture("one-step")))
    first = next(m.index for m in moments if m.phase == "here")
    four = moments[first : first + 4]
    assert tuple(moment.phase for moment in four) == FOUR_BEATS
    assert [moment.step for moment in four] == [0, 0, 0, 1]


def test_bookmarks_lead_to_scenes() -> None:
    runner = LectureRunner(builtin_lecture("update-orders"))
    assert sorted(runner.bookmarks) == list(range(1, 9))
    assert runner[runner.bookmarks[3]].scene.id == "code-in-place"


def test_lanes_are_named_in_both_languages() -> None:
    runner = LectureRunner(builtin_lecture("learning-rate"))
    last = len(runner) - 1
    names = [[lane.name for lane in runner.scenario(last, language).lanes]
             for language in ("en", "zh_CN")]  # fmt: skip
    assert names[0] == ["α = 0.01", "α = 0.3", "α = 0.95", "α = 1.05"]
    assert runner.scenario(0, "en") == runner.lecture.scenes[0].scenario


def test_the_engine_says_who_diverges() -> None:
    runner = LectureRunner(builtin_lecture("the-band"))
    questions = [m.question for m in runner if m.question and m.question.kind == "lane"]
    assert [set(question.right) for question in questions] == [{0}, {0}, {0, 1}, {0, 1}]


def test_himmelblau_changes_minimum_as_often_as_the_course_says() -> None:
    scene = next(s for s in builtin_lecture("local-minima").scenes if s.id == "how-often")
    grid = Grid(((-4.5, 4.5), (-4.5, 4.5)), 121)
    shares = []
    for rate in (0.005, 0.01, 0.014):
        lanes = tuple(replace(lane, learning_rate=Constant(rate)) for lane in scene.scenario.lanes)
        facts = facts_of(replace(scene.scenario, lanes=lanes), grid, "")
        share = Evaluator(facts, 0)(parse_expression("map.changed"))
        assert isinstance(share, float)
        shares.append(round(100 * share, 1))
    assert shares == [0.4, 0.9, 1.2]
