"""Báo cáo — templates, periods, freezing."""
