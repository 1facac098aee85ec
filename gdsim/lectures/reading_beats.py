"""The beats of a scene. A walk or a question in the file becomes as many beats as it has."""

from __future__ import annotations

from typing import cast

from gdsim.engine.errors import GdsimError
from gdsim.engine.text import N_
from gdsim.lectures import vocabulary as words
from gdsim.lectures.expressions import parse_condition
from gdsim.lectures.listings import LISTINGS
from gdsim.lectures.model import END, Ask, Beat, Choice
from gdsim.lectures.reading_texts import WHOLE_NUMBER, read_text, whole
from gdsim.lectures.texts import Text
from gdsim.lectures.vocabulary import AskKind, Mode
from gdsim.lectures.words import standard_captions
from gdsim.scenario.fields import Field

Marks = tuple[str, ...]

#: What the four beats of a step mark, besides what the author says.
_PHASE_MARKS: dict[str, Marks] = {
    "here": ("point",), "gradient": ("gradient",), "scaled": ("arithmetic",), "move": ("move",),
}  # fmt: skip


def read_beats(field: Field, marks: Marks, kind: str, code: str) -> tuple[Beat, ...]:
    """The beats of a scene; ``marks`` hold where a beat has none of its own.

    ``kind`` chooses the captions of a walk that has none, ``code`` is the scene's listing.
    """
    beats: list[Beat] = []
    for each in field.items(1, words.MAX_BEATS):
        given = each.object()
        if "walk" in given:
            beats += _read_walk(each, marks, kind, code)
        elif "ask" in given:
            beats += _read_ask(each, marks)
        else:
            beats.append(_read_still(each, marks))
        if len(beats) > words.MAX_BEATS:
            raise field.error(N_("must make at most {most} beats"), most=words.MAX_BEATS)
    return tuple(beats)


def _read_marks(fields: dict[str, Field], otherwise: Marks) -> Marks:
    if "highlight" not in fields:
        return otherwise
    return tuple(each.choice(words.HIGHLIGHTS) for each in fields["highlight"].items(0, 5))


def _read_step(field: Field) -> int:
    if field.value == "end":
        return END
    if isinstance(field.value, str):
        raise field.error(N_("must be a whole number or “end”"))
    return whole(field, WHOLE_NUMBER)


def _read_still(field: Field, marks: Marks) -> Beat:
    """One beat at a step, or one during which the cursor runs there."""
    fields = field.fields(("step", "caption"), ("play_from", "highlight"))
    step = _read_step(fields["step"])
    begin = whole(fields["play_from"], WHOLE_NUMBER) if "play_from" in fields else None
    if begin is not None and step != END and begin >= step:
        raise fields["play_from"].error(N_("must be before step"))
    return Beat(
        step, step, "still" if begin is None else "whole",
        read_text(fields["caption"], words.MAX_CAPTION), _read_marks(fields, marks), begin,
    )  # fmt: skip


def _read_walk(field: Field, marks: Marks, kind: str, code: str) -> list[Beat]:
    """Steps one by one: four beats each, one beat each, or one for each line of the listing."""
    fields = field.fields(("walk",), ("mode", "captions", "highlight"))
    first, last = (whole(each, WHOLE_NUMBER) for each in fields["walk"].items(2, 2))
    if not first < last <= first + words.MAX_WALK:
        raise fields["walk"].error(
            N_("must go from a step to a later one, at most {most} on"), most=words.MAX_WALK
        )
    mode = cast(Mode, fields["mode"].choice(words.MODES)) if "mode" in fields else "four"
    if mode == "code" and not code:
        raise fields["mode"].error(N_("needs a listing: the field code of the scene"))
    count = {"four": 4, "whole": 1, "code": len(LISTINGS[code].lines) if code else 0}[mode]
    captions = _read_captions(fields, mode, count, kind)
    chosen = _read_marks(fields, marks)
    make = {"four": _four, "whole": _whole, "code": _lines}[mode]
    return [beat for k in range(first, last) for beat in make(k, captions, chosen)]


def _read_captions(fields: dict[str, Field], mode: Mode, count: int, kind: str) -> tuple[Text, ...]:
    if "captions" in fields:
        given = fields["captions"].items(count, count)
        return tuple(read_text(each, words.MAX_CAPTION) for each in given)
    if mode == "code":
        raise fields["walk"].error(N_("needs captions, one for each line of the listing"))
    standard = standard_captions(kind)
    return standard[:4] if mode == "four" else standard[4:]


def _four(k: int, captions: tuple[Text, ...], marks: Marks) -> list[Beat]:
    return [
        Beat(k + (phase == "move"), k, phase, caption, (*_PHASE_MARKS[phase], *marks))
        for phase, caption in zip(words.FOUR_BEATS, captions, strict=True)
    ]


def _whole(k: int, captions: tuple[Text, ...], marks: Marks) -> list[Beat]:
    return [Beat(k + 1, k, "whole", captions[0], marks)]


def _lines(k: int, captions: tuple[Text, ...], marks: Marks) -> list[Beat]:
    last = len(captions) - 1
    return [
        Beat(k + (line == last), k, "line", caption, marks, line=line)
        for line, caption in enumerate(captions)
    ]


def _read_ask(field: Field, marks: Marks) -> list[Beat]:
    """Two beats: the question, and what is true."""
    fields = field.fields(("step", "ask"), ("highlight",))
    step = _read_step(fields["step"])
    inner = fields["ask"].fields(
        ("kind", "question", "because"), ("choices", "when", "lane", "target", "reveal")
    )
    kind = cast(AskKind, inner["kind"].choice(words.ASKS))
    ask = {"choice": _ask_choice, "lane": _ask_lane, "point": _ask_point}[kind](inner)
    reveal = _read_step(inner["reveal"]) if "reveal" in inner else step
    if reveal != END and (step == END or reveal < step):
        raise inner["reveal"].error(N_("must not be before step"))
    if kind == "point" and reveal != END and reveal < ask.target:
        reveal = ask.target
    chosen = _read_marks(fields, marks)
    begin = step if reveal != step else None
    return [
        Beat(step, step, "ask", ask.question, chosen, ask=ask),
        Beat(reveal, reveal, "reveal", ask.because, chosen, play_from=begin, ask=ask),
    ]


def _ask(kind: AskKind, fields: dict[str, Field], own: tuple[str, ...]) -> Ask:
    """What all kinds have; ``own`` are the fields that this kind has to have."""
    for name in ("choices", "when", "lane", "target"):
        if name in fields and name not in own:
            raise fields[name].error(N_("does not belong to a question of this kind"))
        if name not in fields and name in own and name != "lane":
            place = fields["kind"].path.removesuffix("kind") + name
            raise Field(None, place).error(N_("is missing"))
    question = read_text(fields["question"], words.MAX_CAPTION)
    return Ask(kind, question, because=read_text(fields["because"], words.MAX_CAPTION))


def _ask_choice(fields: dict[str, Field]) -> Ask:
    plain = _ask("choice", fields, ("choices",))
    choices = tuple(_read_choice(each) for each in fields["choices"].items(2, 6))
    if not any(choice.when or choice.right for choice in choices):
        raise fields["choices"].error(N_("one of the answers must have when, or right = true"))
    return Ask("choice", plain.question, choices, because=plain.because)


def _read_choice(field: Field) -> Choice:
    fields = field.fields(("en", "zh_CN"), ("when", "right"))
    texts = {name: fields[name].value for name in ("en", "zh_CN")}
    text = read_text(Field(texts, field.path), words.MAX_TITLE)
    if "when" in fields and "right" in fields:
        raise fields["right"].error(N_("an answer has when or right, not both"))
    right = False
    if "right" in fields:
        if fields["right"].value is not True:
            raise fields["right"].error(N_("must be true"))
        right = True
    return Choice(text, _read_when(fields["when"]) if "when" in fields else "", right)


def _read_when(field: Field) -> str:
    text = field.text(words.MAX_TITLE, 1)
    try:
        parse_condition(text)
    except GdsimError as error:
        raise field.error(error.template, **error.values) from error
    return text


def _ask_lane(fields: dict[str, Field]) -> Ask:
    plain = _ask("lane", fields, ("when",))
    when = _read_when(fields["when"])
    return Ask("lane", plain.question, when=when, because=plain.because)


def _ask_point(fields: dict[str, Field]) -> Ask:
    plain = _ask("point", fields, ("lane", "target"))
    lane = fields["lane"].text(20, 1) if "lane" in fields else "lane1"
    target = whole(fields["target"], WHOLE_NUMBER)
    return Ask("point", plain.question, lane=lane, target=target, because=plain.because)
