"""How a widget goes that is no longer wanted."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QWidget


def discard(widget: QWidget) -> bool:
    """Take ``widget`` off the screen and delete it. Whether it had the keyboard.

    That is taken from it first: Qt would hand it to whatever comes next, and whoever was on a
    picture is to stay on one.
    """
    now = cast("QWidget | None", widget.window().focusWidget())
    had = now is not None and (now is widget or widget.isAncestorOf(now))
    if had and now is not None:
        now.clearFocus()
    widget.hide()
    widget.deleteLater()
    return had
