"""CSV files are read as they are, or refused with the row and the column."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from gdsim.engine import data
from gdsim.engine.data import MAX_BYTES, parse_csv, read_csv
from gdsim.engine.errors import GdsimError


@pytest.mark.parametrize(
    ("text", "delimiter", "decimal", "header", "columns"),
    [
        ("x,y\n1,2\n3,4\n", ",", ".", True, {"x": [1, 3], "y": [2, 4]}),
        ("x;y\n1,5;2\n-3;4,25\n", ";", ",", True, {"x": [1.5, -3], "y": [2, 4.25]}),
        ("x\ty\n1e-3\t.5\n+2.\t1E3\n", "\t", ".", True, {"x": [1e-3, 2], "y": [0.5, 1000]}),
        ("1,2\n3,4", ",", ".", False, {"1": [1, 3], "2": [2, 4]}),
        ("x\n1\n2\n\n \n", ",", ".", True, {"x": [1, 2]}),
        (' x , "y z" \r\n 1 , 2 \r\n', ",", ".", True, None),
        ('"x","面积"\r\n"1","2"\r\n', ",", ".", True, {"x": [1], "面积": [2]}),
        ("x;y\n1.5;2\n", ";", ".", True, {"x": [1.5], "y": [2]}),
    ],
)
def test_what_is_found_out_about_a_file(
    text: str, delimiter: str, decimal: str, header: bool, columns: dict[str, list[float]] | None
) -> None:
    table = parse_csv(text)
    assert (table.delimiter, table.decimal, table.header) == (delimiter, decimal, header)
    if columns is not None:
        assert {name: numbers.tolist() for name, numbers in table.columns.items()} == columns


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no rows"),
        ("\n\n", "no rows"),
        ("x,y\n", "no row of numbers"),
        ("x,y\n1,2\n\n3,4\n", "row 3 is empty"),
        ("x,y\n1,\n", "row 2, column “y”: the value is missing"),
        ("x,y\n1,NA\n", "row 2, column “y”: “NA” is not a number"),
        ("x,y\n1,nan\n", "“nan” is not a number"),
        ("x,y\n1,inf\n", "“inf” is not a number"),
        ("1,nan\n2,3\n", "row 1, column “2”: “nan” is not a number"),
        ("x,y\n1,1_000\n", "“1_000” is not a number"),
        ("x,y\n1,0x10\n", "“0x10” is not a number"),
        ("x,y\n1,1²\n", "is not a number"),
        ("x,y\n1,1 2\n", "“1 2” is not a number"),
        ('x,y\n1,"1,5"\n', "another decimal sign"),
        ("x;y\n1,5;2\n1.5;3\n", "row 3, column “x”: “1.5” has another decimal sign"),
        ("x;y\n1.234,5;2\n", "“1.234,5” is not a number"),
        ("x,y\n1,2e12\n", "beyond ±10¹²"),
        ("x,y\n1,1e999\n", "beyond ±10¹²"),
        ("x,y\n1,2,3\n", "row 2 has 3 columns instead of 2"),
        ("x,y\n1\n", "row 2 has 1 columns instead of 2"),
        ("x,x\n1,2\n", "two columns are called “x”"),
        ('x,y\n1,"2\n', "cannot be read"),
        ('x,y\n1,"2"3\n', "cannot be read"),
        ("x," * 2000 + "\n", "more than 1000 columns"),
        ("x\n" + "9" * 200_000, "cannot be read"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(text: str, reason: str) -> None:
    with pytest.raises(GdsimError) as caught:
        parse_csv(text)
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


def test_only_the_columns_asked_for_need_be_numbers() -> None:
    table = parse_csv("name,x,y\nann,1,2\nbob,3,4\n", ("y", "x"))
    assert list(table.columns) == ["x", "y"]
    assert table.names == ("name", "x", "y")
    with pytest.raises(GdsimError, match="no column “z”; there are: name, x, y"):
        parse_csv("name,x,y\nann,1,2\n", ("x", "z"))


def test_a_line_break_in_a_name_becomes_a_space() -> None:
    table = parse_csv('"面积\n(m²)",price\n1,2\n')
    assert table.names == ("面积 (m²)", "price")
    assert table.columns["面积 (m²)"].tolist() == [1.0]


def test_columns_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="read-only"):
        parse_csv("x\n1\n").columns["x"][0] = 2


def test_a_decimal_sign_is_remembered_across_chunks() -> None:
    rows = ["x;y"] + ["1.5;2"] * 5000 + ["1,5;2"]
    with pytest.raises(GdsimError, match="row 5002, column “x”: “1,5”"):
        parse_csv("\n".join(rows))


def test_every_float_comes_back_with_its_bits(tmp_path: Path) -> None:
    numbers = np.random.default_rng(0).normal(size=(2000, 2)) * 10.0 ** np.arange(-5, 5).repeat(
        400
    ).reshape(2000, 2)
    file = tmp_path / "数据 1.csv"
    file.write_text("x,y\n" + "".join(f"{x!r},{y!r}\n" for x, y in numbers.tolist()))
    table = read_csv(file, ("x", "y"))
    assert np.array_equal(np.stack(list(table.columns.values()), axis=1), numbers)


def test_encodings(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes("面积,y\n1,2\n".encode("utf-8-sig"))
    assert read_csv(file).names == ("面积", "y")
    for encoding in ("gbk", "utf-16"):
        file.write_bytes("面积,y\n１,－2\n".encode(encoding))
        table = read_csv(file)
        assert table.names == ("面积", "y")
        assert table.columns["y"].tolist() == [-2]
        assert table.columns["面积"].tolist() == [1]
    for content in (b"x,y\n\xff,2\n", b"x,y\n\0,2\n", b"\xff\xfex"):
        file.write_bytes(content)
        with pytest.raises(GdsimError, match="not UTF-8 text"):
            read_csv(file)


def test_what_is_no_plain_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GdsimError, match="folder"):
        read_csv(tmp_path)
    with pytest.raises(GdsimError, match="no such file"):
        read_csv(tmp_path / "none.csv")
    with pytest.raises(GdsimError, match="cannot be read"):
        read_csv(Path("a\0b"))
    if sys.platform != "win32":
        with pytest.raises(GdsimError, match="not a plain file"):
            read_csv(Path("/dev/zero"))
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(GdsimError, match="not a plain file"):
            read_csv(tmp_path / "pipe")


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "huge.csv"
    with file.open("wb") as out:
        out.truncate(MAX_BYTES + 1)  # a hole, which takes no room
    with pytest.raises(GdsimError, match="larger than 64 MB"):
        read_csv(file)


@pytest.mark.parametrize("end", ["", "x", ".5", "e5", "e5x", ",1"])
def test_a_row_of_digits_takes_no_time(end: str) -> None:
    begin = time.process_time()
    for digits in ("9" * 120_000, "0" * 120_000, "1" + "0" * 120_000, "." + "3" * 120_000):
        with contextlib.suppress(GdsimError):
            parse_csv(f"x;y\n{digits}{end};2\n")
    assert time.process_time() - begin < 1


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "MAX_ROWS", 10_000)
    assert len(parse_csv("x\n" + "1\n" * 10_000).columns["x"]) == 10_000
    with pytest.raises(GdsimError, match="more than 10000 rows"):
        parse_csv("x\n" + "1\n" * 10_001)
