"""A dump of GeoNames is read row by row, and no bad row takes a good one with it."""

import pytest

from gazetteer.errors import GazetteerError
from gazetteer.place import PlaceKind
from gazetteer.sources.alternate_names import AlternateNames
from gazetteer.sources.geonames import Dump
from tests.gazetteer.sources.dumps import row, zipped

SYRIA = [
    row(163843, "Syrian Arab Republic", 35, 38, feature="A.PCLI", codes=("00",)),
    row(170062, "Aleppo Governorate", 36.2, 37.5, feature="A.ADM1", codes=("09",)),
    row(99170063, "Afrin District", 36.5, 36.8, feature="A.ADM2", codes=("09", "SY0203")),
    row(170063, "Aleppo", 36.2, 37.16, others="Halab,ALP,حلب", feature="P.PPLA", codes=("09",)),
    row(7001, "Jinderes", 36.39, 36.69, codes=("09", "SY0203"), population=99_999),
    row(7002, "Bāb al Hawā", 36.2, 36.6, ascii_name="Bab al Hawa", feature="S.STNB"),
    row(7003, "Atmah Camp", 36.3, 36.7, feature="L.CMPRF"),
]


def read(path, **options):
    dump = Dump(path, **options)
    return {place.name: place for place in dump.places()}, dump


@pytest.fixture
def syria(tmp_path):
    readme = [("readme.txt", "long " * 9_999)]
    return zipped(tmp_path / "SY.zip", "SY.txt", SYRIA, beside=readme)


def test_divisions_and_countries_have_the_ids_of_the_embedded_ones(syria):
    places, _ = read(syria)
    assert places["Syrian Arab Republic"].id == "iso:SY"
    assert places["Aleppo Governorate"].id == "iso:SY-HL"
    assert places["Jinderes"].parents == ("geonames:99170063", "iso:SY-HL", "iso:SY")
    assert places["Afrin District"].parents == ("iso:SY-HL", "iso:SY")
    assert places["Syrian Arab Republic"].parents == ()


def test_a_city_has_its_number_and_its_names_without_airport_codes(syria):
    places, _ = read(syria)
    assert places["Aleppo"].id == "geonames:170063"
    assert places["Aleppo"].other_names == ("Halab", "حلب")
    assert places["Bāb al Hawā"].other_names == ("Bab al Hawa",)


def test_dummies_are_no_populations(syria):
    places, _ = read(syria)
    assert places["Jinderes"].population is None


@pytest.mark.parametrize(
    ("feature", "population", "kind"),
    [
        ("P.PPL", 0, PlaceKind.VILLAGE),
        ("P.PPL", 3_000, PlaceKind.TOWN),
        ("P.PPL", 80_000, PlaceKind.CITY),
        ("P.PPLC", 900, PlaceKind.CITY),
        ("P.PPLX", 80_000, PlaceKind.DISTRICT),
        ("S.CMPRF", 80_000, PlaceKind.CAMP),
        ("L.CMPRF", 0, PlaceKind.CAMP),
        ("H.STM", 0, PlaceKind.WATER),
        ("T.MT", 0, PlaceKind.LANDMARK),
        ("T.ISL", 500, PlaceKind.REGION),
        ("L.RGN", 0, PlaceKind.REGION),
        ("A.ADM2", 0, PlaceKind.COUNTY),
        ("S.NEWCODE", 0, PlaceKind.LANDMARK),
        (".", 0, PlaceKind.LANDMARK),
    ],
)
def test_feature_codes_become_kinds(tmp_path, feature, population, kind):
    line = row(5, "Somewhere", 1, 2, feature=feature, population=population)
    places, _ = read(zipped(tmp_path / "XX.zip", "XX.txt", [line]))
    assert places["Somewhere"].kind is kind


def test_the_unpacked_table_gives_the_same_as_the_archive(tmp_path, syria):
    table = tmp_path / "SY.txt"
    table.write_text("\ufeff" + "\r\n".join(SYRIA), encoding="utf-8")
    assert list(read(table)[0].values()) == list(read(syria)[0].values())


BAD_ROWS = {
    "18 columns": ("\t".join(["1"] * 18), "18 columns"),
    "a latitude of 95": (row(8, "North of north", 95, 0), "not a latitude"),
    "a coordinate that is no number": (row(8, "Here", "x", 0), "could not convert"),
    "not a number": (row(8, "Here", "nan", "nan"), "not a latitude"),
    "no name": (row(8, " ", 1, 1), "no name"),
    "a NUL": (row(8, "He\x00re", 1, 1), "NUL"),
    "another encoding": (row(8, "Düsseldorf", 1, 1).encode("latin-1"), "UTF-8"),
    "a number twice": (row(7002, "Twice", 1, 1), "came before"),
    "a number out of reach": (row(10**15, "Far", 1, 1), "not a number of GeoNames"),
}


@pytest.mark.parametrize("fault", BAD_ROWS)
def test_a_bad_row_is_counted_and_told_and_the_good_ones_stay(tmp_path, fault):
    bad, told = BAD_ROWS[fault]
    good = [line.encode() for line in SYRIA]
    bad = bad if isinstance(bad, bytes) else bad.encode()
    content = b"\n".join([*good, bad, row(9, "After", 1, 1).encode()])
    places, dump = read(zipped(tmp_path / "SY.zip", "SY.txt", content))
    assert len(places) == len(SYRIA) + 1
    assert "After" in places
    (sentence,) = dump.told()
    assert "SY.zip: 1 left out, the first at line 8:" in sentence
    assert told in sentence


def test_rows_longer_than_a_piece_of_the_file_stay_whole(tmp_path):
    others = ",".join(f"Name{n}" for n in range(1_000))
    rows = [row(n, f"Place {n}", 1, 1, others=others) for n in range(1, 300)]
    places, dump = read(zipped(tmp_path / "big.zip", "big.txt", rows))
    assert len(places) == 299
    assert not dump.told()


def wrong_files():
    return {
        "the names of divisions": b"SY.09\tAleppo\tAleppo\t170062\n" * 5,
        "an archive of pictures": None,
        "nothing": b"",
        "zeros": bytes(3_000_000),
        "UTF-16": "\n".join(SYRIA).encode("utf-16"),
        "a page of the web": b"<html>\n<title>404</title>\n" * 20_000,
    }


@pytest.mark.parametrize("what", wrong_files())
def test_what_is_no_dump_is_refused_with_the_cure(tmp_path, what):
    content = wrong_files()[what]
    path = tmp_path / "allCountries.zip"
    if content is None:
        zipped(path, "photo.jpg", b"jpg")
    else:
        zipped(path, "allCountries.txt", content)
    with pytest.raises(GazetteerError, match=r"https://download\.geonames\.org"):
        read(path)


@pytest.mark.parametrize("kept", [0.3, 0.99])
def test_a_truncated_archive_is_refused_with_the_cure(tmp_path, kept):
    path = zipped(tmp_path / "SY.zip", "SY.txt", SYRIA * 50)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * kept)])
    with pytest.raises(GazetteerError, match="download it again"):
        read(path)


def test_an_archive_with_a_flipped_bit_is_refused(tmp_path):
    rows = [row(n, f"Place {n * 7919 % 1013}", n % 90, n % 180) for n in range(1, 5_000)]
    path = zipped(tmp_path / "SY.zip", "SY.txt", rows)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(GazetteerError, match="download it again"):
        read(path)


def test_the_hierarchy_puts_a_quarter_into_its_city_and_a_country_into_its_continent(
    tmp_path, syria
):
    hierarchy = zipped(
        tmp_path / "hierarchy.zip",
        "hierarchy.txt",
        ["170063\t7001\t", "6255147\t163843\tADM", "163843\t170062\tADM", "what\tis\tthis"],
    )
    places, dump = read(syria, hierarchy=hierarchy)
    assert places["Jinderes"].parents[:2] == ("geonames:170063", "geonames:99170063")
    assert places["Syrian Arab Republic"].parents == ("geonames:6255147",)
    assert places["Aleppo Governorate"].parents == ("iso:SY",)
    assert "line 4" in dump.told()[0]


def name_row(place, language, name, *, preferred="", historic=""):
    return "\t".join(["1", str(place), language, name, preferred, "", "", historic, "", ""])


def test_alternate_names_are_real_names_in_use(tmp_path, syria):
    path = zipped(
        tmp_path / "alternateNamesV2.zip",
        "alternateNamesV2.txt",
        [
            name_row(170063, "en", "Haleb"),
            name_row(170063, "grc", "Beroea", historic="1"),
            name_row(170063, "link", "https://en.wikipedia.org/wiki/Aleppo"),
            name_row(170063, "iata", "Alp"),
            name_row(170063, "wkdt", "Q41183"),
            name_row(170063, "unlc", "SYALP"),
            name_row(170063, "post", "C5X0"),
            name_row(170063, "tr", "Halep", preferred="1"),
            name_row(170063, "zh-Hant", "阿勒頗"),
            name_row(170063, "", "Halab ash Shahba"),
            "too\tshort",
        ],
        beside=[("iso-languagecodes.txt", "ara\tara\tar\tArabic\n" * 500)],
    )
    with AlternateNames(path) as names:
        places, _ = read(syria, alternate_names=names)
        assert "line 11" in names.faults.told()
    assert places["Aleppo"].other_names == (
        "Halep",
        "Haleb",
        "阿勒頗",
        "Halab ash Shahba",
        "Halab",
        "حلب",
    )


def test_a_name_of_the_past_in_the_rows_own_list_is_dropped_too(tmp_path):
    line = row(498817, "Saint Petersburg", 59.9, 30.3, others="Leningrad,Piter", country="RU")
    path = zipped(
        tmp_path / "alternateNamesV2.zip",
        "alternateNamesV2.txt",
        [name_row(498817, "ru", "Leningrad", historic="1")],
    )
    with AlternateNames(path) as names:
        dump = zipped(tmp_path / "RU.zip", "RU.txt", [line])
        places, _ = read(dump, alternate_names=names)
    assert places["Saint Petersburg"].other_names == ("Piter",)


def test_a_dump_in_place_of_the_alternate_names_is_refused(syria):
    with pytest.raises(GazetteerError, match=r"alternateNamesV2\.zip"):
        AlternateNames(syria)
