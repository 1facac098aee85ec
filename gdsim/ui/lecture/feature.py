"""Lectures in the window's menu, keys and bar: wires the parts of this package together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog

from gdsim.lectures import (
    SUFFIX,
    LectureError,
    builtin_lecture,
    builtin_titles,
    load_lecture,
)
from gdsim.ui.feature import Feature
from gdsim.ui.i18n import current_language, tr, tr_error
from gdsim.ui.laying_out import settle
from gdsim.ui.lecture.arranging import SILENT, Arranging, numbers_beside
from gdsim.ui.lecture.bar import LectureBar
from gdsim.ui.lecture.blank import Blank
from gdsim.ui.lecture.code_view import CodeView
from gdsim.ui.lecture.marks import Marks
from gdsim.ui.lecture.presenter import PresenterWindow
from gdsim.ui.lecture.show import Show
from gdsim.ui.panels.arithmetic import ArithmeticPanel
from gdsim.ui.panels.number_strip import room
from gdsim.ui.panels.table import TableView
from gdsim.ui.plots.data_fit import DataView
from gdsim.ui.scene import PREDICTING
from gdsim.ui.theme import Theme

#: The lecture that F5 begins where none has been chosen.
FIRST = "update-orders"

#: Beats in which a step is being made; in all others it has been.
COMING = ("here", "gradient", "scaled", "line")


class LectureMode(Feature):
    """Everything that happens while a lecture is open. What can be done is in `Lectures`."""

    presenter: PresenterWindow | None = None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "lecture-open": self.open_dialog,
            "lecture-start": self.start_presentation,
            "lecture-end": self.end_presentation,
            "lecture-presenter": self.toggle_presenter,
            "lecture-blank": self._blank,
            "lecture-return": self._restore,
            "lecture-close": self.close,
            # A clicker's keys are those of the player; while a lecture is open they move in it.
            "forward": self._forward,
            "back": self._back,
            "play": self._play,
            "to-start": lambda: self._edge(0),
            "to-end": lambda: self._edge(-1),
        }

    # Set-up ----------------------------------------------------------------------------------

    def start(self) -> None:
        window = self.window
        self.show_, self.arranging, self.marks = Show(window), Arranging(window), Marks(window)
        self.bar, self.blank = LectureBar(window.actions_["lecture-return"]), Blank(window)
        self.bar.set_theme(window.appearance.theme)
        self.bar.retranslate()
        self.bar.hide()
        window.add_below_stage(self.bar)
        self.show_.changed.connect(self._present)
        self.bar.jumped.connect(self.show_.jump)
        self.bar.rate_scaled.connect(self.show_.scale_rate)
        self.bar.question.pointed.connect(self._refresh_marks)
        self.bar.question.answered.connect(self._refresh_marks)
        self.marks.pointed.connect(self.bar.question.set_point)
        window.clock.frame.connect(self._on_frame)
        self._digits = [QShortcut(QKeySequence(str(digit)), window) for digit in range(1, 10)]
        for digit, shortcut in enumerate(self._digits, start=1):
            shortcut.activated.connect(partial(self.show_.jump, digit))
        self._entries: list[QAction] = []
        self._enable()

    def fill_menu(self) -> None:
        """The built-in lectures at the top of the menu; read when it is first opened."""
        menu = self.window.menus["lecture"]
        if not self._entries:
            first = menu.actions()[0]
            for name in builtin_titles():
                action = QAction(menu)
                action.setObjectName(f"lecture:{name}")
                action.triggered.connect(lambda _=False, name=name: self.open_builtin(name))
                menu.insertAction(first, action)
                self._entries.append(action)
            menu.insertSeparator(first)
        titles = builtin_titles().values()
        for number, (action, title) in enumerate(zip(self._entries, titles, strict=True), start=1):
            action.setText(f"{number}  {title.in_(current_language())}")

    # Opening ---------------------------------------------------------------------------------

    def open_builtin(self, name: str) -> None:
        """Open a lecture that comes with gdsim."""
        if self.show_.open(builtin_lecture(name)):
            self.window.documents.notice.dismiss()

    def open_dialog(self) -> None:
        """Ask for a lecture file and open it."""
        kind = f"{tr('gdsim lecture')} (*{SUFFIX})"
        folder = self.window.documents.folder()
        name, _ = QFileDialog.getOpenFileName(self.window, tr("Open a lecture"), folder, kind)
        if name:
            self.open_file(Path(name))

    def open_file(self, path: Path) -> bool:
        """Open the lecture in a file; one that cannot be used is explained. Whether it was."""
        try:
            lecture = load_lecture(path)
        except LectureError as error:
            place = tr("scene {number}", number=error.scene) if error.scene else ""
            where = ", ".join(part for part in (place, error.field) if part)
            what = tr("{file} cannot be opened.", file=path.name)
            reason = tr_error(error)
            self.window.documents.notice.tell(what, f"{where}: {reason}" if where else reason)
            return False
        return self.show_.open(lecture)

    def close(self) -> None:
        """End the lecture; what was there before is shown again."""
        if not self.show_.is_open:
            return
        self.blank.hide()
        self.bar.set_presented(False)
        self._drop_presenter()
        # What is shown from now on is laid out and drawn once, not first as the lecture had it.
        self.show_.close()
        self.arranging.put_back()
        self._enable()
        settle()

    # Moving ----------------------------------------------------------------------------------

    def _forward(self) -> None:
        if self.show_.is_open:
            self._uncover(self.show_.forward)
        else:
            self.window.player.step(1)

    def _back(self) -> None:
        if self.show_.is_open:
            self._uncover(self.show_.back)
        else:
            self.window.player.step(-1)

    def _play(self) -> None:
        """Space: the next beat; what somebody tries out can be played."""
        if self.show_.is_open and not self.show_.changed_by_hand:
            self._forward()
        else:
            self.window.player.toggle()

    def _edge(self, index: int) -> None:
        runner = self.show_.runner
        if runner is not None:
            self.show_.go(range(len(runner))[index])
        else:
            self.window.player.go(0 if index == 0 else self.window.session.last)

    def _blank(self) -> None:
        self.blank.toggle()

    def _restore(self) -> None:
        self.show_.restore()

    def _uncover(self, move: Callable[[], None]) -> None:
        """A press on a blank screen only brings the picture back."""
        if self.blank.isHidden():
            move()
        else:
            self.blank.hide()

    # What is shown ---------------------------------------------------------------------------

    def _present(self, *, anew: bool = False) -> None:
        show = self.show_
        self._enable()
        if show.runner is None:
            self.bar.hide()
            self._hide_future(False)
            self.marks.show(None, None)
            self.blank.hide()
            return
        moment = show.moment
        self._hide_future(moment.phase == "ask")
        bookmarks = show.runner.bookmarks
        self.bar.show_moment(moment, len(show.runner), bookmarks, self._numbers_room())
        self.arranging.show(self._views(), anew=anew)
        if self.bar.isHidden():
            # Beside the views of before it might have no room, and the window would grow.
            self.bar.show()
            self.arranging.show(self._views())
        docks = self.window.workspace.docks
        if "code" in moment.views and "code" in docks:
            view = self.window.workspace.view("code")
            assert isinstance(view, CodeView)
            view.set_listing(moment.scene.code, moment.lines)
            docks["code"].refresh_heading()
        self._steady()
        if self.presenter is not None:
            self.presenter.show_moment(
                show.runner.lecture, moment, show.next_moment, len(show.runner)
            )
        self.window.clock.ask()
        self.refresh()

    def _steady(self) -> None:
        """What table and data show must not depend on where one comes from."""
        moment, workspace = self.show_.moment, self.window.workspace
        if "table" in moment.views and "table" in workspace.docks:
            table = workspace.view("table")
            assert isinstance(table, TableView)
            table.set_step(0)
            table.set_step(self.window.session.cursor)
        if "data" in moment.views:
            data = workspace.view("data")
            assert isinstance(data, DataView)
            data.fit()
        if "arithmetic" in moment.views:
            self._set_large(True)

    def _set_large(self, large: bool) -> None:
        panel = self.window.workspace.view("arithmetic")
        assert isinstance(panel, ArithmeticPanel)
        panel.set_large(large)

    def _views(self) -> tuple[str, ...]:
        """The scene's views; while a question is open only those that give nothing away."""
        moment = self.show_.moment
        asking = moment.phase == "ask"
        silent = (*SILENT, "arithmetic") if self.arranging.presenting else SILENT
        return tuple(view for view in moment.views if not asking or view in silent)

    def _numbers_room(self) -> int:
        """Height at scale 1 that a presentation needs for the arithmetic of the scene."""
        scene = self.show_.moment.scene
        if (
            not self.arranging.presenting
            or "arithmetic" not in scene.views
            or numbers_beside(scene.views)
        ):
            return 0
        return room(len(scene.scenario.lanes), len(scene.scenario.start))

    def _hide_future(self, hidden: bool) -> None:
        shown = self.window.shown
        wanted = shown | {PREDICTING} if hidden else shown - {PREDICTING}
        if wanted != shown:
            self.window.set_shown(wanted)

    def refresh(self) -> None:
        if not self.show_.is_open:
            return
        # The caption's numbers are the lecture's: of what is tried out the status line speaks.
        self.bar.set_changed(self.show_.changed_by_hand, self.window.status.text())
        self._enable()
        if self.arranging.presenting:
            self._show_numbers()
        else:
            self._light_arithmetic()
        self._refresh_marks()

    def _show_numbers(self) -> None:
        """The numbers of the beat, or of what somebody tries out."""
        scene, moment = self.window.scene, self.show_.moment
        if scene is not None:
            step = self.window.session.cursor
            coming = moment.phase in COMING and not self.show_.changed_by_hand
            index = moment.k if coming else step - 1
            phase = moment.phase if coming or moment.phase == "ask" else "whole"
            if moment.play_from is not None and not self.show_.changed_by_hand:
                # After many steps it is of interest where they have led, not what the last was.
                phase = "here"
            self.bar.show_numbers(scene, step, index, phase)
            self.arranging.numbers.strip.show_step(scene, step, index, phase)

    def _light_arithmetic(self) -> None:
        """While a step is being made, its arithmetic is the one to be seen, not the last one's."""
        moment, workspace = self.show_.moment, self.window.workspace
        if "arithmetic" not in moment.views or self.show_.changed_by_hand:
            return
        coming = moment.k + 1 if moment.phase in COMING else None
        dock = workspace.docks["arithmetic"]
        workspace.view("arithmetic").set_highlight(coming)
        dock.refresh_heading()

    def _refresh_marks(self, *_: object) -> None:
        if self.show_.is_open:
            hand = self.show_.changed_by_hand
            ghosts = self.show_.runs if hand else ()
            self.marks.show(None if hand else self.show_.moment, self.bar.question.point, ghosts)

    def _enable(self) -> None:
        actions, show = self.window.actions_, self.show_
        is_open, at = show.is_open, show.index
        actions["lecture-end"].setEnabled(self.arranging.presenting)
        actions["lecture-return"].setEnabled(show.changed_by_hand)
        for name in ("lecture-presenter", "lecture-blank", "lecture-close"):
            actions[name].setEnabled(is_open)
        for shortcut in self._digits:
            shortcut.setEnabled(is_open)
        if show.runner is not None:
            for name in ("forward", "to-end"):
                actions[name].setEnabled(at + 1 < len(show.runner))
            for name in ("back", "to-start"):
                actions[name].setEnabled(at > 0)

    # Presenting ------------------------------------------------------------------------------

    def start_presentation(self, *, full_screen: bool = True) -> None:
        """Full screen and large; begins a lecture if none is open."""
        if not self.show_.is_open:
            self.open_builtin(FIRST)
        if not self.show_.is_open or self.arranging.presenting:
            return
        self.arranging.present(full_screen=full_screen)
        self.bar.set_presented(True)
        self._present(anew=True)
        if len(QGuiApplication.screens()) > 1 and self.presenter is None:
            self.toggle_presenter()
        self._enable()

    def end_presentation(self) -> None:
        """Back to the window; the lecture stays open."""
        self.blank.hide()
        if self.arranging.presenting:
            self.arranging.end()
            self.bar.set_presented(False)
            self._present(anew=True)
        self._enable()

    def toggle_presenter(self) -> None:
        """Show the presenter's window, on the second screen if there is one, or close it."""
        if self.presenter is not None:
            self._drop_presenter()
            return
        if self.show_.runner is None:
            return
        self.presenter = PresenterWindow(self.window)
        self.presenter.set_theme(self.window.appearance.own_theme)
        self.presenter.moved.connect(lambda by: self._forward() if by > 0 else self._back())
        self.presenter.closed.connect(self._drop_presenter)
        others = [s for s in QGuiApplication.screens() if s is not self.window.screen()]
        if others:
            self.presenter.move(others[0].availableGeometry().topLeft())
        self.presenter.begin()
        self._present()
        self.presenter.show()
        self.window.actions_["lecture-presenter"].setChecked(True)
        self.window.clock.later(1.0)

    def _drop_presenter(self) -> None:
        presenter, self.presenter = self.presenter, None
        self.window.actions_["lecture-presenter"].setChecked(False)
        if presenter is not None:
            presenter.closed.disconnect(self._drop_presenter)
            presenter.close()
            presenter.deleteLater()

    # The window ------------------------------------------------------------------------------

    def _on_frame(self, seconds: float) -> None:
        self.show_.advance(seconds)
        if self.arranging.settle():
            self._steady()
        self.arranging.follow()
        if self.presenter is not None:
            self.presenter.tick()
            self.window.clock.later(1.0)

    def retranslate(self) -> None:
        if self._entries:
            self.fill_menu()
        self.show_.retranslate()

    def set_theme(self, theme: Theme) -> None:
        self.bar.set_theme(theme)
        self.arranging.numbers.set_theme(theme)
        self.arranging.dress()
        self._refresh_marks()

    def stop(self) -> None:
        self._drop_presenter()
        self.marks.show(None, None)
