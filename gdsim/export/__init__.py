"""Runs as files that other programs read: tables, the arithmetic of a step, moving pictures."""

from gdsim.export.animation import ApngWriter, GifWriter
from gdsim.export.arithmetic import arithmetic_latex, arithmetic_text
from gdsim.export.trace import (
    csv_parts,
    json_parts,
    lane_label,
    part_count,
    trace_columns,
    trace_csv,
    trace_json,
    trace_rows,
)

__all__ = [
    "ApngWriter",
    "GifWriter",
    "arithmetic_latex",
    "arithmetic_text",
    "csv_parts",
    "json_parts",
    "lane_label",
    "part_count",
    "trace_columns",
    "trace_csv",
    "trace_json",
    "trace_rows",
]
