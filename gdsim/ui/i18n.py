"""The language of the window: English source texts, translations in Qt Linguist files.

One context, ``gdsim``; a text is its own key. `tr` translates at the moment of the call, so a
widget that must follow a live switch registers its texts with a `Texts` instance (or reads them
again when it gets `QEvent.Type.LanguageChange`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLibraryInfo,
    QLocale,
    QObject,
    QTranslator,
)
from PySide6.QtWidgets import QApplication

from gdsim.engine.errors import GdsimError
from gdsim.engine.text import N_, Term
from gdsim.resources import resource

CONTEXT = "gdsim"

#: Ids as in the file format, with the name each language gives itself.
LANGUAGES = {"en": "English", "zh_CN": "简体中文"}

#: How a list of short texts is joined in the running text.
_installed: list[QTranslator] = []


def tr(text: str, **values: object) -> str:
    """``text`` in the current language, its ``{name}`` places filled with ``values``."""
    translated = QCoreApplication.translate(CONTEXT, text)
    return translated.format(**values) if values else translated


def tr_error(error: GdsimError) -> str:
    """The plain sentence of an error in the current language."""
    values = {k: tr(v) if isinstance(v, Term) else v for k, v in error.values.items()}
    return tr(error.template).format(**values)


class TsTranslator(QTranslator):
    """Serves a Qt Linguist ``.ts`` file as it is, so that no compiled copy can be out of date."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = read_ts(language)

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        # None, not "": an empty text would stand for Qt's own texts too.
        return self._texts.get(text) or None if context == CONTEXT else None

    def isEmpty(self) -> bool:
        return not self._texts


@lru_cache(maxsize=1)
def read_ts(language: str) -> dict[str, str]:
    """Source text → translation of ``resources/translations/gdsim_<language>.ts``."""
    # Imported here: English needs no parser, and it would cost a tenth of the way to the window.
    import xml.etree.ElementTree as ET

    root = ET.parse(resource(f"translations/gdsim_{language}.ts")).getroot()
    return {
        message.findtext("source", ""): message.findtext("translation", "")
        for message in root.iter("message")
    }


def system_language() -> str:
    """The language of ours that the system's first choice is nearest to."""
    return "zh_CN" if QLocale.system().language() == QLocale.Language.Chinese else "en"


def set_language(language: str) -> None:
    """Switch the running application; every widget gets a LanguageChange event."""
    app = QApplication.instance()
    assert app is not None
    for old in _installed:
        app.removeTranslator(old)
        old.deleteLater()
    _installed.clear()
    if language != "en":
        ours = TsTranslator(language, app)
        qt = QTranslator(app)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        qt.load(f"qtbase_{language}", folder)
        for translator in (qt, ours):
            app.installTranslator(translator)
            _installed.append(translator)
    app.setProperty("language", language)
    # Removing a translator alone does not always tell the widgets.
    QCoreApplication.sendEvent(app, QEvent(QEvent.Type.LanguageChange))
    QLocale.setDefault(QLocale(language))


def current_language() -> str:
    """Id of the language that is shown."""
    app = QApplication.instance()
    return str(app.property("language") or "en") if app is not None else "en"


def sentences_text(*sentences: str) -> str:
    """Sentences one after the other, with the space between them that the language has."""
    space = "" if current_language() == "zh_CN" else " "
    return space.join(sentence for sentence in sentences if sentence)


def list_text(items: list[str]) -> str:
    """Items one after the other, as the language joins them."""
    return tr(N_(", ")).join(items)


class Texts:
    """Texts of one widget that follow the language: (setter, source) pairs, applied on demand.

    >>> texts.add(label.setText, "Learning rate")
    """

    def __init__(self) -> None:
        self._pairs: list[tuple[Callable[[str], Any], str]] = []

    def add(self, setter: Callable[[str], Any], source: str) -> None:
        """Apply ``source`` now and whenever `retranslate` is called."""
        self._pairs.append((setter, source))
        setter(tr(source))

    def retranslate(self) -> None:
        """Apply all texts in the current language."""
        for setter, source in self._pairs:
            setter(tr(source))
