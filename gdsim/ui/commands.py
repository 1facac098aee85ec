"""Everything that can be done by name, as the command palette lists it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from gdsim.engine.errors import GdsimError
from gdsim.engine.problems import PROBLEMS
from gdsim.engine.text import N_
from gdsim.scenario.builtin import BUILTIN
from gdsim.ui import i18n
from gdsim.ui.action_spec import ActionSpec
from gdsim.ui.actions import MENUS, plain
from gdsim.ui.appearance import THEME_NAMES
from gdsim.ui.i18n import tr
from gdsim.ui.panels.parameters_edits import with_problem
from gdsim.ui.thumbnails import builtin_scene

if TYPE_CHECKING:
    from gdsim.ui.main_window import MainWindow


@dataclass(frozen=True)
class Command:
    """One entry. ``group`` and ``name`` are English sources; ``titles`` names that are in no
    catalogue, by language. ``why`` tells what it needs when it is not ``enabled``.
    """

    group: str
    name: str
    run: Callable[[], object]
    keys: str = ""
    enabled: bool = True
    why: str = ""
    titles: tuple[tuple[str, str], ...] = ()

    def text(self, language: str) -> str:
        """Group and name in a language."""
        own = dict(self.titles)
        name = own.get(language) or own.get("en") or in_language(self.name, language)
        return f"{in_language(self.group, language)}: {name}"


def in_language(source: str, language: str) -> str:
    """A menu's text in ``language``, whichever is shown now, without its mnemonic."""
    texts = i18n.read_ts(language) if language != "en" else {}
    return plain(texts.get(source) or source)


def commands(window: MainWindow) -> Iterator[Command]:
    """All that can be done in ``window`` now."""
    documents = window.documents
    yield from _actions(window)
    for kind in PROBLEMS:
        yield Command(N_("Problem"), kind.title, partial(_set_problem, window, kind.id))
    for name in BUILTIN:
        yield Command(
            N_("Scene"), name, partial(documents.open_builtin, name),
            titles=builtin_scene(name).title,
        )  # fmt: skip
    for theme, title in THEME_NAMES:
        yield Command(N_("Appearance"), title, partial(window.appearance.set_theme, theme))
    for language, own in i18n.LANGUAGES.items():
        choose = partial(window.appearance.set_language, language)
        yield Command(N_("Language"), own, choose, titles=(("en", own),))
    for path in documents.recent():
        named = (("en", path.name),)
        yield Command(N_("Open &recent"), path.name, partial(documents.open, path), titles=named)


def _actions(window: MainWindow) -> Iterator[Command]:
    groups = dict(MENUS) | {s.id: s.title for f in window.features for s in f.menus}
    for spec in window.actions_.specs:
        action = window.actions_[spec.id]
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        # Play is called Pause while it plays: the name in the table finds it at any time.
        yield Command(
            groups[spec.menu], spec.text, action.trigger, keys, action.isEnabled(), _why(spec)
        )


def _why(spec: ActionSpec) -> str:
    return tr(spec.why) if spec.why else ""


def _set_problem(window: MainWindow, id: str) -> None:
    """As choosing it in the panel does."""
    try:
        changed = with_problem(window.session.scenario, id)
    except GdsimError as error:
        window.documents.tell(tr("This problem cannot be shown."), error)
        return
    window.edit(changed, N_("Change problem"))
