"""Dấu để tìm — of plain letters, so that no folding hides it."""

MARK = "zxqvbk"
SECRET = f"về việc {MARK} tuyến kênh"
