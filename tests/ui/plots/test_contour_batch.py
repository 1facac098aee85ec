"""The batch's own contours: drawn for the batch of the step shown, once for lanes that share it."""

import numpy as np
import pytest

from gdsim.engine import Lane, LinearRegression, Stop, simulate
from gdsim.engine.schedules import Constant
from gdsim.engine.variants import Variant
from gdsim.ui import theme as th
from gdsim.ui.plots.contour_batch import batch_curves, distinct_batches
from gdsim.ui.scene import Scene

REGRESSION = LinearRegression([1, 2, 3, 4], [3, 5, 6, 9])
MINI = Variant("mini-batch", 2, False, 0)


def scene(*variants, shown=("batch-contours",)) -> Scene:
    lanes = tuple(Lane(learning_rate=Constant(0.05), variant=v) for v in variants)
    runs = simulate(REGRESSION, (0.0, 0.0), lanes, stop=Stop(20))
    labels = tuple(map(str, range(len(lanes))))
    return Scene(REGRESSION, runs, th.lane_styles(lanes), labels, REGRESSION.box, frozenset(shown))


def test_curves_are_those_of_the_batch():
    rows = np.array([1, 3])
    low, high = np.array([-1.0, -2.0]), np.array([4.0, 3.0])
    curves = batch_curves(REGRESSION, rows, low, high, np.array([2.0]))
    part = REGRESSION.subset(rows)
    points = curves[np.isfinite(curves).all(axis=1)]
    assert len(points) > 20
    assert part.value(points) == pytest.approx(2.0, abs=0.15)
    assert len(batch_curves(REGRESSION, rows, low, high, np.array([-1.0]))) == 0


def test_lanes_that_share_a_batch_share_its_curves():
    shown = scene(MINI, MINI, Variant("sgd"), None)
    batches = distinct_batches(shown, (0, 1, 2, 3), 5)
    assert list(batches) == [shown.styles[0], shown.styles[2]]
    assert batches[shown.styles[0]].tolist() == shown.runs[0].rows(4).tolist()


def test_batch_is_seen_and_changes_with_the_step(contour):
    contour.set_scene(scene(MINI))
    contour.set_step(1)
    assert contour.batch.shown == [0]
    first = contour.batch._curves[0][1]
    assert contour.batch.isVisible()
    with_batch = contour.grab().toImage()
    contour.set_step(2)
    assert contour.batch._curves[0][1].tobytes() != first.tobytes()
    assert contour.grab().toImage() != with_batch
    contour.set_step(1)
    contour.set_scene(scene(MINI, shown=()))
    assert contour.batch.shown == []
    assert contour.grab().toImage() != with_batch


def test_full_batch_has_no_curves_of_its_own(contour):
    contour.set_scene(scene(None))
    assert contour.batch.shown == []


def test_curves_follow_a_zoom(contour):
    contour.set_scene(scene(MINI))
    contour.show_range(((1.0, 2.0), (0.5, 1.5)))
    x = contour.batch._curves[0][1][:, 0]
    assert 1.0 <= np.nanmin(x) < np.nanmax(x) <= 2.0
    # What is painted is clipped to the range that is seen now, not to an earlier one.
    contour.grab()
    seen = contour.batch.viewRect()
    assert (seen.left(), seen.right()) == pytest.approx((1.0, 2.0), abs=0.01)
