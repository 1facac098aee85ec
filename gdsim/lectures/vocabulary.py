"""The words of the lecture format, and how much a lecture may hold.

This is the one list of what a scene can show and mark; the window reads it too.
"""

from __future__ import annotations

from typing import Literal

#: What a scene can put on the screen; at most `MOST_VIEWS` at a time.
VIEWS = (
    "panels",  # a contour for each lane
    "overlay",  # all lanes on one contour
    "surface",  # all lanes on the surface
    "curve",  # one parameter: the curve with its tangent
    "loss",  # J over the steps
    "gap",  # distance between the two orders over the steps
    "arithmetic",  # the step with its numbers
    "data",  # the points and the model's line
    "table",  # all steps as rows of numbers
    "state",  # what the optimizer remembers
    "maps",  # where each start ends
    "code",  # the listing whose line is being executed
)
MOST_VIEWS = 3

#: Views that take the same place, the largest: a scene has at most one of them.
ON_STAGE = ("panels", "overlay", "surface", "curve")

#: What a beat can mark on all views that show it.
HIGHLIGHTS = (
    "start", "point", "path", "gradient", "move", "elbow", "gap", "minimum", "w", "b",
    "arithmetic", "limits", "loss", "data", "batch", "code", "state",
)  # fmt: skip

#: Where a step is in its four beats; ``line`` is a line of the listing, ``whole`` all at once,
#: ``still`` no step at all.
Phase = Literal["still", "here", "gradient", "scaled", "move", "whole", "line", "ask", "reveal"]
FOUR_BEATS: tuple[Phase, ...] = ("here", "gradient", "scaled", "move")

MODES = ("four", "whole", "code")
Mode = Literal["four", "whole", "code"]

ASKS = ("choice", "lane", "point")
AskKind = Literal["choice", "lane", "point"]

#: Bytes of a lecture file, scenes in it, beats of a scene, steps of one walk.
MAX_BYTES = 1_000_000
MAX_SCENES = 60
MAX_BEATS = 200
MAX_WALK = 20
#: Characters of a title, of a caption or question, of notes.
MAX_TITLE = 120
MAX_CAPTION = 400
MAX_NOTES = 4000
#: Work of all scenes: lanes times max_steps, more for steps that look at many rows.
MAX_WORK = 2_000_000
#: Starts along a side of a map.
MAX_COLUMNS = 201
