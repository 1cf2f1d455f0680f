"""Đảng viên — admission, membership of cells through time, and every way in and out."""
