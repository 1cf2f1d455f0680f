"""Phép sắp xếp — pure checks over the lines of a scheme and the tree they change."""
