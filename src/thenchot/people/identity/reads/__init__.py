"""Hỏi về nhận biết con người — numbers masked or opened, where a merged file went, who look alike."""
