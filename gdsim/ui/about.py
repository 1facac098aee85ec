"""About gdsim: version, what it is made of and under which licences, and where the log is."""

from __future__ import annotations

import html
import platform
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

import gdsim
from gdsim.engine.text import N_
from gdsim.resources import resource
from gdsim.ui import theme as th
from gdsim.ui.action_spec import ActionSpec
from gdsim.ui.dialogs.room import resize_on_screen
from gdsim.ui.dressing import dress
from gdsim.ui.feature import Feature
from gdsim.ui.i18n import Texts, tr
from gdsim.ui.icons import app_icon
from gdsim.ui.reporting import log_folder, open_log_folder
from gdsim.ui.tips import tip


def components() -> tuple[tuple[str, str, str], ...]:
    """(name, version, licence) of everything that a package of gdsim carries."""
    import contourpy
    import numpy as np
    import pyqtgraph
    import PySide6

    return (
        ("gdsim", gdsim.__version__, "MIT"),
        (tr("Icons and scenes"), "", "MIT"),
        ("Python", platform.python_version(), "PSF-2.0"),
        ("Qt", qVersion(), "LGPL-3.0"),
        ("PySide6, Shiboken6", PySide6.__version__, "LGPL-3.0"),
        ("pyqtgraph", pyqtgraph.__version__, "MIT"),
        ("NumPy", np.__version__, "BSD-3-Clause"),
        ("contourpy", contourpy.__version__, "BSD-3-Clause"),
        ("PyOpenGL", "", "BSD-3-Clause"),
        ("colorama", "", "BSD-3-Clause"),
    )


def licence_texts() -> Path | None:
    """The file with all licence texts; only a package has it."""
    path = resource("licences.txt")
    return path if path.is_file() else None


class About(Feature):
    """Opens the dialog."""

    actions = (
        ActionSpec("about", N_("&About gdsim"), "help", icon="info", separator=True,
                   help=N_("Version and licences")),
    )  # fmt: skip

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"about": self._open}

    def _open(self) -> None:
        theme = self.window.appearance.theme
        AboutDialog(theme, self.window).open()


class AboutDialog(QDialog):
    """The dialog; it follows the language like everything else."""

    def __init__(self, theme: th.Theme, parent: QWidget) -> None:
        super().__init__(parent)
        dress(self)
        self.setObjectName("about")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._texts = Texts()
        picture = QLabel()
        picture.setPixmap(app_icon().pixmap(theme.size(64), theme.size(64)))
        self.head = QLabel()
        self.head.setWordWrap(True)
        self.body = QTextBrowser()
        self.body.setOpenExternalLinks(False)
        row = QHBoxLayout()
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.head, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(row)
        layout.addWidget(self.body, 1)
        layout.addLayout(self._buttons())
        resize_on_screen(self, theme.size(520), theme.size(440))
        self._retranslate()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        texts = licence_texts()
        if texts is not None:
            url = QUrl.fromLocalFile(str(texts))
            self._button(row, N_("Licence texts"), lambda: QDesktopServices.openUrl(url),
                         N_("Open the full texts of all licences"))  # fmt: skip
        self._button(row, N_("Open the log folder"), open_log_folder,
                     N_("Where reports of errors inside gdsim are"))  # fmt: skip
        row.addStretch(1)
        close = self._button(row, N_("Close"), self.close, N_("Close this window"))
        close.setDefault(True)
        close.setFocus()
        return row

    def _button(
        self, row: QHBoxLayout, text: str, run: Callable[[], object], told: str
    ) -> QPushButton:
        button = QPushButton()
        self._texts.add(button.setText, text)
        self._texts.add(tip(button), told)
        button.clicked.connect(lambda _checked: run())
        row.addWidget(button)
        return button

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._texts.retranslate()
        self.setWindowTitle(tr("About gdsim"))
        self.head.setText(
            f"<h3>gdsim {gdsim.__version__}</h3>"
            + tr("Gradient descent made visible: synchronous and sequential updates side by side.")
        )
        rows = "".join(
            f"<tr><td>{html.escape(name)}&nbsp;&nbsp;</td><td>{html.escape(version)}&nbsp;&nbsp;"
            f"</td><td>{licence}</td></tr>"
            for name, version, licence in components()
        )
        qt = tr("Qt and PySide6 are used as they are, under the LGPL: they may be replaced by "
                "other builds of the same version.")  # fmt: skip
        fonts = tr("Fonts are those of the system; none come with gdsim.")
        where = tr("Log folder: {folder}", folder=str(log_folder()))
        self.body.setAccessibleName(tr("Licences"))
        self.body.setToolTip(tr("What gdsim is made of, with the licence of each part"))
        self.body.setHtml(
            f"<table>{rows}</table><p>{html.escape(qt)} {html.escape(fonts)}</p>"
            f"<p>{html.escape(where)}</p>"
        )
