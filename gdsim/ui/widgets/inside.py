"""What is inside of a widget."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def inside(widget: QWidget, kind: type[W]) -> list[W]:
    """The widgets of ``kind`` in ``widget``, at any depth, in the order they were made.

    For a window, which outlives what is in it: what ``findChildren`` has once found is kept by
    PySide as long as ``widget`` is there, also when Qt has deleted it long ago.
    """
    found: list[W] = []
    for child in widget.children():
        if isinstance(child, kind):
            found.append(child)
        if isinstance(child, QWidget):
            found += inside(child, kind)
    return found
