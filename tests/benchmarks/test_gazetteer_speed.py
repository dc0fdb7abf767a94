"""
How fast names are looked up and found in text, beside a named peer, in the same run.

The peer of exact look-up is a table of SQLite whose key is the folded name, the store this
one replaced; both fold what they are asked. The peer of finding
names in text is ahocorasick_rs over the same names in lower case. Run with ``make bench``.
"""

from __future__ import annotations

import random
import sqlite3
from itertools import chain
from time import perf_counter

import pytest
from ahocorasick_rs import AhoCorasick, MatchKind

from gazetteer import open_gazetteer
from gazetteer.names import fold
from gazetteer.scan import HashTable, stretches_in

# Every place of the index has its names in the order of the sources; asked in another one.
ASKED = 200_000


@pytest.fixture(scope="module")
def store(gazetteer):
    return next(s for s in gazetteer._layers.stores if "places-" in s.file())


@pytest.fixture(scope="module")
def spellings(store):
    rows = sqlite3.connect(store.file()).execute("SELECT name, other_names FROM place")
    names = list(chain.from_iterable((name, *other.split("|")) for name, other in rows))
    return random.Random(1).sample([name for name in names if name], ASKED)  # noqa: S311 - a sample


@pytest.fixture(scope="module")
def news(seeds_folder):
    """Three megabytes of text: the example reports, again and again."""
    files = sorted(p for p in seeds_folder.rglob("*") if p.suffix in {".txt", ".md", ".html"})
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    return text * (3_000_000 // len(text) + 1)


def best_of(rounds, work):
    times = []
    for _ in range(rounds):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times)


def told(benchmark, words, ratio):
    benchmark.extra_info[words] = ratio
    print(f"\n{words}: {ratio:.2f}")


def test_exact_look_up_from_any_spelling_beside_a_table_of_text(benchmark, store, spellings):
    peer = sqlite3.connect(":memory:")
    peer.execute("CREATE TABLE name(key TEXT PRIMARY KEY, number INTEGER) WITHOUT ROWID")
    rows = sqlite3.connect(store.file()).execute("SELECT key, number FROM key")
    peer.executemany("INSERT INTO name VALUES (?, ?)", rows)

    def by_text():
        for name in spellings:
            peer.execute("SELECT number FROM name WHERE key = ?", (fold(name),)).fetchall()

    def ours():
        for name in spellings:
            store.find(name)

    benchmark.pedantic(ours, rounds=3, warmup_rounds=1)
    if benchmark.enabled:
        ratio = best_of(3, by_text) / benchmark.stats.stats.min
        told(benchmark, "names a second over those of a table of text", ratio)
        told(benchmark, "names a second", ASKED / benchmark.stats.stats.min)
        assert ratio > 1


def test_finding_names_in_text_beside_aho_and_corasick(benchmark, store, news):
    rows = sqlite3.connect(store.file()).execute("SELECT key FROM key")
    keys = [key for (key,) in rows if key.isascii()]
    table = HashTable(store.stretches())
    benchmark.pedantic(stretches_in, args=(news, [table]), rounds=3, warmup_rounds=1)
    if benchmark.enabled:
        peer = AhoCorasick(keys, matchkind=MatchKind.LeftmostLongest)
        lower = news.lower()
        theirs = best_of(3, lambda: peer.find_matches_as_indexes(lower))
        ratio = theirs / benchmark.stats.stats.min
        told(benchmark, "text a second over that of ahocorasick_rs", ratio)
        told(benchmark, "megabytes a second", len(news) / 1e6 / benchmark.stats.stats.min)
        assert ratio > 1


def test_opening_the_index_beside_reading_it(benchmark, store):
    path = store.file()
    benchmark.pedantic(lambda: open_gazetteer().close(), rounds=5, warmup_rounds=1)

    def read_all():
        with open(path, "rb") as file:  # noqa: PTH123 - a plain read is the peer
            return sum(map(len, iter(lambda: file.read(1 << 20), b"")))

    if benchmark.enabled:
        ratio = benchmark.stats.stats.min / best_of(3, read_all)
        told(benchmark, "seconds to open over seconds to read the file", ratio)
