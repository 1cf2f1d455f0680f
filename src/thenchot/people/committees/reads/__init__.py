"""Câu hỏi về cấp ủy — committees beside their numbers, bodies, working papers, pilots."""
