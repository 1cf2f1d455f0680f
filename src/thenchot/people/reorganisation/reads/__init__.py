"""Câu hỏi về sắp xếp — schemes, what stands in their way, and two days compared."""
