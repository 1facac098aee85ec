"""Words that captions take from the engine, in both languages; read from the common file."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from typing import Any

from gdsim.lectures.expressions import Word
from gdsim.lectures.texts import Text
from gdsim.resources import resource


@lru_cache(maxsize=1)
def common() -> dict[str, Any]:
    """What all lectures share: words for the engine's ids, and captions of the four beats."""
    return tomllib.loads(resource("lectures", "common.toml").read_text("utf-8"))


def word(group: str, id: str) -> Word:
    """The word for ``id`` of a group of ids, such as ``outcome`` and ``diverged``."""
    words = common()["words"][group]
    return Word(id, Text(**words[id]), tuple(words))


def standard_captions(kind: str) -> tuple[Text, ...]:
    """Captions of a step's four beats and of the whole step, for one of three kinds of scene:
    ``one`` parameter, ``two`` parameters, or a ``pair`` of update orders."""
    return tuple(Text(**caption) for caption in common()["captions"][kind])
