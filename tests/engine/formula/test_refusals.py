"""Texts that are refused, where, and with what words; nothing hangs, nothing runs."""

import inspect
import sys
import time

import pytest

from gdsim.engine.errors import FormulaError
from gdsim.engine.formula import derivative, parse, postorder, to_display, to_text


@pytest.mark.parametrize(
    ("text", "position", "length", "reason"),
    [
        ("", 0, 1, "the formula is empty"),
        ("   ", 3, 1, "the formula is empty"),
        ("w +", 3, 1, "the formula ends where a value is expected"),
        ("w + * b", 4, 1, "a value is expected here, not “*”"),
        ("(w + 1", 0, 1, "this bracket is never closed"),
        ("3*(w + (b)", 2, 1, "this bracket is never closed"),
        ("w + 1)", 5, 1, "this bracket was never opened"),
        ("()", 1, 1, "there is nothing between the brackets"),
        ("sin(w", 0, 3, "the bracket of sin is never closed"),
        ("|w + 1", 0, 1, "this bar “|” is never closed"),
        ("(|w)", 1, 1, "this bar “|” is never closed"),
        ("wb", 0, 2, "unknown name “wb”: did you mean w*b?"),
        ("2 wbw", 2, 3, "unknown name “wbw”: did you mean w*b*w?"),
        ("w2", 0, 2, "unknown name “w2”: did you mean w*2?"),
        ("bsin(w)", 0, 4, "unknown name “bsin”: did you mean b*sin?"),
        ("x^2", 0, 1, "unknown name “x”; the variables are w, b"),
        ("sine(w)", 0, 4, "unknown name “sine”: did you mean sin?"),
        ("f(w)", 0, 1, "unknown function “f”"),
        ("sin w", 0, 3, "sin needs brackets: sin(w)"),
        ("1 + max", 4, 3, "max needs brackets: max(w, b)"),
        ("sin^2(w)", 0, 3, "write the power behind the brackets: sin(w)^2"),
        ("sin²(w)", 0, 3, "write the power behind the brackets: sin(w)^2"),
        ("abs(1,w)", 0, 3, "abs takes 1 value, got 2"),
        ("max(w)", 0, 3, "max takes 2 values or more, got 1"),
        ("max(w,)", 6, 1, "there is nothing between the brackets"),
        ("1,5w", 1, 1, "unexpected comma; decimals are written 1.5"),
        ("sin((w,b))", 6, 1, "unexpected comma; decimals are written 1.5"),
        ("1.5.2", 3, 2, "an operator is missing between two numbers"),
        ("2 3", 2, 1, "an operator is missing between two numbers"),
        ("9^9^9^9", 3, 1, "this is not a finite real number"),
        ("w + log(-1)", 4, 3, "this is not a finite real number"),
        ("1e400", 0, 5, "this number is too large"),
        ("w/0", 1, 1, "division by zero"),
        ("1/(w-w)", 1, 1, "division by zero"),
        ("(-2)^w", 4, 1, "the base of a variable power must be positive"),
        ("J = w^2", 2, 1, "write only what stands to the right of the “=”"),
        ("w；b", 1, 1, "“;” has no meaning here; values are separated by commas"),
        ("w $ b", 2, 1, "“$” has no meaning in a formula"),
        ("２ｗ＋x", 3, 1, "unknown name “x”; the variables are w, b"),
        ("w\u200b+1", 1, 1, "invisible or unknown character U+200B"),
        ("w\x00", 1, 1, "invisible or unknown character U+0000"),
        ("w\ud800", 1, 1, "invisible or unknown character U+D800"),
        ("\u202ew", 0, 1, "invisible or unknown character U+202E"),
        ("w\u0301", 1, 1, "invisible or unknown character U+0301"),
        ("٣w", 0, 1, "“٣” has no meaning in a formula"),
        ("½w", 0, 1, "“½” has no meaning in a formula"),
    ],
)
def test_the_place_and_the_reason(text, position, length, reason):
    with pytest.raises(FormulaError) as refused:
        parse(text)
    error = refused.value
    assert (error.position, error.length, str(error)) == (position, length, reason)


def test_a_formula_of_one_parameter_does_not_know_the_other():
    with pytest.raises(FormulaError, match=r"the variables are w$"):
        parse("w + b", ("w",))


RUNNING = [
    "__import__('os').system('touch /tmp/x')",
    "().__class__.__bases__[0].__subclasses__()",
    "lambda: w",
    "(lambda: w)()",
    "w.__class__",
    "w.real",
    "eval(w)",
    "exec(w)",
    "open(w)",
    "globals()",
    "print(w)",
    "w if b else w",
    "[w for w in b]",
    "w; import os",
    "w\nimport os",
    "w\rimport os",
    "f'{w}'",
    '"w"',
    "w := 2",
    "w @ b",
    "~w",
    "w // b",
    "w % b",
    "w < b",
    "not w",
    "w and b",
    "True",
    "None",
    "nan",
    "inf",
    "1j",
    "0x10",
    "1_000",
    "_pow(w, 2)",
    "v0 + t0",
    "__builtins__",
    "_",
    "`w`",
    "$(w)",
    "#",
    "w#b",
    "w\\b",
    "𝐞𝐯𝐚𝐥(w)",
    "ｅｖａｌ(w)",
]


@pytest.mark.parametrize("text", RUNNING)
def test_attempts_to_run_code_are_refused(text):
    with pytest.raises(FormulaError):
        parse(text)


LARGE = {
    "a megabyte of text": "w+" * 500_000,
    "a megabyte of digits": "9" * 1_000_000,
    "ten thousand brackets": "(" * 10_000 + "w" + ")" * 10_000,
    "a thousand brackets": "(" * 1000 + "w" + ")" * 1000,
    "brackets never closed": "(" * 2000,
    "functions in functions": "sin(" * 400 + "w" + ")" * 400,
    "bars": "|" * 2000,
    "commas": "max(" + "w," * 990 + "w)",
    "many numbers": "1 " * 1000,
    "a tower of numbers": "9^" * 600 + "9",
    "unknown long name": "a" * 2000,
    "long name of variables": "wb" * 1000,
    "a tower of variables": "^".join(["w"] * 200),
    "signs": "-" * 300 + "w",
    "too many parts": "+".join(["w"] * 900),
}


@pytest.mark.parametrize("text", LARGE.values(), ids=LARGE.keys())
def test_what_is_too_large_is_refused_at_once(text):
    with pytest.raises(FormulaError):
        parse(text)


ACCEPTED = {
    "signs": "-" * 119 + "w",
    "a long sum": "+".join(["w"] * 250),
    "a tower of variables": "^".join(["w"] * 120),
    "a long product": "*".join(["sin(w)"] * 100),
    "a long quotient": "/".join(["(w+b)"] * 83),
    "functions in functions": "sin(" * 99 + "w" + ")" * 99,
    "softplus in softplus": "softplus(w*" * 59 + "w" + ")" * 59,
    "powers in powers": "(" * 82 + "w" + "^w+b)" * 82,
    "a long maximum": "max(" + "w,b*" * 120 + "1)",
    "long digits": "0." + "3" * 1900 + "*w",
}


@pytest.mark.parametrize("text", ACCEPTED.values(), ids=ACCEPTED.keys())
def test_the_worst_that_is_accepted_stays_small(text):
    started = time.process_time()
    tree = parse(text)
    slope = derivative(tree, "w")
    second = derivative(slope, "w")
    shown = [to_display(each) for each in (tree, slope, second)]
    # The work grows with the nodes; the time limit is a coarse guard against a hang.
    assert sum(1 for _ in postorder(tree, slope, second)) < 20_000
    assert sum(map(len, shown)) < 200_000
    assert time.process_time() - started < 5.0
    if tree.size < 300:
        assert parse(to_text(tree)) is tree


def test_no_text_needs_a_deep_stack():
    limit = sys.getrecursionlimit()
    depth = len(inspect.stack())
    sys.setrecursionlimit(depth + 60)
    try:
        for text in ACCEPTED.values():
            derivative(derivative(parse(text), "b"), "b")
    finally:
        sys.setrecursionlimit(limit)
