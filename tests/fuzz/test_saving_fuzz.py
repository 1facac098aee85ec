"""Whatever is set, saved, moved about and undone: what is saved is what is loaded.

Without a window: the edits are those that its panels make, the files those that a person has.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from gdsim.engine.datasets import BY_ID as DATASETS
from gdsim.engine.errors import GdsimError
from gdsim.engine.optimizers import OPTIMIZERS
from gdsim.engine.problems import PROBLEMS
from gdsim.engine.schedules import RATE
from gdsim.engine.stopping import STOP_PARAMS
from gdsim.scenario import GivenData, Scenario, load_scenario, save_scenario
from gdsim.scenario.specs import DATUM, MAX_LANES, START, VARIANTS
from gdsim.session.session import HISTORY, Session
from gdsim.ui.data_edits import Points
from gdsim.ui.drops import with_table
from gdsim.ui.lane_looks import STYLES
from gdsim.ui.panels import lane_edits
from gdsim.ui.panels import parameters_edits as edits
from tests.fuzz.monkey.lanes import NAMES
from tests.fuzz.monkey.settings import FORMULAS
from tests.scenario.samples import random_rate, random_scenario, random_value

SEEDS = st.integers(0, 2**32 - 1).map(random.Random)
FOLDERS = ("here", "there/deeper", "数据 1", "link")
TABLES = ("points.csv", "点.csv", "a b.tsv", "% #.txt", "é.csv")


def _coordinates(rng: random.Random, scenario: Scenario) -> tuple[int, ...]:
    count = len(scenario.problem.names)
    return tuple(rng.sample(range(count), count))


def _aim(rng: random.Random, scenario: Scenario) -> edits.Aim:
    """All lanes or one, from the start or from a step on."""
    lane = rng.choice((None, rng.randrange(len(scenario.lanes))))
    return edits.Aim(lane, rng.choice((0, 0, 1, rng.randint(0, scenario.stop.max_steps))))


def _problem(rng: random.Random, scenario: Scenario) -> Scenario:
    return edits.with_problem(scenario, rng.choice(PROBLEMS).id)


def _formula(rng: random.Random, scenario: Scenario) -> Scenario:
    scenario = edits.with_problem(scenario, "formula")
    scenario = edits.with_formula(scenario, rng.choice(FORMULAS))
    side = rng.randrange(len(scenario.problem.box))
    return edits.with_box(scenario, side, rng.uniform(-9, 0), rng.choice((rng.uniform(0, 9), 1e9)))


def _problem_value(rng: random.Random, scenario: Scenario) -> Scenario:
    kind = scenario.problem.kind
    if kind.params:
        spec = rng.choice(kind.params)
        scenario = edits.with_problem_value(scenario, spec.name, random_value(rng, spec))
    if kind.losses:
        scenario = edits.with_loss(scenario, rng.choice(kind.losses)[0])
    return scenario


def _data(rng: random.Random, scenario: Scenario) -> Scenario:
    default = scenario.problem.kind.dataset
    if not default:
        return scenario
    task = DATASETS[default].task
    made = rng.choice([kind for kind in DATASETS.values() if kind.task == task])
    scenario = edits.with_dataset(scenario, made.id)
    if made.params and rng.random() < 0.7:
        spec = rng.choice(made.params)
        value = rng.randint(2, 50) if spec.name == "n" else random_value(rng, spec)
        scenario = edits.with_dataset_value(scenario, spec.name, value)
    return scenario


def _points(rng: random.Random, scenario: Scenario) -> Scenario:
    """As they come from a table or from the picture of the data."""
    if not scenario.problem.kind.dataset:
        return scenario
    numbers = (0.1 + 0.2, -0.0, 5e-324, 1e12, -1 / 3, 1e15 / 1000, 2.0**0.5, 123456789.123456789)
    binary = DATASETS[scenario.problem.kind.dataset].task == "classification"
    xs = [rng.choice((*numbers, rng.gauss(0, 3))) for _ in range(rng.randint(1, 6))]
    ys = [rng.choice((0.0, -0.0, 1.0)) if binary else rng.choice(numbers) for _ in xs]
    points: Points = (tuple(xs), tuple(float(DATUM.check(y, "y")) for y in ys))
    return replace(scenario, problem=replace(scenario.problem, data=GivenData(*points)))


def _rate(rng: random.Random, scenario: Scenario) -> Scenario:
    return edits.with_rate(scenario, float(random_value(rng, RATE)), _aim(rng, scenario))


def _schedule(rng: random.Random, scenario: Scenario) -> Scenario:
    return edits.with_schedule(scenario, random_rate(rng), _aim(rng, scenario))


def _optimizer(rng: random.Random, scenario: Scenario) -> Scenario:
    aim, kind = _aim(rng, scenario), rng.choice(OPTIMIZERS)
    scenario = edits.with_optimizer(scenario, kind.id, aim)
    if kind.params:
        spec = rng.choice(kind.params)
        scenario = edits.with_optimizer_value(scenario, spec.name, random_value(rng, spec), aim)
    return scenario


def _order(rng: random.Random, scenario: Scenario) -> Scenario:
    visits = rng.choice(((), _coordinates(rng, scenario)))
    aim = edits.Aim(rng.randrange(len(scenario.lanes)))
    if rng.random() < 0.3:
        return edits.with_order(scenario, _coordinates(rng, scenario))
    return edits.with_lane_order(scenario, visits, aim)


def _variant(rng: random.Random, scenario: Scenario) -> Scenario:
    name, _, specs = rng.choice(VARIANTS)
    aim = _aim(rng, scenario)
    scenario = edits.with_variant(scenario, name, aim)
    for spec in specs:
        value = rng.randint(1, 9) if spec.name == "batch_size" else random_value(rng, spec)
        scenario = edits.with_variant_value(scenario, spec.name, value, aim)
    return scenario


def _stop(rng: random.Random, scenario: Scenario) -> Scenario:
    spec = rng.choice(STOP_PARAMS)
    value = rng.randint(1, 300) if spec.name == "max_steps" else random_value(rng, spec)
    keep = spec.name == "max_steps" or rng.random() < 0.7
    return edits.with_stop(scenario, spec.name, value if keep else None)  # type: ignore[arg-type]


def _start(rng: random.Random, scenario: Scenario) -> Scenario:
    coordinate = rng.randrange(len(scenario.start))
    return edits.with_start(scenario, coordinate, float(random_value(rng, START)))


def _lane(rng: random.Random, scenario: Scenario) -> Scenario:
    at = rng.randrange(len(scenario.lanes))
    change: Callable[[], Scenario] = rng.choice((
        lambda: lane_edits.added(scenario, at), lambda: lane_edits.duplicated(scenario, at),
        lambda: lane_edits.removed(scenario, at),
        lambda: lane_edits.moved(scenario, at, rng.randint(-2, 2)),
        lambda: lane_edits.renamed(scenario, at, rng.choice((*NAMES, "\ud800", "\u2028x"))),
        lambda: lane_edits.with_hidden(scenario, at, rng.random() < 0.7),
        lambda: lane_edits.with_style(scenario, at, rng.choice((None, *STYLES))),
    ))  # fmt: skip
    return change()


#: What the panels, the lists and the pictures make of a scenario.
EDITS = (_problem, _formula, _problem_value, _data, _points, _rate, _schedule, _optimizer, _order,
         _variant, _stop, _start, _lane)  # fmt: skip


class Saving(RuleBasedStateMachine):
    """A session, folders, and tables in them."""

    def __init__(self) -> None:
        super().__init__()
        self._temporary = tempfile.TemporaryDirectory()
        top = Path(self._temporary.name)
        (top / "behind" / "it").mkdir(parents=True)
        self.folders = [top / name for name in FOLDERS]
        for folder in self.folders[:-1]:
            folder.mkdir(parents=True)
        self.folders[-1].symlink_to(top / "behind" / "it", target_is_directory=True)
        #: The first scenario since the last opening, and where the last one was saved.
        self.first: Scenario
        self.saved: Path | None = None
        self.turn = 0

    def teardown(self) -> None:
        self._temporary.cleanup()

    @initialize(rng=SEEDS)
    def begin(self, rng: random.Random) -> None:
        self.session = Session(random_scenario(rng, rows=30))
        self.first = self.session.scenario

    @rule(rng=SEEDS, edit=st.sampled_from(EDITS))
    def edit(self, rng: random.Random, edit: Callable[[random.Random, Scenario], Scenario]) -> None:
        """As the panel does it: what cannot be run is refused before."""
        try:
            scenario = edit(rng, self.session.scenario)
            self.session.check(scenario)
        except GdsimError:
            return
        assert len(scenario.lanes) <= MAX_LANES
        self.session.edit(scenario, edit.__name__)

    @rule(rng=SEEDS)
    def drop_a_table(self, rng: random.Random) -> None:
        """A table written by some program, in some folder, becomes the data."""
        path = rng.choice(self.folders) / rng.choice(TABLES)
        sign, decimal = rng.choice(((",", "."), (";", ","), (";", "."), ("\t", ",")))
        names = rng.choice((["x", "y"], ["面积\n(m²)", " price "], ["", "\x01"], []))
        rows = [[f'"{name}"' for name in names]] if names else []
        rows += [[str(n).replace(".", decimal) for n in (rng.gauss(0, 3), rng.choice((0, 1)))]
                 for _ in range(rng.randint(1, 5))]  # fmt: skip
        text = rng.choice(("\n", "\r\n")).join(map(sign.join, rows))
        path.write_bytes(text.encode(rng.choice(("utf-8", "utf-8-sig", "utf-16", "gb18030")),
                                     errors="replace"))  # fmt: skip
        try:
            scenario = with_table(self.session.scenario, path)
            self.session.read_again(scenario.problem.data)
        except GdsimError:
            return
        self.session.edit(scenario, "drop")

    @rule(rng=SEEDS)
    def lose_a_table(self, rng: random.Random) -> None:
        (rng.choice(self.folders) / rng.choice(TABLES)).unlink(missing_ok=True)

    @rule()
    def show(self) -> None:
        """A frame of the window: what cannot be run is taken back, the rest is what is shown."""
        session, refused = self.session, list[GdsimError]()
        session.refused.connect(refused.append)
        session.resolve()
        session.refused.disconnect(refused.append)
        if refused:
            self.first = session._history[0].scenario
        session.finish()
        for run, again in zip(session.runs, session.scenario.run(session.problem), strict=True):
            assert run.theta.tobytes() == again.theta.tobytes()
        assert 0 <= session.cursor <= session.steps

    @rule()
    def undo(self) -> None:
        self.session.undo()

    @rule()
    def redo(self) -> None:
        self.session.redo()

    @rule(folder=st.integers(0, len(FOLDERS) - 1))
    def save(self, folder: int) -> None:
        self.saved = self.folders[folder] / "mine.gdsim"
        save_scenario(self.session.scenario, self.saved)
        self.session.mark_saved()
        assert not self.session.modified

    @precondition(lambda self: self.saved is not None)
    @rule()
    def open(self) -> None:
        assert self.saved is not None
        try:
            scenario = load_scenario(self.saved)
        except GdsimError:
            return  # its table has been written anew, with other columns
        self.session.open(scenario, self.saved.parent)
        self.first = self.session.scenario

    @invariant()
    def what_is_saved_is_what_is_loaded(self) -> None:
        scenario = self.session.scenario
        if self._readable(scenario):
            self.turn = (self.turn + 1) % len(self.folders)
            path = self.folders[self.turn] / "check.gdsim"
            save_scenario(scenario, path)
            again = Session(load_scenario(path), path.parent).scenario
            assert self._plain(again) == self._plain(scenario)

    @invariant()
    def undoing_everything_leads_back(self) -> None:
        session, last, steps = self.session, self.session.scenario, 0
        while session.undo_label is not None:
            session.undo()
            steps += 1
        assert steps >= HISTORY - 1 or session.scenario == self.first
        for _ in range(steps):
            session.redo()
        assert session.scenario == last

    def _readable(self, scenario: Scenario) -> bool:
        """Whether its table, which may have been written anew, still has what it needs."""
        try:
            scenario.check(scenario.make_problem())
        except GdsimError:
            return False
        return True

    def _plain(self, scenario: Scenario) -> Scenario:
        """A file behind a link has two names, and is one file."""
        data = scenario.problem.data
        if not hasattr(data, "csv"):
            return scenario
        data = replace(data, csv=str(Path(data.csv).resolve()))  # type: ignore[arg-type]
        return replace(scenario, problem=replace(scenario.problem, data=data))


def test_what_is_saved_is_what_is_loaded(fuzz_scale: int) -> None:
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        Saving, settings=settings(max_examples=10 * fuzz_scale, stateful_step_count=30)
    )
