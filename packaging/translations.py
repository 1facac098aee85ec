"""Keeps ``resources/translations/gdsim_*.ts`` in step with the texts of the program.

    python packaging/translations.py            bring the files up to date, say what is missing
    python packaging/translations.py --check    change nothing; exit code 1 if anything is to do

Qt's own lupdate does not know ``N_`` and follows no live texts, so this collects what the program
marks: the literals in ``tr("…")``, ``N_("…")`` and ``texts.add(setter, "…")``. The files stay
ordinary Qt Linguist files. A location is a file without a line, so that an edit of the code shows
up only where it changes a text.
"""

from __future__ import annotations

import argparse
import ast
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "gdsim"
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("zh_CN",)
CONTEXT = "gdsim"

#: Expressions that may stand for a text that was marked elsewhere.
VARIABLES = (ast.Name, ast.Attribute, ast.Subscript, ast.Call, ast.Starred)


@dataclass
class Texts:
    """The marked texts with the files they stand in, and what cannot be collected."""

    places: dict[str, set[str]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def collect(package: Path = PACKAGE, root: Path = ROOT) -> Texts:
    """All marked texts of the Python files in ``package``."""
    texts = Texts()
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(root).as_posix()
        for call in calls(ast.parse(path.read_text("utf-8"), name)):
            marked = argument(call)
            if marked is None:
                continue
            for node in branches(marked):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    texts.places.setdefault(node.value, set()).add(name)
                elif called(call) == "N_" or not isinstance(node, VARIABLES):
                    texts.problems.append(
                        f"{name}:{node.lineno}: not a plain text: {ast.unparse(call)}"
                    )
    return texts


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """All calls in ``tree``."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def called(call: ast.Call) -> str:
    """Last part of the name that is called; empty for what has no name."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def argument(call: ast.Call) -> ast.expr | None:
    """What a call marks as a text, or ``None`` if it marks nothing."""
    if called(call) in ("tr", "N_"):
        return call.args[0] if call.args else call
    if called(call) == "add" and isinstance(call.func, ast.Attribute) and len(call.args) == 2:
        owner = ast.unparse(call.func.value).lower()
        return call.args[1] if owner.endswith("texts") else None
    return None


def branches(node: ast.expr) -> Iterator[ast.expr]:
    """The texts that an expression chooses from: ``"a" if so else "b"`` has two."""
    if isinstance(node, ast.IfExp):
        yield from branches(node.body)
        yield from branches(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from branches(value)
    else:
        yield node


def read(path: Path) -> dict[str, str]:
    """Source → translation of a ``.ts`` file; empty where there is none yet."""
    if not path.exists():
        return {}
    return {
        message.findtext("source", ""): message.findtext("translation", "")
        for message in ET.parse(path).getroot().iter("message")
        if message.find("translation[@type='vanished']") is None
    }


def render(places: Mapping[str, set[str]], known: Mapping[str, str], language: str) -> str:
    """The ``.ts`` file with every text of ``places``, as Qt Linguist would write it."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for source in sorted(places):
        translation = known.get(source, "")
        unfinished = "" if translation else ' type="unfinished"'
        lines += [
            "    <message>",
            *(f'        <location filename="../../{file}"/>' for file in sorted(places[source])),
            f"        <source>{escaped(source)}</source>",
            f"        <translation{unfinished}>{escaped(translation)}</translation>",
            "    </message>",
        ]
    return "\n".join([*lines, "</context>", "</TS>", ""])


def escaped(text: str) -> str:
    """``text`` with the entities that Qt Linguist writes."""
    for character, entity in (
        ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&apos;"),
    ):  # fmt: skip
        text = text.replace(character, entity)
    return text


def missing(places: Mapping[str, set[str]], known: Mapping[str, str]) -> list[str]:
    """Texts without a translation."""
    return sorted(source for source in places if not known.get(source))


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="change nothing, fail if not in step")
    check = parser.parse_args(argv).check
    texts = collect()
    complaints = list(texts.problems)
    for language in LANGUAGES:
        path = FOLDER / f"gdsim_{language}.ts"
        known = read(path)
        wanted = render(texts.places, known, language)
        if not path.exists() or path.read_text("utf-8") != wanted:
            if check:
                complaints.append(f"{path.relative_to(ROOT)}: out of date (make translations)")
            else:
                path.write_text(wanted, "utf-8", newline="\n")
        complaints += [
            f"{language}: no translation of {source!r} ({', '.join(sorted(texts.places[source]))})"
            for source in missing(texts.places, known)
        ]
    print("\n".join(complaints) or f"{len(texts.places)} texts, all translated")
    return 1 if complaints and (check or texts.problems) else 0


if __name__ == "__main__":
    sys.exit(main())
