"""Việc của nền — register papers, undo them, set facts right."""
