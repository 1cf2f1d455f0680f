"""Họp và lấy ý kiến bằng văn bản — what a body is asked to decide, by whose votes, with what conclusion."""
