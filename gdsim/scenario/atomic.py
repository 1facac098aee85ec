"""Writing a file so that after any failure either the old or the new content stands."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from pathlib import Path

from gdsim.engine.errors import GdsimError
from gdsim.engine.files import cause_of
from gdsim.engine.text import N_


def write_atomic(path: Path, data: bytes) -> None:
    """Put ``data`` into the file ``path``, all or nothing.

    The new content is written beside the file, made durable, and takes its place in one move. A
    link stays a link, and the file keeps its permissions. Raises `GdsimError` if it cannot be
    done; then the old file, if there was one, is untouched.
    """
    try:
        target = Path(os.path.realpath(path))
        if path.is_dir():
            raise GdsimError(N_("cannot be saved: it is a folder"))
        if path.exists() and not (path.is_file() and target.exists()):
            path.write_bytes(data)  # a device or a pipe cannot be replaced
        else:
            _replace(target, data)
    except (OSError, ValueError) as error:
        raise GdsimError(N_("cannot be saved: {cause}"), cause=cause_of(error)) from error


def _replace(target: Path, data: bytes) -> None:
    mode = _mode(target)
    handle, name = tempfile.mkstemp(prefix=".gdsim-", suffix=".tmp", dir=target.parent)
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, mode)
        os.replace(name, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    _sync_folder(target.parent)


def _mode(target: Path) -> int:
    """Permissions of the file to come: the old one's, or what the system gives a new file."""
    if target.exists():
        if not os.access(target, os.W_OK):
            raise PermissionError(13, os.strerror(13))
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    """Make the move itself durable, where the system lets a folder be opened."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
