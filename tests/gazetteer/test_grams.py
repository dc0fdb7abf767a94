"""Misspelt names lead to the right ones, as guesses; whatever is asked, the answer is clear."""

import random
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from gazetteer import open_gazetteer
from gazetteer.grams import postings, similar_keys
from gazetteer.index import Gazetteer
from gazetteer.place import Place, PlaceKind
from gazetteer.spot import Toponym
from gazetteer.store import Store

KEYS = sorted(["aleppo", "alepp", "homs", "hama", "yarmouk", "khan yunis", "харків", "حلب", "大阪"])


def index_of(keys):
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE key(number INTEGER PRIMARY KEY, key TEXT)")
    connection.execute("CREATE TABLE gram(gram INTEGER PRIMARY KEY, keys BLOB)")
    connection.executemany("INSERT INTO key VALUES (?, ?)", enumerate(keys))
    connection.executemany("INSERT INTO gram VALUES (?, ?)", postings(keys))
    return connection


def town(number, name, country, *, people=1_000, others=()):
    return Place(f"test:{number}", name, PlaceKind.TOWN, 40.0, 34.0, country, (), others, people)


def gazetteer_of(*places):
    return Gazetteer(Store.in_memory(places))


@pytest.mark.parametrize(
    ("asked", "found", "distance"),
    [
        ("yarmuok", "yarmouk", 1),
        ("allepo", "aleppo", 2),
        ("aleppoo", "aleppo", 1),
        ("kahn yunis", "khan yunis", 1),
        ("khan younes", "khan yunis", 2),
        ("aleppo", "aleppo", 0),
    ],
)
def test_a_letter_missing_added_changed_or_two_swapped_counts_one(asked, found, distance):
    assert (found, distance) in similar_keys(index_of(KEYS), asked, most=2)


@given(st.lists(st.text("abcd ", min_size=4, max_size=9), min_size=1, unique=True), st.data())
def test_no_name_that_is_one_letter_away_is_missed(keys, data):
    """A gazetteer may be any set of names; compare with going through all of them."""
    asked = data.draw(st.sampled_from(sorted(keys)))
    at = data.draw(st.integers(0, len(asked) - 1))
    asked = data.draw(
        st.sampled_from([asked[:at] + asked[at + 1 :], asked[:at] + "x" + asked[at + 1 :]])
    )
    every = {(key, OSA.distance(asked, key)) for key in keys}
    found = similar_keys(index_of(sorted(keys)), asked, most=1)
    assert {pair for pair in every if pair[1] <= 1} == set(found)


def test_guesses_come_by_distance_and_then_by_importance():
    places = gazetteer_of(
        town(1, "Marala", "SY", people=5_000),
        town(2, "Maraba", "BR", people=200_000),
        town(3, "Maranda", "IT", people=900_000),
    )
    assert [(p.name, n) for p, n in places.similar("Marana")] == [
        ("Maranda", 1),
        ("Maraba", 1),
        ("Marala", 1),
    ]
    assert [n for _, n in places.similar("Marxla")] == [1, 2]


def test_a_name_spelt_by_ear_is_a_guess_that_says_so():
    places = gazetteer_of(
        town(1, "Al Miqdādīyah", "IQ"), town(2, "Mikdade", "US"), town(3, "Samarra", "IQ")
    )
    (guess,) = places.guesses("mouqdadieh", limit=5)
    assert guess.place.id == "test:1"
    assert guess.same_consonants
    assert guess.distance == 4


def test_namesakes_do_not_push_another_name_off_the_list():
    names = ["Varana", "Varona", "Verana", "Varena"]
    many = [town(n, "Varina", "US", people=10**5 + n) for n in range(9)]
    places = gazetteer_of(*many, *(town(20 + n, name, "ES") for n, name in enumerate(names)))
    assert {p.name for p, _ in places.similar("Varuna", limit=5)} == {"Varina", *names}


@pytest.mark.parametrize(
    "asked",
    ["", " ", "\x00", "x" * 10_000, "ab " * 5_000, "'; DROP TABLE key; --", "(((", "\ud800", "%_"],
)
def test_a_strange_question_has_no_answer_and_no_error(asked):
    assert gazetteer_of(town(1, "Homs", "SY")).similar(asked) == ()


def test_misspelt_names_of_the_world_are_among_the_first_five():
    """One slip in a name of five to seven letters, one or two in a longer one."""
    places, rng = open_gazetteer(), random.Random(11)  # noqa: S311 - seeded for tests
    names = "Donetsk Kharkiv Aleppo Yarmouk Mosul Kandahar Goma Maiduguri Mogadishu Hodeidah"
    names += " Bakhmut Bamako Tripoli Benghazi Naypyidaw Mandalay Tigray Bogota Medellin Culiacan"
    for name in names.split():
        at = rng.randrange(1, len(name) - 1)
        slip = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
        found = [p for p, _ in places.similar(slip)]
        assert {p.id for p in places.named(name)} & {p.id for p in found}, slip


@pytest.mark.parametrize(("people", "status"), [(90_000, "ambiguous"), (600, "resolved")])
def test_a_misspelt_name_is_not_placed_where_another_country_has_one_as_near(people, status):
    places = gazetteer_of(
        town(1, "Zelvara", "SY", people=50_000),
        town(2, "Zelmara", "PE", people=people),
        town(3, "Orsadan", "SY", people=200_000),
    )
    text = "Fighting in Orsadan spread to Zelxara."
    spans = [Toponym(12, 19, "Orsadan"), Toponym(30, 37, "Zelxara")]
    answer = places.resolve(spans, text)[1]
    assert answer.status == status
    assert answer.ranked[0].place.id == "test:1"
    assert answer.confidence <= 0.6
