"""What a process has in use, told from what it only has room for."""

from __future__ import annotations

import ctypes
import gc
import os
import re
import statistics
import sys
import tempfile
from pathlib import Path

_NUMBERS = (
    "arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks",
    "keepcost",
)  # fmt: skip


class _Heap(ctypes.Structure):
    """glibc's account of its heap, see mallinfo(3)."""

    _fields_ = [(name, ctypes.c_size_t) for name in _NUMBERS]


_libc = ctypes.CDLL(None)


def live() -> float:
    """Megabytes in use: of the libraries (Qt, OpenGL, NumPy) and of Python's own small objects.

    Room between them is no growth: it comes and goes with the sizes of the last few scenes.
    """
    gc.collect()
    _libc.mallinfo2.restype = _Heap
    heap = _libc.mallinfo2()
    return (heap.uordblks + heap.hblkhd + _small_objects()) / 1e6


def _small_objects() -> int:
    """Bytes that Python has given to objects; it tells only to the stream of errors."""
    sys.stderr.flush()
    with tempfile.TemporaryFile() as told:
        errors = os.dup(2)
        os.dup2(told.fileno(), 2)
        try:
            sys._debugmallocstats()
        finally:
            os.dup2(errors, 2)
            os.close(errors)
        told.seek(0)
        found = re.search(rb"bytes in allocated blocks *= *([\d,]+)", told.read())
    return int(found[1].replace(b",", b"")) if found else 0


def resident() -> float:
    """Megabytes of memory that this process cannot do without."""
    gc.collect()
    # What is free in between says more about the last few scenes than about what stays behind.
    _libc.malloc_trim(0)
    # Without what is mapped from files: of fonts and of the OpenGL driver more and more is read.
    _, whole, shared, *_ = map(int, Path("/proc/self/statm").read_text().split())
    return (whole - shared) * os.sysconf("SC_PAGE_SIZE") / 1e6


def growth(looks: list[tuple[int, float]], warm_up: int) -> float:
    """Megabytes per 10 000 events, by least squares over the looks after the warm-up."""
    after = [look for look in looks if look[0] >= warm_up]
    if len(after) < 3:
        return float("nan")
    return 10_000 * statistics.linear_regression(*zip(*after, strict=True)).slope
