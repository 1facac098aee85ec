"""Pictures, moving pictures and tables of what the window shows."""
