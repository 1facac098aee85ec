"""Tables of numbers from CSV files: read as they are, or refused with the row and the column.

Nothing is dropped, filled in or scaled. What had to be found out about the file (delimiter,
decimal sign, header) is kept with the table, so that it can be shown.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from gdsim.engine.datasets import MAX_ROWS
from gdsim.engine.errors import GdsimError
from gdsim.engine.files import read_bytes, short
from gdsim.engine.text import N_

Array = NDArray[np.float64]

#: Largest file that is read, in bytes.
MAX_BYTES = 64_000_000
MAX_COLUMNS = 1000
#: Largest magnitude of a number: its square, and sums of squares, stay far from overflow.
MAX_NUMBER = 1e12

#: What keyboards, documents and input methods write for the characters of a number or a table.
PLAIN = str.maketrans(
    {chr(0xFEE0 + sign): chr(sign) for sign in range(0x21, 0x7F)}
    | {"\u3000": " ", "−": "-", "–": "-", "—": "-"}
)

#: Each digit can match in one way only: another way takes for ever on a long row of digits.
_NUMBER = re.compile(r"[+-]?([0-9]+([.,][0-9]*)?|[.,][0-9]+)([eE][+-]?[0-9]+)?")
#: What plain numbers with a decimal point are made of; keeps float() from reading "nan" or "1_0".
_PLAIN = re.compile(r"[0-9.eE+ -]*")
_CHUNK = 4096

#: Line on which a row ends (as an editor counts), and its cells.
Row = tuple[int, list[str]]


@dataclass(frozen=True, eq=False)
class Table:
    """Columns of a CSV file, in the file's order, each read-only and of shape (rows,).

    ``names`` are those of all columns in the file; ``header`` says whether they come from the
    first row (otherwise they are "1", "2", …).
    """

    columns: dict[str, Array]
    names: tuple[str, ...]
    delimiter: str
    decimal: str
    header: bool


def read_csv(path: Path, columns: Sequence[str] = ()) -> Table:
    """The table in the file ``path``, of which only ``columns`` need be numbers (empty: all).

    Delimiter: a tab or a semicolon if the first row has one, otherwise the comma. With the first
    two a comma may be the decimal sign. The first row is a header if no cell in it is a number.
    Raises `GdsimError` that names the row and the column.
    """
    return parse_csv(read_text(path), columns)


def read_text(path: Path) -> str:
    """The text of a CSV file: UTF-8, UTF-16 as spreadsheets mark it, or the GBK of Windows.

    What is not UTF-8 is taken for GBK: no digit, sign or delimiter is part of a character of it,
    so that of a file in any other encoding at most the names of the columns are wrong, and a
    person sees those. Raises `GdsimError`.
    """
    data = read_bytes(path, MAX_BYTES)
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "gbk"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise GdsimError(N_("the file is not UTF-8 text; save it as “CSV UTF-8”"))


def parse_head(text: str) -> tuple[tuple[str, ...], str, bool]:
    """Names of the columns, delimiter, and whether the first row of ``text`` has the names."""
    delimiter = next((sign for sign in "\t;" if sign in text.split("\n", 1)[0]), ",")
    first = next(_rows(text, delimiter), None)
    if first is None:
        raise GdsimError(N_("the file has no rows"))
    header = not any(_NUMBER.fullmatch(_plain(cell)) for cell in first[1])
    return _names(first[1], header), delimiter, header


def parse_csv(text: str, columns: Sequence[str] = ()) -> Table:
    """The table in ``text``; see `read_csv`."""
    names, delimiter, header = parse_head(text)
    rows = _rows(text, delimiter)
    if header:
        next(rows)
    # A comma that parts no columns can only be a decimal sign.
    wanted = {
        names.index(name): _Column(name, "." if delimiter == "," else "")
        for name in _known(columns, names) or names
    }
    _fill(wanted, len(names), rows)
    decimal = "," if any(column.decimal == "," for column in wanted.values()) else "."
    numbers = {wanted[i].name: wanted[i].frozen() for i in sorted(wanted)}
    return Table(numbers, names, delimiter, decimal, header)


class _Column:
    """The numbers of one column as they come in, and the decimal sign it has shown so far."""

    def __init__(self, name: str, decimal: str) -> None:
        self.name = name
        self.decimal = decimal
        self._numbers = array("d")

    def extend(self, cells: Sequence[str], lines: Sequence[int]) -> None:
        """Append the numbers written in ``cells``; raises `GdsimError` for the first that is none.

        Cells of digits and points go all at once; whatever else is looked at one by one.
        """
        if self.decimal != "," and _PLAIN.fullmatch("".join(cells)):
            try:
                numbers = array("d", map(float, cells))
            except ValueError:
                pass
            else:
                if -MAX_NUMBER <= min(numbers) and max(numbers) <= MAX_NUMBER:
                    self.decimal = "." if any("." in cell for cell in cells) else self.decimal
                    self._numbers.extend(numbers)
                    return
        for cell, line in zip(cells, lines, strict=True):
            self._numbers.append(self._number(_plain(cell), line))

    def _number(self, cell: str, line: int) -> float:
        if not cell:
            raise self._error(N_("row {row}, column “{column}”: the value is missing"), cell, line)
        if not _NUMBER.fullmatch(cell):
            raise self._error(
                N_("row {row}, column “{column}”: “{cell}” is not a number"), cell, line
            )
        sign = "," if "," in cell else "." if "." in cell else self.decimal
        if self.decimal and sign != self.decimal:
            raise self._error(
                N_("row {row}, column “{column}”: “{cell}” has another decimal sign than the rest"),
                cell,
                line,
            )
        self.decimal = sign
        number = float(cell.replace(",", "."))
        if not -MAX_NUMBER <= number <= MAX_NUMBER:
            raise self._error(
                N_("row {row}, column “{column}”: {cell} is beyond ±10¹²"), cell, line
            )
        return number

    def _error(self, template: str, cell: str, line: int) -> GdsimError:
        return GdsimError(template, row=line, column=short(self.name), cell=short(cell))

    def frozen(self) -> Array:
        """All numbers, read-only."""
        numbers = np.array(self._numbers, dtype=float)
        numbers.setflags(write=False)
        return numbers


def _plain(cell: str) -> str:
    return cell.translate(PLAIN).strip()


def _fill(wanted: dict[int, _Column], width: int, rows: Iterator[Row]) -> None:
    """Put all rows into the wanted columns."""
    count = 0
    while chunk := list(islice(rows, _CHUNK)):
        for line, cells in chunk:
            if len(cells) != width:
                raise GdsimError(
                    N_("row {row} has {count} columns instead of {expected}"),
                    row=line, count=len(cells), expected=width,
                )  # fmt: skip
        count += len(chunk)
        if count > MAX_ROWS:
            raise GdsimError(N_("the file has more than {limit} rows"), limit=MAX_ROWS)
        lines = [line for line, _ in chunk]
        for i, column in wanted.items():
            column.extend([cells[i] for _, cells in chunk], lines)
    if not count:
        raise GdsimError(N_("there is a row of names, but no row of numbers"))


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    """Each row; blank lines may stand at the end only."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    blank = 0
    try:
        for cells in reader:
            if not cells or (len(cells) == 1 and not cells[0].strip()):
                blank = blank or reader.line_num
            elif blank:
                raise GdsimError(N_("row {row} is empty"), row=blank)
            else:
                yield reader.line_num, cells
    except csv.Error as error:
        raise GdsimError(
            N_("row {row} cannot be read; is a quotation mark left open?"), row=reader.line_num
        ) from error


def _names(cells: list[str], header: bool) -> tuple[str, ...]:
    """What the columns are called."""
    if len(cells) > MAX_COLUMNS:
        raise GdsimError(N_("the file has more than {limit} columns"), limit=MAX_COLUMNS)
    if not header:
        return tuple(str(i + 1) for i in range(len(cells)))
    # A name with a line break in it, as spreadsheets allow, could stand in no scenario.
    names = [re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", cell).strip() for cell in cells]
    for name in names:
        if names.count(name) > 1:
            raise GdsimError(N_("two columns are called “{name}”"), name=short(name))
    return tuple(names)


def _known(columns: Sequence[str], names: Sequence[str]) -> Sequence[str]:
    """``columns``, after a look that each of them is among ``names``."""
    for name in columns:
        if name not in names:
            raise GdsimError(
                N_("there is no column “{name}”; there are: {allowed}"),
                name=short(name), allowed=short(", ".join(names), 200),
            )  # fmt: skip
    return columns
