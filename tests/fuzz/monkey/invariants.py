"""What holds at any moment, whatever was done."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from gdsim.scenario import load_scenario, save_scenario
from gdsim.session.session import HISTORY
from gdsim.ui.exporting import Exporting
from tests.fuzz.monkey.hands import Hands


def check(hands: Hands) -> None:
    """All of them."""
    window = hands.window
    window.player.pause()
    # A long run is a draft for a while.
    window.session.finish()
    window.refresh()
    _runs(hands)
    _no_gesture(hands)
    _back_and_forward(hands)
    _saved_and_loaded(hands)
    _ticks(hands)
    _possible(hands)
    hands.turn()
    _no_strangers(hands)


def _runs(hands: Hands) -> None:
    """The runs that are shown are those of the scenario."""
    session = hands.window.session
    again = session.scenario.run(session.scenario.make_problem())
    for shown, fresh in zip(session.runs, again, strict=True):
        assert shown.theta.tobytes() == fresh.theta.tobytes()
        assert shown.loss.tobytes() == fresh.loss.tobytes()
    assert 0 <= session.cursor <= session.steps


def _no_gesture(hands: Hands) -> None:
    """No drag goes on after the button was let go, wherever that was."""
    assert not hands.window.session._gesture


def _back_and_forward(hands: Hands) -> None:
    """A step and back shows the same numbers."""
    window, session = hands.window, hands.window.session
    before = window.workspace.view("arithmetic").shown_text(), window.status.text()
    for by in (-1, 1) if session.cursor else (1, -1):
        window.player.step(by)
        window.refresh()
    if session.steps:
        assert (window.workspace.view("arithmetic").shown_text(), window.status.text()) == before


def _saved_and_loaded(hands: Hands) -> None:
    """What is saved is what is loaded."""
    session, path = hands.window.session, hands.folder / "check" / "saved.gdsim"
    path.parent.mkdir(exist_ok=True)
    save_scenario(session.scenario, path)
    assert load_scenario(path).anchored(path.parent) == session.scenario


def _ticks(hands: Hands) -> None:
    """The menus tell what is shown."""
    window = hands.window
    for name, dock in window.workspace.docks.items():
        assert window.actions_[f"show-{name}"].isChecked() == (not dock.isHidden()), name
    for mode in ("panels", "overlay", "surface"):
        assert window.actions_[f"view-{mode}"].isChecked() == (window.stage.mode == mode), mode
    assert window.actions_["panel"].isChecked() == (not window.side.isHidden())


def _possible(hands: Hands) -> None:
    """What can be undone, redone, reset and saved is offered, and nothing else."""
    window, session = hands.window, hands.window.session
    for name, can in (
        ("undo", session.undo_label is not None),
        ("redo", session.redo_label is not None),
        ("reset", session.scenario != window._opened),
        ("data-editor", session.scenario.problem.data is not None),
        ("start-here", session.cursor > 0),
    ):
        assert window.actions_[name].isEnabled() == can, name
    assert window.isWindowModified() == session.modified
    assert window.windowTitle() == window.documents.title()


def _no_strangers(hands: Hands) -> None:
    """Nothing is left of pictures taken and dialogs closed."""
    alone = [w for w in QApplication.topLevelWidgets() if w.parent() is None]
    names = sorted(w.metaObject().className() for w in alone)
    # A plain one belongs to the scene of each plot; a sheet to a picture that is being made.
    exporting = hands.window.feature(Exporting)
    making = {"Sheet"} if exporting.dialog or exporting._copying else set()
    assert set(names) <= {"MainWindow", "QTipLabel", "QWidget"} | making, names
    assert len(names) < 40, names


def undo_and_redo(hands: Hands) -> None:
    """Undoing everything leads back to where it began, redoing to where it ended."""
    window, session = hands.window, hands.window.session
    window.refresh()
    while session.redo_label is not None:
        session.redo()
        window.refresh()
    last, steps = session.scenario, 0
    while session.undo_label is not None and steps < HISTORY:
        session.undo()
        steps += 1
        if steps < 10:
            window.refresh()
    if len(session._history) < HISTORY:  # a longer history is cut at its old end
        assert session.scenario == hands.first
    window.refresh()
    while session.redo_label is not None:
        session.redo()
    assert session.scenario == last
    check(hands)
