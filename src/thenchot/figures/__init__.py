"""Số liệu — indicators and reports; the checker of narratives comes with a later issue."""
