"""Mã trả lời của một lời từ chối — the same for a page and for the API."""

from thenchot.ground.plain.reasons import AlreadyAnswered, NotAllowed, Refused


def status_of(refusal: Refused) -> int:
    """Mã trả lời — 403 without the right, 409 for a key used with another content, else 422."""
    if isinstance(refusal, NotAllowed):
        return 403
    return 409 if isinstance(refusal, AlreadyAnswered) else 422
