"""A desktop simulator of gradient descent, for watching synchronous and sequential updates differ.

Nothing is imported here: ``import gdsim.engine`` must stay free of Qt, and ``gdsim --version``
must not wait for it.
"""

__version__ = "0.1.0"
