"""Exports from the window: what is exported is what is seen."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageReader
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gdsim.engine import Stop
from gdsim.engine.errors import GdsimError
from gdsim.engine.text import N_
from gdsim.export import trace_csv, trace_json
from gdsim.ui import theme as th
from gdsim.ui.export.dialog import ExportDialog
from gdsim.ui.export.pictures import packed, shown_steps
from gdsim.ui.export.sheet import SCENE, STAGE, WINDOW, Sheet, make_sheet, parts, seen_size
from gdsim.ui.export.wish import ANIMATION, ARITHMETIC, NUMBERS, PICTURE, Wish
from gdsim.ui.exporting import Exporting
from gdsim.ui.main_window import MainWindow
from gdsim.ui.panels.arithmetic import ArithmeticPanel

SVG = "{http://www.w3.org/2000/svg}"
CONTROL = Qt.KeyboardModifier.ControlModifier


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.clock.active, timeout=10_000)


def go(qtbot: QtBot, window: MainWindow, step: int) -> None:
    window.session.set_cursor(step)
    settle(qtbot, window)


def sheet_of(window: MainWindow, part: str, size: QSize, **more: object) -> Sheet:
    making = make_sheet(window, part, size, **more)  # type: ignore[arg-type]
    while True:
        try:
            next(making)
        except StopIteration as end:
            return end.value


def image_of(window: MainWindow, part: str, size: QSize, **more: object) -> QImage:
    sheet = sheet_of(window, part, size, **more)
    image = sheet.image(size)
    sheet.done()
    return image


def svg_of(window: MainWindow, part: str, size: QSize) -> ET.Element:
    sheet = sheet_of(window, part, size, vectors=True)
    data = sheet.svg(size, "a <title> & more")
    sheet.done()
    return ET.fromstring(data)


def written(root: ET.Element) -> str:
    return "\n".join("".join(element.itertext()) for element in root.iter(f"{SVG}text"))


def alike(first: NDArray[np.uint32], second: NDArray[np.uint32]) -> float:
    """Share of the pixels that are nearly the same colour."""
    far = np.zeros(first.shape, dtype=int)
    for shift in (0, 8, 16):
        far = np.maximum(far, np.abs((first >> shift & 255).astype(int) - (second >> shift & 255)))
    return float((far < 24).mean())


# Pictures -------------------------------------------------------------------------------------


def test_a_picture_shows_what_the_window_shows(qtbot: QtBot, window: MainWindow) -> None:
    window.apply_preset("compare")  # not what another test has arranged
    go(qtbot, window, 7)
    # The controls beside the titles are not in the picture, so its plots have a little more room.
    for part, widget, share in ((SCENE, window.workspace, 0.93), (STAGE, window.stage, 0.98)):
        seen = packed(widget.grab().toImage())
        size = seen_size(window, part)
        assert alike(packed(image_of(window, part, size)), seen) > share
    go(qtbot, window, 20)
    now = packed(window.stage.grab().toImage())
    assert (seen != now).mean() > 0.002, "the comparison would notice another step"


def test_a_larger_picture_is_the_same_picture_and_sharper(window: MainWindow) -> None:
    size = seen_size(window, STAGE)
    small, large = image_of(window, STAGE, size), image_of(window, STAGE, size * 2)
    assert large.size() == size * 2
    mode = Qt.TransformationMode.SmoothTransformation
    again = large.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, mode)
    # Lines are twice as wide in it: thin ones would fade.
    assert alike(packed(small), packed(again)) > 0.9
    blurred = small.scaled(size * 2, Qt.AspectRatioMode.IgnoreAspectRatio, mode)
    edges = [np.abs(np.diff((packed(i) & 255).astype(int))).max(axis=1).mean()
             for i in (large, blurred)]  # fmt: skip
    assert edges[0] > edges[1]


def test_lines_grow_with_the_picture(window: MainWindow) -> None:
    """The path is drawn in the lane's colour; twice as large it has four times as many pixels."""
    window.session.set_cursor(1)
    window.refresh()
    blue = int(th.LIGHT.lanes[0].lstrip("#"), 16)
    size = seen_size(window, "loss")
    counts = [int((packed(image_of(window, "loss", size * zoom)) == blue).sum()) for zoom in (1, 3)]
    assert counts[1] > 5 * counts[0] > 0


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_part_in_every_language(qtbot: QtBot, window: MainWindow, language: str) -> None:
    window.appearance.set_language(language)
    title = "Synchronous" if language == "en" else "同步"
    qtbot.waitUntil(lambda: window.stage.contour_cards[0].title.text() == title)
    for part, label in parts(window):
        size = QSize(500, 380)
        image = image_of(window, part, size)
        assert image.size() == size
        assert len(np.unique(packed(image))) > 5, part
        root = svg_of(window, part, size)
        assert (root.get("width"), root.get("height")) == ("500", "380")
        text = written(root)
        assert text.strip(), (part, label)
        if part in (SCENE, STAGE, WINDOW):
            assert ("Synchronous" in text) == (language == "en")
            assert ("同步" in text) == (language == "zh_CN")


def test_the_lines_of_a_plot_are_lines(window: MainWindow) -> None:
    root = svg_of(window, STAGE, seen_size(window, STAGE))
    assert root.find(f"{SVG}title").text == "a <title> & more"  # type: ignore[union-attr]
    assert not list(root.iter(f"{SVG}image"))
    blue = th.LIGHT.lanes[0].lower()
    assert any(group.get("stroke") == blue for group in root.iter(f"{SVG}g"))
    assert "non-scaling-stroke" not in ET.tostring(root, encoding="unicode")
    assert "gdsim:" not in written(root), "the marks between the widgets are gone"


def test_theme_and_text_of_a_picture_are_its_own(window: MainWindow) -> None:
    size = seen_size(window, SCENE)
    before = QApplication.instance().styleSheet()  # type: ignore[union-attr]
    dark = packed(image_of(window, SCENE, size, theme=th.DARK))
    values, counts = np.unique(dark, return_counts=True)
    assert values[np.argmax(counts)] == int(th.DARK.card.lstrip("#"), 16)
    assert QApplication.instance().styleSheet() == before  # type: ignore[union-attr]
    sheet = sheet_of(window, SCENE, size, text=2.0, vectors=True)
    root = ET.fromstring(sheet.svg(size, ""))
    sheet.done()
    sizes = {float(e.get("font-size", "0")) for e in root.iter(f"{SVG}text")}
    assert max(sizes) == 30.0


def test_what_was_zoomed_is_zoomed_in_the_picture(window: MainWindow) -> None:
    window.stage.contours[0].show_range(((1.0, 2.0), (0.0, 1.0)))
    window.refresh()
    text = written(svg_of(window, "lane-0", QSize(600, 500)))
    assert "1.2" in text
    assert "−0.5" not in text


def test_taking_a_picture_leaves_the_window_alone(qtbot: QtBot, window: MainWindow) -> None:
    window.workspace.docks["gap"].setFloating(True)
    qtbot.wait(50)

    def state() -> object:
        docks = [dock.geometry() for dock in window.workspace.docks.values()]
        return window.size(), window.focusWidget(), docks, window.stage.geometry()

    before = state()
    tops = set(QApplication.topLevelWindows())
    for part, _ in parts(window):
        image_of(window, part, QSize(640, 480))
    seen = {w for w in QApplication.topLevelWindows() if w.isVisible()} - tops
    assert not seen, "no window came up"
    qtbot.wait(50)
    assert state() == before


def test_the_copied_picture_is_that_of_all_views(qtbot: QtBot, window: MainWindow) -> None:
    window.stage.contours[0].setFocus()
    go(qtbot, window, 5)
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(window.stage.contours[0], Qt.Key.Key_C, CONTROL)
    before = packed(image_of(window, SCENE, window.workspace.size() * 2))
    go(qtbot, window, 9)
    image = QGuiApplication.clipboard().image()
    assert image.size() == window.workspace.size() * 2
    assert (packed(image) == before).all(), "what was seen when the key was pressed"
    field = window.parameters.rate.control.field
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "0.2"


def test_what_nobody_sees_is_painted_for_its_pictures_only(
    qtbot: QtBot, window: MainWindow
) -> None:
    class Watch(QObject):
        paints = 0

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            self.paints += event.type() == QEvent.Type.Paint
            return False

    size, watch = seen_size(window, SCENE), Watch()
    sheet = sheet_of(window, SCENE, size)
    for part in sheet.findChildren(QWidget):
        part.installEventFilter(watch)
    qtbot.wait(50)
    assert watch.paints == 0
    first = packed(sheet.image(size))
    assert watch.paints > 20
    count = watch.paints
    qtbot.wait(50)
    assert watch.paints == count
    sheet.set_step(9)
    assert (packed(sheet.image(size)) != first).any()
    sheet.done()


def test_of_two_copies_the_last_one_counts(qtbot: QtBot, window: MainWindow) -> None:
    sizes = []
    for width in (1100, 1200):
        window.resize(width, 720)
        sizes.append(window.workspace.size() * 2)
        window.actions_["copy-picture"].trigger()
    settle(qtbot, window)
    assert QGuiApplication.clipboard().image().size() == sizes[1] != sizes[0]


def test_a_window_may_close_before_its_picture_is_copied(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("as it was")
    window.actions_["copy-picture"].trigger()
    window.session.mark_saved()
    window.close()
    assert window.feature(Exporting)._copying is None
    assert QGuiApplication.clipboard().text() == "as it was"


def test_a_picture_that_cannot_be_copied_is_told_where_one_looks(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> QImage:
        raise GdsimError(N_("there is not enough memory for a picture of this size"))

    monkeypatch.setattr("gdsim.ui.export.sheet.take", refuse)
    window.actions_["copy-picture"].trigger()
    settle(qtbot, window)
    assert window.documents.notice.isVisible()
    told = window.documents.notice.text()
    assert "The picture cannot be copied" in told
    assert "not enough memory" in told


def test_copied_numbers_are_those_of_the_file(window: MainWindow) -> None:
    window.actions_["copy-numbers"].trigger()
    pasted = QGuiApplication.clipboard().text()
    assert pasted.replace("\t", ",") == trace_csv(window.session.runs)


def test_the_copied_arithmetic_is_that_of_the_step(qtbot: QtBot, window: MainWindow) -> None:
    """Also where the panel is hidden, which is not kept up to date."""
    window.workspace.docks["arithmetic"].hide()
    go(qtbot, window, 3)
    window.actions_["copy-arithmetic"].trigger()
    assert QGuiApplication.clipboard().text().startswith("Step 3\n")


def test_the_titles_of_another_step_have_room(qtbot: QtBot, window: MainWindow) -> None:
    go(qtbot, window, 4)
    sheet = sheet_of(window, SCENE, QSize(1280, 720))
    shown = []
    for step in (0, 12):
        sheet.set_step(step)
        sheet.image(QSize(1280, 720))
        shown += [(dock.title.text(), dock.title.elided) for dock in sheet._docks()]
    sheet.done()
    assert ("Step 1 — the arithmetic (next)", False) in shown
    assert ("Step 12 — the arithmetic", False) in shown
    assert not any(elided for _, elided in shown)


# The dialog -----------------------------------------------------------------------------------


def opened(qtbot: QtBot, window: MainWindow, kind: str, path: Path | None = None) -> ExportDialog:
    dialog = window.feature(Exporting).open(kind)
    return ready(qtbot, dialog, path)


def ready(qtbot: QtBot, dialog: ExportDialog, path: Path | None) -> ExportDialog:
    """The dialog with the keyboard; it will save to ``path``."""
    dialog.ask_where = lambda: path  # type: ignore[method-assign]
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def save(qtbot: QtBot, dialog: ExportDialog) -> None:
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.job is None, timeout=30_000)


def test_a_picture_by_the_keyboard(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    qtbot.keyClick(window, Qt.Key.Key_E, CONTROL)
    dialog = window.feature(Exporting).dialog
    assert dialog is not None
    ready(qtbot, dialog, path)
    qtbot.waitUntil(lambda: not dialog.preview.picture.pixmap().isNull())
    assert dialog.about.text().endswith("in the language of the window: English")
    dialog.form.numbers["width"].setFocus()
    qtbot.keyClick(dialog.form.numbers["width"], Qt.Key.Key_A, CONTROL)
    qtbot.keyClicks(dialog.form.numbers["width"], "900")
    qtbot.keyClick(dialog.form.numbers["width"], Qt.Key.Key_Tab)
    assert dialog.form.size_.value() == "own"
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.job is None and path.exists(), timeout=10_000)
    assert QImage(str(path)).width() == 900
    assert dialog.about.text().startswith("Saved: a.png (")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert window.feature(Exporting).dialog is None
    # The next time it is as it was left.
    again = opened(qtbot, window, PICTURE)
    assert (again.wish.width, again.form.size_.value()) == (900, "own")
    again.close()


def test_a_preview_that_nobody_waits_for_is_given_up(qtbot: QtBot, window: MainWindow) -> None:
    """It comes a bit in each frame; what is half made goes with what it was for."""
    made: list[Sheet] = []

    def frame() -> None:
        with qtbot.waitSignal(window.clock.frame):
            pass
        made.extend(
            w for w in QApplication.topLevelWidgets() if isinstance(w, Sheet) and w not in made
        )

    window.actions_["export-picture"].trigger()
    dialog = window.feature(Exporting).dialog
    assert dialog is not None
    for width in (500, 600):
        dialog.form.set(width=width)
        for _ in range(4):
            frame()
        assert dialog.preview.pending
        assert dialog.preview.picture.pixmap().isNull()
    assert len(made) == 2
    dialog.close()
    settle(qtbot, window)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not any(isValid(sheet) for sheet in made)


def test_an_animation(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    go(qtbot, window, 9)
    for ending, count in (("gif", 6), ("png", 1)):
        dialog = opened(qtbot, window, ANIMATION, tmp_path / f"a.{ending}")
        dialog.form.set(first=2, last=7, rate=10, hold=1.0, moving="own", width=400, height=300)
        dialog.form.set_format(ending)
        save(qtbot, dialog)
        assert dialog.error.text() == ""
        dialog.close()
        reader = QImageReader(str(tmp_path / f"a.{ending}"))
        assert reader.size() == QSize(400, 300)
        assert reader.imageCount() == count or ending == "png"
    assert b"acTL" in (tmp_path / "a.png").read_bytes()
    reader = QImageReader(str(tmp_path / "a.gif"))
    first = reader.read()
    assert reader.nextImageDelay() == 100
    window.session.set_cursor(2)
    window.refresh()
    expected = image_of(window, SCENE, QSize(400, 300))
    assert alike(packed(first), packed(expected)) > 0.98
    assert window.session.cursor == 2


def test_the_same_animation_gives_the_same_bytes(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    for name in ("a", "b"):
        dialog = opened(qtbot, window, ANIMATION, tmp_path / f"{name}.gif")
        dialog.form.set(first=0, last=3, moving="own", width=300, height=200)
        save(qtbot, dialog)
        dialog.close()
    assert (tmp_path / "a.gif").read_bytes() == (tmp_path / "b.gif").read_bytes()


def test_cancelling_writes_nothing(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "a.gif"
    dialog = opened(qtbot, window, ANIMATION, path)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.progress.value() > 20, timeout=30_000)
    assert dialog.close_button.text() == "Cancel"
    assert not dialog.form.numbers["width"].isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.job is None
    assert dialog.isVisible()
    assert dialog.about.text() == "Cancelled; nothing was written"
    assert list(tmp_path.iterdir()) == []
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert window.feature(Exporting).dialog is None
    settle(qtbot, window)


def test_closing_the_window_ends_the_work(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    dialog = opened(qtbot, window, ANIMATION, tmp_path / "a.gif")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.job is not None
    window.close()
    assert not dialog.isVisible()
    assert dialog.job is None
    assert not dialog.preview.pending
    assert not window.clock.active
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_written_is_said_in_the_dialog(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    dialog = opened(qtbot, window, PICTURE, tmp_path / "none" / "a.png")
    save(qtbot, dialog)
    assert dialog.error.isVisible()
    assert dialog.error.text().startswith("a.png: cannot be saved: ")
    assert "Saved" not in dialog.about.text()
    dialog.close()


def test_a_bad_size_is_said_in_the_dialog(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    dialog = opened(qtbot, window, PICTURE, tmp_path / "a.png")
    dialog.form.numbers["width"].setFocus()
    qtbot.keyClick(dialog.form.numbers["width"], Qt.Key.Key_A, CONTROL)
    qtbot.keyClicks(dialog.form.numbers["width"], "99999")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.job is None
    assert dialog.error.text()
    assert dialog.form.numbers["width"].hasFocus()
    assert list(tmp_path.iterdir()) == []
    dialog.close()


def test_numbers_are_those_of_trace(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    for ending, make in (("csv", trace_csv), ("json", trace_json)):
        dialog = opened(qtbot, window, NUMBERS, tmp_path / f"a.{ending}")
        dialog.form.set_format(ending)
        save(qtbot, dialog)
        dialog.close()
        assert (tmp_path / f"a.{ending}").read_text("utf-8") == make(window.session.runs)


def test_arithmetic_is_that_of_the_panel(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.appearance.set_language("zh_CN")
    go(qtbot, window, 5)
    panel = window.workspace.view("arithmetic")
    assert isinstance(panel, ArithmeticPanel)
    for ending in ("txt", "tex"):
        dialog = opened(qtbot, window, ARITHMETIC, tmp_path / f"a.{ending}")
        dialog.form.set_format(ending)
        settle(qtbot, window)
        shown = dialog.preview.words.toPlainText()
        save(qtbot, dialog)
        dialog.close()
        assert (tmp_path / f"a.{ending}").read_text("utf-8") == shown
    assert (tmp_path / "a.txt").read_text("utf-8") == panel.text() + "\n"
    latex = (tmp_path / "a.tex").read_text("utf-8")
    assert r"\paragraph{同步}" in latex
    assert "ctex" in latex


def test_a_long_run_keeps_the_window_alive(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    scenario = replace(window.session.scenario, stop=Stop(100_000))
    window.edit(scenario, "Longer")
    settle(qtbot, window)
    dialog = opened(qtbot, window, NUMBERS, tmp_path / "a.csv")
    settle(qtbot, window)
    frames: list[float] = []
    window.clock.frame.connect(lambda _: frames.append(time.perf_counter()))
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    seen = set()
    while dialog.job is not None:
        qtbot.wait(20)
        seen.add(dialog.progress.value())
    dialog.close()
    assert len(seen) > 5, "progress is shown"
    assert np.median(np.diff(frames)) < 0.05
    assert (tmp_path / "a.csv").read_text("utf-8").count("\n") == 2 * 100_001 + 1


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"kind": 3}', '{"kind": "cake"}', '{"width": 1e9}', '{"hold": "x"}',
             '{"picture": "exe"}', '{"width": true}', '{"theme": "x"}', "[" * 100_000],
)  # fmt: skip
def test_a_broken_memory_is_no_memory(text: str) -> None:
    assert Wish.from_json(text) == Wish()


def test_memory() -> None:
    wish = Wish(kind=ANIMATION, picture="svg", width=900, hold=0.0, loop=False)
    assert Wish.from_json(wish.to_json()) == wish


def test_steps_of_an_animation() -> None:
    assert shown_steps(2, 5, 100) == [2, 3, 4, 5]
    assert shown_steps(5, 2, 100) == [5, 4, 3, 2]
    long = shown_steps(0, 100_000, 600)
    assert (len(long), long[0], long[-1]) == (600, 0, 100_000)
    assert shown_steps(4, 4, 10) == [4]


def test_the_surface_is_a_picture_in_the_picture(qtbot: QtBot, window: MainWindow) -> None:
    window.set_mode("surface")
    settle(qtbot, window)
    size = seen_size(window, STAGE)
    seen = packed(window.stage.grab().toImage())
    assert alike(packed(image_of(window, STAGE, size)), seen) > 0.97
    assert image_of(window, STAGE, size * 2).size() == size * 2
    root = svg_of(window, STAGE, size)
    if not window.stage.surface.message():
        assert len(list(root.iter(f"{SVG}image"))) == 1
        camera = window.stage.surface.camera
        window.stage.surface.camera = camera.turned(60.0, 0.0)
        turned = packed(image_of(window, STAGE, size))
        assert (turned != seen).mean() > 0.1, "as it is turned on the screen"


def test_the_surface_on_the_screen_stays_as_it_is(qtbot: QtBot, window: MainWindow) -> None:
    """Its copy has its own size, theme and picture; what OpenGL holds is the same."""
    window.set_mode("surface")
    settle(qtbot, window)
    view = window.stage.surface
    if view.message():
        return
    seen, place = packed(view.grab().toImage()), view.pixel(0, 0)
    canvas = view.picture.canvas
    count = canvas.renderings
    image_of(window, STAGE, seen_size(window, STAGE) * 2, theme=th.DARK)
    assert canvas.renderings == count + 1
    assert view.pixel(0, 0) == place
    assert (packed(view.grab().toImage()) == seen).all()
    assert canvas.renderings == count + 1
    camera = view.camera
    view.camera = camera.turned(1.0, 0.0)
    turned = packed(view.grab().toImage())
    assert canvas.renderings == count + 2
    view.camera = camera
    assert (packed(view.grab().toImage()) == seen).all(), "in the colours of its own theme again"
    assert (turned != seen).any()
