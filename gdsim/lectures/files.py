"""Lecture files: read, checked, and the list of those that come with gdsim."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from gdsim.engine.errors import GdsimError
from gdsim.engine.files import read_bytes
from gdsim.engine.text import N_
from gdsim.lectures.errors import LectureError
from gdsim.lectures.model import Lecture
from gdsim.lectures.reading import read_lecture
from gdsim.lectures.runner import check_scene
from gdsim.lectures.texts import Text
from gdsim.lectures.vocabulary import MAX_BYTES
from gdsim.resources import resource

#: File name extension of a lecture.
SUFFIX = ".toml"

#: The lectures that come with gdsim, in teaching order. Adding one is a file and a line here.
LECTURES = (
    "downhill",
    "tangent",
    "learning-rate",
    "two-parameters",
    "one-step",
    "update-orders",
    "the-band",
    "linear-regression",
    "house-prices",
    "batch-and-stochastic",
    "local-minima",
    "saddle-plateau-cliff",
    "momentum-and-adam",
    "when-to-stop",
    "derivatives",
    "classification",
)


def load_lecture(path: Path | str, *, tried: bool = True) -> Lecture:
    """The lecture in a file; if ``tried``, every scene has been run and every text filled in.

    Raises `LectureError` in one line that names file, scene and field.
    """
    path = Path(path)
    lecture = read_lecture(_parse(path), path.name, path.parent)
    if tried:
        try_lecture(lecture, path.name)
    return lecture


def try_lecture(lecture: Lecture, file: str) -> None:
    """Run every scene and fill in every text; raises `LectureError` for the first that fails."""
    for number, scene in enumerate(lecture.scenes, start=1):
        try:
            check_scene(scene)
        except GdsimError as error:
            raise LectureError.of(error, file, number, scene.title.en) from error


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_text(read_bytes(path, MAX_BYTES)))
    except tomllib.TOMLDecodeError as error:
        raise LectureError(
            path.name, N_("is not TOML: {cause}"), cause=" ".join(str(error).split())
        ) from error
    except RecursionError as error:
        raise LectureError(path.name, N_("is nested too deeply")) from error
    except GdsimError as error:
        raise LectureError.of(error, path.name) from error


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise GdsimError(N_("the file is not UTF-8 text")) from error


def lecture_path(id: str) -> Path:
    """Where the built-in lecture ``id`` lies."""
    return resource("lectures", id + SUFFIX)


@lru_cache(maxsize=len(LECTURES))
def builtin_lecture(id: str) -> Lecture:
    """The built-in lecture ``id``."""
    return load_lecture(lecture_path(id), tried=False)


@lru_cache(maxsize=1)
def builtin_titles() -> dict[str, Text]:
    """What the built-in lectures are called, in teaching order. Only their heads are read."""
    return {name: _title_of(lecture_path(name)) for name in LECTURES}


def _title_of(path: Path) -> Text:
    head = path.read_text("utf-8").partition("\n[[scenes]]")[0]
    return Text(**tomllib.loads(head)["title"])
