"""Tìm trong một trăm nghìn văn bản — a store of papers with texts, and the seconds of searches in it."""

import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import reduce
from operator import or_
from typing import Any
from unicodedata import normalize

from place import TODAY, bare, measurer, web

FIRST = "b c ch d đ g h k kh l m n ng nh ph q r s t th tr v x"
RIMES = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng âm ân âng âu ây e em en eo ê êm ên ênh êt i ia im in inh ich "
    "iêm iên iêng iêp iêt iêu o oa oan oang oc oi om on ong ô ôc ôi ôm ôn ông ôp ơ ơi ơm ơn u ua uc ung uôc uôi uôn uông "
    "uy uyên uyêt ư ưa ưc ưng ươc ươi ươm ươn ương"
)
TONES = ("", "\u0301", "\u0300", "\u0309", "\u0323")
STORE = """
    INSERT INTO basis_filetext (sha256, "table", text, words)
    SELECT encode(sha256(convert_to('do ' || n, 'UTF8')), 'hex'), false, text, words
    FROM jsonb_to_recordset(%s::jsonb) AS come(n int, text text, words text[])
"""
PAPERS = """
    INSERT INTO basis_instrument
        (entry, kind, number_sign, issuer, signer, issued_year, issued_on, abstract, file_sha256)
    SELECT basis_open_entry(), 'cong_dien', n || '-CĐ/TK', 'Nơi đo', '', extract(year FROM day), day, abstract,
        encode(sha256(convert_to('do ' || n, 'UTF8')), 'hex')
    FROM jsonb_to_recordset(%s::jsonb) AS come(n int, abstract text, day date)
"""
AT_ONCE, PASSAGES, HEAD = 500, 3_000, "CĐ TK Nơi đo"


@dataclass(slots=True)
class Store:
    """Kho đã ghi — the seconds of writing, some titles to search for, and what each paper says.

    All of a kind the demo has none of.
    """

    seconds: float = 0.0
    titles: list[str] = field(default_factory=list)
    passages: list[str] = field(default_factory=list)
    papers: list[tuple[str, list[int]]] = field(default_factory=list)  # its title, its passages

    def holding(self, typed: str) -> int:
        """Đếm từng văn bản — of how many every word typed stands in title or text, read one by one."""
        from thenchot.ground.plain.names import fold

        words = fold(typed).split()
        whole = (1 << len(words)) - 1

        def held(said: str) -> int:
            there = set(fold(said).split())
            return sum(1 << place for place, word in enumerate(words) if word in there)

        of = [held(passage) for passage in self.passages]
        return sum(
            reduce(or_, (of[part] for part in parts), held(f"{HEAD} {title}")) == whole
            for title, parts in self.papers
        )


def store_papers(papers: int) -> Store:
    """Kho văn bản — so many papers with texts of 80 to 400 words."""
    from thenchot.ground.plain.wording import index_words

    dice, started, made = random.Random(9), time.perf_counter(), Store()
    vocabulary = _vocabulary(dice)
    made.passages = passages = [_said(dice, vocabulary, 40) for _ in range(PASSAGES)]
    words = [index_words(passage) for passage in passages]
    for first in range(1, papers + 1, AT_ONCE):
        rows = []
        for n in range(first, min(first + AT_ONCE, papers + 1)):
            parts = dice.choices(range(PASSAGES), k=dice.randrange(2, 11))
            day = TODAY - timedelta(dice.randrange(3_000))
            title = _said(dice, vocabulary, dice.randrange(8, 20))
            made.papers.append((title, parts))
            rows.append(
                {
                    "n": n, "abstract": title,
                    "day": day.isoformat(), "text": " ".join(passages[part] for part in parts),
                    "words": sorted({word for part in parts for word in words[part]}),
                }
            )  # fmt: skip
        made.titles += [row["abstract"] for row in dice.sample(rows, 40)]
        with web() as connection, connection.transaction():
            connection.execute("SET LOCAL synchronous_commit = off")
            connection.execute(STORE, [json.dumps(rows)])
            connection.execute("SELECT basis_open_act('bench', 'do', 'Người đo')")
            connection.execute(PAPERS, [json.dumps(rows)])
            connection.execute("SELECT basis_close_act('', '', 'Thử', '')")
    made.seconds = time.perf_counter() - started
    with bare() as owner:
        owner.execute("VACUUM ANALYZE basis_paperwords, basis_filetext, basis_instrument")
    return made


def _vocabulary(dice: random.Random) -> Sequence[str]:
    """Some 8,000 syllables with their tones, in an order of their own: the first are said most often."""
    said = [
        normalize("NFC", first + rime[0] + tone + rime[1:])
        for first in FIRST.split()
        for rime in RIMES.split()
        for tone in TONES
    ]
    dice.shuffle(said)
    return said


def _said(dice: random.Random, vocabulary: Sequence[str], words: int) -> str:
    """Words as often as in any language: the n-th in order once for n times the first."""
    last = len(vocabulary)
    return " ".join(vocabulary[int(last ** dice.random()) - 1] for _ in range(words))


def typed_words(titles: Sequence[str], many: int) -> Iterator[str]:
    """Lời tìm — two to four words that follow each other in a title, half without marks."""
    from thenchot.ground.plain.names import fold

    dice = random.Random(7)
    for number in range(many):
        words = dice.choice(titles).split()
        at = dice.randrange(len(words) - 4)
        typed = " ".join(words[at : at + 2 + number % 3])
        yield fold(typed) if number % 2 else typed


def searched(typed: str, by: Any = None, **such: Any) -> tuple[float, int]:
    """Một lần tìm — as the page asks it: (seconds, papers found)."""
    from thenchot.ground.basis.reads.scoped import scoped
    from thenchot.office.documents.reads.found import Looked, found_papers

    by, started = by or measurer(), time.perf_counter()
    with scoped(by, TODAY, reading=True):
        total, _ = found_papers(by=by, on=TODAY, looked=Looked(typed, **such))
    return time.perf_counter() - started, total
