"""The window: makes the parts and wires them; once a frame it shows what the session has."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from gdsim.engine.errors import GdsimError
from gdsim.engine.text import N_
from gdsim.scenario import Scenario
from gdsim.session import Made, Player, Session
from gdsim.ui import focus, guidance, lane_looks, sentences
from gdsim.ui import theme as th
from gdsim.ui.action_spec import ActionSpec
from gdsim.ui.actions import Actions
from gdsim.ui.appearance import Appearance
from gdsim.ui.clock import FrameClock
from gdsim.ui.computing import Computing
from gdsim.ui.documents import Documents
from gdsim.ui.dressing import Dressing
from gdsim.ui.feature import Feature, LateFeature
from gdsim.ui.features import FEATURES
from gdsim.ui.i18n import tr, tr_error
from gdsim.ui.laying_out import settle
from gdsim.ui.menus import Menus
from gdsim.ui.painting import PaintedOnce
from gdsim.ui.panels.player import PlayerPanel
from gdsim.ui.panels.settings_side import SettingsSide
from gdsim.ui.scene import Scene
from gdsim.ui.settings import Settings
from gdsim.ui.stage import MODES, Mode
from gdsim.ui.view_box import Range
from gdsim.ui.views import PRESETS
from gdsim.ui.widgets.card import Card
from gdsim.ui.widgets.value_label import ValueLabel
from gdsim.ui.workspace import Workspace

F = TypeVar("F", bound=Feature)


class MainWindow(PaintedOnce):
    """gdsim's window on one scenario."""

    def __init__(self, scenario: Scenario, path: Path | None = None) -> None:
        super().__init__()
        self.settings = Settings()
        self.session = Session(scenario, path.parent if path else None)
        self.player = Player(self.session)
        self.clock = FrameClock(self)
        self.documents = Documents(self, self.session, self.settings, path)
        self._opened = self.session.scenario
        self._scene: Scene | None = None
        self._stale_runs = self._stale_step = True
        self._shown_step = 0
        self._range = Range()
        self._shown: frozenset[str] = frozenset()
        self._notice: GdsimError | None = None
        self._guide: guidance.Guide | None = None
        self._make_parts()
        submenus = [spec for feature in self.features for spec in feature.menus]
        self.menus = Menus(self.menuBar(), self.actions_, submenus)
        self.appearance = Appearance(self, self.settings, self._apply_theme)
        self._wire()
        self.resize(1280, 720)
        geometry = self.settings.geometry()
        if geometry is not None:
            self.restoreGeometry(geometry)
        self.appearance.apply()
        for feature in self.features:
            feature.start()
        # Texts are set when the language changes. Now: the first picture is the whole one.
        QCoreApplication.sendPostedEvents(self, QEvent.Type.LanguageChange.value)
        self.refresh()

    # Parts -----------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.features = [make(self) for make in FEATURES]
        handlers = dict(self._handlers())
        more: list[ActionSpec] = []
        for feature in self.features:
            handlers |= feature.handlers()
            more += feature.actions
        self.actions_ = Actions(self, handlers, tuple(more))
        self.side = SettingsSide(self.actions_[f"view-{mode}"] for mode in MODES)
        self.parameters = self.side.parameters
        self.workspace = Workspace(self.actions_)
        self.stage = self.workspace.stage
        names = ("to-start", "back", "play", "forward", "to-end")
        self.player_panel = PlayerPanel([self.actions_[name] for name in names])
        self.player_card = Card()
        self.player_card.body.addWidget(self.player_panel)
        self.status = ValueLabel(align_right=False)
        self.statusBar().addWidget(self.status, 1)
        self._lay_out()

    def _lay_out(self) -> None:
        centre = QWidget()
        self._outer = QHBoxLayout(centre)
        self._right = QVBoxLayout()
        self._right.addWidget(self.workspace, 1)
        self._right.addWidget(self.player_card)
        # Large text may widen the settings to two fifths of the window, and no further.
        self._outer.addWidget(self.side, 2)
        self._outer.addLayout(self._right, 3)
        self.setCentralWidget(centre)
        self._dressing = Dressing(
            (self, centre, self.workspace, self.stage),
            (self.side, *self.workspace.docks.values()),
        )

    def _handlers(self) -> dict[str, Callable[[], object]]:
        session = self.session
        return {
            "new": self.documents.new,
            "open": self.documents.open_dialog,
            "save": self.documents.save,
            "save-as": self.documents.save_as,
            "quit": self.close,
            "undo": session.undo,
            "redo": session.redo,
            "reset": self._reset_all,
            "view-panels": lambda: self.set_mode("panels"),
            "view-overlay": lambda: self.set_mode("overlay"),
            "view-surface": lambda: self.set_mode("surface"),
            "panel": lambda: self.show_panel(self.side.isHidden()),
            "fit": self._fit,
            "text-larger": lambda: self.appearance.scale_text(1),
            "text-smaller": lambda: self.appearance.scale_text(-1),
            "text-normal": lambda: self.appearance.scale_text(0),
            "full-screen": self._toggle_full_screen,
        }

    def _wire(self) -> None:
        session, player = self.session, self.player
        session.scenario_changed.connect(self.clock.ask)
        session.runs_changed.connect(self._on_runs)
        session.cursor_changed.connect(self._on_cursor)
        session.history_changed.connect(self._refresh_history)
        session.refused.connect(self._on_refused)
        player.speed_changed.connect(self.player_panel.set_speed)
        self.clock.frame.connect(self._on_frame)
        self.parameters.check = session.check
        self.parameters.edited.connect(self.edit)
        self.parameters.drag_cancelled.connect(self._cancel)
        for source in (self.workspace, self.player_panel):
            source.step_requested.connect(player.go)
        self.player_panel.speed_chosen.connect(player.set_speed)
        self.player_panel.set_speed(player.speed)

    # Edits -----------------------------------------------------------------------------------

    def edit(self, scenario: Scenario, label: str, finished: bool = True) -> None:
        """Set another scenario; what is shown follows with the next frame."""
        self._notice = None
        self.session.edit(scenario, label, finished=finished)

    def _cancel(self) -> None:
        """A drag of the panel is given up; what comes before the next frame begins from there."""
        self.session.cancel()
        self.parameters.set_scenario(self.session.scenario)

    def _reset_all(self) -> None:
        self.player.pause()
        self.edit(self._opened, N_("Reset all"))
        self.session.set_cursor(0)

    def show_scenario(
        self, scenario: Scenario, path: Path | None, made: Made | None = None
    ) -> None:
        """Open another scenario; raises `GdsimError` (and changes nothing) if it cannot be run."""
        self.player.pause()
        self.session.open(scenario, path.parent if path else None, made)
        self._opened = self.session.scenario
        self._refresh_history()
        self._scene = None
        self.workspace.forget()
        self.parameters.choose_anew()
        self.clock.ask()

    # Frames ----------------------------------------------------------------------------------

    def _on_frame(self, seconds: float) -> None:
        self.player.advance(seconds)
        self.session.work()
        self.refresh()
        if self.session.computing:
            self.clock.ask()

    def refresh(self) -> None:
        """Resolve edits and bring every visible part up to date: the work of one frame."""
        self.session.resolve()
        if self._stale_runs:
            self._present_runs()
        if self._stale_runs or self._stale_step:
            self._present_step()
            for feature in self.features:
                feature.refresh()
        self._stale_runs = self._stale_step = False

    def _present_runs(self) -> None:
        session, old = self.session, self._scene
        lanes = lane_looks.shown(session.scenario, session.runs, session.before)
        box = self._range.choose(session, lanes.runs, old)
        self._scene = Scene(session.problem, lanes.runs, lanes.styles, lanes.names, box,
                            self._shown, lanes.ghost, lanes.briefs)  # fmt: skip
        self.parameters.set_scenario(session.scenario)
        self.parameters.set_formula(sentences.formula_html(session.problem))
        self.workspace.set_scene(self._scene)

    def _present_step(self) -> None:
        scene, step = self._scene, self.session.cursor
        assert scene is not None
        if step != self._shown_step:
            self._shown_step = step
            self.workspace.set_step(step)
        more = self.session.unfinished is not None
        self.player_panel.set_step(step, self.session.steps, more)
        guide = guidance.guide(scene, step)
        if guide != self._guide:
            self._guide = guide
            self.parameters.set_limits(guide.marks)
            self.parameters.set_sentences(guide.sentences)
        self.refresh_status()

    def refresh_status(self) -> None:
        """Tell the state of the descent, what went wrong, and whether runs are unfinished."""
        if self._scene is None:
            return
        text = sentences.status(self._scene, self.session.cursor)
        text = self.feature(Computing).told(tr_error(self._notice) if self._notice else text)
        self.status.setText(text)
        self.stage.setAccessibleDescription(text)

    # What the session says -------------------------------------------------------------------

    def _on_runs(self) -> None:
        self._stale_runs = True
        self.clock.ask()

    def _on_cursor(self, _step: int) -> None:
        self._stale_step = True
        self.clock.ask()

    def _on_refused(self, error: GdsimError) -> None:
        self._notice = error
        self._stale_runs = True
        self.clock.ask()

    def _refresh_history(self) -> None:
        for name, text, label in (
            ("undo", tr("&Undo"), self.session.undo_label),
            ("redo", tr("&Redo"), self.session.redo_label),
        ):
            self.actions_[name].setEnabled(label is not None)
            self.actions_[name].setText(f"{text}: {tr(label)}" if label else text)
        self.actions_["reset"].setEnabled(self.session.scenario != self._opened)
        self.setWindowTitle(self.documents.title())
        if self.isWindowModified() != self.session.modified:  # Qt does not look, and tells all
            self.setWindowModified(self.session.modified)

    # Looks -----------------------------------------------------------------------------------

    def set_mode(self, mode: Mode) -> None:
        """Show the lanes side by side, overlaid or on the surface."""
        self.stage.set_mode(mode)
        for each in MODES:
            self.actions_[f"view-{each}"].setChecked(each == mode)
        # The surface comes a frame or two later, and nothing else may ask for one.
        self.clock.ask()

    def apply_preset(self, id: str) -> None:
        """Arrange stage and views as the preset ``id`` says."""
        preset = next(preset for preset in PRESETS if preset.id == id)
        self.set_mode(preset.mode)
        self.workspace.apply(preset)

    @property
    def shown(self) -> frozenset[str]:
        """Ids of what is shown besides the runs."""
        return self._shown

    def set_shown(self, shown: frozenset[str]) -> None:
        """Show what these ids stand for (see view_options), and nothing else of that kind."""
        self._shown = shown
        self._on_runs()

    def add_below_stage(self, widget: QWidget) -> None:
        """Put a feature's widget between the views and the player."""
        self._right.insertWidget(1, widget)

    def show_panel(self, shown: bool) -> None:
        """Show or hide the settings at the left."""
        self.side.setVisible(shown)
        self.actions_["panel"].setChecked(shown)

    def _fit(self) -> None:
        if self._scene is not None:
            self._scene = None
            self._stale_runs = True
            self.refresh()
            self.stage.fit()

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.actions_["full-screen"].setChecked(self.isFullScreen())

    def feature(self, kind: type[F]) -> F:
        """The window's feature of this kind, made now if it comes late."""
        late = (each.real for each in self.features if isinstance(each, LateFeature))
        return next(each for each in chain(self.features, late) if isinstance(each, kind))

    @property
    def scene(self) -> Scene | None:
        """What the views show."""
        return self._scene

    def _apply_theme(self, theme: th.Theme) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        palette = th.palette(theme)
        if application.palette() != palette:
            application.setPalette(palette)
        for feature in self.features:
            feature.expect_theme(theme)
        self._dressing.set_sheet(th.style_sheet(theme))
        self.actions_.set_theme(theme)
        for part in (self.workspace, self.player_panel, self.player_card, self.side):
            part.set_theme(theme)
        self.statusBar().setContentsMargins(theme.space(12), 0, 0, 0)
        self._outer.setContentsMargins(theme.space(12), theme.space(6), theme.space(12), 0)
        self._outer.setSpacing(theme.space(12))
        self._right.setSpacing(theme.space(10))
        for feature in self.features:
            feature.set_theme(theme)
        settle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """All texts of the window in the current language."""
        self.actions_.retranslate()
        self.menus.retranslate(self.appearance)
        for feature in self.features:
            feature.retranslate()
        self._refresh_history()
        self._stale_runs = True
        if self._scene is not None:
            self.refresh()

    # Qt --------------------------------------------------------------------------------------

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes as one reads: settings, stage and views, time."""
        # The settings scroll and what is below them does not: two regions, or they would mix.
        left = [self.parameters, self.side.modes]
        regions = [*left, self.stage, self.workspace, self.player_card]
        return focus.move(self, regions, forward)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.focusWidget() is None:
            # On the picture: the keys of the player work at once, and no wheel changes a setting.
            self.stage.views()[0].setFocus()
        self.clock.ask()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.documents.may_close() or not all(f.may_close() for f in self.features):
            event.ignore()
            return
        for feature in self.features:
            feature.stop()
        self.player.pause()
        self.clock.stop()
        self.settings.set_geometry(self.saveGeometry())
        self.settings.save()
        super().closeEvent(event)
