"""The compression of GIF: Lempel, Ziv and Welch with codes of growing length."""

from __future__ import annotations

from collections.abc import Iterator

#: Codes have at most 12 bits; after that the dictionary begins anew.
_FULL = 4096
#: Pixels between two yields, about 10 ms of work.
_PIECE = 100_000


def compressed(pixels: bytes, bits: int) -> Iterator[bytes]:
    """The stream of codes for ``pixels`` of ``bits`` bits, in pieces as they come."""
    clear = 1 << bits
    known: dict[int, int] = {}
    free, width = clear + 2, bits + 1
    out, waiting, held = bytearray(), clear, width
    prefix = -1
    for start in range(0, len(pixels), _PIECE):
        for pixel in pixels[start : start + _PIECE]:
            if prefix < 0:
                prefix = pixel
                continue
            key = prefix << 8 | pixel
            code = known.get(key)
            if code is not None:
                prefix = code
                continue
            waiting |= prefix << held
            held += width
            if free < _FULL:
                known[key] = free
                if free >> width:
                    width += 1
                free += 1
            else:
                waiting |= clear << held
                held += width
                known.clear()
                free, width = clear + 2, bits + 1
            if held >= 64:
                out += (waiting & 0xFFFF_FFFF_FFFF_FFFF).to_bytes(8, "little")
                waiting >>= 64
                held -= 64
            prefix = pixel
        yield bytes(out)
        out.clear()
    if prefix >= 0:
        waiting |= prefix << held
        held += width
        # The reader has made one more entry by now, and may expect longer codes.
        if free < _FULL and free >> width:
            width += 1
    waiting |= clear + 1 << held
    held += width
    yield waiting.to_bytes((held + 7) // 8, "little")
