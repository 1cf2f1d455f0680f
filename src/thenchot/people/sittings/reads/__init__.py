"""Câu hỏi về họp và lấy ý kiến — the sittings, one with its agenda and slips, the votes on a draft."""
