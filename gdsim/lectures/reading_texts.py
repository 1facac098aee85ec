"""Texts and whole numbers of a lecture file."""

from __future__ import annotations

import re

from gdsim.engine.errors import GdsimError
from gdsim.engine.params import ParamSpec
from gdsim.engine.text import N_
from gdsim.lectures.expressions import parse_template
from gdsim.lectures.texts import LANGUAGES, Text
from gdsim.scenario.fields import Field

WHOLE_NUMBER = ParamSpec("number", N_("Number"), 0, low=0, high=100_000, scale="int")

_CONTROL = re.compile(r"[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]")


def whole(field: Field, spec: ParamSpec) -> int:
    """A whole number that ``spec`` allows."""
    return int(field.param(spec))


def read_text(field: Field, most: int) -> Text:
    """A text in both languages, whose placeholders can be read; lines may be broken anywhere."""
    fields = field.fields(LANGUAGES)
    return Text(*(_read_one(fields[language], most) for language in LANGUAGES))


def _read_one(field: Field, most: int) -> str:
    if not isinstance(field.value, str):
        raise field.error(N_("must be a text in quotation marks"))
    text = field.value.strip()
    if not 1 <= len(text) <= most:
        raise field.error(
            N_("must have {least} to {most} characters"), least=1, most=most
        )  # fmt: skip
    if _CONTROL.search(text):
        raise field.error(N_("must not have control characters"))
    try:
        parse_template(text)
    except GdsimError as error:
        raise field.error(error.template, **error.values) from error
    return text
