"""Số liệu — indicators, reports, checker: built by later issues."""
