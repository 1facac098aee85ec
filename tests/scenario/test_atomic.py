"""After any failure while saving, the old file or the new one stands, and the person is told."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path
from typing import Self

import pytest

from gdsim.engine import GdsimError
from gdsim.scenario import load_scenario, save_scenario, write_atomic
from gdsim.scenario.builtin import FIRST, builtin_path

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and modes of POSIX")

CALLS = ("tempfile.mkstemp", "os.fsync", "os.chmod", "os.replace", "os.path.realpath")


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_a_failing_call_leaves_the_old_file(
    call: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.gdsim"
    target.write_bytes(b"old")

    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(call, fail)
    with pytest.raises(GdsimError, match="cannot be saved: ") as caught:
        write_atomic(target, b"new")
    monkeypatch.undo()
    assert os.strerror(code) in str(caught.value)
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a.gdsim", b"old")]


@pytest.mark.parametrize("method", ["write", "flush"])
def test_a_full_disk_leaves_the_old_file(
    method: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.gdsim"
    target.write_bytes(b"old")
    real = open

    def full(*args: object, **options: object) -> object:
        file = real(*args, **options)  # type: ignore[call-overload]

        class Full:
            def __enter__(self) -> Self:
                return self

            def __exit__(self, *_: object) -> None:
                file.close()

            def __getattr__(self, name: str) -> object:
                if name == method:
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
                return getattr(file, name)

        return Full()

    monkeypatch.setattr("builtins.open", full)
    with pytest.raises(GdsimError, match="cannot be saved: No space left"):
        write_atomic(target, b"new")
    monkeypatch.undo()
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a.gdsim", b"old")]


def test_the_person_is_told_where_nothing_can_be_written(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none" / "a", Path("a\0b"), tmp_path / ("x" * 300)):
        with pytest.raises(GdsimError, match="cannot be saved: "):
            write_atomic(path, b"new")
    assert not list(tmp_path.iterdir())


def test_a_name_as_long_as_the_system_allows(tmp_path: Path) -> None:
    write_atomic(tmp_path / ("x" * 250), b"new")
    assert (tmp_path / ("x" * 250)).read_bytes() == b"new"


@posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.gdsim").write_bytes(b"old")
    (tmp_path / "link.gdsim").symlink_to(Path("real") / "a.gdsim")
    write_atomic(tmp_path / "link.gdsim", b"new")
    assert (tmp_path / "link.gdsim").is_symlink()
    assert (tmp_path / "real" / "a.gdsim").read_bytes() == b"new"


@posix
def test_permissions_are_kept_and_new_files_get_the_usual_ones(tmp_path: Path) -> None:
    (tmp_path / "usual").write_bytes(b"")
    usual = stat.S_IMODE((tmp_path / "usual").stat().st_mode)
    target = tmp_path / "a.gdsim"
    write_atomic(target, b"new")
    assert stat.S_IMODE(target.stat().st_mode) == usual
    target.chmod(0o640)
    write_atomic(target, b"newer")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@posix
def test_a_file_that_may_not_be_written_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.gdsim"
    target.write_bytes(b"old")
    # A test may run as root, whom no permission stops.
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(GdsimError, match="Permission denied"):
        write_atomic(target, b"new")
    assert target.read_bytes() == b"old"


@posix
def test_a_device_is_written_to(capfd: pytest.CaptureFixture[str]) -> None:
    write_atomic(Path("/dev/stdout"), b"new")
    assert capfd.readouterr().out == "new"


def test_a_scenario_is_saved_and_loaded(tmp_path: Path) -> None:
    scenario = load_scenario(builtin_path(FIRST))
    assert save_scenario(scenario, tmp_path / "场景 1.gdsim") == scenario
    assert load_scenario(tmp_path / "场景 1.gdsim") == scenario
    assert (tmp_path / "场景 1.gdsim").read_bytes() == builtin_path(FIRST).read_bytes()
