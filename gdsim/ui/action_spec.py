"""The declaration of an action."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ActionSpec:
    """One action. ``menu`` is the id of its menu, ``keys`` its shortcuts (the first is shown).

    Every single letter has a twin that is no letter, since a Chinese input method swallows letters.
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
