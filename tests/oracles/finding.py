"""Tìm văn bản, cách chậm mà chắc — reads every text in full for every question."""

import re
import unicodedata

LETTERS = re.compile("[0-9a-zà-öø-ɏḁ-ỿ]+")
TONES = "\u0301\u0300\u0309\u0303\u0323"


def words(text: str) -> list[str]:
    """Each word in small letters, its tone mark named after it: "hoà" and "hòa" are one."""
    return [_placed(word) for word in LETTERS.findall(unicodedata.normalize("NFC", text).lower())]


def bare(word: str) -> str:
    """Without any mark."""
    apart = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def has(text: str, asked: str) -> bool:
    """Whether every word asked stands in the text, marks or none."""
    held = {bare(word) for word in words(text)}
    return bool(words(asked)) and all(bare(word) in held for word in words(asked))


def has_exactly(text: str, asked: str) -> bool:
    """Whether every word asked with marks stands there with the same."""
    held = set(words(text))
    return all(word in held for word in words(asked) if word != bare(word))


def _placed(word: str) -> str:
    """The tone, if any, moved to the end of the word; a number without zeros before it."""
    if word.isdigit():
        return word.lstrip("0") or "0"
    apart = unicodedata.normalize("NFD", word)
    tone = "".join(sign for sign in apart if sign in TONES)
    return unicodedata.normalize("NFC", "".join(s for s in apart if s not in TONES)) + tone
