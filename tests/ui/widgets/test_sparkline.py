"""The small curve of the rates to come."""

import warnings

import numpy as np
from pytestqt.qtbot import QtBot

from gdsim.engine.schedules import Exponential
from gdsim.ui.numbers import number
from gdsim.ui.widgets.sparkline import Sparkline


def test_rates_that_grow_without_end(qtbot: QtBot) -> None:
    rates = Exponential(0.1, 1.02).rates(100_000)
    assert np.isinf(rates[-1])
    finite = int(np.isfinite(rates).sum())
    curve = Sparkline()
    qtbot.addWidget(curve)
    curve.resize(200, curve.height())
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        curve.set_rates(rates, 0)
        curve.set_step(len(rates) - 1)
        curve.grab()
    # The highest that is a number is at the top, and all after it.
    top = curve.place(finite - 1).y()
    assert curve.place(0).y() > top
    assert curve.place(len(rates) - 1).y() == top
    assert number(np.inf) in curve.accessibleName()
