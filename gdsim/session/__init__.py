"""What is shown and where the cursor is. QtCore only."""

from gdsim.session.kept import Made
from gdsim.session.player import SPEEDS, Player
from gdsim.session.session import Session

__all__ = ["SPEEDS", "Made", "Player", "Session"]
