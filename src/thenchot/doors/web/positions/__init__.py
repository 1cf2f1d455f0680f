"""Trang vị trí việc làm — the catalogue, one position, its editor, fit of people, quotas, framework."""
