"""Icons: every file is drawn, sharp at every display scale, in the theme's colours."""

import re

import pytest
from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtSvg import QSvgRenderer

from gdsim.resources import resource
from gdsim.ui import icons
from gdsim.ui.theme import DARK, LIGHT, PROJECTOR, THEMES

#: What the window's actions need.
NEEDED = {
    "to-start", "back", "play", "pause", "forward", "to-end", "restart", "reset", "open", "save",
    "undo", "redo", "palette", "search", "view-side-by-side", "view-overlay", "view-3d",
    "language", "theme", "help", "lecture", "export", "copy", "minus", "plus",
}  # fmt: skip


def image(icon: QIcon, size: int, ratio: float = 1.0, mode=QIcon.Mode.Normal,
          state=QIcon.State.Off) -> QImage:  # fmt: skip
    return icon.pixmap(QSize(size, size), ratio, mode, state).toImage()


def inks(picture: QImage) -> set[str]:
    """Colours of the pixels that are fully covered."""
    picture = picture.convertToFormat(QImage.Format.Format_ARGB32)
    colours = (
        picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())
    )
    return {colour.name() for colour in colours if colour.alpha() == 255}


def test_needed_icons_are_there(qapp):
    assert set(icons.names()) >= NEEDED


@pytest.mark.parametrize("name", icons.names())
def test_file_is_valid_and_names_no_colour(qapp, name):
    source = resource("icons", f"{name}.svg").read_text("utf-8")
    assert QSvgRenderer(QByteArray(source.encode())).isValid()
    assert "<text" not in source
    assert not re.search(r"#[0-9a-fA-F]{3,8}", source)
    assert len(inks(image(icons.icon(name, LIGHT), 18, 2.0))) == 1


@pytest.fixture(autouse=True)
def _screens(monkeypatch):
    """As with two screens, one of them fine."""
    monkeypatch.setattr(icons, "scales", lambda: (1.0, 2.0))


def test_no_two_icons_look_the_same(qapp):
    pictures = {name: image(icons.icon(name, LIGHT), 18, 2.0) for name in icons.names()}
    seen = [bytes(picture.constBits()) for picture in pictures.values()]
    assert len(set(seen)) == len(seen)


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_colours_are_the_themes(qapp, theme):
    icon, size = icons.icon("plus", theme), theme.size(icons.SIZE)
    assert inks(image(icon, size, 2.0)) == {theme.text.lower()}
    assert inks(image(icon, size, 2.0, state=QIcon.State.On)) == {theme.on_accent.lower()}
    assert inks(image(icon, size, 2.0, QIcon.Mode.Disabled)) == {theme.field_edge.lower()}


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_sharp_at_every_scale(qapp, monkeypatch, ratio):
    """Drawn for the scale, not stretched: as many pixels as the scale asks for."""
    monkeypatch.setattr(icons, "scales", lambda: (ratio,))
    picture = image(icons.icon("save", PROJECTOR), PROJECTOR.size(icons.SIZE), ratio)
    assert picture.width() == round(PROJECTOR.size(icons.SIZE) * ratio)


def test_another_screen_gets_sharp_icons(qapp, window, monkeypatch):
    action = window.actions_["undo"]
    fine = QSize(3 * icons.SIZE, 3 * icons.SIZE)
    assert fine not in action.icon().availableSizes()
    monkeypatch.setattr(icons, "scales", lambda: (1.0, 3.0))
    qapp.screenAdded.emit(qapp.primaryScreen())
    assert fine in action.icon().availableSizes()


def test_unknown_icon_is_an_error(qapp):
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon", DARK)


def test_app_icon_shows_both_lanes_at_every_size(qapp):
    for size in (16, 48, 256):
        picture = image(icons.app_icon(), size)
        assert picture.width() == size
        colours = [QColor(name) for name in inks(picture)]
        assert any(c.blue() > 150 and c.red() < 80 for c in colours)
        assert any(c.red() > 170 and c.blue() < 90 for c in colours)
