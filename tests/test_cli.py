"""The command line: what it writes, what it refuses, and how it ends."""

from __future__ import annotations

import csv
import json
import math
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import gdsim
from gdsim import cli
from gdsim.cli import main
from gdsim.engine import OPTIMIZERS, PROBLEMS, Stop
from gdsim.engine.schedules import Constant
from gdsim.export import trace_json
from gdsim.scenario import default_scenario, save_scenario
from gdsim.scenario.builtin import FIRST, builtin_path

SCENE = str(builtin_path(FIRST))

Capture = pytest.CaptureFixture[str]


def refused(capsys: Capture, *arguments: str) -> str:
    """The one line that the program ends with when called with these arguments."""
    assert main(arguments) == 2
    written = capsys.readouterr()
    assert written.out == ""
    assert written.err.startswith("gdsim: ")
    assert written.err.count("\n") == 1
    return written.err


def process(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "gdsim", *arguments]
    return subprocess.run(command, text=True, encoding="utf-8", check=False, **options)  # type: ignore[call-overload, no-any-return]


def test_version(capsys: Capture) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"gdsim {gdsim.__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], *([c, "--help"] for c in cli.COMMANDS)])
def test_help(arguments: list[str], capsys: Capture) -> None:
    assert main(arguments) == 0
    assert capsys.readouterr().out.startswith("usage: gdsim")


def test_a_trace_has_a_row_for_every_point(capsys: Capture) -> None:
    assert main(["trace", SCENE]) == 0
    text = capsys.readouterr().out
    head = "lane,step,epoch,learning_rate,w,b,loss,grad_w,grad_b,used_w,used_b"
    assert text.splitlines()[0] == head
    rows = list(csv.DictReader(text.splitlines()))
    assert [(row["lane"], row["step"]) for row in rows] == [
        (str(lane), str(step)) for lane in (0, 1) for step in range(61)
    ]
    assert rows[61]["used_b"] == "2.75"
    for row in rows:
        last = row["step"] == "60"
        assert (row["used_w"] == "") == last
        assert (row["used_b"] == "") == last
        assert float(row["learning_rate"]) == 0.2
        assert float(row["epoch"]) == int(row["step"])


def test_every_number_of_a_trace_reads_back_to_the_same_bits(capsys: Capture) -> None:
    assert main(["trace", SCENE]) == 0
    rows = list(csv.DictReader(capsys.readouterr().out.splitlines()))
    for index, run in enumerate(default_scenario().run()):
        mine = [row for row in rows if row["lane"] == str(index)]
        for i, name in enumerate("wb"):
            assert [float(row[name]) for row in mine] == run.theta[:, i].tolist()
            assert [float(row[f"grad_{name}"]) for row in mine] == run.grad[:, i].tolist()
            assert [float(row[f"used_{name}"]) for row in mine[:-1]] == run.used[:, i].tolist()
        assert [float(row["loss"]) for row in mine] == run.loss.tolist()


def test_a_trace_of_one_parameter_has_no_b(tmp_path: Path, capsys: Capture) -> None:
    content = {
        "format": "gdsim-scenario", "version": 1, "start": [10],
        "problem": {"id": "formula", "formula": "w^2 + 3*w - 5", "box": [[-12, 12]]},
        "lanes": [{"order": "synchronous", "optimizer": {"id": "gd"}, "learning_rate": 0.01}],
        "stop": {"max_steps": 2},
    }  # fmt: skip
    (tmp_path / "一维.gdsim").write_text(json.dumps(content))
    assert main(["trace", str(tmp_path / "一维.gdsim")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "lane,step,epoch,learning_rate,w,loss,grad_w,used_w"
    assert lines[1] == "0,0,0.0,0.01,10.0,125.0,23.0,23.0"
    assert lines[3].endswith(",")


def test_steps_replace_those_of_the_file(capsys: Capture) -> None:
    assert main(["trace", SCENE, "--steps", "3"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1 + 2 * 4
    for steps in ("0", "100001", "-1", "1.5", "x"):
        assert "--steps" in refused(capsys, "trace", SCENE, "--steps", steps)


def test_json_adds_label_outcome_and_rule(capsys: Capture) -> None:
    assert main(["trace", SCENE, "--format", "json"]) == 0
    trace = json.loads(capsys.readouterr().out)
    assert trace["columns"][:4] == ["lane", "step", "epoch", "learning_rate"]
    first, second = trace["lanes"]
    assert first["label"] == "synchronous, gd, learning rate 0.2"
    assert second["label"] == "sequential (w, b), gd, learning rate 0.2"
    assert (first["outcome"], first["rule"], first["steps"]) == ("step-limit", "max_steps", 60)
    assert second["rows"][0] == [1, 0, 0.0, 0.2, 0.0, 0.0, 20.5, -17.5, -6.0, -17.5, 2.75]
    assert second["rows"][60][-2:] == [None, None]


def test_json_stays_json_where_numbers_are_infinite() -> None:
    scenario = default_scenario()
    lanes = tuple(replace(lane, learning_rate=Constant(1000.0)) for lane in scenario.lanes)
    scenario = replace(scenario, lanes=lanes, start=(1e9, 1e9), stop=Stop(100_000))
    runs = scenario.run()
    text = trace_json(runs)

    def never(name: str) -> float:
        raise AssertionError(name)

    trace = json.loads(text, parse_constant=never)
    for lane, run in zip(trace["lanes"], runs, strict=True):
        assert lane["outcome"] in ("diverged", "non-finite")
        values = [float(row[6]) for row in lane["rows"]]
        assert all(a == b or math.isnan(a) for a, b in zip(values, run.loss.tolist(), strict=True))


def test_output_goes_to_a_file(tmp_path: Path, capsys: Capture) -> None:
    assert main(["trace", SCENE]) == 0
    table = capsys.readouterr().out
    assert main(["trace", SCENE, "-o", str(tmp_path / "a.csv")]) == 0
    assert (tmp_path / "a.csv").read_bytes() == table.encode()
    assert main(["trace", SCENE, "-o", str(tmp_path / "a.json")]) == 0
    assert json.loads((tmp_path / "a.json").read_text())["format"] == "gdsim-trace"
    assert main(["trace", SCENE, "-o", str(tmp_path / "b.json"), "--format", "csv"]) == 0
    assert (tmp_path / "b.json").read_bytes() == table.encode()
    assert capsys.readouterr().out == ""
    assert "cannot be saved" in refused(capsys, "trace", SCENE, "-o", str(tmp_path / "no" / "a"))


def test_data_lie_beside_the_scenario(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = json.loads(Path(SCENE).read_text(encoding="utf-8"))
    content["problem"]["data"] = {"csv": "data.csv", "x": "x", "y": "y"}
    (tmp_path / "a.gdsim").write_text(json.dumps(content))
    (tmp_path / "data.csv").write_text("x,y\n1,3\n2,5\n3,7\n4,9\n")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert main(["trace", SCENE]) == 0
    expected = capsys.readouterr().out
    assert main(["trace", "../a.gdsim"]) == 0
    assert capsys.readouterr().out == expected


def test_catalog_as_json_lists_everything(capsys: Capture) -> None:
    assert main(["catalog", "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    ids = {section: [entry["id"] for entry in entries] for section, entries in listed.items()}
    assert ids["problems"] + ids["models"] != []
    assert sorted(ids["problems"] + ids["models"]) == sorted(kind.id for kind in PROBLEMS)
    assert ids["optimizers"] == [kind.id for kind in OPTIMIZERS]
    assert ids["orders"] == ["synchronous", "sequential"]
    assert ids["variants"] == ["batch", "sgd", "mini-batch"]
    assert ids["schedules"][0] == "constant"
    assert "noisy-line" in ids["datasets"]
    assert "lectures" in ids
    adam = next(entry for entry in listed["optimizers"] if entry["id"] == "adam")
    assert [(p["id"], p["default"]) for p in adam["params"]][:2] == [
        ("beta1", 0.9),
        ("beta2", 0.999),
    ]


def test_catalog_as_text_names_everything(capsys: Capture) -> None:
    assert main(["catalog"]) == 0
    text = capsys.readouterr().out
    for kind in (*PROBLEMS, *OPTIMIZERS):
        assert f"\n  {kind.id} " in text


def test_check_says_which_files_are_in_order(tmp_path: Path, capsys: Capture) -> None:
    bad = tmp_path / "bad.gdsim"
    bad.write_text(Path(SCENE).read_text(encoding="utf-8").replace("0.2", "-1"), encoding="utf-8")
    assert main(["check", SCENE, SCENE]) == 0
    assert capsys.readouterr().out == f"{SCENE}: ok\n" * 2
    assert main(["check", str(bad), SCENE, str(tmp_path / "none")]) == 2
    written = capsys.readouterr()
    assert written.out == f"{SCENE}: ok\n"
    first, second = written.err.splitlines()
    assert first.startswith(f"gdsim: {bad}: lanes[0].learning_rate: ")
    assert "(0, 1000]" in first
    assert second == f"gdsim: {tmp_path / 'none'}: there is no such file"


@pytest.mark.parametrize("command", ["trace", "check", "render"])
def test_a_bad_file_ends_every_command(command: str, tmp_path: Path, capsys: Capture) -> None:
    rest = ("-o", str(tmp_path / "a.png")) if command == "render" else ()
    (tmp_path / "a.gdsim").write_text("{")
    for name in ("none.gdsim", "a.gdsim", "."):
        path = str(tmp_path / name) if name != "." else str(tmp_path)
        assert path in refused(capsys, command, path, *rest)
    assert "cannot be read" in refused(capsys, command, "a\0b", *rest)


@pytest.mark.parametrize(
    "arguments",
    [
        ["trace"],
        ["check"],
        ["render", SCENE],
        ["render", SCENE, "-o", "a.txt"],
        ["render", SCENE, "-o", "a.png", "--size", "10x10"],
        ["render", SCENE, "-o", "a.png", "--size", "big"],
        ["render", SCENE, "-o", "a.png", "--size", "9999x9999"],
        ["render", SCENE, "-o", "a.png", "--step", "-1"],
        ["render", SCENE, "-o", "a.png", "--lang", "fr"],
        ["trace", SCENE, "--format", "xml"],
        ["trace", SCENE, "--colour"],
        ["trace", SCENE, "--step", "3"],
        ["trace", SCENE, "-o", SCENE],
        ["--colour"],
        ["a", "b"],
        ["trace", "a\nb"],
        ["catalog", "everything"],
    ],
)
def test_bad_usage_is_one_line(arguments: list[str], capsys: Capture) -> None:
    refused(capsys, *arguments)


def test_render_hands_over_what_was_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gdsim.ui import render

    asked: list[object] = []
    monkeypatch.setattr(render, "render", lambda *arguments: asked.extend(arguments))
    out = str(tmp_path / "a.gif")
    assert main(["render", SCENE, "-o", out, "--step", "4", "--size", "800x600"]) == 0
    assert asked == [default_scenario(), Path(out), 4, (800, 600), "en"]


def test_without_a_command_the_window_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    from gdsim.ui import app

    asked: list[object] = []
    monkeypatch.setattr(app, "run", lambda *arguments: asked.append(arguments) or 0)
    assert main([]) == 0
    assert main([SCENE]) == 0
    assert main(["--reset"]) == 0
    assert asked == [(None, False), (Path(SCENE), False), (None, True)]


def test_the_module_is_the_program() -> None:
    ended = process("trace", SCENE, "--steps", "1", capture_output=True)
    assert ended.returncode == 0
    assert ended.stdout.splitlines()[1] == "0,0,0.0,0.2,0.0,0.0,20.5,-17.5,-6.0,-17.5,-6.0"
    assert ended.stderr == ""


def test_the_same_bytes_wherever_the_output_goes(tmp_path: Path) -> None:
    scenario = default_scenario()
    lanes = (replace(scenario.lanes[0], name="同步 α"), scenario.lanes[1])
    save_scenario(replace(scenario, lanes=lanes), tmp_path / "a.gdsim")
    arguments = ("trace", str(tmp_path / "a.gdsim"), "--format", "json")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    ended = process(*arguments, capture_output=True, env=environment)
    assert main([*arguments, "-o", str(tmp_path / "a.json")]) == 0
    assert ended.stdout == (tmp_path / "a.json").read_text(encoding="utf-8")


def test_trace_needs_no_qt() -> None:
    code = (
        "import sys; from gdsim.cli import main; "
        f"code = main(['trace', {SCENE!r}, '-o', {os.devnull!r}]); "
        "assert not [name for name in sys.modules if name.startswith('PySide6')]; sys.exit(code)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


posix = pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices of POSIX")


@posix
def test_a_reader_who_leaves_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ended = process("trace", SCENE, stdout=writing, stderr=subprocess.PIPE)
    finally:
        os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, "")


@posix
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")
def test_output_that_cannot_be_written_is_one_line() -> None:
    with open("/dev/full", "w") as full:
        ended = process("trace", SCENE, stdout=full, stderr=subprocess.PIPE)
    assert ended.returncode == 2
    assert ended.stderr == "gdsim: cannot write the output: No space left on device\n"


def _raise(error: BaseException) -> Callable[..., int]:
    def run(*_: object) -> int:
        raise error

    return run


def test_an_interrupt_is_no_traceback(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    define, _ = cli.COMMANDS["catalog"]
    monkeypatch.setitem(cli.COMMANDS, "catalog", (define, _raise(KeyboardInterrupt())))
    assert main(["catalog"]) == 130
    assert capsys.readouterr().err == ""


def test_a_windowed_build_has_no_streams(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["catalog"]) == 0
    assert main(["trace", "none"]) == 2
