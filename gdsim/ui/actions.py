"""Everything a person can do by name: one table makes menus, shortcuts and tooltips."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from gdsim.engine.text import N_
from gdsim.ui import theme as th
from gdsim.ui.action_spec import ActionSpec, MenuSpec
from gdsim.ui.i18n import tr
from gdsim.ui.icons import icon
from gdsim.ui.tips import lines

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("new", N_("&New"), "file", ("Ctrl+N",),
               help=N_("Begin with the first scene")),
    ActionSpec("open", N_("&Open…"), "file", ("Ctrl+O",), icon="open",
               help=N_("Open a scenario file")),
    ActionSpec("save", N_("&Save"), "file", ("Ctrl+S",), icon="save",
               help=N_("Save the scenario")),
    ActionSpec("save-as", N_("Save &as…"), "file", ("Ctrl+Shift+S",),
               help=N_("Save the scenario to another file")),
    ActionSpec("quit", N_("&Quit"), "file", ("Ctrl+Q",), separator=True,
               help=N_("Close the window")),
    ActionSpec("undo", N_("&Undo"), "edit", ("Ctrl+Z",), icon="undo",
               help=N_("Take back the last edit"), why=N_("There is no edit to take back")),
    ActionSpec("redo", N_("&Redo"), "edit", ("Ctrl+Shift+Z", "Ctrl+Y"), icon="redo",
               help=N_("Make the edit again"), why=N_("No edit has been taken back")),
    ActionSpec("copy-arithmetic", N_("&Copy the arithmetic"), "edit", ("Ctrl+Shift+C",),
               icon="copy", separator=True,
               help=N_("Copy the arithmetic of this step as text")),
    ActionSpec("copy-picture", N_("Copy the &picture"), "edit", ("Ctrl+C", "Ctrl+Alt+C"),
               help=N_("Copy a picture of all views")),
    ActionSpec("to-start", N_("To the &start"), "run", ("Home",), icon="to-start",
               help=N_("Show the start point"), why=N_("This is the start")),
    ActionSpec("back", N_("Step &back"), "run", ("Left", "PgUp"), icon="back",
               help=N_("Show the step before, exactly as it was"), why=N_("This is the start")),
    ActionSpec("play", N_("&Play"), "run", ("Space", "Media Play"), icon="play", wide=True,
               help=N_("Play or pause")),
    ActionSpec("forward", N_("Step &forward"), "run", ("Right", "PgDown"), icon="forward",
               help=N_("Show the next step"), why=N_("This is the last step")),
    ActionSpec("to-end", N_("To the &end"), "run", ("End",), icon="to-end",
               help=N_("Show the last step"), why=N_("This is the last step")),
    ActionSpec("restart", N_("&Restart"), "run", ("R", "Ctrl+Home"), icon="restart",
               separator=True, help=N_("Back to step 0; all settings stay"),
               why=N_("This is the start")),
    ActionSpec("reset", N_("Reset &all"), "run", ("Ctrl+R",), icon="reset",
               help=N_("Back to the scene as it was opened (can be undone)"),
               why=N_("Nothing has been changed")),
    ActionSpec("view-panels", N_("&Side by side"), "view", ("Ctrl+1",), checkable=True,
               icon="view-side-by-side", help=N_("One contour for each lane")),
    ActionSpec("view-overlay", N_("&Overlay"), "view", ("Ctrl+2",), checkable=True,
               icon="view-overlay", help=N_("All lanes on one contour")),
    ActionSpec("view-surface", N_("&3D surface"), "view", ("Ctrl+3",), checkable=True,
               icon="view-3d", help=N_("All lanes on the surface")),
    ActionSpec("panel", N_("Settings &panel"), "view", ("Ctrl+B", "F9"), checkable=True,
               help=N_("Show or hide the settings at the left")),
    ActionSpec("fit", N_("&Fit the range"), "view", ("Ctrl+F", "F"),
               help=N_("Show start, minimum and path again")),
    ActionSpec("text-larger", N_("&Larger text"), "view", ("Ctrl++", "Ctrl+="), separator=True,
               help=N_("Make all text larger")),
    ActionSpec("text-smaller", N_("S&maller text"), "view", ("Ctrl+-",),
               help=N_("Make all text smaller")),
    ActionSpec("text-normal", N_("&Normal text"), "view", ("Ctrl+0",),
               help=N_("Text at its normal size")),
    ActionSpec("full-screen", N_("F&ull screen"), "view", ("F11",), checkable=True,
               separator=True, help=N_("Use the whole screen")),
)  # fmt: skip

MENUS = (
    ("file", N_("&File")),
    ("edit", N_("&Edit")),
    ("run", N_("&Run")),
    ("view", N_("&View")),
    ("lecture", N_("&Lecture")),
    ("help", N_("&Help")),
)


def plain(text: str) -> str:
    """``text`` of a menu without mnemonic and dots: "&Save as…" and "另存为(&A)…" alike."""
    head, mark, tail = text.partition("(&")
    text = head + tail.partition(")")[2] if mark else text.replace("&", "")
    return text.strip().rstrip("…")


def _ordered(specs: tuple[ActionSpec, ...]) -> tuple[ActionSpec, ...]:
    """``specs``, those that follow another one put behind it."""
    ordered = [spec for spec in specs if not spec.after]
    for spec in reversed([spec for spec in specs if spec.after]):
        at = next((i for i, other in enumerate(ordered) if other.id == spec.after), len(ordered))
        ordered.insert(at + 1, spec)
    return tuple(ordered)


class Actions:
    """The actions of a window, made from `ACTIONS` and those of its features."""

    def __init__(
        self,
        window: QWidget,
        handlers: Mapping[str, Callable[[], object]],
        more: tuple[ActionSpec, ...] = (),
    ) -> None:
        self._window = window
        #: What each action does, by id; a feature that comes late puts its own in.
        self.handlers = dict(handlers)
        self.specs = _ordered((*ACTIONS, *more))
        self.by_id: dict[str, QAction] = {}
        for spec in self.specs:
            action = QAction(window)
            action.setObjectName(spec.id)
            action.setShortcuts([QKeySequence(key) for key in spec.keys])
            action.setCheckable(spec.checkable)
            # In a menu the tick says more; the icon for a pressed button would not be seen there.
            action.setIconVisibleInMenu(not spec.checkable)
            action.setProperty("wide", spec.wide)
            action.triggered.connect(lambda _=False, name=spec.id: self.handlers[name]())
            window.addAction(action)
            self.by_id[spec.id] = action
        self.retranslate()

    def __getitem__(self, id: str) -> QAction:
        return self.by_id[id]

    def fill(self, menus: Mapping[str, QMenu], submenus: Iterable[MenuSpec] = ()) -> None:
        """Put the actions into their menus, in the order of the table, then the submenus."""
        for spec in self.specs:
            if spec.separator:
                menus[spec.menu].addSeparator()
            menus[spec.menu].addAction(self.by_id[spec.id])
        for sub in submenus:
            entries = menus[sub.menu].actions()
            at = entries.index(self.by_id[sub.after]) + 1 if sub.after else 0
            before = entries[at] if at < len(entries) else None
            menus[sub.menu].insertMenu(before, menus[sub.id])  # type: ignore[arg-type]

    def set_theme(self, theme: th.Theme) -> None:
        """Icons in the theme's colours."""
        for spec in self.specs:
            if spec.icon:
                self.by_id[spec.id].setIcon(icon(spec.icon, theme))

    def retranslate(self) -> None:
        """Texts in the current language; a tooltip names the first shortcut."""
        for spec in self.specs:
            action = self.by_id[spec.id]
            text = tr(spec.text)
            action.setText(text)
            action.setIconText(plain(text))
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(lines(tr(spec.help) + (f"  [{keys}]" if keys else "")))
            action.setStatusTip("")
