"""From TOML to a lecture: one function for each part of the file, every error with its place."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, cast

from gdsim.engine.errors import GdsimError, ScenarioError
from gdsim.engine.files import short
from gdsim.engine.text import N_
from gdsim.lectures import vocabulary as words
from gdsim.lectures.changes import SOURCES, read_scene_scenario, work
from gdsim.lectures.errors import TOO_MUCH_WORK, LectureError
from gdsim.lectures.expressions import parse_template
from gdsim.lectures.facts import Grid
from gdsim.lectures.listings import LISTINGS
from gdsim.lectures.model import Lecture, Scene
from gdsim.lectures.reading_beats import read_beats
from gdsim.lectures.reading_texts import WHOLE_NUMBER, read_text, whole
from gdsim.lectures.texts import Text
from gdsim.scenario.fields import Field
from gdsim.scenario.specs import START

FORMAT = "gdsim-lecture"
VERSION = 1

_ID = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
_REQUIRED = ("format", "version", "id", "title", "goal", "surprise", "questions", "notes", "scenes")
_SCENE = ("id", "title", "views", "beats")
_SCENE_OPTIONS = (*SOURCES, "notes", "bookmark", "code", "lane_names", "map", "highlight")
_LANGUAGES = ("en", "zh_CN")


def read_lecture(value: dict[str, Any], file: str, base: Path) -> Lecture:
    """The lecture in the parsed TOML ``value``; ``base`` is the folder of its CSV files.

    Raises `LectureError` that names file, scene and field.
    """
    try:
        fields = Field(value).fields(_REQUIRED, ("lessons",))
        _check_format(fields)
        scenes = fields["scenes"].items(1, words.MAX_SCENES)
        head = _read_head(fields)
    except GdsimError as error:
        raise LectureError.of(error, file) from error
    return Lecture(scenes=_read_scenes(scenes, file, base), **head)


def _check_format(fields: dict[str, Field]) -> None:
    fields["format"].choice((FORMAT,))
    version = whole(fields["version"], WHOLE_NUMBER)
    if version != VERSION:
        raise fields["version"].error(N_("must be {newest}"), newest=VERSION)


def _read_head(fields: dict[str, Field]) -> dict[str, Any]:
    """What stands before the scenes. Placeholders belong to a scene, so there are none here."""
    lessons = fields["lessons"].items(0, 20) if "lessons" in fields else []
    return {
        "id": _read_id(fields["id"]),
        "title": _plain(fields["title"], words.MAX_TITLE),
        "goal": _plain(fields["goal"], words.MAX_CAPTION),
        "surprise": _plain(fields["surprise"], words.MAX_CAPTION),
        "questions": tuple(
            _plain(each, words.MAX_CAPTION) for each in fields["questions"].items(2, 4)
        ),
        "notes": _plain(fields["notes"], words.MAX_NOTES),
        "lessons": tuple(each.text(10, 1) for each in lessons),
    }


def _plain(field: Field, most: int) -> Text:
    text = read_text(field, most)
    for language in _LANGUAGES:
        if any(not isinstance(piece, str) for piece in parse_template(text.in_(language))):
            raise field.below(language, None).error(
                N_("a placeholder needs a scene to take its number from")
            )
    return text


def _read_id(field: Field) -> str:
    name = field.text(60, 1)
    if not _ID.fullmatch(name):
        raise field.error(N_("must be small letters, digits and hyphens"))
    return name


def _read_scenes(fields: list[Field], file: str, base: Path) -> tuple[Scene, ...]:
    scenes: list[Scene] = []
    before: Scene | None = None
    total = 0
    for number, field in enumerate(fields, start=1):
        # Within a scene the message has the scene's number, so paths begin anew.
        inner = Field(field.value)
        try:
            scene = _read_scene(inner, before, base)
            _check_unlike(scene, scenes)
            total += work(scene.scenario, 0)
            if total > words.MAX_WORK:
                raise ScenarioError(SOURCES[0], TOO_MUCH_WORK, limit=words.MAX_WORK)
        except GdsimError as error:
            raise LectureError.of(error, file, number, _title(field.value)) from error
        before = scene
        scenes.append(scene)
    return tuple(scenes)


def _title(value: object) -> str:
    """What a message calls a scene that may not be readable."""
    title = value.get("title") if isinstance(value, dict) else None
    text = title.get("en") if isinstance(title, dict) else None
    return text if isinstance(text, str) else ""


def _check_unlike(scene: Scene, others: list[Scene]) -> None:
    for other in others:
        if other.id == scene.id:
            raise ScenarioError("id", N_("occurs twice"))
        if scene.bookmark and other.bookmark == scene.bookmark:
            raise ScenarioError("bookmark", N_("occurs twice"))


def _read_scene(root: Field, before: Scene | None, base: Path) -> Scene:
    fields = root.fields(_SCENE, _SCENE_OPTIONS)
    scenario = read_scene_scenario(fields, before.scenario if before else None, base)
    code = fields["code"].choice(tuple(LISTINGS)) if "code" in fields else ""
    views = _read_words(fields["views"], words.VIEWS, words.MOST_VIEWS)
    if len(set(views) & set(words.ON_STAGE)) > 1:
        raise fields["views"].error(
            N_("may have only one of: {allowed}"), allowed=", ".join(words.ON_STAGE)
        )
    if ("code" in views) != bool(code):
        raise fields["views"].error(N_("the view “code” and the field code belong together"))
    marks = (
        _read_words(fields["highlight"], words.HIGHLIGHTS, 5, 0) if "highlight" in fields else ()
    )
    pair = {lane.order for lane in scenario.lanes} == {"synchronous", "sequential"}
    kind = "one" if len(scenario.start) == 1 else "pair" if pair else "two"
    return Scene(
        id=_read_id(fields["id"]),
        title=read_text(fields["title"], words.MAX_TITLE),
        scenario=scenario,
        beats=read_beats(fields["beats"], marks, kind, code),
        views=views,
        lane_names=_read_lane_names(fields, len(scenario.lanes), before),
        notes=read_text(fields["notes"], words.MAX_NOTES) if "notes" in fields else Text(),
        bookmark=_read_bookmark(fields["bookmark"]) if "bookmark" in fields else 0,
        code=code,
        grid=_read_grid(fields["map"], len(scenario.start)) if "map" in fields else Grid(),
    )


def _read_words(
    field: Field, allowed: tuple[str, ...], most: int, least: int = 1
) -> tuple[str, ...]:
    chosen = tuple(each.choice(allowed) for each in field.items(least, most))
    for name in chosen:
        if chosen.count(name) > 1:
            raise field.error(N_("“{name}” occurs twice"), name=short(name))
    return chosen


def _read_bookmark(field: Field) -> int:
    number = whole(field, WHOLE_NUMBER)
    if not 1 <= number <= 9:
        raise field.error(N_("must be a digit from 1 to 9"))
    return number


def _read_lane_names(
    fields: dict[str, Field], count: int, before: Scene | None
) -> tuple[Text, ...]:
    """What the lanes are called; a change that leaves the lanes alone leaves their names, too."""
    if "lane_names" not in fields:
        same = before and "change" in fields and "lanes" not in fields["change"].object()
        return before.lane_names if before and same else ()
    return tuple(
        read_text(each, words.MAX_TITLE) for each in fields["lane_names"].items(count, count)
    )


def _read_grid(field: Field, count: int) -> Grid:
    fields = field.known(("box", "columns"))
    box: list[tuple[float, float]] = []
    for side in fields["box"].items(count, count) if "box" in fields else []:
        low, high = side.numbers(START, 2, 2)
        if not low < high:
            raise side.error(N_("must go from a smaller to a larger number"))
        box.append((low, high))
    columns = whole(fields["columns"], WHOLE_NUMBER) if "columns" in fields else Grid().columns
    if not 2 <= columns <= words.MAX_COLUMNS:
        raise field.below("columns", columns).error(
            N_("must be from 2 to {most}"), most=words.MAX_COLUMNS
        )
    return Grid(cast(Any, tuple(box)), columns)
