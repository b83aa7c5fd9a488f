"""Numbers, quantities, lists and dates as each language writes them."""

from __future__ import annotations

import re
from datetime import date

import pytest
from guide import formats
from guide.model.locale import Locale
from guide.plurals import categories, category
from guide.text import FIRST_STRONG_ISOLATE, POP_ISOLATE, Piece, Text

from .real_content import catalog, content, tags

QUANTITIES = sorted(
    (owner, name) for owner, named in content().quantities().items() for name in named
)


@pytest.mark.parametrize("tag", tags())
@pytest.mark.parametrize(("owner", "name"), QUANTITIES)
def test_a_quantity_is_written_in_words(tag: str, owner: str, name: str) -> None:
    value = content().quantities()[owner][name]
    words = catalog(tag).quantity(value)
    assert not re.search(r"[{}]|None|\b(?:duration|length)-[a-z]+", words), words
    digits = {value.lowest, value.highest}
    for number in digits:
        assert formats.number(number, catalog(tag).locale) in words


def test_a_range_is_a_sentence_of_its_own() -> None:
    ice = content().quantities()["ice"]
    assert catalog("en").quantity(ice["time"]) == "10 to 15 minutes"
    assert catalog("en").quantity(ice["never_over"]) == "20 minutes"


@pytest.mark.parametrize(
    ("tag", "number", "expected"),
    [("en", 1, "one"), ("en", 2, "other"), ("ru", 5, "many"), ("ru", 22, "few"), ("ar", 2, "two"),
     ("ar", 15, "many"), ("ar", 0, "zero"), ("ja", 1, "other"), ("he", 2, "two")],
)  # fmt: skip
def test_a_number_has_the_plural_form_of_its_language(tag: str, number: int, expected: str) -> None:
    assert category(tag, number) == expected
    assert expected in categories(tag)


def test_digits_are_a_setting_of_the_language() -> None:
    persian = Locale(tag="fa", name="فارسی", direction="rtl", digits="arabext")
    assert formats.number(2026, persian).translate({0x66C: None}) == "۲۰۲۶"
    latin = Locale(tag="fa", name="فارسی", direction="rtl")
    assert formats.number(15, latin) == "15"


@pytest.mark.parametrize(("tag", "expected"), [("en", ", "), ("ja", "、"), ("ar", " و")])
def test_the_parts_of_a_list_are_separated_as_the_language_does(tag: str, expected: str) -> None:
    assert formats.separator(Locale(tag=tag, name="-", direction="ltr")) == expected


def test_a_date_is_in_words() -> None:
    assert formats.day(date(2026, 11, 23), catalog("en").locale) == "November 23, 2026"
    assert formats.day(date(2026, 11, 23), Locale(tag="de", name="Deutsch", direction="ltr")) == (
        "23. November 2026"
    )


def test_a_date_in_a_sentence_ends_without_a_full_stop_of_its_own() -> None:
    assert formats.day(date(2026, 11, 23), catalog("ru").locale) == "23 ноября 2026"


def test_a_line_does_not_break_inside_a_value() -> None:
    text = Text(
        (Piece("Stay for "), Piece("10 to 15 minutes", True), Piece(".")), "en", "ltr", "en"
    )
    assert text.__html__() == "Stay for 10\u00a0to\u00a015\u00a0minutes."
    assert str(text) == "Stay for 10 to 15 minutes.", "data keeps plain spaces"
    long = Text((Piece("as long as it feels good to you", True),), "en", "ltr", "en")
    assert "\u00a0" not in long.__html__(), "a narrow screen could not hold it on one line"


@pytest.mark.parametrize(
    ("tag", "colon", "stop", "bracketed"),
    [
        ("en", "a: b", "a.", "a (b)"),
        ("fr", "a\u00a0: b", "a.", "a (b)"),
        ("zh-Hans", "a：b", "a。", "a（b）"),
        ("hi", "a: b", "a।", "a (b)"),
    ],
)
def test_marks_between_words_are_those_of_the_language(
    tag: str, colon: str, stop: str, bracketed: str
) -> None:
    marks = catalog(tag).punctuation
    assert f"a{marks.colon}b" == colon and f"a{marks.stop}" == stop
    assert f"a{marks.opening}b{marks.closing}" == bracketed


def test_a_value_in_text_from_right_to_left_is_isolated() -> None:
    text = Text((Piece("من "), Piece("10–15", True, True)), "ar", "rtl", "ar")
    assert str(text) == f"من {FIRST_STRONG_ISOLATE}10–15{POP_ISOLATE}"
    assert text.__html__() == "من <bdi>10–15</bdi>"


def test_words_are_escaped_in_markup() -> None:
    text = Text((Piece('5 < 6 & "7"'),), "en", "ltr", "en")
    assert text.__html__() == "5 &lt; 6 &amp; &#34;7&#34;"
