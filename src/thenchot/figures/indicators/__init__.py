"""Chỉ tiêu — one declaration each; count and list, targets, entered figures."""
