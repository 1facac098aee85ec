"""The window: PySide6 and pyqtgraph. Views are passive; main_window wires them."""
