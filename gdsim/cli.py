"""The command line: opens the window, or works with no display at all.

Exit code 0 is success; 2 is bad usage or a bad file, with one line on stderr that says what and
where; 130 is Ctrl+C.
"""

from __future__ import annotations

import argparse
import gc
import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import gdsim

if TYPE_CHECKING:
    from gdsim.lectures import Lecture
    from gdsim.scenario import Scenario

T = TypeVar("T")

USAGE, INTERRUPTED = 2, 130

_COMMANDS = """commands:
  gdsim [FILE]         open the window, on FILE or on the first scene
  gdsim trace FILE     run without a window and write the numbers
  gdsim catalog        list problems, optimizers, datasets, …
  gdsim check FILE…    say whether scenario and lecture files are in order
  gdsim render FILE    draw what the window would show
'gdsim COMMAND --help' tells more."""


class _Failure(Exception):  # noqa: N818 - a reason to end, not a bug
    """Carries the one line for stderr."""


class _Parser(argparse.ArgumentParser):
    def __init__(self, **options: Any) -> None:
        # Whole names only: `trace --step 3` would mean --steps, and `render --step` is another.
        super().__init__(allow_abbrev=False, **options)

    def error(self, message: str) -> NoReturn:
        raise _Failure(f"{message} (see '{self.prog} --help')")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with ``argv`` (by default the process's own) and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _use_utf8()
    try:
        code = _dispatch(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except SystemExit as end:  # argparse, after --help or --version
        return end.code if isinstance(end.code, int) else 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _drop_stdout()  # who reads has seen enough, as in `gdsim trace … | head`
        return 0
    except _Failure as failure:
        return _complain(str(failure))
    except OSError as error:
        _drop_stdout()
        return _complain(f"cannot write the output: {error.strerror or error}")
    return code


def _dispatch(arguments: list[str]) -> int:
    if arguments and arguments[0] in COMMANDS:
        define, run = COMMANDS[arguments[0]]
        parser = _Parser(prog=f"gdsim {arguments[0]}", description=run.__doc__)
        define(parser)
        return run(parser.parse_args(arguments[1:]))
    parser = _Parser(
        prog="gdsim",
        description="See gradient descent move.",
        epilog=_COMMANDS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", metavar="FILE", nargs="?", type=Path,
                        help="a .gdsim scenario or a .toml lecture")  # fmt: skip
    parser.add_argument("--reset", action="store_true", help="forget window, language and theme")
    parser.add_argument("--version", action="version", version=f"gdsim {gdsim.__version__}")
    return _open_window(parser.parse_args(arguments))


def _open_window(options: argparse.Namespace) -> int:
    # A start makes a hundred thousand things that stay. To look for garbage among them, over and
    # over, took a tenth of it; the window has it looked for once its first picture is there.
    gc.disable()
    try:
        return _run_window(options)
    finally:
        gc.enable()


def _run_window(options: argparse.Namespace) -> int:
    try:
        from gdsim.ui.app import run
    except ImportError as error:
        raise _Failure(f"the window cannot be opened: {error}") from error
    where = _shown(options.file) if options.file else ""
    if options.file is not None and _is_lecture(options.file):
        _load_lecture(options.file)  # what is wrong with it is told here
        return _or_fail(where, lambda: run(None, options.reset, options.file))
    return _or_fail(where, lambda: run(options.file, options.reset))


def _define_trace(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("-o", "--output", metavar="OUT", type=Path, help="instead of stdout")
    parser.add_argument("--format", choices=("csv", "json"), help="default: csv, or as OUT ends")
    parser.add_argument("--steps", metavar="N", type=int, help="instead of the file's max_steps")


def _trace(options: argparse.Namespace) -> int:
    """Run a scenario without a window and write every step of every lane."""
    from gdsim.export import trace_csv, trace_json

    if options.output is not None and options.output.resolve() == options.file.resolve():
        raise _Failure(f"{_shown(options.output)}: is the scenario itself; choose another file")
    scenario = _load(options.file)
    problem = scenario.make_problem(options.file.parent)
    if options.steps is not None:
        scenario = _with_steps(scenario, options.steps)
        _or_fail("--steps", lambda: scenario.check(problem))
    ends_in_json = options.output is not None and options.output.suffix.lower() == ".json"
    form = options.format or ("json" if ends_in_json else "csv")
    runs = scenario.run(problem)
    text = trace_json(runs) if form == "json" else trace_csv(runs)
    _write(text, options.output)
    return 0


def _with_steps(scenario: Scenario, steps: int) -> Scenario:
    from dataclasses import replace

    from gdsim.engine.stopping import STOP_PARAMS

    _or_fail("", lambda: STOP_PARAMS[0].check(steps, "--steps"))
    return replace(scenario, stop=replace(scenario.stop, max_steps=steps))


def _define_catalog(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("text", "json"), default="text")


def _catalog(options: argparse.Namespace) -> int:
    """List problems, models, optimizers, orders, variants, schedules, datasets and lectures."""
    from gdsim.lectures import builtin_titles
    from gdsim.scenario.catalog import catalog, catalog_text
    from gdsim.scenario.strict_json import dump_json

    titles = builtin_titles().items()
    sections = catalog([{"id": name, "title": title.en, "params": []} for name, title in titles])
    _write(dump_json(sections) if options.format == "json" else catalog_text(sections), None)
    return 0


def _define_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", metavar="FILE", type=Path, nargs="+")


def _check(options: argparse.Namespace) -> int:
    """Say of each scenario or lecture file whether it is in order, or what is wrong and where."""
    code = 0
    for path in options.files:
        try:
            _load_lecture(path) if _is_lecture(path) else _load(path)
        except _Failure as failure:
            code = _complain(str(failure))
        else:
            _write(f"{_shown(path)}: ok\n", None)
    return code


def _define_render(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("-o", "--output", metavar="OUT", type=_picture, required=True,
                        help="a .png, .svg or .gif")  # fmt: skip
    parser.add_argument(
        "--step",
        metavar="K",
        type=int,
        help="the step to show (of a lecture: the beat, from 1); default: the last",
    )
    parser.add_argument("--size", metavar="WxH", type=_size, default=(1280, 720))
    parser.add_argument("--lang", choices=("en", "zh_CN"), default="en")


def _render(options: argparse.Namespace) -> int:
    """Draw what the window would show, with no display needed."""
    if _is_lecture(options.file):
        return _render_lecture(options)
    scenario = _load(options.file).anchored(options.file.parent)
    if options.step is not None and options.step < 0:
        raise _Failure("--step: must be 0 or more")
    try:
        from gdsim.ui.render import render
    except ImportError as error:
        raise _Failure(f"nothing can be drawn: {error}") from error
    _or_fail(
        _shown(options.output),
        lambda: render(scenario, options.output, options.step, options.size, options.lang),
    )
    return 0


def _render_lecture(options: argparse.Namespace) -> int:
    from gdsim.lectures import LectureRunner

    lecture = _load_lecture(options.file)
    beats = len(LectureRunner(lecture))
    beat = beats if options.step is None else options.step
    if not 1 <= beat <= beats:
        raise _Failure(f"--step: a beat of this lecture, from 1 to {beats}")
    if options.output.suffix.lower() == ".gif":
        raise _Failure("--output: a lecture is drawn as a .png or .svg")
    try:
        from gdsim.ui.lecture.drawing import render_beat
    except ImportError as error:
        raise _Failure(f"nothing can be drawn: {error}") from error
    _or_fail(
        _shown(options.output),
        lambda: render_beat(lecture, beat, options.output, options.size, options.lang),
    )
    return 0


def _picture(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in (".png", ".svg", ".gif"):
        raise argparse.ArgumentTypeError("must end in .png, .svg or .gif")
    return path


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"([0-9]{2,4})x([0-9]{2,4})", text)
    if match is None or not all(64 <= int(side) <= 8192 for side in match.groups()):
        raise argparse.ArgumentTypeError("must be like 1280x720, each side from 64 to 8192")
    return int(match[1]), int(match[2])


Command = tuple[Callable[[argparse.ArgumentParser], None], Callable[[argparse.Namespace], int]]

COMMANDS: dict[str, Command] = {
    "trace": (_define_trace, _trace),
    "catalog": (_define_catalog, _catalog),
    "check": (_define_check, _check),
    "render": (_define_render, _render),
}


def _load(path: Path) -> Scenario:
    from gdsim.scenario import load_scenario

    return _or_fail(_shown(path), lambda: load_scenario(path))


def _is_lecture(path: Path) -> bool:
    return path.suffix.lower() == ".toml"


def _load_lecture(path: Path) -> Lecture:
    from gdsim.lectures import LectureError, load_lecture

    try:
        return load_lecture(path)
    except LectureError as error:
        error.file = _shown(path)
        raise _Failure(str(error)) from error


def _or_fail(where: str, work: Callable[[], T]) -> T:
    """What ``work`` returns; an error in plain words ends the program, saying ``where``."""
    from gdsim.engine.errors import GdsimError

    try:
        return work()
    except GdsimError as error:
        raise _Failure(f"{where}: {error}" if where else str(error)) from error


def _write(text: str, path: Path | None) -> None:
    if path is not None:
        from gdsim.scenario import write_atomic

        _or_fail(_shown(path), lambda: write_atomic(path, text.encode()))
    elif sys.stdout is not None:  # a windowed build has none
        sys.stdout.write(text)


def _complain(line: str) -> int:
    if sys.stderr is not None:
        print("gdsim:", "".join(c if c.isprintable() else "�" for c in line), file=sys.stderr)
    return USAGE


def _shown(path: Path) -> str:
    return str(path).encode(errors="replace").decode()


def _use_utf8() -> None:
    """The same bytes on stdout on every system."""
    if reconfigure := getattr(sys.stdout, "reconfigure", None):
        reconfigure(encoding="utf-8", newline="\n")


def _drop_stdout() -> None:
    """Keep the interpreter from a second complaint when it flushes stdout at its end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return
