"""Languages for tests of widgets that must not depend on finished translations."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, QTranslator
from PySide6.QtWidgets import QApplication


class Pseudo(QTranslator):
    """Translates every text by a function, so that nothing untranslated can hide."""

    def __init__(self, change: Callable[[str], str], parent: QObject) -> None:
        super().__init__(parent)
        self._change = change

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        # None, not "": an empty text would stand for Qt's own texts too.
        return self._change(text) if context == "gdsim" else None

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[Callable[[str], str]], None]]:
    """Switch the running application to a made-up language; back to English after the test."""
    installed: list[Pseudo] = []

    def switch(change: Callable[[str], str]) -> None:
        installed.append(Pseudo(change, qapp))
        qapp.installTranslator(installed[-1])

    yield switch
    for translator in installed:
        qapp.removeTranslator(translator)
        translator.deleteLater()
