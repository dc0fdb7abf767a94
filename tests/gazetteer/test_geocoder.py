"""Our index behind geopy's interface, without a network."""

import pytest

from gazetteer.geocoder import Dateline


@pytest.fixture(scope="module")
def geocoder(gazetteer):
    return Dateline(gazetteer)


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("Goma", "Goma, Nord Kivu"),
        ("Paris, Texas", "Paris, Texas, United States"),
        ("Kherson oblast", "Kherson, Ukraine"),
        ("Sudan", "Sudan"),
    ],
)
def test_a_name_is_geocoded(geocoder, query, address):
    location = geocoder.geocode(query)
    assert location.address.startswith(address.split(",")[0])
    assert location.address.split(", ")[-1] in {
        "Democratic Republic of the Congo",
        "United States",
        "Ukraine",
        "Sudan",
    }


def test_an_ambiguous_name_is_not_guessed_but_its_candidates_are_listed(geocoder):
    assert geocoder.geocode("Springfield") is None
    listed = geocoder.geocode("Springfield", exactly_one=False, limit=3)
    assert len(listed) == 3


def test_a_search_can_be_kept_to_countries(geocoder):
    listed = geocoder.geocode("Alexandria", exactly_one=False, country_codes=["eg"])
    assert {location.raw["country"] for location in listed} == {"EG"}


def test_the_nearest_settlement_to_a_point_is_found(geocoder):
    assert geocoder.reverse((-1.68, 29.22)).raw["country"] == "CD"
    assert geocoder.reverse("-1.68, 29.22", exactly_one=False, limit=2)[0].address.startswith(
        "Goma"
    )
    assert geocoder.reverse((0.0, -30.0)) is None


@pytest.mark.parametrize("query", ["", "   ", ",", "Qzxwvkj", "a" * 10_000, "'; DROP TABLE place"])
def test_what_names_no_place_gives_nothing(geocoder, query):
    assert geocoder.geocode(query) is None
