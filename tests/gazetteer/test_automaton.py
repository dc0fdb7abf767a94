"""All names of a long text at once are the names that are looked up one by one."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.index import Gazetteer
from gazetteer.names import fold
from gazetteer.place import Place, PlaceKind
from gazetteer.store import Store

NAMES = (
    "Goma",
    "Juba",
    "São Tomé",
    "Al Fashir",
    "St. Louis",
    "Santa Cruz de la Sierra",
    "Santa Cruz",
    "Port-au-Prince",
    "Sana'a",
    "Київ",
    "Hoi An",
    "Washington D.C.",
    "Y",
    "Democratic Republic of the Congo",
    "New York",
    "York",
)
# What stands between words in news, and what folding treats in a way of its own.
GAPS = (" ", "  ", "\t", "-", " - ", ", ", "\n", ". ", "/", '" ', "\u00a0", "‐", " – ")
ODD = ("’s ", "' ", "1", "_", "\x00", "\ud800", "é", "'")
WORDS = sorted({word for name in NAMES for word in re.split(r"[ -]", name)} | {"the", "In", "é"})


@pytest.fixture(scope="module")
def few():
    places = (Place(f"t:{i}", n, PlaceKind.TOWN, i, i) for i, n in enumerate(NAMES))
    return Gazetteer(Store.in_memory(places))


def one_by_one(gazetteer, text):
    """What the automaton should find: each stretch of words, folded and looked up."""
    words = list(re.finditer(r"[^\W\d_](?:[\w'’`]*\w)?", text))
    found, end = [], 0
    for at, word in enumerate(words):
        if word.start() < end or not word[0][0].isupper():
            continue
        for last in range(min(at + 6, len(words) - 1), at - 1, -1):
            pairs = itertools.pairwise(words[at : last + 1])
            gaps = [text[one.end() : other.start()] for one, other in pairs]
            whole = text[word.start() : words[last].end()]
            joined = all(re.fullmatch(r"[ \t\u00a0]+|[-‐‑]", gap) for gap in gaps)
            if joined and words[last][0][0].isupper() and gazetteer.named(whole):
                found.append((word.start(), words[last].end()))
                end = words[last].end()
                break
    return found


def texts_of(gaps):
    parts = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(gaps)), max_size=30)
    return parts.map(lambda some: "".join(word + gap for word, gap in some))


@given(texts_of(GAPS))
def test_all_names_at_once_are_the_names_one_by_one(few, text):
    assert few.names_in(text) == one_by_one(few, text)


@given(texts_of(GAPS + ODD))
def test_whatever_is_found_is_a_known_name_with_a_capital_and_none_overlap(few, text):
    end = 0
    for start, stop in few.names_in(text):
        assert start >= end
        assert few.named(text[start:stop])
        assert text[start].isdigit() or text[start].isupper()
        end = stop


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("From Goma to Juba.", ["Goma", "Juba"]),
        ("in New York, not York", ["New York", "York"]),
        ("Santa Cruz de la Sierra", ["Santa Cruz de la Sierra"]),
        ("the Port-au-Prince dock", ["Port-au-Prince"]),
        ("Sao Tome and São Tomé", ["Sao Tome", "São Tomé"]),
        ("near Sana'a. In Hoi An", ["Sana'a", "Hoi An"]),
        ("Al Fashir fell; El Fasher did not", ["Al Fashir"]),
        ("Democratic Republic of the Congo", ["Democratic Republic of the Congo"]),
        ("Бої за Київ", ["Київ"]),
        ("goma", []),
        ("Goma's mayor, 'Juba' and Sana'a’s", ["Goma", "Juba", "Sana'a"]),
        ("New\nYork", ["York"]),
        ("", []),
    ],
)
def test_the_longest_names_are_found_and_no_others(few, text, names):
    assert [text[start:end] for start, end in few.names_in(text)] == names


def test_a_name_is_found_wherever_it_stands_in_a_text_of_megabytes(few):
    filler = "nothing here has a name, not even é; " * 30_000
    text = f"Goma {filler}\nSanta Cruz {filler}Juba"
    assert [text[start:end] for start, end in few.names_in(text)] == ["Goma", "Santa Cruz", "Juba"]


def test_every_known_name_of_plain_letters_is_found_in_its_own_spelling(gazetteer):
    names = [c.name for c in gazetteer.inside((36.0, 32.0, 39.0, 37.0)) if c.name.istitle()]
    text = "\n".join(names)
    found = {text[start:end] for start, end in gazetteer.names_in(text)}
    assert len(names) > 300
    assert {name for name in names if name.isascii() and name.isalpha() and fold(name)} <= found
