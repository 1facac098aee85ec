"""Lectures on the window: a class stepped through with a clicker, or a student at home."""
