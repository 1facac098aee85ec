"""The features of the window. Adding one is one file and one line here."""

from gdsim.ui.feature import Feature

FEATURES: tuple[type[Feature], ...] = ()
