"""What the README files say is so: commands run, numbers are right, code works, links lead on."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from gdsim.engine import Lane, OptimizerKind, Stop, simulate
from gdsim.engine.optimizers import Optimizer
from gdsim.engine.problems.landscapes import Landscape
from gdsim.engine.schedules import Constant
from gdsim.engine.stability import stability
from gdsim.scenario import default_scenario, load_scenario

ROOT = Path(__file__).parents[1]
ENGLISH, CHINESE = ((ROOT / name).read_text("utf-8") for name in ("README.md", "README.zh_CN.md"))
both = pytest.mark.parametrize("text", [ENGLISH, CHINESE], ids=["English", "Chinese"])


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def commands(text: str) -> list[list[str]]:
    """The arguments of every `python -m gdsim` that is quoted."""
    lines = "".join(blocks(text, "sh")).splitlines()
    return [shlex.split(line)[3:] for line in lines if line.startswith("python -m gdsim")]


HEADLESS = [c for c in commands(ENGLISH) if c[0] in ("trace", "catalog", "check", "render")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("scenarios", "lectures"):
        shutil.copytree(ROOT / "resources" / name, tmp_path / "resources" / name)
    return tmp_path


def run(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "gdsim", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("arguments", HEADLESS, ids=" ".join)
def test_a_command_works(arguments: list[str], folder: Path) -> None:
    result = run(arguments, folder)
    assert result.returncode == 0, result.stderr
    if "-o" in arguments:
        assert (folder / arguments[arguments.index("-o") + 1]).stat().st_size > 1000
    else:
        assert result.stdout


def test_trace_writes_what_is_shown(folder: Path) -> None:
    (shown,) = blocks(ENGLISH, "csv")
    (arguments,) = [c for c in HEADLESS if "--steps" in c]
    assert run(arguments, folder).stdout == shown


def test_both_files_quote_the_same_commands() -> None:
    for language in ("sh", "bat"):
        english, chinese = (
            [re.sub(r"\s*#.*", "", block) for block in blocks(text, language)]
            for text in (ENGLISH, CHINESE)
        )
        assert english == chinese


@both
def test_files_that_are_opened_are_there(text: str) -> None:
    opened = [c[0] for c in commands(text) if c[0].endswith(".gdsim")]
    assert opened
    for name in opened:
        load_scenario(ROOT / name)


@both
def test_make_has_the_targets(text: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"`make ([a-z]+)`|^make ([a-z]+)", text, re.MULTILINE))
    assert named
    assert {a or b for a, b in named} <= targets


@both
def test_links_and_paths_lead_somewhere(text: str) -> None:
    links = re.findall(r"(?<!!)\[[^\]]*\]\(([^)#]+)\)", text)
    paths = re.findall(r"`((?:gdsim|resources|packaging|tests)/[\w./-]*)`", text)
    assert [name for name in [*links, *paths] if not (ROOT / name).exists()] == []


@both
def test_pictures_are_there(text: str) -> None:
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", text)
    assert pictures
    assert [name for name in pictures if not (ROOT / name).is_file()] == []


@both
def test_the_numbers_of_the_tour(text: str) -> None:
    """Written as on the screen: a minus sign, no needless digits."""

    def shown(*numbers: float) -> str:
        return ", ".join(f"{number:.4g}" for number in numbers).replace("-", "−")

    scenario = default_scenario()
    synchronous, sequential = scenario.run()
    data = scenario.problem.data
    points = [f"({shown(x, y)})" for x, y in zip(data.x, data.y, strict=True)]
    assert [point for point in points if point not in text] == []
    for told in (synchronous, sequential):
        assert f"({shown(*told.theta[1])})" in text
    gap = sequential.theta[1, 1] - synchronous.theta[1, 1]
    assert f"**{shown(gap)}**" in text
    problem = scenario.make_problem()
    hessian = problem.hessian(np.zeros(2))
    rate = scenario.lanes[0].learning_rate.first
    slopes = problem.gradient(np.zeros(2))
    assert f"{shown(rate**2)} × {shown(hessian[1, 0])} × ({shown(slopes[0])})" in text
    assert f"0 − {shown(rate)} × {shown(sequential.used[0, 1])} = −0.55" in text
    limits = stability(hessian, (0, 1), local=False)
    assert limits.synchronous is not None
    assert limits.sequential is not None
    assert shown(limits.synchronous) in text
    assert shown(limits.sequential) in text
    assert limits.synchronous < 0.25 < limits.sequential


def test_the_scenario_can_be_written_by_hand(tmp_path: Path) -> None:
    (block,) = blocks(ENGLISH, "json")
    path = tmp_path / "by-hand.gdsim"
    path.write_text(block, "utf-8")
    for made in load_scenario(path).run():
        assert made.loss[-1] < made.loss[0]
    assert json.loads(block)["format"] == "gdsim-scenario"


def executed(number: int) -> dict[str, Any]:
    """Names that the README's Python block ``number`` leaves behind."""
    names: dict[str, Any] = {}
    exec(blocks(ENGLISH, "python")[number], names)  # noqa: S102 - our own text
    return names


def only(kind: type, names: dict[str, Any]) -> Any:
    (found,) = (value for value in names.values() if isinstance(value, kind))
    return found


def test_the_notebook_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert executed(0)["run"].steps == 100
    assert "step-limit" in capsys.readouterr().out


def test_the_landscape_can_be_added() -> None:
    entry = only(Landscape, executed(1))
    lane = Lane(learning_rate=Constant(entry.learning_rate))
    (made,) = simulate(entry.make(), entry.start, [lane], stop=Stop(max_steps=200))
    assert made.theta[-1] == pytest.approx(entry.minima[0][0], abs=1e-6)
    assert made.loss[-1] == pytest.approx(entry.minima[0][1])


def test_the_optimizer_can_be_added() -> None:
    kind = only(OptimizerKind, executed(2))
    optimizer = Optimizer(kind, tuple((p.name, p.default) for p in kind.params))
    theta, grad = np.array([1.0, -2.0]), np.array([3.0, -0.5])
    delta, state = optimizer.update(grad, theta, optimizer.init(theta), 0.1, 1)
    assert delta == pytest.approx([-0.1, 0.1])
    assert state["velocity"] == pytest.approx(grad)
