"""Lời — words that are translated later, marked where Django is not known."""


def mark(text: str) -> str:
    """Đánh dấu — return `text` itself; the extractor collects it for the English catalogue."""
    return text
