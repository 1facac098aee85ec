"""Runs first in a frozen gdsim: gives the programs that it starts their own libraries back.

PyInstaller's loader points LD_LIBRARY_PATH at the bundle and starts anew. For this process the
linker has read it by now; a browser or file manager opened from here would only load our Qt by it.
"""

import os

before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if before is not None:
    os.environ["LD_LIBRARY_PATH"] = before
else:
    os.environ.pop("LD_LIBRARY_PATH", None)
