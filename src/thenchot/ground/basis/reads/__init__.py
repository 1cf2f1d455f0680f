"""Câu hỏi của nền — the journal, its verification, the history of a row."""
