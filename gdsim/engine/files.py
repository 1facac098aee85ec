"""Reading files that a person chose: plain files of a bearable size, or a reason in plain words."""

from __future__ import annotations

from pathlib import Path

from gdsim.engine.errors import GdsimError
from gdsim.engine.text import N_


def read_bytes(path: Path, limit: int) -> bytes:
    """The content of ``path``, at most ``limit`` bytes.

    Raises `GdsimError` for what is missing, forbidden, too large or no plain file (a folder, or
    a device that would never end).
    """
    try:
        if path.is_dir():
            raise GdsimError(N_("is a folder, not a file"))
        if path.exists() and not path.is_file():
            raise GdsimError(N_("is not a plain file"))
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError as error:
        raise GdsimError(N_("there is no such file")) from error
    except PermissionError as error:
        raise GdsimError(N_("there is no permission to read the file")) from error
    except (OSError, ValueError) as error:
        # A ValueError is a path with a NUL or a lone surrogate in it.
        raise GdsimError(N_("the file cannot be read: {cause}"), cause=cause_of(error)) from error
    if len(data) > limit:
        raise GdsimError(N_("the file is larger than {limit} MB"), limit=limit // 1_000_000)
    return data


def cause_of(error: Exception) -> str:
    """What the system says about ``error``, in one line without the path."""
    return getattr(error, "strerror", None) or short(str(error), 100)


def short(text: str, length: int = 40) -> str:
    """``text`` fit for one line of a message: printable, and cut after ``length`` characters."""
    shown = "".join(sign if sign.isprintable() else "�" for sign in text[:length])
    return shown if len(text) <= length else shown + "…"
