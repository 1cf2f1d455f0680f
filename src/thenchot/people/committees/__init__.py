"""Cấp ủy, ban chỉ đạo, quy chế, điểm — who sits where for a term, and by which papers they work."""
