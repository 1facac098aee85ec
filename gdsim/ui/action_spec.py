"""The declarations of an action and of a menu."""

from typing import NamedTuple


class ActionSpec(NamedTuple):
    """One action. ``menu`` is the id of its menu, ``keys`` its shortcuts (the first is shown).

    Every single letter has a twin that is no letter, since a Chinese input method swallows letters.
    ``after`` is the id of the action that it follows in the menu (empty: it comes last), ``why``
    what to tell while it is disabled.
    """

    id: str
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    help: str = ""
    checkable: bool = False
    wide: bool = False
    separator: bool = False
    after: str = ""
    why: str = ""


class MenuSpec(NamedTuple):
    """A menu inside the menu ``menu``, below the action ``after`` (empty: at the top)."""

    id: str
    title: str
    menu: str
    after: str = ""
