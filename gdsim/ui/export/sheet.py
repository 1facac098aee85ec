"""What a picture is taken of: a copy of the views, laid out at any size, that nobody sees.

The window on the screen is left alone: no flicker, no other size, and the picture may have a theme
and a text size of its own.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from gdsim.engine.text import N_
from gdsim.ui import guidance, sentences
from gdsim.ui import theme as th
from gdsim.ui.export.pictures import take
from gdsim.ui.export.svg import svg_bytes
from gdsim.ui.i18n import tr
from gdsim.ui.laying_out import settle
from gdsim.ui.panels.parameters import ParametersPanel
from gdsim.ui.plots.contour import ContourView
from gdsim.ui.plots.view import View
from gdsim.ui.stage import Stage
from gdsim.ui.view_dock import ViewDock
from gdsim.ui.views import BY_ID
from gdsim.ui.widgets.choice_box import ChoiceBox
from gdsim.ui.workspace import Workspace

if TYPE_CHECKING:
    from gdsim.ui.main_window import MainWindow

#: Ids of the parts that are no view of the catalogue; a lane's contour is ``lane-0``, ``lane-1``, …
SCENE, WINDOW, STAGE, LANE = "scene", "window", "stage", "lane-"
#: Size of a view that is not on the screen, in pixels at text scale 1.
_UNSEEN = QSize(560, 360)


def parts(window: MainWindow) -> list[tuple[str, str]]:
    """What there are pictures of: (id, label in the current language), the usual one first."""
    found = [
        (SCENE, tr("All views")),
        (WINDOW, tr("All views and the settings")),
        (STAGE, tr("The large view")),
    ]
    cards = [card for card in window.stage.contour_cards if card.isVisible()]
    if len(cards) > 1:
        found += [(f"{LANE}{i}", card.title.text()) for i, card in enumerate(cards)]
    return found + [(spec.id, tr(spec.title)) for spec in BY_ID.values()]


def seen_size(window: MainWindow, part: str) -> QSize:
    """How large ``part`` is on the screen, or would fit well, in pixels."""
    workspace = window.workspace
    if part == SCENE:
        return workspace.size()
    if part == WINDOW:
        theme = window.appearance.theme
        beside = window.parameters.width() + theme.size(12)
        return QSize(workspace.width() + beside, workspace.height())
    if part == STAGE:
        return window.stage.size()
    if part.startswith(LANE):
        return window.stage.contour_cards[int(part.removeprefix(LANE))].size()
    dock = workspace.docks[part]
    return dock.size() if dock.isVisible() else _UNSEEN * window.appearance.theme.text_scale


class Sheet(QWidget):
    """Parts of ``window`` as they are now, in ``theme``; empty until it has been made.

    ``ratio`` is the pixels that a pixel of the layout has in the pictures. A child of nobody: call
    `done` when they have been taken.
    """

    def __init__(self, window: MainWindow, theme: th.Theme, ratio: float) -> None:
        super().__init__()
        self._ratio = ratio
        scene = window.scene
        assert scene is not None
        self._window, self._theme, self._scene = window, theme, scene
        self._workspace: Workspace | None = None
        self._stage: Stage | None = None
        self._dock: ViewDock | None = None
        self._panel: ParametersPanel | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUpdatesEnabled(False)
        self.setPalette(th.palette(theme))
        self.setStyleSheet(th.style_sheet(theme))
        self.setAutoFillBackground(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.size(12))

    def make(self, part: str, size: QSize) -> Iterator[float]:
        """Put ``part`` on it, at a layout of ``size``; a bit at a time, as a frame has time for."""
        bits = (partial(self._fill, part), self._arrange, self._tell, partial(self._come_up, size))
        for bit in bits:
            with th.device_pixels(self._ratio):
                bit()
            yield 0.0  # the pictures are most of the work

    def _come_up(self, size: QSize) -> None:
        self.setFixedSize(size.expandedTo(self.minimumSizeHint()))
        # What is made after this would be shown only with a turn of the event loop.
        self.show()
        settle()
        self._share()
        self._finish()

    def _fill(self, part: str) -> None:
        window = self._window
        if part == WINDOW:
            self._panel = ParametersPanel()
            self._panel.set_theme(self._theme)
            self._row.addWidget(self._panel)
        if part in (SCENE, WINDOW):
            self._workspace = Workspace(window.actions_)
            self._workspace.set_theme(self._theme)
            self._row.addWidget(self._workspace, 1)
            self._stage = self._workspace.stage
        elif part == STAGE or part.startswith(LANE):
            self._stage = Stage()
            self._stage.set_theme(self._theme)
            self._row.addWidget(self._stage, 1)
        else:
            self._dock = ViewDock(BY_ID[part], window.actions_, self)
            self._dock.wake()
            self._dock.set_theme(self._theme)
            self._row.addWidget(self._dock, 1)

    def _arrange(self) -> None:
        """As the window is: mode of the stage, the same docks at the same places."""
        if self._stage is not None:
            self._stage.set_mode(self._window.stage.mode)
        if self._workspace is None:
            return
        for dock in self._workspace.docks.values():
            # A dock that floats there would come up here as a window of its own.
            dock.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self._workspace.arrange(self._window.workspace.arrangement())
        for dock in self._workspace.docks.values():
            if dock.isFloating():
                dock.hide()
                dock.setFloating(False)

    def _share(self) -> None:
        """Docks as large as there, in proportion."""
        theirs, mine = self._window.workspace, self._workspace
        if mine is None:
            return
        pairs = [(dock, theirs.docks[name]) for name, dock in mine.docks.items()
                 if dock.isVisible() and theirs.docks[name].isVisible()]  # fmt: skip
        docks = [dock for dock, _ in pairs]
        if not docks:
            return
        wide, high = mine.width() / theirs.width(), mine.height() / theirs.height()
        widths = [round(wide * other.width()) for _, other in pairs]
        heights = [round(high * other.height()) for _, other in pairs]
        mine.resizeDocks(docks, widths, Qt.Orientation.Horizontal)
        mine.resizeDocks(docks, heights, Qt.Orientation.Vertical)

    def _tell(self) -> None:
        """Scene and step for every view; the controls beside the titles stay away."""
        window, scene = self._window, self._scene
        if self._panel is not None:
            self._panel.set_scenario(window.session.scenario)
            self._panel.set_formula(sentences.formula_html(scene.problem))
        step = window.session.cursor
        for part in (self._workspace, self._stage if self._workspace is None else None):
            if part is not None:
                part.set_step(step)
                part.set_scene(scene)
        if self._dock is not None and self._dock.view is not None:
            self._dock.view.set_step(step)
            self._dock.view.set_scene(scene)
        self._set_step(step)
        away = QWidget(self)
        away.hide()
        for dock in self._docks():
            if dock.view is None:
                continue
            for widget in (*dock.view.header, *dock.head.findChildren(QAbstractButton)):
                widget.setParent(away)

    def _finish(self) -> None:
        """What a person has set in the views; the colours of what is painted by hand."""
        ratio = self._ratio
        for theirs, mine in self._pairs():
            _look_alike(theirs, mine)
            # The surface is a picture itself, to be rendered as finely as this one.
            mine.devicePixelRatioF = lambda: ratio  # type: ignore[method-assign]
        palette = th.palette(self._theme)
        for child in self.findChildren(QWidget):
            child.setPalette(palette)
        settle()

    def set_step(self, step: int) -> None:
        """Show cursor ``step``."""
        with th.device_pixels(self._ratio):
            self._set_step(step)

    def _set_step(self, step: int) -> None:
        if self._workspace is not None:
            self._workspace.set_step(step)
        elif self._stage is not None:
            self._stage.set_step(step)
        elif self._dock is not None and self._dock.view is not None:
            self._dock.view.set_step(step)
            self._dock.refresh_heading()
        if self._panel is not None:
            guide = guidance.guide(self._scene, step)
            self._panel.set_limits(guide.marks)
            self._panel.set_sentences(guide.sentences)

    def _docks(self) -> list[ViewDock]:
        if self._workspace is not None:
            return [dock for dock in self._workspace.docks.values() if not dock.isHidden()]
        return [self._dock] if self._dock is not None else []

    def _views(self) -> list[View]:
        stage = self._stage.views() if self._stage is not None else []
        return stage + [dock.view for dock in self._docks() if dock.view is not None]

    def _pairs(self) -> list[tuple[View, View]]:
        """The views of the window with their copies."""
        window, pairs = self._window, []
        if self._stage is not None:
            pairs += list(zip(window.stage.views(), self._stage.views(), strict=True))
        for dock in self._docks():
            theirs = window.workspace.docks[dock.spec.id].view
            if theirs is not None and dock.view is not None:
                pairs.append((theirs, dock.view))
        return pairs

    def show_lane(self, lane: int) -> None:
        """Keep the contour of one lane only."""
        assert self._stage is not None
        for i, card in enumerate(self._stage.contour_cards):
            card.setVisible(i == lane)
        settle()

    # Pictures --------------------------------------------------------------------------------

    def prepare(self) -> None:
        """Make the dear parts of the next `image` before it is wanted."""
        with th.device_pixels(self._ratio):
            for view in self._views():
                view.prepare()

    def image(self, size: QSize) -> QImage:
        """A picture of exactly ``size`` pixels."""
        with self._painted():
            return take(self, size, self._ratio)

    def svg(self, size: QSize, title: str) -> bytes:
        """The same as lines and text."""
        with self._painted():
            return svg_bytes(self, size, title)

    @contextmanager
    def _painted(self) -> Iterator[None]:
        """Qt would also paint it with each turn of the event loop, for a screen it is not on."""
        self.setUpdatesEnabled(True)
        try:
            yield
        finally:
            self.setUpdatesEnabled(False)

    def done(self) -> None:
        """No more pictures."""
        self.hide()
        if self._workspace is not None:
            for dock in self._workspace.docks.values():
                # While it is being destroyed, a dock would tell a workspace that is half gone.
                dock.blockSignals(True)
        self.deleteLater()


def make_sheet(
    window: MainWindow,
    part: str,
    size: QSize,
    text: float = 1.0,
    theme: th.Theme | None = None,
    *,
    vectors: bool = False,
) -> Generator[float, None, Sheet]:
    """A sheet for pictures of ``size`` pixels: as on the screen, and larger where they are larger.

    It is made a bit at a time. ``text`` makes text, marks and margins larger in proportion to the
    rest; ``theme`` is another appearance than the window's. ``vectors``: for `Sheet.svg`.
    """
    seen = seen_size(window, part)
    zoom = min(size.width() / max(seen.width(), 1), size.height() / max(seen.height(), 1))
    current = window.appearance.theme
    chosen = replace(theme, text_scale=current.text_scale) if theme else current
    chosen = replace(chosen, text_scale=chosen.text_scale * text)
    room = QSize(round(size.width() / zoom), round(size.height() / zoom))
    sheet = yield from _made(Sheet(window, chosen, 1.0 if vectors else zoom), part, room)
    if sheet.size() != room and not vectors:
        # It needs more room than that: all of it a little smaller.
        needed = sheet.size()
        zoom = min(size.width() / needed.width(), size.height() / needed.height())
        sheet.done()
        room = QSize(round(size.width() / zoom), round(size.height() / zoom))
        sheet = yield from _made(Sheet(window, chosen, zoom), part, room)
    if part.startswith(LANE):
        sheet.show_lane(int(part.removeprefix(LANE)))
    return sheet


def _made(sheet: Sheet, part: str, size: QSize) -> Generator[float, None, Sheet]:
    try:
        yield from sheet.make(part, size)
    except BaseException:  # nobody waits for it any more
        sheet.done()
        raise
    return sheet


#: Choices of a theme for the dialog.
THEMES = (("", N_("As on the screen")), ("light", N_("Light")), ("dark", N_("Dark")),
          ("projector", N_("Projector")))  # fmt: skip


def _look_alike(theirs: View, mine: View) -> None:
    """What a person has set in a view itself: zoom, camera, controls beside the title."""
    if type(theirs) is not type(mine):
        return
    for control, copy in zip(theirs.header, mine.header, strict=True):
        if isinstance(control, ChoiceBox) and isinstance(copy, ChoiceBox):
            if copy.value() != control.value():
                copy.set_value(control.value())
                copy.chosen.emit(control.value())
        elif isinstance(control, QAbstractButton) and isinstance(copy, QAbstractButton):
            copy.setChecked(control.isChecked())
    if isinstance(theirs, ContourView) and isinstance(mine, ContourView):
        (x, y) = theirs.plot.getViewBox().viewRange()
        mine.show_range(((x[0], x[1]), (y[0], y[1])))
    elif hasattr(theirs, "camera"):
        mine.camera = theirs.camera  # type: ignore[attr-defined]
        mine.patient = False  # type: ignore[attr-defined]
        # What OpenGL was given once need not be given again; it is made anew where looks differ.
        mine.picture = theirs.picture.twin()  # type: ignore[attr-defined]
