"""Long runs are made a little in every frame: how far they are, stopping, and who waits for them.

The window makes them (see `Session.work`); here is what a person sees and can do of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gdsim.engine.text import N_
from gdsim.ui import sentences
from gdsim.ui import theme as th
from gdsim.ui.action_spec import ActionSpec
from gdsim.ui.actions import plain
from gdsim.ui.feature import Feature
from gdsim.ui.i18n import tr
from gdsim.ui.widgets.action_button import ActionButton
from gdsim.ui.widgets.progress import ProgressBar

#: Pixels that a button must have.
TARGET = 24


class Computing(Feature):
    """A bar and a button in the status line, as long as there are steps to be computed."""

    actions = (
        ActionSpec("computing", N_("Stop &computing"), "run", ("F8",), after="start-here",
                   why=N_("All steps have been computed"),
                   help=N_("Leave it at the steps that have been computed; again to go on")),
    )  # fmt: skip

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"computing": self._toggle}

    def start(self) -> None:
        self._then: Callable[[], object] | None = None
        self._action = self.window.actions_["computing"]
        self.bar, self.button = ProgressBar(), ActionButton()
        self.bar.setTextVisible(False)
        self.button.setDefaultAction(self._action)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # Always there, so that the line does not grow when its contents come.
        self._place = QWidget()
        row = QHBoxLayout(self._place)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.bar, self.button):
            row.addWidget(part)
        self.window.statusBar().addPermanentWidget(self._place)
        session = self.window.session
        session.scenario_changed.connect(self._forget)
        session.progressed.connect(self._on_progress)
        self.set_theme(self.window.appearance.theme)
        self._show()

    def refresh(self) -> None:
        self._show()
        if self._then is not None and self.window.session.unfinished is None:
            then, self._then = self._then, None
            then()

    def retranslate(self) -> None:
        self.bar.setAccessibleName(tr("Progress of computing"))
        self._name()

    def set_theme(self, theme: th.Theme) -> None:
        if hasattr(self, "bar"):
            self.bar.setFixedSize(theme.size(90), theme.size(8))
            # No higher than the text beside it: with large text every line is missed elsewhere.
            height = max(TARGET, self.window.status.sizeHint().height())
            self.button.setFixedHeight(height)
            self._place.setMinimumHeight(height)

    def whole(self, then: Callable[[], object]) -> None:
        """Do ``then`` with finished runs: now, or when they are, unless there is another edit."""
        self.window.refresh()
        session = self.window.session
        if session.unfinished is None:
            then()
            return
        self._then = then
        session.hold(False)

    def _toggle(self) -> None:
        session = self.window.session
        self._forget()
        if session.unfinished is not None:
            session.hold(session.computing)

    def told(self, text: str) -> str:
        """``text``, and before it what it is about if runs are unfinished."""
        session = self.window.session
        if session.unfinished is None:
            return text
        draft = sentences.unfinished(session.steps, *session.unfinished, session.computing)
        return f"{draft}{sentences.BETWEEN}{text}"

    def _on_progress(self) -> None:
        self._show()
        self.window.refresh_status()
        self.window.clock.ask()

    def _forget(self) -> None:
        self._then = None

    def _show(self) -> None:
        unfinished = self.window.session.unfinished
        for part in (self.bar, self.button):
            part.setVisible(unfinished is not None)
        self._action.setEnabled(unfinished is not None)
        self._name()
        if unfinished is not None:
            made, most = unfinished
            self.bar.setValue(100 * made // most)

    def _name(self) -> None:
        """The button says what a press will do."""
        session = self.window.session
        held = session.unfinished is not None and not session.computing
        text = tr("&Compute the rest") if held else tr("Stop &computing")
        if self._action.text() != text:
            self._action.setText(text)
            self._action.setIconText(plain(text))
