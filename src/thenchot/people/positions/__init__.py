"""Vị trí việc làm — positions with their descriptions, the competency framework, quotas of staff."""
