"""What every test runs in: a private home, a private screen, a fixed language, no leftovers."""

import atexit
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from tests import leaks

# Before anything of Qt is imported: Qt, Mesa and gdsim read these once.
SANDBOX = Path(tempfile.mkdtemp(prefix="gdsim-tests-"))
atexit.register(shutil.rmtree, SANDBOX, ignore_errors=True)

PRIVATE_FOLDERS = {
    "HOME": "home",
    "USERPROFILE": "home",
    "APPDATA": "config",
    "LOCALAPPDATA": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "runtime",
}
for variable, name in PRIVATE_FOLDERS.items():
    (SANDBOX / name).mkdir(mode=0o700, exist_ok=True)
    os.environ[variable] = str(SANDBOX / name)

os.environ |= {
    "LC_ALL": "C.UTF-8",
    "LANG": "C.UTF-8",
    "TZ": "UTC",
    "QT_API": "pyside6",
    "PYTEST_QT_API": "pyside6",
    "PYQTGRAPH_QT_LIB": "PySide6",
    "LIBGL_ALWAYS_SOFTWARE": "1",
}
for variable in list(os.environ):
    # A person's display scale, style, theme or log rules would change what a test sees.
    if variable == "LANGUAGE" or (
        variable.startswith(("QT_", "QSG_")) and variable not in ("QT_API", "QT_QPA_PLATFORM")
    ):
        del os.environ[variable]


def _fuzz_scale() -> int:
    wanted = os.environ.get("GDSIM_FUZZ", "")
    return {"": 1, "long": 100}.get(wanted) or max(1, int(wanted))


def _fuzz_seed() -> int:
    given = os.environ.get("GDSIM_FUZZ_SEED")
    if given:
        return int(given)
    # `make test` is the same every time; a long run is there to find what is new.
    return 0 if FUZZ_SCALE == 1 else random.SystemRandom().randrange(10**6)


FUZZ_SCALE = _fuzz_scale()
FUZZ_SEED = _fuzz_seed()

hypothesis.settings.register_profile(
    "gdsim",
    # A loaded machine is slow now and then, which says nothing about the code.
    deadline=None,
    derandomize=FUZZ_SCALE == 1,
    database=None,
    max_examples=100 * FUZZ_SCALE,
    print_blob=True,
)
hypothesis.settings.load_profile("gdsim")


def _be_patient() -> None:
    """Let the waits of pytest-qt end when what they wait for is there, on a busy machine too."""
    from pytestqt.qtbot import QtBot

    for wait in (QtBot.waitUntil, QtBot.waitExposed, QtBot.waitActive, QtBot.waitSignal):
        wait.__kwdefaults__["timeout"] = 60_000


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Choose the screen: pytest-xvfb has started its own by now, if it could."""
    # A plugin's fixture is set up before those of any conftest.py and torn down after them.
    config.pluginmanager.register(leaks, "gdsim-leaks")
    _be_patient()
    if not sys.platform.startswith("linux") or config.getoption("--no-xvfb"):
        return
    import pytest_xvfb

    for variable in ("WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP"):
        os.environ.pop(variable, None)
    if pytest_xvfb.is_xdist_master(config):
        return  # each of its workers has a screen of its own
    if pytest_xvfb.xvfb_instance is not None:
        os.environ["QT_QPA_PLATFORM"] = "xcb"
    else:
        # Better no 3D tests than windows flashing on a person's screen.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def pytest_report_header(config: pytest.Config) -> str:
    screen = os.environ.get("QT_QPA_PLATFORM", "as it is")
    if config.getoption("dist", "no") != "no":
        screen = "of each worker"
    elif screen == "xcb":
        screen += f" on {os.environ.get('DISPLAY')}"
    return f"gdsim: screen {screen}; GDSIM_FUZZ={FUZZ_SCALE} GDSIM_FUZZ_SEED={FUZZ_SEED}"


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The application of the tests is that of the program."""
    from gdsim.ui.app import Application

    return Application


@pytest.fixture(scope="session")
def fuzz_scale() -> int:
    """How many times longer than in `make test` a fuzz test runs; 100 in `make fuzz`."""
    return FUZZ_SCALE


@pytest.fixture(scope="session")
def fuzz_seed() -> int:
    """Where a fuzz test's random numbers start; printed in the header of the run."""
    return FUZZ_SEED


@pytest.fixture(autouse=True)
def _forget_settings() -> Iterator[None]:
    """Keep the settings that one test writes from reaching the next."""
    yield
    for name in ("config", "data", "state"):
        for entry in (SANDBOX / name).iterdir():
            if entry.is_dir():
                shutil.rmtree(entry)
            else:
                entry.unlink()
