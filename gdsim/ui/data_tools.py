"""The data editor: opened from the menu or the panel, kept in step with the scenario."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from gdsim.engine.errors import GdsimError
from gdsim.engine.text import N_
from gdsim.scenario.data_spec import DataSpec
from gdsim.ui.action_spec import ActionSpec
from gdsim.ui.feature import Feature
from gdsim.ui.i18n import tr_error
from gdsim.ui.panels import parameters_edits as edits
from gdsim.ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from gdsim.ui.dialogs.data_editor import DataEditor


class DataTools(Feature):
    """One editor, made when it is first opened."""

    actions = (
        ActionSpec("data-editor", N_("E&dit the data…"), "edit", ("Ctrl+T",), icon="table",
                   after="redo", help=N_("The points as a table: type, paste, load or make them"),
                   why=N_("This problem has no data")),
    )  # fmt: skip

    editor: DataEditor | None = None
    _theme: Theme = LIGHT
    #: What the editor looks like; one that is closed follows when it is opened.
    _worn: Theme | None = None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"data-editor": self.open}

    def start(self) -> None:
        button = self.window.parameters.problem.edit_data
        button.setDefaultAction(self.window.actions_["data-editor"])
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def open(self) -> None:
        """Show the editor, and the data view beside it."""
        if self.editor is None:
            from gdsim.ui.dialogs.data_editor import DataEditor

            self.editor = DataEditor(self._apply, self.window)
            self.editor.standardise_changed.connect(self._standardise)
            self.editor.folder = self.window.documents.folder()
            # A window of its own: it would not hear the shortcuts of the other one.
            self.editor.addActions([self.window.actions_[name] for name in ("undo", "redo")])
        self._show()
        dock = self.window.workspace.docks["data"]
        if dock.isHidden():
            # The action also finds a place for it.
            self.window.actions_["show-data"].trigger()
        dock.raise_()
        self._dress(self.editor)
        self.editor.show()
        self.editor.raise_()
        self.editor.activateWindow()

    def _show(self) -> None:
        session = self.window.session
        if self.editor is not None:
            self.editor.show_scenario(session.scenario)

    def _apply(self, data: DataSpec, label: str) -> str:
        session = self.window.session
        scenario = session.scenario
        scenario = replace(scenario, problem=replace(scenario.problem, data=data))
        try:
            session.read_again(data)
            session.check(scenario)
        except GdsimError as error:
            return tr_error(error)
        self.window.edit(scenario, label)
        return ""

    def _standardise(self, on: bool) -> None:
        scenario = edits.with_problem_value(self.window.session.scenario, "standardise", on)
        self.window.edit(scenario, N_("Change problem parameter"))

    def refresh(self) -> None:
        has_data = self.window.session.scenario.problem.data is not None
        self.window.actions_["data-editor"].setEnabled(has_data)
        if self.editor is not None and self.editor.isVisible():
            self._show()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self.editor is not None and self.editor.isVisible():
            self._dress(self.editor)

    def _dress(self, editor: DataEditor) -> None:
        """Another appearance also gives it another size, which is else a person's to choose."""
        if self._worn is not self._theme:
            self._worn = self._theme
            editor.set_theme(self._theme)

    def stop(self) -> None:
        if self.editor is not None:
            self.editor.close()
