"""`make bench`: every figure in one run, so that ratios compare like with like."""

from tests.benchmarks import engine, formulas, window


def main() -> None:
    """Print the figures of the engine, then of the window."""
    engine.main()
    formulas.main()
    print()
    window.main()


if __name__ == "__main__":
    main()
