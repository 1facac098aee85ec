"""The window fixture for these tests."""

from tests.window import window

__all__ = ["window"]
