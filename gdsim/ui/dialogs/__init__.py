"""Windows of their own: what has no room in the panel."""
