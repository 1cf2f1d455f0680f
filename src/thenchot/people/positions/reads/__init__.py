"""Câu hỏi về vị trí việc làm — the catalogue, one position, how a person meets it, quotas."""
