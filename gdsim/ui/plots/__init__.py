"""One view of the runs per file. A view gets data by `set_*`, sends signals, computes nothing."""
