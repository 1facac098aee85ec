"""JSON with nothing left to chance: refused when ambiguous, written in exactly one way.

Reading refuses duplicate keys, NaN, Infinity, numbers beyond float64, deep nesting and text that
is not Unicode. Writing sorts the keys and puts one field a line, but numbers side by side.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from typing import NoReturn, cast

from gdsim.engine.errors import GdsimError, ScenarioError
from gdsim.engine.files import short
from gdsim.engine.text import N_
from gdsim.scenario.specs import MAX_DEPTH

#: What json makes of a text. Objects are plain dicts, or `_Ambiguous`.
Json = object

#: Characters to which numbers fill a line.
_WIDTH = 98


class _Ambiguous:
    """An object in which one key occurs twice."""

    def __init__(self, key: str) -> None:
        self.key = key


def parse_json(text: str) -> Json:
    """The value written in ``text``.

    Raises `GdsimError` with line and column where it is no JSON, `ScenarioError` with the field
    (``lanes[1].learning_rate``) where a value is not allowed.
    """
    try:
        value = json.loads(text, object_pairs_hook=_object, parse_int=_integer)
    except json.JSONDecodeError as error:
        raise GdsimError(
            N_("is not JSON text: line {line}, column {column} cannot be read"),
            line=error.lineno, column=error.colno,
        ) from error  # fmt: skip
    except RecursionError as error:
        raise GdsimError(N_("is nested too deeply")) from error
    try:
        _check(value, 0)
    except _Refused as refusal:
        raise ScenarioError(refusal.path, refusal.template, **refusal.values) from None
    return value


def _object(pairs: list[tuple[str, Json]]) -> Json:
    result = dict(pairs)
    if len(result) == len(pairs):
        return result
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            return _Ambiguous(key)
        seen.add(key)
    return result


def _integer(digits: str) -> int | float:
    # Python refuses to convert very long integers; no float64 has 400 digits.
    return int(digits) if len(digits) < 400 else math.inf


class _Refused(Exception):  # noqa: N818 - leaves this module as a ScenarioError
    """Carries the path upwards, which is put together only when something is wrong."""

    def __init__(self, template: str, **values: object) -> None:
        self.path = ""
        self.template = template
        self.values = values

    def within(self, key: str | int) -> NoReturn:
        """Go on to the container, in which ``key`` is the way to here."""
        self.path = join(key, self.path)
        raise self


def join(key: str | int, rest: str = "") -> str:
    """A path of ``key`` and what lies below: ``lanes``, ``[1].learning_rate`` → ``lanes[1]…``."""
    head = f"[{key}]" if isinstance(key, int) else short(key)
    return head + (rest if rest.startswith("[") or not rest else f".{rest}")


def _check(value: Json, depth: int) -> None:
    """Raise `_Refused` for what may not stand in a scenario at all."""
    if isinstance(value, float):
        if not math.isfinite(value):
            raise _Refused(N_("must be a finite number"))
    elif isinstance(value, str):
        _check_text(value)
    elif isinstance(value, _Ambiguous):
        refusal = _Refused(N_("occurs twice"))
        refusal.within(value.key)
    elif isinstance(value, dict | list):
        if depth >= MAX_DEPTH:
            raise _Refused(N_("is nested too deeply"))
        _check_items(value, depth + 1)


def _check_items(container: dict[str, Json] | list[Json], depth: int) -> None:
    items = container.items() if isinstance(container, dict) else enumerate(container)
    for key, item in items:
        try:
            if isinstance(key, str):
                _check_text(key)
            # Nothing that is empty, zero or a whole number can be wrong; most items are.
            if item and type(item) is not int:
                _check(item, depth)
        except _Refused as refusal:
            refusal.within(key)


def _check_text(text: str) -> None:
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            raise _Refused(N_("must be Unicode text")) from None


def number_text(number: float) -> str:
    """The shortest text that reads back to the same bits; whole numbers without a point."""
    if abs(number) < 1e15 and float(number).is_integer():
        return str(int(number))
    return repr(number)


def pack(value: Json) -> str:
    """Any JSON value as text, the same text for equal values; for view, notes and lecture."""
    return pack_away(json.loads(json.dumps(value)))


def pack_away(value: Json) -> str:
    """The same for a value that nobody else needs: it is changed on the way, to spare memory."""
    _make_whole(value)
    return json.dumps(
        _whole(value), sort_keys=True, ensure_ascii=False, allow_nan=False, separators=(",", ":")
    )


def unpack(text: str) -> Json:
    """What was packed; ``None`` for ""."""
    return json.loads(text) if text else None


def _make_whole(value: Json) -> None:
    """Put integers in place of the whole floats in ``value``, as `dump_json` would write them."""
    if isinstance(value, dict | list):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            if isinstance(item, float):
                value[key] = _whole(item)
            elif item and isinstance(item, dict | list):
                _make_whole(item)


def _whole(value: Json) -> Json:
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    return value


def dump_json(value: Json) -> str:
    """``value`` as text: keys sorted, one field a line, numbers of a list side by side."""
    return "".join((*_lines(value, ""), "\n"))


def _lines(value: Json, indent: str) -> list[str]:
    """Pieces of text of ``value``, whose first line stands at ``indent`` already."""
    if isinstance(value, dict) and value:
        fields = [
            [json.dumps(key, ensure_ascii=False), ": ", *_lines(value[key], indent + "  ")]
            for key in sorted(value)
        ]
        return _block("{", "}", fields, indent)
    if isinstance(value, list | tuple) and value:
        if all(_is_number(item) for item in value):
            return _row(cast(list[float], value), indent)
        if all(isinstance(item, list | tuple) and all(map(_is_number, item)) for item in value):
            return _rows(value, indent)
        return _block("[", "]", [_lines(item, indent + "  ") for item in value], indent)
    if _is_number(value):
        return [number_text(cast(float, value))]
    return [json.dumps(value, ensure_ascii=False)]


def _is_number(value: Json) -> bool:
    return type(value) is float or (isinstance(value, int | float) and not isinstance(value, bool))


def _block(left: str, right: str, items: list[list[str]], indent: str) -> list[str]:
    pieces = [left, "\n"]
    for i, item in enumerate(items):
        pieces += [indent, "  ", *item, "\n" if i == len(items) - 1 else ",\n"]
    return [*pieces, indent, right]


def _rows(rows: Sequence[Sequence[float]], indent: str) -> list[str]:
    """Lists of numbers, such as the pairs of a piecewise schedule, of which there may be many."""
    texts = [f"[{', '.join(map(number_text, row))}]" for row in rows]
    if len(texts) < _WIDTH and len(indent) + len(line := ", ".join(texts)) <= _WIDTH:
        return [f"[{line}]"]
    inner = indent + "  "
    for i, text in enumerate(texts):
        if len(inner) + len(text) > _WIDTH:
            texts[i] = "".join(_lines(rows[i], inner))
    return ["[\n", inner, f",\n{inner}".join(texts), "\n", indent, "]"]


def _row(numbers: list[float] | tuple[float, ...], indent: str) -> list[str]:
    """Numbers side by side, broken into lines of bearable width."""
    lines, line = [], ""
    for number in numbers:
        text = number_text(number)
        if line and len(indent) + len(line) + len(text) + 4 > _WIDTH:
            lines.append(line)
            line = ""
        line += f", {text}" if line else text
    lines.append(line)
    if len(lines) == 1:
        return [f"[{line}]"]
    return _block("[", "]", [[line] for line in lines], indent)
