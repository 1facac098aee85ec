"""Draws every icon that a system wants from the one drawing, resources/icons/gdsim.svg.

    python packaging/icons.py FOLDER

    FOLDER/gdsim.ico, gdsim-document.ico      Windows
    FOLDER/gdsim.icns, gdsim-document.icns    macOS
    FOLDER/hicolor/…                          Linux: the icon theme's tree, as it is installed

Needs no display. The same drawing gives the same bytes.
"""

from __future__ import annotations

import re
import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parents[1]
DRAWING = ROOT / "resources" / "icons" / "gdsim.svg"

HICOLOR_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
#: Type codes of an .icns file whose entry may be a PNG; from 256 up they are what Finder shows.
ICNS_TYPES = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}

#: A sheet of paper with a folded corner; the drawing goes on it at {inner}.
DOCUMENT = """\
<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="0 0 256 256">
  <path d="M48 8H164L216 60V248H48Z" fill="#FFFFFF" stroke="#6B7280" stroke-width="8" \
stroke-linejoin="round"/>
  <path d="M164 8V60H216" fill="#E5E7EB" stroke="#6B7280" stroke-width="8" \
stroke-linejoin="round"/>
  <g transform="translate(64 92) scale(0.53125)">{inner}</g>
</svg>
"""


def document(drawing: str) -> str:
    """The icon of a file: ``drawing`` (an SVG of 256 × 256) on a sheet of paper."""
    match = re.search(r"<svg[^>]*>(.*)</svg>", drawing, re.DOTALL)
    if match is None or 'viewBox="0 0 256 256"' not in drawing:
        raise SystemExit(f"{DRAWING}: not an SVG with the viewBox 0 0 256 256")
    return DOCUMENT.replace("{inner}", match[1])


def png(svg: str, size: int) -> bytes:
    """``svg`` drawn ``size`` pixels wide, as a PNG file."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def ico(svg: str) -> bytes:
    """A Windows icon whose entries are PNGs (read since Windows Vista)."""
    pictures = [(size, png(svg, size)) for size in ICO_SIZES]
    offset = 6 + 16 * len(pictures)
    entries = b""
    for size, data in pictures:
        side = size % 256  # 0 stands for 256
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), offset)
        offset += len(data)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(d for _, d in pictures)


def icns(svg: str) -> bytes:
    """A macOS icon."""
    body = b"".join(
        code + struct.pack(">I", 8 + len(data)) + data
        for size, code in ICNS_TYPES.items()
        for data in [png(svg, size)]
    )
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def write(folder: Path) -> None:
    """Write every icon file below ``folder``."""
    drawing = DRAWING.read_text("utf-8")
    kinds = (
        ("gdsim", "apps", "gdsim", drawing),
        ("gdsim-document", "mimetypes", "application-x-gdsim", document(drawing)),
    )
    for file, context, name, svg in kinds:
        for path, data in (
            (folder / f"{file}.ico", ico(svg)),
            (folder / f"{file}.icns", icns(svg)),
            (folder / f"hicolor/scalable/{context}/{name}.svg", svg.encode()),
            *(
                (folder / f"hicolor/{size}x{size}/{context}/{name}.png", png(svg, size))
                for size in HICOLOR_SIZES
            ),
        ):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    write(Path(sys.argv[1]))
