"""Whatever is asked, the answer is clear: places, nothing, or an error with its cure."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.errors import UnknownPlaceError
from gazetteer.names import fold

ANY_SIGN = st.characters(exclude_categories=())
QUERIES = [
    "",
    " ",
    " \t\n\u00a0 " * 500,
    "x" * 10_000,
    "Goma " * 2_000,
    "Дамаск" * 2_000,
    "\x00",
    "Goma\x00Juba",
    "\x00iso:SY",
    "\x01iso:SY",
    "\ud800",
    "Go\udfffma",
    "'; DROP TABLE place; --",
    '" OR 1=1 --',
    "%",
    "_",
    ".*",
    "(a+)+$",
    "[[[[",
    "\\",
    "😀 🇺🇦",
    "大馬士革",
    "ကမ္ဘာ",
    "\u202eamoG",
    "\u0301" * 300,
    "-" * 10_000,
    "A." * 5_000,
    "St. " * 2_500,
    "Al-" * 3_300,
]


def ask_everything(gazetteer, query):
    """Put the query to everything that takes words."""
    found = gazetteer.named(query)
    assert all(place.id for place in found)
    assert all(distance >= 0 for _, distance in gazetteer.similar(query))
    toponyms = gazetteer.spot(query)
    assert [query[t.start : t.end] for t in toponyms] == [t.text for t in toponyms]
    assert len(gazetteer.resolve(toponyms, query)) == len(toponyms)
    assert all(0 <= start < end <= len(query) for start, end in gazetteer.names_in(query))
    with pytest.raises(UnknownPlaceError):
        gazetteer.place(query)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: repr(query[:12]))
def test_a_hostile_query_gets_a_clear_answer(gazetteer, query):
    ask_everything(gazetteer, query)


@given(st.text(ANY_SIGN, max_size=60))
def test_any_text_gets_a_clear_answer(gazetteer, query):
    ask_everything(gazetteer, query)


@pytest.mark.parametrize("query", ["", " ", "\x00iso:SY", "%", ".*", "'; DROP TABLE place; --"])
def test_nothing_is_found_under_what_is_no_name(gazetteer, query):
    assert gazetteer.named(query) == ()
    assert not fold(query) or fold(query).isprintable()


def test_threads_that_share_a_gazetteer_get_what_one_alone_gets(gazetteer):
    names = ["Aden", "Goma", "Kharkiv", "Mosul", "Springfield", "San José", "Yarmuok"] * 12

    def answer(name):
        places = gazetteer.named(name)
        around = gazetteer.near(places[0].longitude, places[0].latitude) if places else ()
        return places, gazetteer.similar(name), around, gazetteer.spot(f"Fighting near {name}.")

    alone = [answer(name) for name in names[:7]] * 12
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(answer, names)) == alone
