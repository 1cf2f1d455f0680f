"""Tệp về văn bản — the registers as the rules print them, the slip of a paper that came."""
