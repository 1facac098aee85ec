"""The Chinese texts: none missing, none broken, one word for one thing, and typeset as Chinese."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from types import ModuleType
from typing import Any

import pytest

from gdsim.engine import diagnosis
from gdsim.engine.datasets import DATASETS
from gdsim.engine.optimizers import OPTIMIZERS
from gdsim.engine.params import ParamSpec
from gdsim.engine.problems import PROBLEMS
from gdsim.engine.schedules import RATE, SCHEDULES
from gdsim.engine.stopping import STOP_PARAMS
from gdsim.scenario import specs
from gdsim.ui.i18n import read_ts

ROOT = Path(__file__).parents[2]


def load_tool() -> ModuleType:
    """``packaging/translations.py``; its folder is no package, and a library bears that name."""
    spec = importlib.util.spec_from_file_location(
        "translations_tool", ROOT / "packaging/translations.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


tool = load_tool()
CHINESE = read_ts("zh_CN")
PAIRS = sorted((source, text) for source, text in CHINESE.items() if text)

HAN = "[\u4e00-\u9fff]"
FULL_WIDTH = "，。：；？！（）“”、…"


# ---- nothing missing, nothing broken -------------------------------------------------------


def test_file_is_in_step(capsys: pytest.CaptureFixture[str]) -> None:
    """Fails until ``make translations`` was run and every text translated."""
    assert tool.main(["--check"]) == 0, capsys.readouterr().out


def test_every_text_has_a_translation() -> None:
    """Of what the program marks, not only of what the file holds."""
    places = tool.collect().places
    assert len(places) > 300
    assert tool.missing(places, CHINESE) == []


def placeholders(text: str) -> Counter[str]:
    """The ``{name}`` fields of a text; raises ValueError where braces do not fit."""
    return Counter(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def test_placeholders_are_the_same() -> None:
    assert [s for s, t in PAIRS if placeholders(s) != placeholders(t)] == []


def test_placeholders_have_names() -> None:
    """`tr` fills them by name: ``{}`` or ``{0}`` would raise on the screen."""
    assert [s for s in CHINESE for name in placeholders(s) if not name.isidentifier()] == []


def test_lines_and_tags_are_the_same() -> None:
    def shape(text: str) -> tuple[int, list[str]]:
        return text.count("\n"), re.findall(r"</?\w+>", text)

    assert [s for s, t in PAIRS if shape(s) != shape(t)] == []


# ---- what the engine says ------------------------------------------------------------------


def of_spec(spec: ParamSpec) -> Iterator[str]:
    yield from (spec.label, spec.help, *(label for _, label in spec.choices))


def of_kind(kind: Any) -> Iterator[str]:
    """Texts of an entry of a registry, whichever of these it has."""
    yield from (getattr(kind, name, "") for name in ("title", "help", "teaches"))
    yield from (label for _, label in getattr(kind, "losses", ()))
    for spec in kind.params:
        yield from of_spec(spec)


def engine_texts() -> Iterator[tuple[str, str]]:
    for registry in (PROBLEMS, OPTIMIZERS, DATASETS, SCHEDULES):
        for kind in registry:
            yield from ((kind.id, text) for text in of_kind(kind))
    for name, title, params in specs.VARIANTS:
        yield from ((name, text) for text in (title, *(t for p in params for t in of_spec(p))))
    yield from specs.ORDERS
    for spec in (*STOP_PARAMS, RATE, specs.START, specs.DATUM, specs.COORDINATE):
        yield from ((spec.name, text) for text in of_spec(spec))
    for table in (diagnosis.WORDS, diagnosis.SENTENCES, diagnosis.ENDINGS, diagnosis.BEHAVIOURS):
        yield from ((str(key), text) for key, text in table.items())


def test_the_engines_texts_are_translated() -> None:
    """Found by going through the registries: a title without ``N_`` is not in the file."""
    texts = [(where, text) for where, text in engine_texts() if text]
    assert len(texts) > 150
    assert [pair for pair in texts if not CHINESE.get(pair[1])] == []


def test_every_problem_and_optimizer_explains_itself() -> None:
    assert [kind.id for kind in PROBLEMS if not kind.teaches] == []
    assert [kind.id for kind in OPTIMIZERS if not kind.help] == []


# ---- one word for one thing ----------------------------------------------------------------

# English (a regular expression, matched as words and in any case) and the Chinese that has to be
# there as often as the English is. The longer term comes first: it takes its words away.
TERMS = (
    (r"gradient descent", "梯度下降"),
    (r"vanishing gradients?", "梯度消失"),
    (r"exploding gradients?", "梯度爆炸"),
    (r"gradients?", "梯度"),
    (r"learning[ -]rates?", "学习率"),
    (r"(?:synchronous|simultaneous) updates?", "同步更新"),
    (r"sequential updates?|updates sequentially", "顺序更新"),
    (r"synchronous|sync", "同步"),
    (r"sequential|sequentially", "顺序"),
    (r"parameters?", "参数"),
    (r"loss functions?", "损失函数"),
    (r"loss", "损失"),
    (r"mini-batch", "小批量"),
    (r"batch size", "批大小"),
    (r"batch", "批量"),
    (r"stochastic", "随机"),
    (r"epochs?", "轮次"),
    (r"iterations?", "迭代"),
    (r"contours?", "等高线"),
    (r"surfaces?", "曲面"),
    (r"tangents?", "切线"),
    (r"slopes?", "斜率"),
    (r"partial derivatives?", "偏导数"),
    (r"local minim(?:um|a)", "局部极小值"),
    (r"global minim(?:um|a)", "全局最小值"),
    (r"saddle points?", "鞍点"),
    (r"plateaus?", "平台"),
    (r"momentum", "动量"),
    (r"converge[sd]?|converging|convergence", "收敛"),
    (r"diverge[sd]?|diverging|divergence", "发散"),
    (r"oscillate[sd]?|oscillating|oscillation", "震荡"),
    (r"convex", "凸"),
    (r"mean squared error", "均方误差"),
    (r"cross-entropy", "交叉熵"),
    (r"automatic differentiation", "自动微分"),
    (r"basins? of attraction", "吸引域"),
    (r"step sizes?", "步长"),
    (r"start points?", "起点"),
    # Not in the list of terms, but as easily told in two ways.
    (r"optimi[sz]ers?", "优化器"),
    (r"lanes?", "路线"),
    (r"scenarios?", "场景"),
    (r"gap", "差距"),
    (r"Hessian", "Hessian 矩阵"),
    (r"curvatures?", "曲率"),
    (r"weight decay", "权重衰减"),
    (r"seed", "种子"),
)

# Texts in which the English word is the name of a field, as a person has to write it.
FIELDS = {
    "the first scene has nothing to change; write scenario or builtin": "scenario",
}


def wrong_terms(source: str, translation: str) -> list[str]:
    """Terms of ``source`` that ``translation`` renders by another word."""
    wrong = []
    source = source.replace(FIELDS.get(source, "\0"), "")
    for english, chinese in TERMS:
        # A placeholder is filled in, so its name is not a word of the text.
        source, count = re.subn(rf"(?i)(?<![\w{{])(?:{english})(?![\w}}])", " ", source)
        found = min(count, translation.count(chinese))
        translation = translation.replace(chinese, " ", found)
        if found < count:
            wrong.append(f"{english} → {chinese}")
    return wrong


def test_terms() -> None:
    wrong = {s: (t, found) for s, t in PAIRS if (found := wrong_terms(s, t))}
    assert wrong == {}


@pytest.mark.parametrize(
    ("source", "translation", "count"),
    [
        ("Learning rate of the first step", "第一步的学习率", 0),
        ("Learning rate of the first step", "第一步的学习速率", 1),
        ("Mini-batch gradients", "小批量的梯度", 0),
        ("Mini-batch gradients", "批量的倾斜度", 2),
        ("gradient {gradient}", "梯度 {gradient}", 0),
    ],
)
def test_terms_are_told_apart(source: str, translation: str, count: int) -> None:
    assert len(wrong_terms(source, translation)) == count


# ---- typeset as Chinese --------------------------------------------------------------------

#: What must not be found in a Chinese text, and why.
FAULTS = (
    (rf"{HAN}[,;:!?]|[,;:!?] *{HAN}", "half-width punctuation beside Chinese"),
    (rf"{HAN}\.(?!\w)", "half-width full stop"),
    (rf"{HAN}\((?!&\w\))|\){HAN}", "half-width bracket beside Chinese"),
    (rf"\s[{FULL_WIDTH}]|[{FULL_WIDTH}] ", "space beside full-width punctuation"),
    (rf"{HAN} {HAN}", "space within Chinese"),
    (rf"{HAN}[A-Za-z0-9]|[A-Za-z0-9]{HAN}", "no space between Chinese and Latin letters or digits"),
    (r"\.\.\.|。。|……", "an ellipsis is one … here"),
    (r'["\']', "straight quotation mark"),
    (r"^\s|\s$|  ", "stray space"),
    (r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]", "full-width digit or letter"),
)


def faults(text: str) -> list[str]:
    # A placeholder counts as what it is filled with, and that may be either script.
    bare = re.sub(r"\{\w+\}", "\x00", text)
    return [why for pattern, why in FAULTS if re.search(pattern, bare)]


def test_typography() -> None:
    assert {t: found for _, t in PAIRS if (found := faults(t))} == {}


@pytest.mark.parametrize(
    "text",
    ["步数:3", "（ 3）", "学习 率", "学习率α = 3步", "第3步", "等等...", "停止.", "文件(F)是"],
)
def test_faulty_typography_is_seen(text: str) -> None:
    assert faults(text)


def test_sentences_end_alike() -> None:
    """A full stop or an ellipsis in the one is one in the other."""
    ends = {".": "。", "…": "…", "?": "？", ":": "："}
    wrong = []
    for source, translation in PAIRS:
        last = translation[-1]
        wanted = ends.get(source[-1])
        if wanted != last if wanted else last in ends.values():
            wrong.append((source, translation))
    assert wrong == []


def test_no_text_is_left_in_english() -> None:
    """What stays as it is are names, and only those."""
    names = re.compile(r"AMSGrad|AdaGrad|Adadelta|AdamW?|NAdam|QHAdam|RMSProp|Lion|Epsilon|\W*")
    same = [t for _, t in PAIRS if not re.search(HAN, t) and not names.fullmatch(t)]
    assert [t for t in same if re.search(r"[A-Za-z]{2}", re.sub(r"\{\w+\}", "", t))] == []


# ---- mnemonics -----------------------------------------------------------------------------


def mnemonics(text: str) -> list[str]:
    return re.findall(r"&(\w)", text)


def test_mnemonics_are_kept() -> None:
    """``&File`` is ``文件(&F)``: the same letter, since a Chinese one cannot be pressed."""
    wrong = []
    for source, translation in PAIRS:
        letters = [letter.upper() for letter in mnemonics(source)]
        if letters != re.findall(r"\(&([A-Z0-9])\)", translation) or len(letters) != len(
            mnemonics(translation)
        ):
            wrong.append((source, translation))
    assert wrong == []


# ---- the tool ------------------------------------------------------------------------------


def collected(tmp_path: Path, code: str) -> Any:
    (tmp_path / "package").mkdir()
    (tmp_path / "package/module.py").write_text(code, "utf-8")
    return tool.collect(tmp_path / "package", tmp_path)


def test_tool_collects_what_is_marked(tmp_path: Path) -> None:
    texts = collected(
        tmp_path,
        'tr("one")\n'
        'i18n.tr("two " "halves", n=1)\n'
        'LABEL = N_("three")\n'
        'self._texts.add(label.setText, "four")\n'
        'tr("five" if so else "six")\n'
        'tr(label or "seven")\n'
        'known.add("not marked")\n'
        '"not marked either"\n'
        "tr(LABEL)\n",
    )
    assert sorted(texts.places) == ["five", "four", "one", "seven", "six", "three", "two halves"]
    assert texts.places["one"] == {"package/module.py"}
    assert texts.problems == []


@pytest.mark.parametrize("code", ['tr(f"step {n}")', 'tr("a" + "b")', "N_(label)", 'tr("%d" % 3)'])
def test_tool_refuses_what_it_cannot_collect(tmp_path: Path, code: str) -> None:
    assert len(collected(tmp_path, code).problems) == 1


def test_tool_keeps_adds_and_drops(tmp_path: Path) -> None:
    path = tmp_path / "x.ts"
    nasty = "<b>&\"quoted\"</b>\n'ends'"
    old = {"kept": "留", nasty: nasty, "gone": "去"}
    path.write_text(tool.render({key: {"a.py"} for key in old}, old, "zh_CN"), "utf-8")
    known = tool.read(path)
    assert known == old
    text = tool.render({"kept": {"b.py"}, nasty: {"a.py"}, "new": {"a.py"}}, known, "zh_CN")
    path.write_text(text, "utf-8")
    assert tool.read(path) == {"kept": "留", nasty: nasty, "new": ""}
    assert text.count('type="unfinished"') == 1
    assert tool.missing({"kept": set(), "new": set()}, tool.read(path)) == ["new"]


def test_qt_reads_the_same(tmp_path: Path) -> None:
    """Qt's own lrelease finds every message finished, where it is installed."""
    import PySide6

    found = [path for path in Path(PySide6.__file__).parent.rglob("lrelease*") if path.is_file()]
    if not found:
        pytest.skip("no lrelease here")
    said = subprocess.run(
        [found[0], ROOT / "resources/translations/gdsim_zh_CN.ts", "-qm", tmp_path / "x.qm"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert f"({len(PAIRS)} finished and 0 unfinished)" in said
