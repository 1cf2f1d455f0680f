"""Câu hỏi về con người — who they are on a day, and all that is recorded of one of them."""
