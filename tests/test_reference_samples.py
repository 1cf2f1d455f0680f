"""Mẫu tham khảo — published sentences, read only where the reference folder lies beside the project."""

import json
import re
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from thenchot.ground.plain.names import fold
from thenchot.ground.plain.periods import parse_period
from thenchot.ground.plain.ratios import change, format_number, percent, rounded, truncated
from thenchot.ground.plain.typed_dates import parse_day

SAMPLES = Path(__file__).resolve().parents[2] / "shared" / "reference" / "samples"
TODAY = date(2025, 6, 16)
pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="no reference folder")


def read(name):
    file = SAMPLES / name
    return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []


SENTENCES = read("report-sentences.jsonl")
RELATIONS = [relation for sentence in SENTENCES for relation in sentence["relations"]]
PERCENTS = [relation for relation in RELATIONS if relation["type"] == "pct"]
PAPERS = [paper for paper in read("documents.jsonl") if (paper.get("expect") or {}).get("date")]


def stated(relation):
    return Fraction(str(relation["stated"]))


@pytest.mark.parametrize("relation", PERCENTS, ids=lambda each: str(each["stated"]))
def test_a_published_percentage_comes_out_of_the_one_rounding_rule(relation):
    exact = percent(relation["part"], relation["whole"])
    cut = relation["status"] == "holds_if_truncated"
    assert (truncated if cut else rounded)(exact, relation["dp"]) == stated(relation)
    assert not cut or rounded(exact, relation["dp"]) != stated(relation)


@pytest.mark.parametrize("relation", [each for each in RELATIONS if each["type"] == "delta"])
def test_a_published_change_is_the_difference(relation):
    assert change(relation["now"], relation["prev"]).difference == relation["change"]


@pytest.mark.parametrize(
    "relation", [each for each in RELATIONS if each["type"] == "ratio_to_prev"]
)
def test_a_published_ratio_to_the_same_period_is_ours(relation):
    ratio = change(relation["now"], relation["prev"]).ratio * 100
    assert rounded(ratio, relation["dp"]) == stated(relation)


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda each: each["text"][:30])
def test_whole_numbers_are_printed_as_the_papers_print_them(sentence):
    for printed in re.findall(r"(?<![\d,.])\d{1,3}(?:\.\d{3})+(?![\d,])", sentence["text"]):
        assert format_number(int(printed.replace(".", ""))) == printed


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda each: each["text"][:30])
def test_periods_named_in_sentences_are_read(sentence):
    named = r"quy (?:iv|i{1,3}|\d)[/ -](?:nam )?\d{4}|\d thang dau nam \d{4}"
    for typed in re.findall(named, fold(sentence["text"])):
        assert parse_period(typed).year == int(typed[-4:])


@pytest.mark.parametrize("paper", PAPERS, ids=lambda each: each["id"])
def test_days_of_papers_are_read_as_typed(paper):
    expected = paper["expect"]["date"]
    day = r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|ngay \d{1,2} thang \d{1,2} nam \d{4}"
    found = [str(parse_day(typed, TODAY)) for typed in re.findall(day, fold(paper["raw"]))]
    assert not found or expected in found
