"""Dữ liệu mô phỏng — the small world, recorded through acts; its people do not exist."""
