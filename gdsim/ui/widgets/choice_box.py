"""A combo box of ids with translated labels."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPaintEvent, QPolygonF, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
    QWidget,
)

from gdsim.ui.i18n import tr

#: A choice: its id and its English label; an empty id makes a heading.
Choice = tuple[str, str]


class ChoiceBox(QComboBox):
    """Choices by id. `chosen` tells what a person picked, never what `set_value` shows."""

    chosen = Signal(str)

    def __init__(self, choices: Iterable[Choice] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self._value = ""
        self._hint: QSize | None = None
        # The longest label must not decide how wide the panel is.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The rows of a box's own would not have the height that the style sheet asks for.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.activated.connect(self._pick)
        self.set_choices(choices)

    def set_choices(self, choices: Iterable[Choice]) -> None:
        """Offer these, keeping the shown one if it is among them."""
        choices = tuple(choices)
        if choices != self._choices:
            self._choices = choices
            self._fill()

    def _fill(self) -> None:
        self.clear()
        for choice, label in self._choices:
            self.addItem(tr(label), choice)
            if not choice:
                self._make_heading(self.count() - 1)
        self.set_value(self._value)

    def _make_heading(self, row: int) -> None:
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        model.item(row).setEnabled(False)

    def value(self) -> str:
        """Id of the shown choice."""
        return self._value

    def set_value(self, id: str) -> None:
        """Show the choice ``id``; tells nobody."""
        self._value = id
        self.setCurrentIndex(self.findData(id))

    def _pick(self, row: int) -> None:
        picked = self.itemData(row)
        if picked != self._value:
            self._value = picked
            self.chosen.emit(picked)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            assert isinstance(event, QHelpEvent)
            # The whole label, where the box is too narrow for it; else what the parent explains.
            if self.fontMetrics().horizontalAdvance(self.currentText()) > self._room().width():
                QToolTip.showText(event.globalPos(), self.currentText(), self)
                return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Without focus the wheel scrolls the panel, and must not change what it passes over.
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        # Long labels end in "…", and the arrow is drawn here: the style's own is a picture file.
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        self._draw_text(painter, option)
        self._draw_arrow(painter, self._arrow)
        painter.end()

    @property
    def _arrow(self) -> float:
        """Half of the arrow's width."""
        return self.fontMetrics().height() / 4

    def _room(self) -> QRect:
        """Where the text goes: from the style's left end to the arrow."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        width = round(self.width() - field.left() - 5 * self._arrow)
        return QRect(field.left(), 0, width, self.height())

    def least(self, characters: int) -> int:
        """Width that shows the whole text, or so many characters of it."""
        metrics = self.fontMetrics()
        text = metrics.horizontalAdvance(self.currentText())
        beside = self.width() - self._room().width()
        return beside + min(text, characters * metrics.averageCharWidth())

    def _draw_text(self, painter: QStylePainter, option: QStyleOptionComboBox) -> None:
        room = self._room()
        text = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setPen(self.palette().text().color())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _draw_arrow(self, painter: QStylePainter, side: float) -> None:
        painter.setRenderHint(QStylePainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().text())
        centre = QPointF(self.width() - 3 * side, self.height() / 2)
        corners = (QPointF(-side, -side / 2), QPointF(side, -side / 2), QPointF(0, side / 2))
        painter.drawPolygon(QPolygonF([centre + corner for corner in corners]))

    def sizeHint(self) -> QSize:
        """As QComboBox has it, which makes the list that pops up when its font or style changes."""
        if self._hint is None:
            option = QStyleOptionComboBox()
            self.initStyleOption(option)
            metrics, icon = self.fontMetrics(), self.iconSize()
            wide = self.minimumContentsLength() * metrics.horizontalAdvance("X") + icon.width() + 4
            high = max(metrics.height(), 14, icon.height()) + 2
            contents = QStyle.ContentsType.CT_ComboBox
            hint = self.style().sizeFromContents(contents, option, QSize(wide, high), self)
            self._hint = hint
        return self._hint

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            # The list gets its look where it is shown; here it would be made, and be laid out four
            # times for each style sheet, and its nine widgets would be half of all in the settings.
            self._hint = None
            QWidget.changeEvent(self, event)
            return
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for row, (_, label) in enumerate(self._choices):
                self.setItemText(row, tr(label))
