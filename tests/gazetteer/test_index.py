"""What lies where."""


def test_the_base_map_has_the_areas_of_the_frame_and_no_others(gazetteer):
    countries = {p.country for p in gazetteer.base_map((36.0, 32.5, 37.0, 34.0))}
    assert countries == {"SY", "LB", "JO"}
    assert all(p.outline is not None for p in gazetteer.base_map((36.0, 32.5, 37.0, 34.0)))


def test_a_city_lies_in_its_province_and_its_country(gazetteer):
    (kherson,) = (p for p in gazetteer.named("Kherson") if p.kind == "city")
    assert [p.id for p in gazetteer.ancestors(kherson)][-2:] == ["iso:UA-65", "iso:UA"]
    assert gazetteer.contains(gazetteer.place("iso:UA"), kherson)
    assert not gazetteer.contains(gazetteer.place("iso:RO"), kherson)
    assert not gazetteer.contains(kherson, gazetteer.place("iso:UA"))


def test_a_country_comes_before_the_cities_that_share_its_name(gazetteer):
    for name in ("Iraq", "Jordan", "Georgia", "Lebanon", "Mali"):
        assert gazetteer.named(name)[0].kind == "country"


def test_no_population_is_given_where_the_source_has_a_dummy(gazetteer):
    assert gazetteer.place("geonames:169174").population is None


def test_many_names_at_once_are_the_names_one_by_one(gazetteer):
    names = ["Goma", "الحديدة", "Nowhere at all", "", "San José", "Goma"]
    one_by_one = [tuple(place.id for place in gazetteer.named(n, limit=500)) for n in names]
    assert gazetteer.ids_named(names) == one_by_one
    assert gazetteer.ids_named([]) == []
