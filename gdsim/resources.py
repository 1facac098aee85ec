"""Where the files that are not code live: icons, lectures, example scenarios, translations."""

from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def resources_dir() -> Path:
    """Return the folder with the resources, however gdsim was brought to this machine.

    A wheel carries them inside the package (``gdsim/_resources``). A checkout, an editable
    install and a frozen app have them beside it (``resources``; in a frozen app the folder of
    the package lies in ``sys._MEIPASS``, so the same path holds).

    The package's own folder is asked first: beside an installed package lies
    site-packages, where a ``resources`` would be a stranger's.

    Raises FileNotFoundError when neither is there, which means a broken installation.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "_resources", package.parent / "resources"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(
        f"gdsim's resources are missing beside {package}. Please install gdsim again."
    )


def resource(*parts: str) -> Path:
    """Return the path of one resource, e.g. ``resource("icons", "gdsim.svg")``.

    Whether the file exists is left to the caller: some are optional (a translation).
    """
    return resources_dir().joinpath(*parts)
