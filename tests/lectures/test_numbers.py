"""Every number in every text of every lecture, against runs made without the engine."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

import pytest
import sympy
from sympy.parsing.sympy_parser import (
    implicit_multiplication_application,
    parse_expr,
    standard_transformations,
)

from gdsim.lectures import LECTURES, Beat, LectureRunner, Scene, Text, builtin_lecture
from gdsim.lectures.expressions import Placeholder, Word, parse_template
from gdsim.lectures.model import END
from gdsim.lectures.quantities import Evaluator
from gdsim.lectures.runner import facts_of_scene
from tests.lectures.reference_problems import B, W
from tests.lectures.reference_values import Reference

_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹−·", "0123456789-*")


def texts_of(scene: Scene) -> Iterator[tuple[Text, Beat | None]]:
    yield scene.notes, None
    for name in scene.lane_names:
        yield name, None
    for beat in scene.beats:
        yield beat.caption, beat
        if beat.ask:
            yield beat.ask.question, beat
            yield beat.ask.because, beat
            for choice in beat.ask.choices:
                yield choice.text, beat


def placeholders(text: str) -> list[Placeholder]:
    return [piece for piece in parse_template(text) if isinstance(piece, Placeholder)]


def formula_from(text: str) -> Any:
    """A formula as it is shown, read by SymPy."""
    text = re.sub("([⁰¹²³⁴⁵⁶⁷⁸⁹]+)", r"^\1", text).translate(_PLAIN).replace("^", "**")
    how = (*standard_transformations, implicit_multiplication_application)
    return parse_expr(text, {"w": W, "b": B, "exp": sympy.exp}, transformations=how)


def agree(said: Any, known: Any) -> bool:
    if isinstance(known, sympy.Basic):
        return bool(sympy.nsimplify(sympy.simplify(formula_from(said.text.en) - known)) == 0)
    if isinstance(said, Word):
        return (said.id or said.text.en) == known
    return said == known or math.isclose(said, known, rel_tol=2e-9, abs_tol=1e-11)


def near(placeholder: Placeholder, said: Any, known: Any) -> bool:
    """Two ways to work out a difference, or a map, cannot agree to nine digits."""
    rough = {"difference": 2e-4, "map": 2e-4}
    name = next((name for name in rough if name in placeholder.expression.words), "")
    return bool(name) and abs(said - known) <= rough[name]


@pytest.mark.parametrize("id", LECTURES)
def test_numbers_agree_with_a_second_computation(id: str) -> None:
    checked = 0
    for scene in builtin_lecture(id).scenes:
        reference = Reference(scene)
        facts = facts_of_scene(scene)
        for text, beat in texts_of(scene):
            k = 0 if beat is None else reference.last if beat.k == END else beat.k
            line = max(beat.line, 0) if beat else 0
            evaluate = Evaluator(facts, k, line)
            for placeholder in placeholders(text.en):
                said = evaluate(placeholder.expression)
                known = reference.value(placeholder.expression, k, line)
                right = agree(said, known) or near(placeholder, said, known)
                assert right, (scene.id, placeholder, said, known)
                checked += 1
    assert checked


@pytest.mark.parametrize("id", LECTURES)
def test_both_languages_hold_the_same_numbers(id: str) -> None:
    for scene in builtin_lecture(id).scenes:
        for text, _ in texts_of(scene):
            both = [
                {(p.expression, p.style) for p in placeholders(part) if not p.signs}
                for part in (text.en, text.zh_CN)
            ]
            assert both[0] == both[1], text


#: Digits that belong to a name and are no result.
ALLOWED = re.compile(r"2/λmax|2 / max|J′ = 0")


@pytest.mark.parametrize("id", LECTURES)
def test_no_number_is_written_by_hand(id: str) -> None:
    lecture = builtin_lecture(id)
    whole = [lecture.title, lecture.goal, lecture.surprise, lecture.notes, *lecture.questions]
    whole += [scene.title for scene in lecture.scenes]
    for scene in lecture.scenes:
        whole += [text for text, _ in texts_of(scene)]
    for text in whole:
        for part in (text.en, text.zh_CN):
            plain = "".join(p for p in parse_template(part) if isinstance(p, str))
            assert not re.search("[0-9０-９]", ALLOWED.sub("", plain)), part


@pytest.mark.parametrize("id", LECTURES)
def test_every_question_has_its_answer_from_the_engine(id: str) -> None:
    for moment in LectureRunner(builtin_lecture(id)):
        question = moment.question
        if question and question.kind == "choice":
            assert len(question.right) == 1
        elif question and question.kind == "lane":
            assert len(question.choices) == len(moment.scene.scenario.lanes)
        elif question:
            assert question.point is not None
