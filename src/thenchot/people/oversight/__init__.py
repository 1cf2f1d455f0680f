"""Kiểm tra, giám sát, kỷ luật — discipline of members, inspection plans of cells."""
