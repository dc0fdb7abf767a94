"""Our index behind geopy's interface, without a network."""

import socket

import geopandas
import geopandas.tools
import pytest
from geopy.exc import GeocoderQueryError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import SERVICE_TO_GEOCODER, get_geocoder_for_service
from geopy.point import Point
from shapely.geometry import Point as Dot

from gazetteer.errors import GazetteerError
from gazetteer.geocoder import Dateline, register


@pytest.fixture(scope="module")
def geocoder(gazetteer):
    return Dateline(gazetteer)


@pytest.fixture
def no_network(monkeypatch):
    def refuse(*_arguments, **_options):
        pytest.fail("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def _address(location):
    return None if location is None else location.address


@pytest.mark.parametrize(
    ("query", "first", "country"),
    [
        ("Goma", "Goma", "CD"),
        ("goma", "Goma", "CD"),
        ("Paris, Texas", "Paris", "US"),
        ("paris, texas, usa", "Paris", "US"),
        ("Helmand province, Afghanistan", "Helmand", "AF"),
        ("province of Helmand", "Helmand", "AF"),
        ("Yarmouk, Damascus", "Yarmouk", "SY"),
        ("Yarmouk camp, Damascus, Syria", "Yarmouk", "SY"),
        ("London, Ontario", "London", "CA"),
        ("Tripoli, Lebanon", "Tripoli", "LB"),
        ("San José, Antique, Philippines", "San Jose", "PH"),
        ("Cali, Valle del Cauca, Colombia", "Cali", "CO"),
        ("Paris, 75001, France", "Paris", "FR"),
        ("50115 Nairobi, Kenya", "Nairobi", "KE"),
        ("Korea, South", "South Korea", "KR"),
        ("Мариуполь, Украина", "Mariupol", "UA"),
        ("الموصل، العراق", "Mosul", "IQ"),
    ],
)
def test_a_name_with_what_it_lies_in_is_found_there(geocoder, query, first, country):
    location = geocoder.geocode(query)
    assert location.address.split(", ")[0] == first
    assert location.raw["country"] == country


@pytest.mark.parametrize("name", ["Iraq", "Jordan", "Mali", "Chad", "Peru", "Sudan", "Georgia"])
def test_a_country_comes_before_the_towns_of_its_name(geocoder, name):
    assert geocoder.geocode(name).raw["kind"] == "country"


def test_the_province_and_the_city_of_one_name_are_told_apart(geocoder):
    assert geocoder.geocode("Aleppo province").raw["kind"] == "province"
    assert geocoder.geocode("city of Aleppo").raw["kind"] == "city"
    assert geocoder.geocode("Kharkiv oblast").raw["id"] == "iso:UA-63"


@pytest.mark.parametrize(
    ("city", "province", "word"),
    [
        ("Kyiv", "iso:UA-32", "oblast"),
        ("Minsk", "iso:BY-MI", "oblast"),
        ("Buenos Aires", "iso:AR-B", "province"),
        ("Washington", "iso:US-WA", "state"),
    ],
)
def test_the_province_around_a_capital_is_not_the_capitals_own(geocoder, city, province, word):
    assert geocoder.geocode(f"{city} {word}").raw["id"] == province


def test_a_word_for_a_kind_may_be_a_part_of_the_name(geocoder):
    assert geocoder.geocode("Ivory Coast").raw["id"] == "iso:CI"
    assert geocoder.geocode("Kansas City, Missouri").raw["kind"] == "city"
    assert geocoder.geocode("Mexico City").raw["country"] == "MX"


def test_an_ambiguous_name_is_not_guessed_but_its_candidates_are_listed(geocoder):
    assert geocoder.geocode("Springfield") is None
    listed = geocoder.geocode("Springfield", exactly_one=False, limit=3)
    assert len(listed) == 3
    assert {location.raw["status"] for location in listed} == {"ambiguous"}
    assert geocoder.geocode("Springfield, United States") is None


def test_a_name_is_not_looked_for_outside_of_what_it_is_said_to_lie_in(geocoder):
    assert geocoder.geocode("Paris, Zimbabwe") is None
    assert geocoder.geocode("Paris, Zimbabwe", exactly_one=False) is None
    # Nobody knows the second part, so nobody knows that this is the Paris that is meant.
    assert geocoder.geocode("Paris, Qzxwvkj") is None
    assert geocoder.geocode("Entebbe airport") is None


def test_a_lake_is_not_the_town_of_its_name(geocoder):
    listed = geocoder.geocode("Lake Springfield", exactly_one=False) or []
    assert not [one for one in listed if one.raw["guess_distance"] is None]


def test_a_street_is_not_answered_with_its_city(geocoder):
    assert geocoder.geocode("12 Example Street, Damascus, Syria") is None


def test_a_similar_name_is_listed_as_a_guess_and_never_the_single_answer(geocoder):
    assert geocoder.geocode("Mogadishuu") is None
    (first, *_) = geocoder.geocode("Mogadishuu", exactly_one=False)
    assert first.raw["name"] == "Mogadishu"
    assert first.raw["guess_distance"] == 1


def test_the_answer_says_why_and_what_else_it_could_be(geocoder):
    raw = geocoder.geocode("Tripoli").raw
    assert raw["country"] == "LY"
    assert raw["provider"] == "dateline"
    assert 0.55 <= raw["confidence"] <= 1
    assert raw["reasons"]
    assert "LB" in {other["country"] for other in raw["candidates"]}


def test_fields_are_read_as_what_they_say(geocoder):
    assert geocoder.geocode({"country": "Georgia"}).raw["id"] == "iso:GE"
    assert geocoder.geocode({"state": "Georgia"}).raw["id"] == "iso:US-GA"
    assert geocoder.geocode({"city": "Athens", "state": "Georgia"}).raw["country"] == "US"
    assert geocoder.geocode({"city": "Athens", "country": "Greece"}).raw["country"] == "GR"
    assert geocoder.geocode({"city": "Athens", "country": "Peru"}) is None
    assert geocoder.geocode({"city": "Mosul", "country": "Qzxwvkj"}) is None


def test_a_search_can_be_kept_to_countries(geocoder):
    listed = geocoder.geocode("Alexandria", exactly_one=False, country_codes=["eg"])
    assert {location.raw["country"] for location in listed} == {"EG"}
    assert geocoder.geocode("Hamilton", country_codes="bm").raw["country"] == "BM"


@pytest.mark.parametrize(
    "viewbox",
    [
        [Point(43, -3), Point(38, 3)],
        [(38, 3), (43, -3)],
        ["43, -3", "38, 3"],
        (Point("38 0m 0s N 3 0m 0s W"), [43.0, 3.0]),
    ],
)
def test_a_box_prefers_and_when_bounded_restricts(geocoder, viewbox):
    # Valencia: a city of Spain, of Venezuela and of the Philippines.
    assert geocoder.geocode("Valencia", viewbox=viewbox).raw["country"] == "ES"
    listed = geocoder.geocode("Valencia", viewbox=viewbox, bounded=True, exactly_one=False)
    assert {one.raw["country"] for one in listed} == {"ES"}
    elsewhere = geocoder.geocode("Valencia", viewbox=viewbox, exactly_one=False)
    assert {one.raw["country"] for one in elsewhere} > {"ES"}
    assert geocoder.geocode("Mogadishu", viewbox=viewbox).raw["country"] == "SO"
    assert geocoder.geocode("Mogadishu", viewbox=viewbox, bounded=True) is None


@pytest.mark.parametrize(
    ("viewbox", "inside", "outside"),
    [
        # Fiji, over the antimeridian: a longitude beyond 180, then south-west first.
        ([(-20, 177), (-15, 182)], "Labasa", "Nairobi"),
        ([(-20, 177), (-15, -178)], "Labasa", "Nairobi"),
        # The whole world, as in geopy's documentation.
        ([Point(22, 180), Point(-22, -180)], "Nairobi", "Kyiv"),
        ([(-22, -179), (22, 179)], "Nairobi", "Kyiv"),
    ],
)
def test_a_box_over_the_antimeridian_is_not_the_rest_of_the_world(
    geocoder, viewbox, inside, outside
):
    assert geocoder.geocode(inside, viewbox=viewbox, bounded=True) is not None
    assert geocoder.geocode(outside, viewbox=viewbox, bounded=True) is None


@pytest.mark.parametrize(
    ("query", "options"),
    [
        (None, {}),
        (7, {}),
        ({}, {}),
        ({"street": "Main Street", "city": "Goma"}, {}),
        ("Goma", {"limit": 0, "exactly_one": False}),
        ("Goma", {"country_codes": "Congo"}),
        ("Goma", {"viewbox": [(1, 2)]}),
        ("Goma", {"viewbox": "1, 2"}),
        ("Goma", {"viewbox": [(1, 2), (95, 2)]}),
        ("Goma", {"viewbox": [(1, 2), "north"]}),
        ("Goma", {"bounded": True}),
    ],
)
def test_a_bad_argument_is_an_error_of_geopys_own_kind_in_one_sentence(geocoder, query, options):
    with pytest.raises(GeocoderQueryError) as caught:
        geocoder.geocode(query, **options)
    assert str(caught.value).endswith(".")
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("query", ["nowhere", None, (100, 0), (1,), "91, 0", object()])
def test_what_is_no_point_cannot_be_reversed(geocoder, query):
    with pytest.raises(GeocoderQueryError, match="is not a point"):
        geocoder.reverse(query)


def test_the_nearest_settlement_to_a_point_is_found(geocoder):
    assert geocoder.reverse((-1.68, 29.22)).raw["country"] == "CD"
    assert geocoder.reverse("-1.68, 29.22", exactly_one=False, limit=2)[0].address.startswith(
        "Goma"
    )
    location = geocoder.reverse(Point(34.52, 69.18))
    assert location.raw["relation"] == "nearest"
    assert location.raw["distance_m"] < 3_000


def test_far_from_any_town_the_area_is_said_and_on_the_high_seas_nothing(geocoder):
    sahara = geocoder.reverse((24.0, -4.0))
    assert (sahara.raw["relation"], sahara.raw["country"]) == ("contains", "ML")
    assert geocoder.reverse((0.0, -30.0)) is None
    assert geocoder.reverse((0.0, -30.0), exactly_one=False) is None


def test_it_works_in_the_rate_limiter_of_geopy(geocoder):
    limited = RateLimiter(geocoder.geocode, min_delay_seconds=0)
    assert _address(limited("Juba, South Sudan")).startswith("Juba")
    assert [_address(limited(name)) for name in ("Springfield", "Qzxwvkj")] == [None, None]
    assert _address(RateLimiter(geocoder.reverse)((4.85, 31.58))).startswith("Juba")


def test_geopandas_takes_it_by_class_and_by_name(gazetteer, monkeypatch):
    monkeypatch.setitem(SERVICE_TO_GEOCODER, "dateline", None)
    register()
    assert get_geocoder_for_service("dateline") is Dateline
    names = ["Kyiv", "Springfield", "Port-au-Prince"]
    for provider in (Dateline, "dateline"):
        table = geopandas.tools.geocode(names, provider=provider, gazetteer=gazetteer)
        assert isinstance(table, geopandas.GeoDataFrame)
        assert table.crs == "EPSG:4326"
        assert list(table.address.isna()) == [False, True, False]
        assert list(table.geometry.is_empty) == [False, True, False]
        # x is the longitude: Kyiv at 30.5 east, 50.5 north.
        assert (round(table.geometry[0].x), round(table.geometry[0].y)) == (31, 50)


def test_geopandas_reverses_with_it(gazetteer):
    dots = [Dot(30.52, 50.45), Dot(-30.0, 0.0), Dot(-72.34, 18.54)]
    table = geopandas.tools.reverse_geocode(dots, provider=Dateline, gazetteer=gazetteer)
    assert table.crs == "EPSG:4326"
    assert table.address[0].endswith("Ukraine")
    assert list(table.address.isna()) == [False, True, False]
    assert table.address[2].endswith("Haiti")


@pytest.mark.usefixtures("no_network")
def test_nothing_is_ever_sent(gazetteer):
    geocoder = Dateline(gazetteer, user_agent="anything", timeout=1)
    assert geocoder.geocode("Goma") is not None
    assert geocoder.geocode("Qzxwvkj") is None
    assert geocoder.reverse((0, -30)) is None
    with pytest.raises(GazetteerError, match="sends nothing"):
        geocoder._call_geocoder("https://example.org", lambda found: found)


@pytest.mark.usefixtures("gazetteer", "no_network")
def test_the_geocoder_of_the_cache_folder_opens_no_socket():
    # The fixture has built the index already.
    assert Dateline().geocode("Bangui").raw["country"] == "CF"


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        ",",
        " , ; ,",
        "Qzxwvkj",
        "Ukrainians",
        "a" * 10_000,
        "a " * 5_000,
        "a," * 5_000,
        "'; DROP TABLE place",
        "^.*$",
        "%",
        "\x00\x1b[31m",
        "𓀀𓀁",
        "\ud800",
    ],
)
def test_what_names_no_place_gives_nothing(geocoder, query):
    assert geocoder.geocode(query) is None
