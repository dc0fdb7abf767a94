"""Services on the network, played by a small server on this machine."""

import json
import logging
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from geopy.exc import ConfigurationError
from geopy.geocoders import GeoNames, Nominatim, Pelias, Photon

from gazetteer.geocoder import Dateline
from gazetteer.online import Manners, Online
from gazetteer.online_cache import OnlineCache

# A hamlet that is in no index; what each of the services would say of it.
NAME, LAT, LON = "Qzorsa-le-Vieux", 12.25, -3.5
ANSWERS = {
    "/search": [
        {
            "display_name": NAME,
            "lat": str(LAT),
            "lon": str(LON),
            "licence": "ODbL",
            "type": "hamlet",
        }
    ],
    "/reverse": {"display_name": NAME, "lat": str(LAT), "lon": str(LON), "licence": "ODbL"},
    "/api": {
        "type": "FeatureCollection",
        "features": [
            {
                "geometry": {"type": "Point", "coordinates": [LON, LAT]},
                "properties": {"name": NAME, "country": "Burkina Faso"},
            }
        ],
    },
    "/v1/search": {
        "type": "FeatureCollection",
        "features": [
            {
                "geometry": {"type": "Point", "coordinates": [LON, LAT]},
                "properties": {"name": NAME, "layer": "locality"},
            }
        ],
    },
    "/searchJSON": {
        "geonames": [
            {"name": NAME, "lat": str(LAT), "lng": str(LON), "countryName": "Burkina Faso"}
        ]
    },
}
NOTHING = {
    "/search": [],
    "/api": {"features": []},
    "/v1/search": {"features": []},
    "/searchJSON": {"geonames": []},
}
AGENT = "tests of an offline gazetteer (nobody@example.org)"


class Service:
    """What the server will say, and what it was asked."""

    def __init__(self):
        self.asked = []
        self.agents = []
        self.status = 200
        self.body = None

    def answer(self, path):
        self.asked.append(path)
        where = urlsplit(path)
        if self.body is not None:
            return self.body
        words = " ".join(one for some in parse_qs(where.query).values() for one in some)
        found = ANSWERS if NAME in words or where.path == "/reverse" else NOTHING
        return json.dumps(found[where.path]).encode()


@pytest.fixture
def service():
    told = Service()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            told.agents.append(self.headers["User-Agent"])
            body = told.answer(self.path)
            self.send_response(told.status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_arguments):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    told.host = f"127.0.0.1:{server.server_port}"
    yield told
    server.shutdown()
    server.server_close()
    thread.join()


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self):
        self.seconds = 0.0
        self.slept = []

    def read(self):
        return self.seconds

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.seconds += seconds

    def now(self):
        return datetime(2026, 5, 1, tzinfo=UTC) + timedelta(seconds=self.seconds)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def online(service, clock, tmp_path):
    """Make an Online of a real geopy geocoder that talks to the server of the test."""

    def make(kind="Nominatim", *, folder=tmp_path, **options):
        common = {"scheme": "http", "user_agent": AGENT, "proxies": {}, "timeout": 5}
        made = {
            "Nominatim": lambda: Nominatim(domain=service.host, **common),
            "Photon": lambda: Photon(domain=service.host, **common),
            "Pelias": lambda: Pelias(service.host, "secret-key", **common),
            "GeoNames": lambda: GeoNames("secret-user", domain=service.host, **common),
        }[kind]()
        manners = Manners(clock=clock.read, sleep=clock.sleep, now=clock.now)
        return Online(made, cache_folder=folder, manners=manners, **options)

    return make


FOUR = pytest.mark.parametrize("kind", ["Nominatim", "Photon", "Pelias", "GeoNames"])


@FOUR
def test_what_the_index_does_not_know_is_asked_and_marked(kind, online, service, gazetteer):
    location = Dateline(gazetteer, online=online(kind)).geocode(NAME)
    assert location.raw["provider"] == location.raw["source"] == f"{kind} {service.host}"
    assert location.raw["status"] == "from the network"
    assert location.raw["retrieved"].startswith("2026-05-01T00:00")
    assert location.raw["attribution"]
    assert location.raw["answer"]
    assert service.agents == [AGENT]


@pytest.mark.parametrize("kind", ["Nominatim", "Photon"])
def test_the_licence_of_openstreetmap_goes_with_its_answers(kind, online, gazetteer):
    raw = Dateline(gazetteer, online=online(kind)).geocode(NAME).raw
    assert "OpenStreetMap contributors" in raw["attribution"]
    assert "ODbL" in raw["attribution"]


@FOUR
def test_a_question_is_asked_once_also_when_nothing_is_found(kind, online, service, gazetteer):
    for _ in range(3):
        # A new one each time, as another process would make.
        geocoder = Dateline(gazetteer, online=online(kind))
        assert geocoder.geocode(NAME).address.startswith(NAME)
        assert geocoder.geocode("Qzxwvkj") is None
    assert len(service.asked) == 2


def test_what_the_index_knows_or_finds_ambiguous_is_not_asked(online, service, gazetteer):
    geocoder = Dateline(gazetteer, online=online())
    geocoder.geocode("Goma")
    assert geocoder.geocode("Springfield") is None
    geocoder.geocode("   ")
    assert geocoder.reverse((-1.68, 29.22)).raw["provider"] == "dateline"
    assert service.asked == []


def test_a_point_on_the_high_seas_is_asked(online, service, gazetteer):
    geocoder = Dateline(gazetteer, online=online())
    assert geocoder.reverse((0, -30)).address == NAME
    assert geocoder.reverse((0, -30), exactly_one=False)[0].raw["status"] == "from the network"
    assert len(service.asked) == 1


def test_without_a_service_nothing_is_asked(service, gazetteer):
    assert Dateline(gazetteer).geocode(NAME) is None
    assert service.asked == []


def test_requests_are_a_second_apart_and_kept_answers_do_not_wait(online, clock):
    asking = online()
    for number in range(4):
        asking.geocode(f"{NAME} {number}")
    assert clock.seconds == pytest.approx(3.0)
    asking.geocode(f"{NAME} 0")
    assert clock.seconds == pytest.approx(3.0)


def test_an_answer_that_is_too_old_is_asked_again(online, clock, service):
    asking = online(max_age=timedelta(days=30))
    asking.geocode(NAME)
    clock.seconds += 29 * 86_400
    asking.geocode(NAME)
    assert len(service.asked) == 1
    clock.seconds += 2 * 86_400
    asking.geocode(NAME)
    assert len(service.asked) == 2


@pytest.mark.parametrize("status", [400, 404, 429, 500, 503])
def test_an_error_of_the_service_is_logged_and_not_kept(online, service, gazetteer, status, caplog):
    service.status = status
    geocoder = Dateline(gazetteer, online=online("Pelias"))
    with caplog.at_level(logging.WARNING):
        assert geocoder.geocode(NAME) is None
    (record,) = (r for r in caplog.records if r.name == "gazetteer.online")
    assert NAME in record.getMessage()
    assert "secret-key" not in caplog.text
    service.status = 200
    assert Dateline(gazetteer, online=online("Pelias")).geocode(NAME) is not None


@FOUR
@pytest.mark.parametrize("body", [b"", b"<html>", b"[1]", b"{}", b"null", b'{"features": 7}'])
def test_nonsense_from_the_service_is_no_answer(kind, online, service, gazetteer, body):
    service.body = body
    assert Dateline(gazetteer, online=online(kind)).geocode(NAME) is None


def test_a_service_that_refused_is_not_asked_again(online, service):
    service.status = 429
    asking = online()
    for number in range(5):
        assert asking.geocode(f"{NAME} {number}") == []
    assert len(service.asked) == 1


def test_a_service_that_is_not_there_is_no_answer(gazetteer, tmp_path, clock):
    # Port 9 of this machine: nobody listens.
    gone = Nominatim(domain="127.0.0.1:9", scheme="http", user_agent=AGENT, proxies={}, timeout=1)
    manners = Manners(clock=clock.read, sleep=clock.sleep, now=clock.now)
    asking = Online(gone, cache_folder=tmp_path, manners=manners)
    assert Dateline(gazetteer, online=asking).geocode(NAME) is None


def test_answers_far_from_each_other_are_listed_and_none_is_picked(online, service, gazetteer):
    far = [dict(ANSWERS["/search"][0], lat=str(lat)) for lat in (LAT, LAT + 5)]
    service.body = json.dumps(far).encode()
    geocoder = Dateline(gazetteer, online=online())
    assert geocoder.geocode(NAME) is None
    latitudes = [one.latitude for one in geocoder.geocode(NAME, exactly_one=False)]
    assert latitudes == [LAT, LAT + 5]


def test_countries_are_asked_for_and_a_service_that_cannot_is_not_asked(online, service, gazetteer):
    Dateline(gazetteer, online=online()).geocode(NAME, country_codes=["bf", "ml"])
    assert parse_qs(urlsplit(service.asked[0]).query)["countrycodes"] == ["BF,ML"]
    assert Dateline(gazetteer, online=online("Photon")).geocode(NAME, country_codes="bf") is None
    assert len(service.asked) == 1


def test_a_bounded_box_holds_for_the_service_too(online, gazetteer):
    geocoder = Dateline(gazetteer, online=online())
    inside, outside = [(10, -5), (15, 0)], [(40, 0), (50, 10)]
    assert geocoder.geocode(NAME, viewbox=inside, bounded=True) is not None
    assert geocoder.geocode(NAME, viewbox=outside, bounded=True) is None


def test_a_geocoder_that_does_not_say_who_asks_is_refused(tmp_path):
    with pytest.raises(ConfigurationError, match="user_agent"):
        Online(Photon(), cache_folder=tmp_path)


def test_keys_and_users_are_not_kept_on_disk(online, tmp_path):
    online("Pelias").geocode(NAME)
    online("GeoNames").geocode(NAME)
    assert b"secret" not in (tmp_path / "online.sqlite").read_bytes()


def test_two_processes_keep_their_answers_in_one_file(tmp_path):
    script = (
        "import sys; from datetime import UTC, datetime; from pathlib import Path\n"
        "from gazetteer.online_cache import OnlineCache\n"
        "cache = OnlineCache(Path(sys.argv[1]))\n"
        "for n in range(60):\n"
        "    cache.put('S', f'{sys.argv[2]} {n}', [], now=datetime(2026, 1, 1, tzinfo=UTC))\n"
    )
    path = tmp_path / "new" / "online.sqlite"
    running = [
        subprocess.Popen([sys.executable, "-c", script, str(path), name])  # noqa: S603  our own
        for name in "ab"
    ]
    assert [one.wait() for one in running] == [0, 0]
    cache, now = OnlineCache(path), datetime(2026, 1, 2, tzinfo=UTC)
    kept = [cache.get("S", f"{name} {n}", now=now) for name in "ab" for n in range(60)]
    assert all(one is not None and one.found == [] for one in kept)


def test_a_damaged_file_of_answers_is_said_and_the_service_asked(online, tmp_path, caplog):
    (tmp_path / "online.sqlite").write_bytes(b"not a database, but long enough to look like one")
    with caplog.at_level(logging.WARNING):
        assert online().geocode(NAME)[0].address == NAME
    assert "delete" in caplog.text
