"""`make bench`: every figure in one run, so that ratios compare like with like.

`make bench ARGS=events` fires as many random events as the aims are said of, seven minutes long.
"""

import sys

from tests.benchmarks import engine, events, formulas, window

#: Events of a run of everything: enough for the times, too few for the memory.
FEW = 2000


def main() -> None:
    """Print the figures of the engine, then of the window."""
    if sys.argv[1:] == ["events"]:
        events.main()
        return
    engine.main()
    formulas.main()
    print()
    window.main()
    events.main(FEW)


if __name__ == "__main__":
    main()
