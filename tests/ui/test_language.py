"""Every text on the screen is marked for translation and follows a switch of the language."""

from __future__ import annotations

import ast
import html
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QGraphicsView,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gdsim.engine.text import N_
from gdsim.scenario import Scenario, default_scenario
from gdsim.ui.i18n import LANGUAGES, Texts, current_language, read_ts, set_language, tr
from gdsim.ui.main_window import MainWindow
from gdsim.ui.panels import parameters_edits as edits
from gdsim.ui.shortcuts import Shortcuts
from gdsim.ui.stage import MODES

GDSIM = Path(__file__).parents[2] / "gdsim"

# ---- marked in the source ------------------------------------------------------------------

#: Methods and classes that show the text they are given.
SHOWING = re.compile(
    r"set(Text|PlainText|Html|IconText|Title|ToolTip|StatusTip|WhatsThis|WindowTitle|Prefix|Suffix"
    r"|SpecialValueText|AccessibleName|AccessibleDescription|PlaceholderText|InformativeText"
    r"|DetailedText|ItemText|TabText|LabelText|Label|Labels)"
    r"|set_(title|labels?|text)"
    r"|add(Action|Menu|Button|Item|Items|Tab|Row|Section)|insert(Item|Tab)|showMessage|drawText"
    r"|Q(Label|Action|GroupBox|CheckBox|RadioButton|PushButton|Menu|MessageBox|ProgressDialog)"
    r"|TextItem|LabelItem|getOpenFileName|getSaveFileName"
)
#: The same, of message boxes alone: a line of the log is English.
BOXES = re.compile(r"QMessageBox\.(question|information|warning|critical|about)")
#: Keywords that hold a text for people, wherever they stand.
TEXTS = {"label", "help", "title", "teaches", "text", "tip", "about"}

#: Words that need no translation.
AS_THEY_ARE = re.compile(
    r"\bgdsim\b"  # the program's name
    r"|^(left|bottom|right|top)$"  # which axis of a plot a label is for
)


def words(node: ast.expr) -> str:
    """The literal part of an expression, without tags and without what is filled in."""
    match node:
        case ast.Constant(value=str(text)):
            found = text
        case ast.JoinedStr(values=parts):
            found = "\0".join(p.value if isinstance(p, ast.Constant) else "" for p in parts)
        case ast.BinOp(left=left, right=right):
            return words(left) + words(right)
        case ast.IfExp(body=body, orelse=orelse):
            return words(body) + words(orelse)
        case _:
            return ""
    return AS_THEY_ARE.sub("", re.sub(r"<[^>]*>|&\w+;", "", found))


def unmarked(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Literals with a word in them that are handed to something that shows them."""
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        name = ast.unparse(call.func)
        shows = SHOWING.fullmatch(name.rpartition(".")[2]) or BOXES.fullmatch(name)
        given = [*call.args] if shows else []
        given += [k.value for k in call.keywords if shows or k.arg in TEXTS]
        for node in given:
            if re.search(r"[^\W\d_]{2}", words(node)):
                yield node.lineno, ast.unparse(node)


def test_no_text_is_unmarked() -> None:
    found = [
        f"{path.relative_to(GDSIM)}:{line}: {text}"
        for path in sorted(GDSIM.rglob("*.py"))
        # The command line speaks English.
        if path.name != "cli.py"
        for line, text in unmarked(ast.parse(path.read_text("utf-8")))
    ]
    assert found == []


@pytest.mark.parametrize(
    "code",
    [
        'label.setText("Learning rate")',
        'self.box.setToolTip(f"step {k}")',
        'card.set_title("<b>Loss</b> " + value)',
        'menu.addAction("&Open" if closed else "&Close")',
        'QLabel("Step", self)',
        'ParamSpec("rate", label="Rate")',
        'QMessageBox.warning(self, "gdsim", "The file is gone")',
    ],
)
def test_an_unmarked_text_is_seen(code: str) -> None:
    assert list(unmarked(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        'b.setText("÷2")',
        'label.setText(f"w {w}")',
        'b.setText(tr("Step"))',
        'x.append("Step")',
        'log.warning("no file")',
    ],
)
def test_symbols_and_marked_texts_pass(code: str) -> None:
    assert not list(unmarked(ast.parse(code)))


# ---- followed on the screen ----------------------------------------------------------------


@pytest.fixture(autouse=True)
def _english_again(qapp: object) -> Iterator[None]:
    yield
    set_language("en")


def test_a_label_follows_both_ways(qtbot: QtBot) -> None:
    label, texts = QLabel(), Texts()
    qtbot.addWidget(label)
    texts.add(label.setText, N_("Learning rate"))
    seen = []
    for language in ("zh_CN", "en", "zh_CN", "en"):
        set_language(language)
        texts.retranslate()
        seen.append((current_language(), label.text()))
    assert seen == [("zh_CN", "学习率"), ("en", "Learning rate")] * 2


def test_values_are_filled_into_the_translation(qapp: object) -> None:
    set_language("zh_CN")
    assert tr("Step {step}", step=3) == "第 3 步"


def test_qt_speaks_chinese_too(qapp: object) -> None:
    """Its buttons and file dialogs are the half of a dialog that we do not write."""
    set_language("zh_CN")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    assert QCoreApplication.translate("QPlatformTheme", "Save") == "保存"


def test_an_unknown_text_stays_as_it_is(qapp: object) -> None:
    """A person's own lane name goes through `tr` like a label does."""
    set_language("zh_CN")
    assert tr("no such text") == "no such text"


def own(window: QWidget, kind: type[QObject]) -> Iterator[QObject]:
    """What is ours in the window: a plot's context menu is pyqtgraph's, and never opens."""
    for thing in window.findChildren(kind):
        above = thing.parent()
        while above is not None and not isinstance(above, QGraphicsView):
            above = above.parent()
        if above is None:
            yield thing


def texts_of(window: QWidget) -> Iterator[tuple[str, str]]:
    """(where, text) of everything that the window says, in closed menus too."""
    for widget in [window, *own(window, QWidget)]:
        if not (widget.isVisible() or isinstance(widget, QMenu)):
            continue
        where = f"{type(widget).__name__} {widget.objectName()}"
        yield where, widget.windowTitle()
        yield f"{where} tool tip", widget.toolTip()
        yield f"{where} accessible name", widget.accessibleName()
        yield f"{where} accessible description", widget.accessibleDescription()
        if isinstance(widget, QLabel | QAbstractButton):
            yield where, widget.text()
        if isinstance(widget, QLineEdit):
            yield where, widget.placeholderText()
        if isinstance(widget, QMenu):
            yield where, widget.title()
        if isinstance(widget, QComboBox):
            yield from ((where, widget.itemText(i)) for i in range(widget.count()))
        if isinstance(widget, QGraphicsView) and widget.scene() is not None:
            for item in widget.scene().items():
                if hasattr(item, "toPlainText"):
                    yield where, item.toPlainText()
    for action in own(window, QAction):
        yield f"action {action.objectName()}", action.text()
        yield f"action {action.objectName()} tool tip", action.toolTip()


def said(window: MainWindow) -> list[tuple[str, str]]:
    window.refresh()
    QCoreApplication.processEvents()
    tags = re.compile(r"<[^>]*>")
    return [(where, html.unescape(tags.sub("", text))) for where, text in texts_of(window) if text]


#: What has no Chinese name, as whole words: programs, people, methods, keys, names of parameters.
NAMES = re.compile(
    r"\b(gdsim|OpenGL|Qt|Python|English|AMSGrad|AdaGrad|Adadelta|AdamW?|NAdam|QHAdam|RMSProp|Lion"
    r"|Hessian|Nesterov|Epsilon|Rosenbrock|Himmelblau|Beale|Booth|Matyas|Styblinski|Tang|McCormick"
    r"|Goldstein|Price|Rastrigin|Ackley|Easom|Ctrl|Shift|Alt|Space|Home|End|PgUp|PgDown|Left|Right"
    r"|Media|Play|Esc|F\d+|log|exp|sin|cos|max|min|seq|sync|lr|rad|[Ss]igmoid|CSV|JSON|PNG|SVG|GIF|LaTeX|UTF|nan|inf)\b"
    r"|λmax|λmin|θ_seq|θ_sync|θseq|θsync|\d[\d.]*e"
)


#: What a person may have done before the switch, by name: the scenario made of the first one.
SCENES: dict[str, Callable[[Scenario], Scenario]] = {
    "the first scene": lambda scenario: scenario,
    "diverging": lambda scenario: edits.with_rate(scenario, 0.25),
    "one parameter": lambda scenario: edits.with_problem(scenario, "parabola"),
    "no sequential form": lambda scenario: edits.with_optimizer(
        replace(scenario, lanes=scenario.lanes[:1]), "newton"
    ),
    "mini-batch": lambda scenario: edits.with_variant(scenario, "mini-batch"),
}


def in_english(window: MainWindow) -> set[tuple[str, str]]:
    """What has an English word in it, at the start and at the end."""
    found = set()
    for step in (0, window.session.steps):
        window.session.set_cursor(step)
        found |= {p for p in said(window) if re.search(r"[A-Za-z]{2}", NAMES.sub("", p[1]))}
    return found


def test_the_whole_window_follows(qtbot: QtBot) -> None:
    """In Chinese no word of English is left, and back in English all is as it was."""
    window = MainWindow(default_scenario())
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    left, changed = {}, {}
    for i, (scene, change) in enumerate(SCENES.items()):
        window.edit(change(default_scenario()), N_("Change learning rate"))
        window.session.set_cursor(1)
        before = said(window)
        window.appearance.set_language("zh_CN")
        left |= dict.fromkeys(in_english(window), scene)
        if i == 0:
            # The views that were hidden during the switch.
            for mode in (*MODES, MODES[0]):
                window.set_mode(mode)
                left |= dict.fromkeys(in_english(window), f"{scene}, {mode}")
        window.session.set_cursor(1)
        window.appearance.set_language("en")
        changed |= dict.fromkeys(set(before) ^ set(said(window)), scene)
    window.session.mark_saved()
    assert left == {}
    assert changed == {}


class Heard(QObject):
    """Counts how often each widget hears of another language."""

    def __init__(self) -> None:
        super().__init__()
        # The widgets themselves: one that comes would have the number of one that has gone.
        self.times: Counter[QWidget] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange and isinstance(watched, QWidget):
            self.times[watched] += 1
        return False


def test_each_widget_hears_once(qtbot: QtBot, window: MainWindow, qapp: QApplication) -> None:
    """In dialogs and menus, too, which are windows and in one."""
    window.actions_["shortcuts"].trigger()
    window.actions_["data-editor"].trigger()
    window.workspace.docks["table"].setFloating(True)
    window.workspace.docks["table"].show()
    heard = Heard()
    qapp.installEventFilter(heard)
    window.appearance.set_language("zh_CN")
    QCoreApplication.processEvents()
    qapp.removeEventFilter(heard)
    names = {type(widget).__name__ for widget in heard.times}
    assert names >= {"MainWindow", "ShortcutSheet", "DataEditor", "ViewDock", "QMenu", "ChoiceBox"}
    assert set(heard.times.values()) == {1}
    assert window.feature(Shortcuts).dialog.windowTitle() == "快捷键"


@pytest.mark.parametrize("language", LANGUAGES)
def test_mnemonics_are_unique_in_a_menu(qtbot: QtBot, language: str) -> None:
    """Of the menus as they stand, with what the features put into them."""
    window = MainWindow(default_scenario())
    qtbot.addWidget(window)
    window.appearance.set_language(language)
    clashes = []
    for menu in (window.menuBar(), *own(window, QMenu)):
        letters: dict[str, str] = {}
        for action in menu.actions():
            for letter in re.findall(r"&(\w)", action.text()):
                if letter.upper() in letters:
                    clashes.append((letters[letter.upper()], action.text()))
                letters[letter.upper()] = action.text()
    assert clashes == []


def test_each_language_is_named_in_itself() -> None:
    assert LANGUAGES == {"en": "English", "zh_CN": "简体中文"}
    assert set(read_ts("zh_CN")) >= {"Language"}
