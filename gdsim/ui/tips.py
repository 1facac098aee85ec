"""Tooltips in lines: Qt writes a plain one in a single line, however far that goes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Protocol

from PySide6.QtGui import Qt

#: Width of a line in letters; at the largest text it is still narrower than a small screen.
MOST = 50
#: What stays together: a sign of Chinese with the punctuation after it, or a word, if not too long.
_CHINESE = "\u2e80-\u9fff\uff00-\uffef"
_PIECES = re.compile(
    f"[{_CHINESE}][\u3000-\u303f\uff01\uff09\uff0c\uff1a-\uff1f]*"
    f"|[^\\s{_CHINESE}]{{1,{MOST}}}|[ \xa0]+"
)


class _Tipped(Protocol):
    def setToolTip(self, text: str, /) -> None: ...


def lines(text: str, most: int = MOST) -> str:
    """``text`` broken where a line would be wider than ``most`` letters; a tag in it is text."""
    broken = "\n".join(_broken(line, most) for line in text.split("\n"))
    return Qt.convertFromPlainText(broken) if Qt.mightBeRichText(broken) else broken


def tip(widget: _Tipped) -> Callable[[str], None]:
    """The setter of a widget's tooltip, which breaks it into lines."""
    return lambda text: widget.setToolTip(lines(text))


def _broken(line: str, most: int) -> str:
    done, now, width = [], "", 0
    for piece in _PIECES.findall(line):
        taken = sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in piece)
        if now and width + taken > most and not piece.isspace():
            done.append(now.rstrip(" "))
            now, width = "", 0
        now, width = now + piece, width + taken
    return "\n".join((*done, now))
