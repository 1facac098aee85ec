"""Whatever is wrong with a lecture is said in one line: file, scene, field, and what is allowed."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gdsim.cli import main
from gdsim.lectures import LECTURES, LectureError, load_lecture
from tests.lectures.broken import GOOD, NOT_TOML, WRONG


def refusal(path: Path) -> str:
    begin = time.process_time()
    with pytest.raises(LectureError) as caught:
        load_lecture(path)
    assert time.process_time() - begin < 2
    line = str(caught.value)
    assert line.startswith("mine.toml: ")
    assert "\n" not in line
    assert len(line) < 1000
    assert "Traceback" not in line
    return line


def test_the_good_one_is_good(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(GOOD, "utf-8")
    lecture = load_lecture(tmp_path / "mine.toml")
    assert [scene.id for scene in lecture.scenes] == ["first", "second"]
    assert lecture.scenes[1].scenario.lanes[1].learning_rate.first == 0.2


@pytest.mark.parametrize(("old", "new", "said"), WRONG)
def test_what_is_wrong_is_named(old: str, new: str, said: str, tmp_path: Path) -> None:
    assert old in GOOD
    (tmp_path / "mine.toml").write_text(GOOD.replace(old, new, 1), "utf-8")
    assert said in refusal(tmp_path / "mine.toml")


@pytest.mark.parametrize(("content", "said"), NOT_TOML)
def test_what_is_no_toml_is_refused(content: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_bytes(content)
    assert said in refusal(tmp_path / "mine.toml")


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert "there is no such file" in refusal(tmp_path / "mine.toml")
    (tmp_path / "mine.toml").mkdir()
    assert "is a folder" in refusal(tmp_path / "mine.toml")


def test_too_much_work_is_refused_before_it_is_done(tmp_path: Path) -> None:
    text = GOOD.replace("max_steps = 20", "max_steps = 100000")
    change = "change = { learning_rate = 0.2 }"
    lane = '{ order = "synchronous", optimizer = { id = "gd" }, learning_rate = 0.1 }'
    text = text.replace(change, f"change.lanes = [{', '.join([lane] * 20)}]")
    (tmp_path / "mine.toml").write_text(text, "utf-8")
    assert "takes too many steps" in refusal(tmp_path / "mine.toml")


def test_the_command_line_checks_lectures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text(GOOD, "utf-8")
    bad.write_text(GOOD.replace("{w@0}.", "{q@0}.", 1), "utf-8")
    assert main(["check", str(good)]) == 0
    assert capsys.readouterr().out == f"{good}: ok\n"
    assert main(["check", str(good), str(bad)]) == 2
    line = f"gdsim: {bad}: scene 1 “First”: beat 1: there is no quantity “q”\n"
    assert capsys.readouterr().err == line


def test_the_catalogue_lists_the_lectures(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalog", "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)["lectures"]
    assert [entry["id"] for entry in listed] == list(LECTURES)
    assert all(entry["title"] for entry in listed)


def test_the_command_line_draws_a_beat(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a process of its own, since a picture needs another platform of Qt."""
    lecture, picture = tmp_path / "mine.toml", tmp_path / "beat.png"
    lecture.write_text(GOOD, "utf-8")
    command = [sys.executable, "-m", "gdsim", "render", str(lecture), "-o", str(picture)]
    done = subprocess.run([*command, "--step", "2"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert main(["render", str(lecture), "-o", str(picture), "--step", "9"]) == 2
    assert "--step: a beat of this lecture, from 1 to 6" in capsys.readouterr().err
