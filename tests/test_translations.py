"""Hai ngôn ngữ — every marked sentence has its English; the command line and pages speak one."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from actors import signed_in
from babel.messages.pofile import read_po
from django.conf import settings

sys.path.append(str(Path(__file__).resolve().parents[1] / "scripts"))
import translate
from world import TODAY, small_world

from thenchot.figures.indicators.acts import entered, targets  # noqa: F401
from thenchot.figures.reports import acts  # noqa: F401
from thenchot.ground.basis.acts import correct, instruments, parameters, revoke  # noqa: F401 — acts register
from thenchot.ground.basis.acts.act import ACTS
from thenchot.ground.basis.acts.refusals import BY_MARK, BY_NAME
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.register.acts import competence, organizations, people, posts  # noqa: F401
from thenchot.people.awards.acts import awards  # noqa: F401
from thenchot.people.cadres.acts import decisions, qualifications  # noqa: F401
from thenchot.people.identity.acts import merging, numbers  # noqa: F401
from thenchot.people.members.acts import changes, hand_over, members  # noqa: F401
from thenchot.people.oversight.acts import discipline, plans  # noqa: F401
from thenchot.project.cli.say import asked_language

SAME = {"Python"}  # the same word in both languages
VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ]|[\u1ea0-\u1ef9]")

with open(translate.ENGLISH, "rb") as file:
    ENGLISH = {message.id: message.string for message in read_po(file) if message.id}


def pairs():
    for source, english in ENGLISH.items():
        sources = source if isinstance(source, tuple) else (source,)
        translated = english if isinstance(english, tuple) else (english,)
        yield from zip(sources, translated, strict=True)


def test_the_catalogue_holds_exactly_the_marked_sentences():
    assert translate.ENGLISH.read_bytes() == translate.refreshed()
    assert len(ENGLISH) > 200


def test_every_sentence_has_an_english_of_its_own_with_the_same_places():
    places = re.compile(r"%\(\w+\)s|\{[^}]+\}")
    for source, english in pairs():
        assert english, source
        assert english != source or source in SAME
        assert sorted(places.findall(source)) == sorted(places.findall(english)), source


def test_labels_phrases_and_reasons_are_all_in_the_catalogue():
    labels = [member.label for words in Labelled.__subclasses__() for member in words]
    phrases = [act.phrase for act in ACTS.values()]
    reasons = [*BY_NAME.values(), *BY_MARK.values()]
    sentences = [text for reason in reasons for text in (reason.text, reason.clause) if text]
    assert len(labels) > 30
    assert set(labels + phrases + sentences) <= set(ENGLISH)


def unmarked(tree):
    """Vietnamese literals that stand neither in a docstring nor inside mark(…)."""
    marked = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"mark", "gettext"}:
            marked |= {id(below) for below in ast.walk(node)}
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            marked.add(id(node.value))
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and VIETNAMESE.search(text) and id(node) not in marked:
            yield text


# what a paper or a record prints as such, the letters themselves, the seed of the journal's chain
PRINTED = {
    "ground/plain": "letters, and periods as papers print them",
    "ground/basis/models/instrument.py": "the paper as printed",
    "ground/basis/models/kept.py": "the docstring of a history model",
    "ground/basis/reads/verify.py": "the seed of the chain",
    "ground/register/models.py": "names of rows for an operator",
    "people/members/models/membership.py": "names of rows for an operator",
    "people/oversight/models.py": "names of rows for an operator",
    "people/awards/models.py": "names of rows for an operator",
    "people/positions/models": "names of rows for an operator",
    "office/documents/models": "names of rows for an operator",
    "office/documents/rules/letters.py": "letters and words as papers print them",
    "office/documents/rules/grammar.py": "letters and words as papers print them",
    "office/documents/rules/signs.py": "letters and words as papers print them",
    "office/documents/rules/naming.py": "letters and words as papers print them",
    "office/documents/rules/saying.py": "letters and words as papers print them",
    "office/documents/rules/citations.py": "letters and words as papers print them",
    "office/documents/rules/bodies_said.py": "letters and words as papers print them",
    "office/documents/rules/days_cited.py": "letters and words as papers print them",
    "office/documents/rules/plenums.py": "letters and words as papers print them",
    "office/documents/rules/spoken.py": "letters and words as papers print them",
    "office/drafting/models": "names of rows for an operator",
    "office/drafting/rules/letters.py": "letters and words as papers print them",
    "people/sittings/letters.py": "words as the notice of conclusion prints them",
    "office/drafting/rules/layout.py": "letters and words as papers print them",
    "ground/basis/files/secrecy.py": "marks as papers bear them",
    "doors/exchange/regulations.py": "the word for yes in a table",
    "doors/exchange/demo": "fictional records",
    "doors/exchange/territory.py": "how a party organization of a place is called",
    "people/identity/models.py": "names of rows for an operator",
    "project/settings.py": "the names of the languages",
    "doors/web/recording/clock.py": "hours and days as people type them",
    "doors/web/recording/citation.py": "words of papers, as people cite them",
    "doors/api/description.py": "the name of the program",
    "doors/web/samples.py": "letters and papers of the gallery, shown as they are",
}


@pytest.mark.parametrize(
    "file", sorted(translate.PROGRAM.rglob("*.py")), ids=lambda each: each.name
)
def test_no_sentence_for_people_stands_unmarked(file):
    name = str(file.relative_to(translate.PROGRAM))
    if "migrations" not in name and not name.startswith(tuple(PRINTED)):
        assert list(unmarked(ast.parse(file.read_text()))) == []


def test_no_sentence_of_a_template_stands_unmarked():
    for file in translate.PROGRAM.rglob("*.html"):
        text = re.sub(r"\{% blocktranslate.*?endblocktranslate %\}|\{[%{].*?[%}]\}|Tiếng Việt|Then Chốt",
                      "", file.read_text(), flags=re.DOTALL)  # fmt: skip
        assert not VIETNAMESE.search(text), file


def thenchot(*words, **variables):
    command = [sys.executable, "-m", "thenchot.project.cli", *words]
    return subprocess.run(command, env=os.environ | variables, capture_output=True, text=True)


@pytest.mark.parametrize(
    ("words", "vietnamese", "english"),
    [
        (["serve", "--cong", "1"], "Không có tùy chọn '--cong'.", "No such option '--cong'."),
        (["chay"], "Không có lệnh 'chay'.", "No such command 'chay'."),
        (["serve", "--port", "0"], "nằm ngoài khoảng", "is not in the range"),
        (["db", "prepare"], "Thiếu tùy chọn '--admin-url'.", "Missing option '--admin-url'."),
    ],
)
def test_a_wrong_word_is_refused_in_the_language_asked_for(words, vietnamese, english):
    for asked, said in (([], vietnamese), (["--lang", "en"], english), (["--lang=en"], english)):
        result = thenchot(*asked, *words, THENCHOT_LANG="")
        assert result.returncode != 0
        assert said in result.stderr


def test_help_and_refusals_follow_the_language_of_the_environment():
    assert "Chạy thử với dữ liệu mô phỏng." in thenchot("--help", THENCHOT_LANG="vi").stdout
    assert "Run a demo with simulated data." in thenchot("--help", THENCHOT_LANG="en").stdout
    assert "PORT must be a number" in thenchot("serve", THENCHOT_LANG="en", PORT="x").stderr


def test_without_a_command_the_help_is_said():
    result = thenchot(THENCHOT_LANG="")
    assert result.returncode != 0
    assert "Cách dùng: thenchot" in result.stdout + result.stderr


@pytest.mark.parametrize(
    ("words", "language", "asked"),
    [
        ([], "", "vi"),
        ([], "en", "en"),
        (["--lang", "vi", "serve"], "en", "vi"),
        (["--lang=en", "serve"], "vi", "en"),
        (["--lang", "fr", "serve"], "en", "en"),
        (["--lang"], "en", "en"),
    ],
)
def test_the_last_valid_language_asked_for_counts(words, language, asked):
    assert asked_language(words, {"THENCHOT_LANG": language}) == asked


def test_an_address_that_is_none_is_refused_in_one_sentence():
    result = thenchot("db", "prepare", "--admin-url", "x", THENCHOT_LANG="")
    assert result.returncode == 1
    assert result.stderr.startswith("Không chuẩn bị được máy chủ: ")
    assert len(result.stderr.splitlines()) == 1


@pytest.fixture
def reader(db, monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    return signed_in(headers={"accept-language": "en"})


@pytest.mark.database
def test_pages_are_vietnamese_until_english_is_chosen(reader):
    assert '<html lang="vi">' in reader.get("/to-chuc").content.decode()
    answer = reader.post("/tuy-chon", {"language": "en", "next": "/nhat-ky"})
    assert answer["Location"] == "/nhat-ky"
    text = reader.get("/nhat-ky").content.decode()
    assert '<html lang="en">' in text
    assert "<h1>Journal</h1>" in text


@pytest.mark.database
def test_words_follow_the_reader_and_recorded_names_stay(reader):
    place = f"/to-chuc/{small_world().commune}"
    reader.cookies["language"] = "en"
    text = reader.get(place).content.decode()
    assert "<span>Grassroots party organization</span><span>from " in text
    assert "<h1>Đảng bộ" in text


@pytest.mark.database
def test_a_choice_needs_the_token_of_the_page(reader):
    strict = signed_in(enforce_csrf_checks=True)
    assert strict.post("/tuy-chon", {"language": "en"}).status_code == 403
    strict.get("/to-chuc")
    token = strict.cookies[settings.CSRF_COOKIE_NAME].value
    strict.post("/tuy-chon", {"language": "en", "csrfmiddlewaretoken": token})
    assert strict.cookies["language"].value == "en"


@pytest.mark.database
def test_large_letters_are_chosen_and_given_back(reader):
    reader.post("/tuy-chon", {"size": "large", "next": "/to-chuc"})
    assert 'data-size="large"' in reader.get("/to-chuc").content.decode()
    reader.post("/tuy-chon", {"size": "normal", "next": "/to-chuc"})
    assert "data-size" not in reader.get("/to-chuc").content.decode()


@pytest.mark.database
@pytest.mark.parametrize("back", ["https://example.org/", "//example.org", "javascript:x", ""])
def test_a_choice_never_leads_to_a_strange_address(reader, back):
    assert reader.post("/tuy-chon", {"language": "xx", "next": back})["Location"] == "/"
