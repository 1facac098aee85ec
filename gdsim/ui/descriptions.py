"""The state of the descent as text on every picture of it, for those who do not see the picture."""

from __future__ import annotations

from gdsim.ui.feature import Feature
from gdsim.ui.sentences import state

#: Views below the stage that show the whole descent and have no description of their own.
BELOW = ("loss", "gap")


class Descriptions(Feature):
    """Tells assistive technology after each frame what the pictures show; of a drag, its end."""

    def refresh(self) -> None:
        window = self.window
        assert window.scene is not None
        if window.scene.ghost:
            return
        text = state(window.scene, window.session.cursor)
        docks = (window.workspace.docks[name] for name in BELOW)
        below = [dock.view for dock in docks if dock.view is not None]
        for view in (*window.stage.views(), *below):
            if not view.described:
                view.setAccessibleDescription(text)
