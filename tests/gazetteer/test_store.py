"""The index is whole or not there, whatever happens while it is made."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from contextlib import suppress

import pytest

from gazetteer import build, open_gazetteer
from gazetteer.errors import GazetteerError, UnknownPlaceError
from gazetteer.place import Place, PlaceKind
from gazetteer.store import Store, is_whole

ORSA = Place("test:1", "Orsa", PlaceKind.TOWN, 14.62, 61.12, country="SE", other_names=("Orssa",))
ORSA_TOO = Place("test:2", "Orsa", PlaceKind.CITY, 9.0, 45.0, country="IT", population=90_000)


@pytest.fixture
def few_places(monkeypatch):
    monkeypatch.setattr(build, "read_embedded", lambda: [ORSA, ORSA_TOO])


def other_process(path, body):
    """Build the index in a process of its own, with one place more."""
    script = f"""
        import os, signal, sys
        from pathlib import Path
        from gazetteer import build
        from gazetteer.place import Place, PlaceKind
        build.read_embedded = lambda: [
            Place("test:9", "Nahra", PlaceKind.TOWN, 1.0, 2.0) for _ in range(1)
        ]
        def watch(stage, done, total):
            {body}
        build.build_index(Path(sys.argv[1]), watch)
    """
    return subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, "-c", textwrap.dedent(script), str(path)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
    )


@pytest.mark.usefixtures("few_places")
def test_namesakes_are_returned_most_important_first(tmp_path):
    gazetteer = open_gazetteer(cache_folder=tmp_path)
    assert gazetteer.named("ORSA") == (ORSA_TOO, ORSA)
    assert gazetteer.named("Orssa") == (ORSA,)
    assert gazetteer.place("test:1") == ORSA
    assert gazetteer.similar("Orsaa")[0] == (ORSA_TOO, 1)
    assert gazetteer.near(14.6, 61.1) == (ORSA,)
    with pytest.raises(UnknownPlaceError, match="test:3"):
        gazetteer.place("test:3")


@pytest.mark.usefixtures("few_places")
def test_the_index_is_built_once_and_tells_how_far_it_is(tmp_path):
    stages = []
    open_gazetteer(cache_folder=tmp_path, on_progress=lambda *step: stages.append(step)).close()
    assert {total >= done for _, done, total in stages} == {True}
    before = len(stages)
    open_gazetteer(cache_folder=tmp_path, on_progress=lambda *step: stages.append(step)).close()
    assert len(stages) == before


@pytest.mark.usefixtures("few_places")
def test_a_process_killed_in_the_middle_leaves_the_old_index(tmp_path):
    path = build.index_path(tmp_path)
    build.build_index(path)
    kill = "done == 2 and os.kill(os.getpid(), signal.SIGKILL)"
    assert other_process(path, kill).wait(60) == -signal.SIGKILL
    assert is_whole(path)
    assert open_gazetteer(cache_folder=tmp_path).named("Orsa")
    (left,) = tmp_path.glob("building-*")
    hours_ago = time.time() - 7_200
    os.utime(left, (hours_ago, hours_ago))
    build.build_index(path)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@pytest.mark.usefixtures("few_places")
def test_two_processes_that_build_at_once_both_succeed(tmp_path):
    path = build.index_path(tmp_path)
    wait = "__import__('time').sleep(0.2)"
    builders = [other_process(path, wait) for _ in range(2)]
    assert [builder.wait(60) for builder in builders] == [0, 0]
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    assert Store.open(path).by_id("test:9")


@pytest.mark.usefixtures("few_places")
@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[: len(content) // 2],
        lambda _: b"",
        lambda _: b"not an index at all" * 1_000,
        lambda content: content[:100] + b"\x07" * (len(content) - 100),
    ],
)
def test_a_damaged_index_is_built_again(tmp_path, damage):
    path = build.index_path(tmp_path)
    build.build_index(path)
    path.write_bytes(damage(path.read_bytes()))
    assert open_gazetteer(cache_folder=tmp_path).named("Orsa")


@pytest.mark.usefixtures("few_places")
def test_an_index_of_other_sources_is_replaced(tmp_path):
    (tmp_path / "places-0123456789abcdef.sqlite").write_bytes(b"old")
    open_gazetteer(cache_folder=tmp_path).close()
    assert [file.name for file in tmp_path.iterdir()] == [build.index_path(tmp_path).name]


@pytest.mark.usefixtures("few_places")
def test_a_folder_that_cannot_be_written_is_an_error_with_its_cure(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(GazetteerError, match="name another folder"):
        open_gazetteer(cache_folder=tmp_path / "file")


FAR = Place("test:3", "Orsa", PlaceKind.VILLAGE, 100.0, 10.0, country="TH", population=200_000)
ORSA_ANEW = Place("test:1", "Orsa kyrkby", PlaceKind.TOWN, 14.63, 61.13, population=5_000)


@pytest.mark.usefixtures("few_places")
def test_an_index_built_on_request_adds_to_the_embedded_one_and_wins_over_it(tmp_path):
    build.write_index(build.extra_path(tmp_path, "Geo Names"), iter([FAR, ORSA_ANEW]))
    gazetteer = open_gazetteer(cache_folder=tmp_path)
    assert [place.id for place in gazetteer.named("Orsa")] == ["test:3", "test:2", "test:1"]
    renamed = gazetteer.place("test:1")
    assert (renamed.name, renamed.country) == ("Orsa kyrkby", "SE")
    assert gazetteer.named("Orssa") == (renamed,)
    assert gazetteer.near(100.0, 10.0, limit=1) == (FAR,)
    assert gazetteer.indexes()[0].file.endswith("extra-geo-names.sqlite")


@pytest.mark.usefixtures("few_places")
def test_an_index_built_on_request_by_other_code_is_refused_with_its_cure(tmp_path, monkeypatch):
    path = build.extra_path(tmp_path, "dump")
    with monkeypatch.context() as patch:
        patch.setattr(build, "key_code_digest", lambda: "another")
        build.write_index(path, [FAR])
    with pytest.raises(GazetteerError, match="build it again"):
        open_gazetteer(cache_folder=tmp_path)
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(GazetteerError, match="not a whole index"):
        open_gazetteer(cache_folder=tmp_path)


def test_places_come_from_a_stream_that_is_read_once(tmp_path):
    stream = (Place(f"n:{i}", f"Town {i % 7}", PlaceKind.TOWN, i / 9, 1.0) for i in range(900))
    path = tmp_path / "extra-stream.sqlite"
    build.write_index(path, stream, fuzzy=False)
    store = Store.open(path)
    assert len(store.numbers(["town 3"])["town 3"]) == 129
    assert store.by_id("n:899").longitude == 899 / 9
    assert [place.id for place in store.inside(9.9, 0.9, 10.1, 1.1)] == ["n:90"]


def test_a_full_disk_leaves_the_old_index_and_no_half_file(tmp_path):
    path = tmp_path / "extra-dump.sqlite"
    build.write_index(path, [ORSA])
    script = """
        import resource, sys
        from pathlib import Path
        from gazetteer import build
        from gazetteer.errors import GazetteerError
        from gazetteer.place import Place, PlaceKind
        # Writing on fails as it does where the disk is full.
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
        places = (Place(f"t:{i}", f"Town {i}", PlaceKind.TOWN, 1.0, 2.0) for i in range(9_000))
        try:
            build.write_index(Path(sys.argv[1]), places)
        except GazetteerError as error:
            sys.exit(str(error))
    """
    whole = tmp_path.with_name("whole") / "extra-whole.sqlite"
    towns = (Place(f"t:{i}", f"Town {i}", PlaceKind.TOWN, 1.0, 2.0) for i in range(9_000))
    build.write_index(whole, towns)
    # In the tables; in the keys behind them.
    for size in (200_000, whole.stat().st_size - 10):
        run = subprocess.run(  # noqa: S603 - our own script
            [sys.executable, "-c", textwrap.dedent(script), str(path), str(size)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 1
        assert "free some space" in run.stderr
        assert "Traceback" not in run.stderr
        assert [file.name for file in tmp_path.iterdir()] == [path.name]
        assert Store.open(path).by_id("test:1") == ORSA


@pytest.mark.parametrize(
    "place",
    [
        Place("test:4", "Half \ud83d sign", PlaceKind.TOWN, 1.0, 2.0),
        Place("test:4", "Crowd", PlaceKind.TOWN, 1.0, 2.0, population=10**30),
    ],
)
def test_a_place_that_cannot_be_stored_is_an_error_that_tells_which(tmp_path, place):
    with pytest.raises(GazetteerError, match="Place 2 of the source"):
        build.write_index(tmp_path / "extra-bad.sqlite", [ORSA, place])
    assert not list(tmp_path.iterdir())


def test_an_error_in_a_source_leaves_the_old_index(tmp_path):
    path = tmp_path / "extra-dump.sqlite"
    build.write_index(path, [ORSA])

    def broken():
        yield FAR
        raise GazetteerError("Row 2 cannot be read.")

    with pytest.raises(GazetteerError, match="Row 2"):
        build.write_index(path, broken())
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    assert Store.open(path).by_id("test:1") == ORSA


@pytest.mark.usefixtures("few_places")
def test_a_whole_index_in_a_folder_that_is_read_only_is_opened(tmp_path):
    build.build_index(build.index_path(tmp_path))
    tmp_path.chmod(0o555)
    try:
        assert open_gazetteer(cache_folder=tmp_path).named("Orsa")
    finally:
        tmp_path.chmod(0o755)


def test_pairs_that_go_through_files_are_written_as_those_in_memory(tmp_path, monkeypatch):
    def written(places):
        path = tmp_path / "extra-pairs.sqlite"
        build.write_index(path, places)
        return {c.name: Store.open(path).numbers([c.name.lower()]) for c in places}, path

    places = [Place(f"t:{i}", f"Town {i % 300}", PlaceKind.TOWN, i / 9, 1.0) for i in range(900)]
    in_memory, _ = written(places)
    monkeypatch.setattr("gazetteer.key_writer._HELD", 100)
    through_files, path = written(places)
    assert through_files == in_memory
    assert is_whole(path)
    assert in_memory["Town 7"] == {"town 7": [7, 307, 607]}


@pytest.mark.usefixtures("few_places")
def test_an_index_with_wrong_bytes_inside_is_an_error_and_no_wrong_place(tmp_path):
    path = build.index_path(tmp_path)
    build.build_index(path)
    content = path.read_bytes()
    at = content.index(b"places\x00\x01") + 32
    for size in (8, 64, 400):
        path.write_bytes(content[:at] + b"\xff" * size + content[at + size :])
        answer = None
        with suppress(GazetteerError):
            answer = Store.open(path).numbers(["orsa"])
        assert answer in (None, {}, {"orsa": [1, 0]})
