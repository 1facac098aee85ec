"""The large area at the top: contours side by side or overlaid, the surface, or the 1-D curve."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeVar

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QStackedLayout, QWidget

from gdsim.ui import theme as th
from gdsim.ui.numbers import number
from gdsim.ui.plots.contour import ContourView
from gdsim.ui.plots.view import View
from gdsim.ui.scene import Scene
from gdsim.ui.widgets.card import Card
from gdsim.ui.widgets.discard import discard
from gdsim.ui.widgets.legend import Entry
from gdsim.ui.widgets.value_label import BETWEEN

if TYPE_CHECKING:
    from gdsim.ui.plots.curve1d import CurveView
    from gdsim.ui.plots.surface import SurfaceView

V = TypeVar("V", bound=View)
Mode = Literal["panels", "overlay", "surface"]
MODES: tuple[Mode, ...] = ("panels", "overlay", "surface")

#: Lanes that get a panel each; more are shown overlaid.
MOST_PANELS = 4
#: Pixels at text scale 1 that a panel has beside its picture: axis, title and margins.
FRAME = (76, 88)


class Stage(QWidget):
    """Shows one page at a time; only the views on it are kept up to date."""

    #: What its views say, see `View`.
    start_dragged = Signal(object, bool)
    current_dragged = Signal(object, bool)
    drag_cancelled = Signal()
    data_dragged = Signal(object, bool)
    step_requested = Signal(int)
    step_hovered = Signal(object)
    menu_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._mode: Mode = "panels"
        self._scene: Scene | None = None
        self._step = 0
        self._theme = th.LIGHT
        self._told: dict[View, int] = {}
        #: What each view looks like; one that is not on the screen follows when it comes.
        self._worn: dict[View, th.Theme] = {}
        self._bare = False
        self._columns = 0
        self._stack = QStackedLayout(self)
        self._panels = QWidget()
        self._grid = QGridLayout(self._panels)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.contours: list[ContourView] = []
        self.contour_cards: list[Card] = []
        self._single: dict[View, Card] = {}
        self._stack.addWidget(self._panels)

    # Each is made when it is first wanted: most sessions never see all of them.

    @cached_property
    def overlay(self) -> ContourView:
        """All lanes on one contour."""
        return self._page_of(ContourView(None))

    @cached_property
    def curve(self) -> CurveView:
        """The curve of a one-parameter problem."""
        from gdsim.ui.plots.curve1d import CurveView

        made = CurveView()
        made.silent = self._bare
        return self._page_of(made)

    @cached_property
    def surface(self) -> SurfaceView:
        """All lanes on the surface."""
        from gdsim.ui.plots import opengl
        from gdsim.ui.plots.surface import SurfaceView

        view = self._page_of(SurfaceView())
        view.patient = not opengl.known()
        return view

    def _page_of(self, view: V) -> V:
        card = self._single[view] = self._card(view)
        self._dress(view, card)
        self._stack.addWidget(card)
        return view

    @property
    def mode(self) -> Mode:
        """What the person asked for."""
        return self._mode

    def forget(self) -> None:
        """Another scene will come: whatever is arranged meanwhile does not show the old one."""
        self._scene = None

    def set_mode(self, mode: Mode) -> None:
        """Show the lanes side by side, overlaid, or on the surface."""
        self._mode = mode
        if self._scene is not None:
            self.set_scene(self._scene)

    def set_scene(self, scene: Scene) -> None:
        """Show these runs on the page that fits them."""
        self._scene = scene
        page = self._page(scene)
        count = min(len(scene.runs), MOST_PANELS)
        changed = page is self._panels and len(self.contours) != count
        if changed:
            self._rebuild(count)
        for view, card in self._on(page):
            self._dress(view, card)
            self._tell_step(view)
            view.set_scene(scene)
        for view in self.contours if changed else ():
            # Those that stayed may show another range, and panels show the same.
            view.show_range(scene.box)
        self._stack.setCurrentWidget(page)
        self._refresh_titles()

    def set_step(self, step: int) -> None:
        """Show cursor ``step``."""
        self._step = step
        for view in self.views():
            self._tell_step(view)
        self._refresh_titles()

    def _tell_step(self, view: View) -> None:
        """Views that are not on the screen hear of the step when they come."""
        if self._told.get(view) != self._step:
            self._told[view] = self._step
            view.set_step(self._step)

    def set_theme(self, theme: th.Theme) -> None:
        """Use this appearance in all views."""
        self._theme = theme
        self._grid.setSpacing(theme.space(10))
        self._place()
        if self._scene is not None:
            for view, card in self._shown():
                self._dress(view, card)
        self._refresh_titles()

    def _dress(self, view: View, card: Card) -> None:
        if self._worn.get(view) is not self._theme:
            self._worn[view] = self._theme
            view.set_theme(self._theme)
            card.set_theme(self._theme)

    def views(self) -> list[View]:
        """The views that are on the screen."""
        return [view for view, _ in self._shown()]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._refresh_titles()

    def set_bare(self, bare: bool) -> None:
        """Titles without numbers: a presentation has those of its beat elsewhere, and larger."""
        self._bare = bare
        if "curve" in vars(self):
            self.curve.silent = bare
        self._refresh_titles()

    def fit(self) -> None:
        """Show the scene's range again in all contours."""
        # Contours of a problem with two parameters may wait behind the curve of one.
        if self._scene is not None and self._scene.problem.dimension == 2:
            for view in (*self.contours, *self._single):
                if isinstance(view, ContourView):
                    view.show_range(self._scene.box)

    def _page(self, scene: Scene) -> QWidget:
        if scene.problem.dimension == 1:
            return self._single[self.curve]
        if self._mode == "surface":
            return self._single[self.surface]
        if self._mode == "overlay" or len(scene.runs) > MOST_PANELS:
            return self._single[self.overlay]
        return self._panels

    def _shown(self) -> list[tuple[View, Card]]:
        return self._on(self._stack.currentWidget())

    def _on(self, page: QWidget | None) -> list[tuple[View, Card]]:
        if page is self._panels:
            return list(zip(self.contours, self.contour_cards, strict=True))
        return [(view, card) for view, card in self._single.items() if card is page]

    def _card(self, view: View) -> Card:
        card = Card()
        card.body.addWidget(view)
        for name in View.SAYS:
            getattr(view, name).connect(getattr(self, name))
        return card

    def _rebuild(self, count: int) -> None:
        """So many panels; making one anew costs more than all that it then shows."""
        gone = self._on(self._panels)[count:]
        focused = [discard(card) for _, card in gone]
        for view, card in gone:
            self._grid.removeWidget(card)
            self._told.pop(view, None)
            self._worn.pop(view, None)
        del self.contours[count:], self.contour_cards[count:]
        for lane in range(len(self.contours), count):
            self._add_panel(ContourView((lane,)))
        self._columns = 0
        self._place()
        if any(focused):
            self.contours[-1].setFocus()

    def _add_panel(self, view: ContourView) -> None:
        view.range_changed.connect(self._link)
        card = self._card(view)
        self.contours.append(view)
        self.contour_cards.append(card)
        # Qt would show it by and by, and paint the others first as if there were no more.
        card.setParent(self._panels)
        card.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """The panels in so many columns that their pictures are largest."""
        count = len(self.contour_cards)
        columns = max(range(1, count + 1), key=self._smaller_side, default=0)
        if columns == self._columns:
            return
        self._columns = columns
        for i, card in enumerate(self.contour_cards):
            self._grid.addWidget(card, i // columns, i % columns)
        for line in range(MOST_PANELS):
            self._grid.setColumnStretch(line, line < columns)
            self._grid.setRowStretch(line, line < -(-count // columns))

    def _smaller_side(self, columns: int) -> float:
        """Of a panel's picture, if there are so many beside each other."""
        rows = -(-len(self.contour_cards) // columns)
        wide, high = (self._theme.size(side) for side in FRAME)
        return min(self.width() / columns - wide, self.height() / rows - high)

    def _link(self, box: object) -> None:
        """Panels show the same range."""
        sender = self.sender()
        for view in self.contours:
            if view is not sender:
                view.blockSignals(True)
                view.show_range(box)  # type: ignore[arg-type]
                view.blockSignals(False)

    def _refresh_titles(self) -> None:
        scene = self._scene
        if scene is None:
            return
        if self._stack.currentWidget() is not self._panels:
            self._refresh_legend(scene)
            return
        for lane, card in enumerate(self.contour_cards):
            style = scene.styles[lane]
            card.set_mark(style)
            card.set_title(scene.labels[lane])
            card.set_value(self._where(scene, lane))

    def _refresh_legend(self, scene: Scene) -> None:
        entries = tuple(
            Entry(style, label, self._where(scene, lane))
            for lane, (style, label) in enumerate(zip(scene.styles, scene.labels, strict=True))
        )
        if self._bare and len(entries) == 1:
            entries = ()
        for _, card in self._shown():
            card.set_legend(entries)

    def _where(self, scene: Scene, lane: int) -> str:
        if self._bare:
            return ""
        run, k = scene.runs[lane], scene.at(lane, self._step)
        parts = [
            f"{name} {number(value)}"
            for name, value in zip(scene.problem.names, run.theta[k].tolist(), strict=True)
        ]
        return BETWEEN.join([*parts, f"J {number(float(run.loss[k]))}"])
