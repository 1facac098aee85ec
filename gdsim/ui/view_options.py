"""What the views show besides the runs, each thing switched on and off in the View menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from gdsim.engine.text import N_
from gdsim.ui.action_spec import ActionSpec
from gdsim.ui.feature import Feature

#: Ids of the options that are on when the window opens.
AT_FIRST = frozenset({"residuals", "batch-contours", "state-arrows", "excess-loss"})


class ViewOptions(Feature):
    """Checkable actions whose ids go into `Scene.shown`."""

    actions = (
        ActionSpec("residuals", N_("&Residuals"), "view", icon="residuals", checkable=True,
                   separator=True,
                   help=N_("Show what each data point adds to a squared loss, as a square")),
        ActionSpec("batch-contours", N_("Contours of the &batch"), "view", checkable=True,
                   help=N_("Show the loss of the current batch alone as thin lines "
                           "on the contour")),
        ActionSpec("state-arrows", N_("State as arro&ws"), "view", icon="state-arrows",
                   checkable=True,
                   help=N_("Show momentum and velocity on contour and surface, "
                           "and the trial points of a line search on the contour")),
        ActionSpec("excess-loss", N_("Loss above the min&imum"), "view", checkable=True,
                   help=N_("Where the loss is not positive, show J − J* in place of J, "
                           "on a logarithmic scale")),
        ActionSpec("critical-points", N_("&Kinds of critical points"), "view", checkable=True,
                   help=N_("Mark saddles, maxima and unknown minima on the contour")),
    )  # fmt: skip

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {spec.id: self._apply for spec in self.actions}

    def start(self) -> None:
        for spec in self.actions:
            self.window.actions_[spec.id].setChecked(spec.id in AT_FIRST)
        self._apply()

    def _apply(self) -> None:
        on = [spec.id for spec in self.actions if self.window.actions_[spec.id].isChecked()]
        self.window.set_shown(frozenset(on))
