"""Danh sách nhận vào — pages that take an office's own file: to record it, or to compare with it."""
