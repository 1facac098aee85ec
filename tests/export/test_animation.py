"""GIF and APNG, read back by Qt and by hand."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageReader

from gdsim.export import ApngWriter, GifWriter
from gdsim.export.animation import Writer
from gdsim.export.lzw import compressed
from gdsim.export.palette import few_colours

Pixels = NDArray[np.uint32]


def unpacked(codes: bytes, bits: int) -> bytes:
    """The textbook's decoder of GIF's compression."""
    clear, end = 1 << bits, (1 << bits) + 1
    stream = int.from_bytes(codes, "little")
    table: list[bytes] = []
    out, before, width = b"", b"", bits + 1
    while True:
        code, stream = stream & ((1 << width) - 1), stream >> width
        if code == clear:
            table = [bytes([i]) for i in range(clear)] + [b"", b""]
            width, before = bits + 1, b""
            continue
        if code == end:
            assert stream == 0
            return out
        entry = table[code] if code < len(table) else before + before[:1]
        if before:
            table.append(before + entry[:1])
        if len(table) == 1 << width and width < 12:
            width += 1
        out, before = out + entry, entry


@pytest.mark.parametrize("size", [0, 1, 2, 255, 256, 257, 5000, 30_000])
@pytest.mark.parametrize("colours", [1, 2, 256])
def test_compression_can_be_undone(size: int, colours: int) -> None:
    pixels = np.random.default_rng(size).integers(0, colours, size, dtype=np.uint8).tobytes()
    assert unpacked(b"".join(compressed(pixels, 8)), 8) == pixels


def test_few_colours_stay_exactly() -> None:
    packed = np.array([0xFF0000, 0x00FF00, 0xFF0000, 0x0000FF], dtype=np.uint32)
    palette, where = few_colours(packed, 255)
    assert palette[where].tolist() == [[255, 0, 0], [0, 255, 0], [255, 0, 0], [0, 0, 255]]


def test_many_colours_become_few_and_near() -> None:
    ramp = np.arange(256, dtype=np.uint32)
    packed = np.concatenate((ramp << 16 | ramp << 8 | ramp, ramp << 8, np.full(10_000, 0x123456)))
    palette, where = few_colours(packed.astype(np.uint32), 64)
    assert len(palette) == 64
    shown = palette[where].astype(int)
    meant = np.stack([packed >> 16 & 255, packed >> 8 & 255, packed & 255], axis=1)
    assert np.abs(shown - meant).max() < 16
    assert (shown[-10_000:] == meant[-10_000:]).all(), "a large even area keeps its colour"


def test_no_pixels_have_no_colours() -> None:
    palette, where = few_colours(np.empty(0, dtype=np.uint32), 255)
    assert (palette.shape, where.shape) == ((0, 3), (0,))


@pytest.fixture
def frames() -> list[Pixels]:
    """Four pictures: a ground, a square on it, no change, and noise of 200 colours."""
    ground = np.full((40, 60), 0xF5F7FA, dtype=np.uint32)
    square = ground.copy()
    square[5:15, 10:30] = 0x0072B2
    noise = square.copy()
    noise[20:30, 20:40] = np.random.default_rng(0).permutation(200).reshape(10, 20) * 0x010203
    return [ground, square, square, noise]


def written(writer: Writer, frames: list[Pixels]) -> bytes:
    for frame in frames:
        for _ in writer.add(frame, 0.25):
            pass
    return writer.data()


def test_a_gif_shows_the_pictures(frames: list[Pixels]) -> None:
    data = written(GifWriter(60, 40), frames)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, b"gif")
    assert reader.imageCount() == 4
    assert reader.loopCount() == -1
    for frame in frames:
        image = reader.read().convertToFormat(QImage.Format.Format_RGB32)
        seen = np.frombuffer(image.constBits(), np.uint32).reshape(40, 60) & np.uint32(0xFFFFFF)
        assert (seen == frame).all()
        assert reader.nextImageDelay() == 250


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    at = 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        assert data[at + 8 + length : at + 12 + length] == struct.pack(
            ">I", zlib.crc32(name + body)
        )
        yield name, body
        at += 12 + length


def test_an_apng_shows_the_pictures(frames: list[Pixels]) -> None:
    found = list(chunks(written(ApngWriter(60, 40, 4, loop=False), frames)))
    assert found[0][1][:8] == struct.pack(">II", 60, 40)
    assert found[1] == (b"acTL", struct.pack(">II", 4, 1))
    assert found[-1] == (b"IEND", b"")
    canvas = np.zeros((40, 60, 3), dtype=np.uint8)
    shown, number = [], 0
    for name, body in found[2:-1]:
        if name in (b"fcTL", b"fdAT"):
            assert struct.unpack(">I", body[:4]) == (number,)
            number += 1
        if name == b"fcTL":
            width, height, left, top, delay, unit = struct.unpack(">IIIIHH", body[4:24])
            assert delay / unit == 0.25
            continue
        raw = zlib.decompress(body[4:] if name == b"fdAT" else body)
        rows = np.frombuffer(raw, np.uint8).reshape(height, 1 + 3 * width)
        assert (rows[:, 0] == 2).all()
        part = np.add.accumulate(rows[:, 1:], axis=0, dtype=np.uint8).reshape(height, width, 3)
        canvas[top : top + height, left : left + width] = part
        shown.append(canvas.copy())
    for picture, frame in zip(shown, frames, strict=True):
        meant = np.stack([frame >> 16 & 255, frame >> 8 & 255, frame & 255], axis=-1)
        assert (picture == meant).all()


def test_the_first_picture_of_an_apng_is_a_png(frames: list[Pixels]) -> None:
    image = QImage.fromData(written(ApngWriter(60, 40, 4), frames), "PNG")
    assert image.pixelColor(0, 0).name() == "#f5f7fa"


@pytest.mark.parametrize("make", [lambda: GifWriter(60, 40), lambda: ApngWriter(60, 40, 4)])
def test_the_same_pictures_give_the_same_bytes(make: object, frames: list[Pixels]) -> None:
    assert written(make(), frames) == written(make(), frames)  # type: ignore[operator]
