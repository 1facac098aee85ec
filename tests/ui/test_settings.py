"""A broken settings file never blocks the start."""

import random
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings
from pytestqt.qtbot import QtBot

from gdsim.scenario import default_scenario
from gdsim.ui import i18n
from gdsim.ui.main_window import MainWindow
from gdsim.ui.settings import RECENT, Settings


def ini() -> Path:
    """The settings file, with its folder."""
    path = Path(
        QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "gdsim", "gdsim"
        ).fileName()
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def read_all(settings: Settings) -> None:
    """Everything that is read at a start."""
    settings.language(), settings.theme(), settings.text_scale(), settings.folder()
    settings.recent(), settings.gallery_at_start(), settings.mode(), settings.panel()
    settings.geometry(), settings.arrangement()


def test_what_is_set_is_read_again(qtbot: QtBot) -> None:
    settings = Settings()
    settings.set_theme("dark")
    settings.set_text_scale(1.5)
    settings.set_recent(["/a b/ü, 方.gdsim"])
    settings.set_gallery_at_start(False)
    settings.set_arrangement(QByteArray(b"\x00\xff;,\n"))
    again = Settings()
    assert again.theme() == "dark"
    assert again.text_scale() == 1.5
    assert again.recent() == ["/a b/ü, 方.gdsim"]
    assert not again.gallery_at_start()
    assert again.arrangement() == QByteArray(b"\x00\xff;,\n")


def test_reset_forgets_everything(qtbot: QtBot) -> None:
    settings = Settings()
    settings.set_theme("dark")
    settings.set_recent(["x"])
    settings.reset()
    again = Settings()
    assert (again.theme(), again.recent(), again.gallery_at_start()) == ("system", [], True)


def test_no_more_recent_files_than_ten(qtbot: QtBot) -> None:
    settings = Settings()
    settings.set_recent([str(i) for i in range(30)])
    assert len(settings.recent()) == RECENT


VALUES = (
    "theme=nonsense", "theme=dark, light", "text_scale=nan", "text_scale=1e400",
    "text_scale=@Invalid()", "language=xx", "recent=[[[[", "recent={}", 'recent="[1, null]"',
    "geometry=@ByteArray(\\0\\0\\0)", "geometry=12345678:AAAA", "arrangement=:",
    "arrangement=@Size(1 2)", "mode=\x00", "panel=@Rect(0 0 0 0)", "folder=@Point(1 2)",
    "gallery_at_start=@Variant(\\0\\0\\0\\x3)", "[", "=", "%", "[General", "recent=" + "[" * 50_000,
)  # fmt: skip


@pytest.mark.parametrize("value", VALUES)
def test_a_value_that_makes_no_sense_counts_as_not_set(qtbot: QtBot, value: str) -> None:
    ini().write_text(f"[General]\n{value}\n")
    settings = Settings()
    read_all(settings)
    assert settings.theme() in ("system", "light", "dark", "projector")
    assert 0.8 <= settings.text_scale() <= 2.5
    assert settings.geometry() is None
    assert settings.arrangement() is None


def test_random_bytes(qtbot: QtBot, fuzz_scale: int, fuzz_seed: int) -> None:
    chance = random.Random(fuzz_seed)
    settings = Settings()
    settings.set_theme("dark")
    settings.set_geometry(QByteArray(bytes(range(100))))
    settings.set_recent(["/some/where.gdsim"])
    del settings
    good = ini().read_bytes()
    for _ in range(150 * fuzz_scale):
        damaged = bytearray(good)
        for _ in range(chance.randint(1, 20)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        if chance.random() < 0.3:
            damaged = bytearray(chance.randbytes(chance.randint(0, 400)))
        ini().write_bytes(bytes(damaged))
        read_all(Settings())


@pytest.mark.parametrize("seed", range(3))
def test_the_window_opens_on_a_broken_file(qtbot: QtBot, seed: int) -> None:
    ini().write_bytes(random.Random(seed).randbytes(2000))
    window = MainWindow(default_scenario())
    window.appearance.set_language("en")
    with qtbot.waitExposed(window):
        window.show()
    assert window.width() >= 800
    assert not window.workspace.docks["arithmetic"].isHidden()
    window.close()
    window.deleteLater()
    i18n.set_language("en")
