"""Everything that opens over or beside the window: dialogs, menus, pop-ups, editors, messages."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLockFile, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QToolTip,
    QWidget,
)

from gdsim.engine.errors import GdsimError
from gdsim.engine.text import N_
from gdsim.ui.about import AboutDialog
from gdsim.ui.data_tools import DataTools
from gdsim.ui.dialogs.csv_preview import CsvPreview
from gdsim.ui.exporting import Exporting
from gdsim.ui.gallery import Gallery
from gdsim.ui.main_window import MainWindow
from gdsim.ui.palette import Palette
from gdsim.ui.plots.view import Spot
from gdsim.ui.recovery import Recovery, Rescued
from gdsim.ui.reporting import Failure, FailureDialog
from gdsim.ui.shortcuts import Shortcuts

Opening = Callable[[MainWindow, Path], QWidget]
PLACES: dict[str, Opening] = {}
#: They have texts of their own: scenes, commands in both languages, licences, names in a file.
OWN_WORDS = {"gallery", "palette", "palette_with_words", "about", "export_numbers", "lecture"}


def opens(function: Opening) -> Opening:
    PLACES[function.__name__] = function
    return function


# ---- dialogs -----------------------------------------------------------------------------------


def _dialog_of(feature: type[Gallery | Palette | Shortcuts]) -> Opening:
    def opened(window: MainWindow, _folder: Path) -> QWidget:
        window.feature(feature).open()
        return window.feature(feature).dialog

    return opened


PLACES["gallery"] = _dialog_of(Gallery)
PLACES["palette"] = _dialog_of(Palette)
PLACES["shortcuts"] = _dialog_of(Shortcuts)


@opens
def palette_with_words(window: MainWindow, _folder: Path) -> QWidget:
    dialog = PLACES["palette"](window, _folder)
    dialog.field.setText("lane")
    return dialog


@opens
def about(window: MainWindow, _folder: Path) -> QWidget:
    window.actions_["about"].trigger()
    return window.findChildren(AboutDialog)[-1]


@opens
def export_picture(window: MainWindow, _folder: Path) -> QWidget:
    return window.feature(Exporting).open("picture")


@opens
def export_animation(window: MainWindow, _folder: Path) -> QWidget:
    return window.feature(Exporting).open("animation")


@opens
def export_numbers(window: MainWindow, _folder: Path) -> QWidget:
    return window.feature(Exporting).open("numbers")


@opens
def data_editor(window: MainWindow, _folder: Path) -> QWidget:
    window.actions_["data-editor"].trigger()
    return window.feature(DataTools).editor


@opens
def csv_preview(window: MainWindow, folder: Path) -> QWidget:
    return _preview(window, folder, "1,2\n1,3\n2,5\n")


@opens
def csv_refused(window: MainWindow, folder: Path) -> QWidget:
    return _preview(window, folder, "1,2\n1,?\n2,5\n")


def _preview(window: MainWindow, folder: Path, text: str) -> QWidget:
    file = folder / "1.csv"
    file.write_text(text, "utf-8")
    dialog = CsvPreview(file, window.appearance.theme, window)
    dialog.open()
    return dialog


@opens
def failure(_window: MainWindow, _folder: Path) -> QWidget:
    dialog = FailureDialog(Failure("1 / 0", "", True))
    dialog.show()
    return dialog


@opens
def recovery(window: MainWindow, folder: Path) -> QWidget:
    lock = QLockFile(str(folder / "lock"))
    window.feature(Recovery).offer(
        [Rescued(window.session.scenario, None, 0.0, folder / "1", lock)]
    )
    return window.findChildren(QMessageBox)[-1]


@opens
def unsaved_changes(window: MainWindow, _folder: Path) -> QWidget:
    box = window.documents.question()
    box.show()
    return box


# ---- menus and pop-ups -------------------------------------------------------------------------


def menus(window: MainWindow) -> dict[str, QMenu]:
    """Every menu of the window."""
    named = {id(menu): name for name, menu in window.menus.items()}
    found = [menu for menu in window.menuBar().findChildren(QMenu) if menu.title()]
    return {named.get(id(menu), menu.title()): menu for menu in found}


def pop_up(menu: QMenu) -> QMenu:
    menu.popup(QPoint(0, 0))
    return menu


@opens
def formulas(window: MainWindow, _folder: Path) -> QWidget:
    problem = window.parameters.problem
    problem.formulas = ["w^2 + b^2", "sin(w) * cos(b)"]
    problem._open_history()
    return problem.findChildren(QMenu)[-1]


@opens
def menu_of_a_picture(window: MainWindow, _folder: Path) -> QWidget:
    """What the right button offers on the first step."""
    contour = window.stage.contours[0]
    contour.menu_requested.emit(Spot(contour, QPoint(0, 0), 1, (1.25, -0.5)))
    return QApplication.activePopupWidget()


@opens
def no_formulas(window: MainWindow, _folder: Path) -> QWidget:
    window.parameters.problem.formulas = []
    window.parameters.problem._open_history()
    return window.parameters.problem.findChildren(QMenu)[-1]


def boxes(window: QWidget) -> list[QComboBox]:
    return [box for box in window.findChildren(QComboBox) if box.isVisible() and box.isEnabled()]


def tips(window: QWidget) -> set[str]:
    """Everything that a tooltip says."""
    widgets = {each.toolTip() for each in window.findChildren(QWidget) if each.isVisible()}
    return (widgets | {action.toolTip() for action in window.actions()}) - {""}


def tip(text: str, window: QWidget) -> QWidget:
    """The tooltip with this text, at the left upper corner of ``window``."""
    QToolTip.showText(window.mapToGlobal(QPoint(0, 0)), text, window)
    labels = [each for each in QApplication.topLevelWidgets() if each.inherits("QTipLabel")]
    found = next(each for each in labels if isinstance(each, QLabel) and each.text() == text)
    # As Qt does it a little later: an old one may still be going.
    found.resize(found.sizeHint())
    found.show()
    return found


@opens
def name_of_a_lane(window: MainWindow, _folder: Path) -> QWidget:
    """The editor in the list of lanes."""
    window.parameters.lanes.set_target(1)
    window.parameters.lanes.rename()
    return window.parameters.lanes.list.viewport().findChildren(QLineEdit)[-1]


@opens
def refused_number(window: MainWindow, _folder: Path) -> QWidget:
    """What is said below a field."""
    field = window.parameters.rate.control.field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "-")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.message
    return window.parameters.rate


@opens
def refused_edit(window: MainWindow, _folder: Path) -> QWidget:
    """What is said in the status line."""
    window.session.refused.emit(GdsimError(N_("there is not enough memory for so many steps")))
    window.refresh()
    return window.statusBar()


def leave(place: QWidget) -> None:
    """Close what `PLACES` opened, or take back what it typed."""
    if place.isWindow():
        place.close()
        return
    fields = [place] if isinstance(place, QLineEdit) else place.findChildren(QLineEdit)
    for field in fields:
        QTest.keyClick(field, Qt.Key.Key_Escape)
