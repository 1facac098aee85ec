"""Runs as files that other programs read."""

from gdsim.export.trace import lane_label, trace_columns, trace_csv, trace_json, trace_rows

__all__ = ["lane_label", "trace_columns", "trace_csv", "trace_json", "trace_rows"]
