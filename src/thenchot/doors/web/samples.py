"""Mẫu của trang thành phần — letters that are hard to set, papers as they are printed."""

LETTERS = "Nguyễn Thị Ẩn, ĐỊNH HƯỚNG, ỵ ợ ặ ẵ ỗ Ễ Ẫ"
PAPERS = ("316-KH/TU, 28/09/2026", "311-QĐ/HU, 25/03/2021", "41-QĐ/HU, 20/05/2024")
