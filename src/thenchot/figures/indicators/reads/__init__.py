"""Câu hỏi về số liệu — counts, the records behind them, and how they compare through time."""
