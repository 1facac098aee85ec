"""Mutated scenario and CSV files are loaded or refused in one line, soon and in little memory."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from gdsim.engine import GdsimError, ScenarioError, read_csv
from gdsim.scenario import CsvData, load_scenario, scenario_from_json, scenario_to_json
from gdsim.scenario.builtin import FIRST, builtin_path
from tests.scenario.samples import random_scenario

#: Files of each kind, in parts that a person sees go by.
COUNT = 1000
PARTS = 10
#: Processor time: a loaded machine says nothing about the code.
SECONDS = 2.0
MEGABYTES = 200

Mutation = Callable[[random.Random, bytes], bytes]


def cut(rng: random.Random, data: bytes) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def cut_out(rng: random.Random, data: bytes) -> bytes:
    begin = rng.randrange(len(data) + 1)
    return data[:begin] + data[begin + rng.choice((1, 2, 10, 100)) :]


def flip(rng: random.Random, data: bytes) -> bytes:
    flipped = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 8)) if data else 0):
        flipped[rng.randrange(len(flipped))] ^= 1 << rng.randrange(8)
    return bytes(flipped)


def repeat(rng: random.Random, data: bytes) -> bytes:
    begin = rng.randrange(len(data) + 1)
    part = data[begin : begin + rng.choice((1, 5, 30, 200))]
    return data[:begin] + part * rng.choice((2, 3, 1000)) + data[begin:]


SPECIAL = [
    b"NaN", b"-Infinity", b"1e999", b"-1e308", b"5e-324", b"9" * 400, b"9" * 5000, b"-0.0", b"null",
    b"true", b'""', b'"0"', b"[]", b"{}", b"[[]]", b'{"id":"gd"}', b"0", b"-1", b"1.5", b"\xff",
    b"\xef\xbb\xbf", b"\x00", b"\r\n", b"\\ud800", b'"', b",", b";", b"\t", b"1,5", b"nan", b"inf",
    b"1_000", b"0x1", b"[" * 2000, b'{"a":' * 2000, b'"' + b"x" * 200_000 + b'"', "面积；".encode(),
    b"w^w^w^w^w", b"9^9^9^9", b"(" * 3000, b"../../../../etc/passwd", b"/dev/zero", b"sgd",
]  # fmt: skip


def insert(rng: random.Random, data: bytes) -> bytes:
    begin = rng.randrange(len(data) + 1)
    return data[:begin] + rng.choice(SPECIAL) + data[begin:]


def put_in_place(rng: random.Random, data: bytes) -> bytes:
    """Something else in place of what stands between two signs that part things."""
    ends = [i for i, sign in enumerate(data) if sign in b",:;[]{}\n\t"]
    if len(ends) < 2:
        return insert(rng, data)
    at = rng.randrange(len(ends) - 1)
    return data[: ends[at] + 1] + rng.choice(SPECIAL) + data[ends[at + 1] :]


def swap_lines(rng: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    first, second = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]
    return b"\n".join(lines)


def double_a_line(rng: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    lines.insert(rng.randrange(len(lines)), rng.choice(lines))
    return b"\n".join(lines)


def encode_otherwise(rng: random.Random, data: bytes) -> bytes:
    text = data.decode(errors="replace")
    return text.encode(rng.choice(("utf-16", "utf-16-le", "utf-32", "utf-8-sig", "utf-7")))


def noise(rng: random.Random, data: bytes) -> bytes:
    return rng.randbytes(rng.choice((1, 100, 10_000)))


MUTATIONS: tuple[Mutation, ...] = (
    cut, cut_out, flip, flip, repeat, insert, insert, put_in_place, put_in_place, put_in_place,
    put_in_place, swap_lines, double_a_line, encode_otherwise, noise,
)  # fmt: skip


def mutated(rng: random.Random, data: bytes) -> bytes:
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        data = rng.choice(MUTATIONS)(rng, data)
    return data


def peak_megabytes() -> float:
    """Most memory that this process has ever had; 0 where the system does not say."""
    if sys.platform == "win32":
        return 0.0
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10


def refusal(load: Callable[[Path], object], path: Path) -> GdsimError | None:
    """What a loader says about a file, after a look that it said it soon and in one line."""
    begin = time.process_time()
    try:
        load(path)
    except GdsimError as error:
        message = str(error)
        assert message.isprintable(), message
        assert 0 < len(message) < 1000, message
        return error
    finally:
        assert time.process_time() - begin < SECONDS
    return None


@pytest.mark.parametrize("part", range(PARTS))
def test_mutated_scenarios(tmp_path: Path, part: int, fuzz_scale: int, fuzz_seed: int) -> None:
    rng = random.Random(f"{fuzz_seed} {part}")
    path = tmp_path / "a.gdsim"
    (tmp_path / "a.csv").write_text("x,y\n1,3\n2,5\n")
    memory, loaded = peak_megabytes(), 0
    for _ in range(COUNT * fuzz_scale // PARTS):
        text = scenario_to_json(random_scenario(rng))
        if rng.random() < 0.2:
            text = text.replace('"generator": "noisy-line"', '"csv": "a.csv"')
        if rng.random() < 0.3:
            text = json.dumps(json.loads(text))
        path.write_bytes(mutated(rng, text.encode()))
        if refusal(load_scenario, path) is None:
            loaded += 1
            again = load_scenario(path)
            if not isinstance(again.problem.data, CsvData):
                assert scenario_from_json(scenario_to_json(again)) == again
    assert loaded > 0
    assert peak_megabytes() - memory < MEGABYTES


@pytest.mark.parametrize("part", range(PARTS))
def test_mutated_tables(tmp_path: Path, part: int, fuzz_scale: int, fuzz_seed: int) -> None:
    rng = random.Random(f"{fuzz_seed} {part}")
    path = tmp_path / "a.csv"
    memory, loaded = peak_megabytes(), 0
    for _ in range(COUNT * fuzz_scale // PARTS):
        sign, decimal = rng.choice(((",", "."), (";", ","), (";", "."), ("\t", ",")))
        header = rng.random() < 0.7
        rows = [["x", "y", "面积"]] if header else []
        rows += [
            [f"{rng.gauss(0, 10):.3g}".replace(".", decimal) for _ in range(3)]
            for _ in range(rng.choice((1, 5, 50)))
        ]
        path.write_bytes(mutated(rng, "\n".join(map(sign.join, rows)).encode()))
        error = refusal(partial(read_csv, columns=("x", "y") if header else ()), path)
        assert not isinstance(error, ScenarioError)
        loaded += error is None
    assert loaded > 0
    assert peak_megabytes() - memory < MEGABYTES


# Forks, so that Python and NumPy start once for all the processes to be killed.
_KILLING = """
import os, random, signal, sys, time
from dataclasses import replace
from pathlib import Path
from gdsim.scenario import load_scenario, save_scenario, scenario_to_json
target, count = Path(sys.argv[2]), int(sys.argv[3])
rng = random.Random(int(sys.argv[4]))
old = load_scenario(sys.argv[1])
new = replace(old, start=(1.0, 2.0))
allowed = {scenario_to_json(old).encode(), scenario_to_json(new).encode()}
begin = time.perf_counter()
for _ in range(20):
    save_scenario(old, target)
once = (time.perf_counter() - begin) / 20
for _ in range(count):
    child = os.fork()
    if not child:
        while True:
            save_scenario(new, target)
            save_scenario(old, target)
    time.sleep(rng.uniform(0, 4 * once))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    assert target.read_bytes() in allowed, target.read_bytes()
    for left in target.parent.glob(".gdsim-*.tmp"):
        left.unlink()
print("survived", count)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills forked processes")
def test_a_kill_while_saving_leaves_the_old_or_the_new_file(
    tmp_path: Path, fuzz_scale: int, fuzz_seed: int
) -> None:
    count = max(50, 10 * fuzz_scale)
    arguments = [str(builtin_path(FIRST)), str(tmp_path / "a.gdsim"), str(count), str(fuzz_seed)]
    ended = subprocess.run(
        [sys.executable, "-c", _KILLING, *arguments], capture_output=True, text=True, check=False
    )
    assert ended.stdout == f"survived {count}\n", ended.stderr
