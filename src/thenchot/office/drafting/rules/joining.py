"""Văn bản nào là của dự thảo — how near a registered paper comes to it, by abstract and signer."""

import re

from thenchot.ground.plain.names import fold, spelling_key

OF_ABSTRACT, OF_SIGNER = 3, 1  # what each weighs; abstracts are shortened, signers sign much


def nearness(abstract: str, signer: str, *, to_abstract: str, to_signer: str) -> float:
    """Độ gần — from 0 to 1: the part of all words that both abstracts share, and the same signer."""
    words, theirs = _words(abstract), _words(to_abstract)
    shared = 2 * len(words & theirs) / max(1, len(words) + len(theirs))
    same = bool(signer) and spelling_key(signer) == spelling_key(to_signer)
    return (OF_ABSTRACT * shared + OF_SIGNER * same) / (OF_ABSTRACT + OF_SIGNER)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", fold(text)))
