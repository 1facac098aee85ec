"""Moving pictures as files: GIF, which everything shows, and APNG, which keeps every colour.

A writer is given one picture after the other, as packed pixels (height, width) of 0xRRGGBB, and
stores only what changed since the one before. The same pictures give the same bytes.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import Protocol

import numpy as np

from gdsim.export.lzw import compressed
from gdsim.export.palette import Colours, few_colours

#: Longest that a picture can be shown, in seconds: what both formats can say.
LONGEST = 60.0

#: Left, top, right and bottom of what changed.
Area = tuple[int, int, int, int]


class Writer(Protocol):
    """Takes the pictures of an animation."""

    def add(self, pixels: Colours, seconds: float) -> Iterator[None]:
        """Take the next picture, shown this long. The work is done as the iterator is drawn."""

    def data(self) -> bytes:
        """The file, once every picture has been added."""


def changed(before: Colours | None, now: Colours) -> Area:
    """The smallest area that holds every pixel that differs; one pixel where none does."""
    if before is None:
        return 0, 0, now.shape[1], now.shape[0]
    differs = before != now
    rows, columns = np.flatnonzero(differs.any(axis=1)), np.flatnonzero(differs.any(axis=0))
    if not len(rows):
        return 0, 0, 1, 1
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


class GifWriter:
    """GIF89a with a table of 256 colours for every picture; unchanged pixels are transparent."""

    _TRANSPARENT = 255

    def __init__(self, width: int, height: int, *, loop: bool = True) -> None:
        # 0x70: eight bits for a colour, no global table. A loop count of 0 means for ever.
        self._parts = [b"GIF89a", struct.pack("<HHBBB", width, height, 0x70, 0, 0)]
        if loop:
            self._parts.append(b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00")
        self._before: Colours | None = None

    def add(self, pixels: Colours, seconds: float) -> Iterator[None]:
        """Take the next picture."""
        left, top, right, bottom = changed(self._before, pixels)
        part = pixels[top:bottom, left:right]
        keep = np.zeros(part.shape, dtype=bool)
        if self._before is not None:
            keep = part == self._before[top:bottom, left:right]
        self._before = pixels
        indices = np.full(part.shape, self._TRANSPARENT, dtype=np.uint8)
        palette, indices[~keep] = few_colours(part[~keep], self._TRANSPARENT)
        yield
        table = np.zeros((256, 3), dtype=np.uint8)
        table[: len(palette)] = palette
        # Disposal 1 (leave in place) and a transparent colour.
        delay = round(100 * min(seconds, LONGEST))
        control = struct.pack("<BBBBHBB", 0x21, 0xF9, 4, 0x05, delay, self._TRANSPARENT, 0)
        place = struct.pack("<BHHHHB", 0x2C, left, top, right - left, bottom - top, 0x87)
        self._parts += [control, place, table.tobytes(), b"\x08"]
        packed = bytearray()
        for piece in compressed(indices.tobytes(), 8):
            packed += piece
            yield
        for start in range(0, len(packed), 255):
            block = packed[start : start + 255]
            self._parts += [bytes([len(block)]), bytes(block)]
        self._parts.append(b"\x00")

    def data(self) -> bytes:
        """The file."""
        return b"".join([*self._parts, b"\x3b"])


class ApngWriter:
    """An animated PNG in full colour. A viewer that knows only PNG shows the first picture."""

    def __init__(self, width: int, height: int, count: int, *, loop: bool = True) -> None:
        self._parts = [
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
            _chunk(b"acTL", struct.pack(">II", count, 0 if loop else 1)),
        ]
        self._number = 0
        self._before: Colours | None = None

    def add(self, pixels: Colours, seconds: float) -> Iterator[None]:
        """Take the next picture."""
        left, top, right, bottom = changed(self._before, pixels)
        first, self._before = self._before is None, pixels
        delay = round(1000 * min(seconds, LONGEST))
        place = struct.pack(">IIII", right - left, bottom - top, left, top)
        self._parts.append(
            _chunk(b"fcTL", self._next() + place + struct.pack(">HHBB", delay, 1000, 0, 0))
        )
        data = zlib.compress(_filtered(pixels[top:bottom, left:right]), 6)
        yield
        named = (b"IDAT", data) if first else (b"fdAT", self._next() + data)
        self._parts.append(_chunk(*named))

    def data(self) -> bytes:
        """The file."""
        return b"".join([*self._parts, _chunk(b"IEND", b"")])

    def _next(self) -> bytes:
        self._number += 1
        return struct.pack(">I", self._number - 1)


def _filtered(pixels: Colours) -> bytes:
    """The rows as PNG stores them: each as the difference to the one above (filter 2)."""
    rgb = np.stack([pixels >> 16 & 255, pixels >> 8 & 255, pixels & 255], axis=-1).astype(np.uint8)
    rows = rgb.reshape(len(rgb), -1)
    out = np.empty((rows.shape[0], rows.shape[1] + 1), dtype=np.uint8)
    out[:, 0] = 2
    out[0, 1:] = rows[0]
    out[1:, 1:] = rows[1:] - rows[:-1]
    return out.tobytes()


def _chunk(name: bytes, data: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(name + data))
    return struct.pack(">I", len(data)) + name + data + check
