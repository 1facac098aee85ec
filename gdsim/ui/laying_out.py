"""Laying out at once what would be laid out with the next turn of the event loop."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject

#: Comes to a part that asked for it by `fit_later`.
FIT = QEvent.Type(QEvent.registerEventType())
#: A part that gets another size may ask for more room, and then those that it lies in.
_ROUNDS = 4


def fit_later(part: QObject) -> None:
    """Have ``part`` get a FIT when its size is final, one for all that it gets until then."""
    QCoreApplication.removePostedEvents(part, FIT.value)
    QCoreApplication.postEvent(part, QEvent(FIT))


def settle() -> None:
    """Lay out now what is to be laid out, so that it is painted once and not in between."""
    for _ in range(_ROUNDS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        QCoreApplication.sendPostedEvents(None, FIT.value)
