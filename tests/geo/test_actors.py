"""The table of actors: names are found as reports write them, and an analyst can extend it."""

from __future__ import annotations

import re

import pytest

from gazetteer.vocabulary import load_vocabulary
from geo.actors import ActorKind, ActorTableError, fold_word, load_actors, name_words

CONFLICTS = tuple(
    re.findall(
        r"\w+", "SY IQ YE LY UA SD SS PS LB MM ML BF NE NG SO CD CF ET AF MZ AZ CO PH HT CM TR EG"
    )
)


@pytest.fixture(scope="module")
def table():
    return load_actors()


def _id_of(table, name):
    actor = table.find(name)
    return actor.id if actor else None


@pytest.mark.parametrize("country", CONFLICTS)
def test_every_war_of_the_list_has_a_government_and_someone_who_fights_it(table, country):
    local = [actor for actor in table if country in actor.country and actor.kind.armed]
    assert table.government_of(country) in table
    assert len({actor.side for actor in local}) >= 2


@pytest.mark.parametrize(
    ("written", "actor"),
    [
        ("al-Shabab", "al_shabaab"),
        ("Al Shabaab", "al_shabaab"),
        ("Isis", "isis"),
        ("IS", "isis"),
        ("Hay\u2019at Tahrir al-Sham", "hts"),
        ("Séléka", "seleka"),
        ("the Observatory", "sohr"),
        ("U.N.", "un"),
        ("Ansarullah", "houthis"),
        ("PFLP-GC", "pflp_gc"),
        ("Médecins Sans Frontières", "msf"),
        ("Ma\u2019an", "maan"),
    ],
)
def test_a_name_is_found_in_the_spellings_of_reports(table, written, actor):
    assert _id_of(table, written) == actor


@pytest.mark.parametrize("word", ["is", "Is", "who", "sac", "aa", "Aa", "nobody at all", ""])
def test_a_common_word_is_no_acronym(table, word):
    assert table.find(word) is None


def test_an_actor_nobody_listed_is_made_up_from_its_id(table):
    actor = table.get("text:the lake brigade")
    assert actor.name == "the lake brigade"
    assert actor.side == actor.id
    assert actor.kind.armed


def test_a_faction_belongs_to_its_umbrella_and_shares_its_side(table):
    assert table.is_within("kataib_hezbollah", "hashd")
    assert not table.is_within("hashd", "kataib_hezbollah")
    assert table.get("pflp_gc").side == table.get("hamas").side


def test_state_media_speaks_for_its_state(table):
    assert table.get("sana").parent == "syrian_government"
    assert table.get("sana").side == table.get("syrian_government").side


def test_every_parent_is_listed_and_every_actor_has_a_side(table):
    for actor in table:
        assert actor.side
        assert actor.parent is None or actor.parent in table.actors, actor.id


def test_no_name_means_two_actors_letter_for_letter(table):
    for listed in table.spellings.values():
        for name in {words for words, _ in listed}:
            assert len({actor for words, actor in listed if words == name}) == 1, name


def test_an_analyst_adds_an_actor_and_changes_one(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text(
        '[lake_front]\nname = "Lake Front"\nkind = "armed_group"\ncountry = ["TD"]\n'
        '[rsf]\ncolour = "#112233"\n'
    )
    table = load_actors(own)
    assert _id_of(table, "Lake Front") == "lake_front"
    assert table.get("rsf").colour == "#112233"
    assert _id_of(table, "Rapid Support Forces") == "rsf"


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("[x\n", "write it like actors.toml"),
        ("x = 1\n", r"write \[x\] above it"),
        ('[x]\nkind = "armed_group"\n', "needs a name"),
        ('[x]\nname = "X"\nkind = "army"\n', "armed_group"),
        ('[x]\nname = "X"\nnames = ["Y"]\n', "aliases"),
    ],
)
def test_a_faulty_file_of_actors_is_refused_with_the_cure(tmp_path, text, cure):
    own = tmp_path / "own.toml"
    own.write_text(text)
    with pytest.raises(ActorTableError, match=cure):
        load_actors(own)


def test_only_those_who_fight_are_armed():
    assert ActorKind.ARMED_GROUP.armed
    assert not ActorKind.MONITOR.armed
    assert not ActorKind.CIVILIANS.armed


def _names_of(actor):
    return (actor.name, *actor.aliases)


def test_no_name_of_an_actor_is_a_country_a_people_or_a_capital(table):
    nations = table.nations.values()
    taken = {w for n in nations for w in (*n.names, *n.people, *([n.capital] if n.capital else []))}
    folded = {tuple(map(fold_word, name_words(word))) for word in taken}
    for actor in table:
        for name in _names_of(actor):
            assert tuple(map(fold_word, name_words(name))) not in folded, (actor.id, name)


def test_no_name_in_small_letters_is_an_ordinary_word(table):
    # A name with a capital needs one in the text, and an acronym all of its own.
    ordinary = load_vocabulary().ordinary
    for actor in table:
        for name in _names_of(actor):
            assert name != name.lower() or name not in ordinary, (actor.id, name)


def test_nothing_two_actors_of_one_country_are_called_is_a_name_of_either(table):
    aliases = {name: actor for actor in table for name in _names_of(actor)}
    for actor in table:
        for word in actor.generic:
            other = aliases.get(word, actor)
            shared = set(other.country) & set(actor.country)
            assert other == actor or not shared, (word, actor.id, other.id)


def test_sides_are_written_in_one_way_and_monitors_are_on_none_that_fights(table):
    sides = {actor.side for actor in table}
    assert len({side.replace("_", "").casefold() for side in sides}) == len(sides)
    fighting = {actor.side for actor in table if actor.kind.armed}
    for actor in table:
        if actor.kind in {ActorKind.MONITOR, ActorKind.NGO, ActorKind.UN_AGENCY}:
            assert actor.side not in fighting, actor.id


def test_no_entry_lists_a_name_or_a_country_twice(table):
    for actor in table:
        assert len(set(_names_of(actor))) == len(_names_of(actor)), actor.id
        assert len(set(actor.country)) == len(actor.country), actor.id
        assert set(actor.country) <= set(table.nations), actor.id


@pytest.mark.parametrize(
    ("name", "actor", "side"),
    [
        ("Jabhat al-Nusra", "nusra", "hts"),
        ("الحوثيون", "houthis", "houthis"),
        ("Вагнер", "wagner", "wagner"),
        ("Sendero Luminoso", "shining_path", "shining_path"),
        ("M-19", "m19", "m19"),
        ("Bwa Kalé", "bwa_kale", "bwa_kale"),
        ("Lashkar-e-Jhangvi", "lashkar_e_jhangvi", "lashkar_e_jhangvi"),
        ("OHCHR", "ohchr", "un"),
        ("WHO", "who", "un"),
        ("B\u2019Tselem", "btselem", "btselem"),
    ],
)
def test_former_native_and_short_names_are_found(table, name, actor, side):
    assert _id_of(table, name) == actor
    assert table.get(actor).side == side
