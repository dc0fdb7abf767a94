"""
How fast reports are read, beside spaCy's parse alone on the same text in the same run.

The parse is one call of the model's ``pipe`` over all paragraphs, the fastest way to use it.
Everything else is ours: paragraphs, dates, places, actors, claims. Run with ``make bench``,
on one core as ``taskset -c 0 make bench``.
"""

from __future__ import annotations

import subprocess
import sys
from time import process_time

import pytest

from geo.reading.boilerplate import blocks_of
from geo.reading.parsed import plain
from geo.reading.reader import RuleReader
from geo.report import Report, load_reports

# As many words a report as a long article of a news agency has.
WORDS = 3_000


@pytest.fixture(scope="module")
def rules(gazetteer, language_model):
    return RuleReader(gazetteer, parser=language_model)


@pytest.fixture(scope="module")
def seeds(seeds_folder):
    return load_reports([seeds_folder])[0]


def long_report(seeds, words):
    """One report of so many words: the paragraphs of the example reports, again and again."""
    paragraphs = [line for one in seeds for line in one.text.splitlines() if len(line) > 80]
    taken: list[str] = []
    count = 0
    while count < words:
        taken.append(paragraphs[len(taken) % len(paragraphs)])
        count += len(taken[-1].split())
    return Report("long", "\n\n".join(taken))


def words_of(reports):
    return sum(len(one.text.split()) for one in reports)


def best_of(rounds, work):
    times = []
    for _ in range(rounds):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def test_reading_takes_little_longer_than_the_parse_it_rests_on(benchmark, rules, seeds):
    stories = [
        plain(one.text[block.start : block.end])
        for one in seeds
        for block in blocks_of(one.text)
        if block.is_story
    ]
    benchmark.pedantic(rules.read, args=(seeds,), rounds=3, warmup_rounds=1)
    if benchmark.enabled:
        parse = best_of(5, lambda: list(rules._parser._nlp.pipe(stories)))
        ours = best_of(5, lambda: rules.read(seeds))
        print(
            f"\nwords a second: {words_of(seeds) / ours:,.0f}, parse {words_of(seeds) / parse:,.0f}"
        )
        print(f"time of reading over that of the parse alone: {ours / parse:.2f}")
        assert ours < 2.8 * parse  # 2.2 when written; the rest is a busy machine


def test_ten_times_the_words_take_about_ten_times_as_long(benchmark, rules, seeds):
    benchmark.pedantic(rules.read, args=([long_report(seeds, WORDS)],), rounds=1)
    if benchmark.enabled:
        short = best_of(2, lambda: rules.read([long_report(seeds, WORDS)]))
        long = best_of(1, lambda: rules.read([long_report(seeds, 10 * WORDS)]))
        print(f"\ntime of ten times the words over ten times the time: {long / short / 10:.2f}")
        assert long < 13 * short  # 11.4 on a busy machine when written


_PEAK = """
import resource, sys
from tests.benchmarks.test_reading_speed import long_report
from pathlib import Path
from gazetteer import open_gazetteer
from geo.reading.reader import RuleReader
from geo.report import load_reports
reader = RuleReader(open_gazetteer())
seeds = load_reports([Path(sys.argv[1])])[0]
reader.read([long_report(seeds, 1_000)])
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
reader.read([long_report(seeds, int(sys.argv[2]))])
print(before // 1024, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def test_a_hundred_thousand_words_are_read_in_bounded_memory(benchmark, seeds_folder):
    def peak():
        done = subprocess.run(  # noqa: S603 - our own interpreter and our own script
            [sys.executable, "-c", _PEAK, str(seeds_folder), "100000"],
            capture_output=True, text=True, check=True, cwd=seeds_folder.parent,
        )  # fmt: skip
        return tuple(map(int, done.stdout.split()))

    if benchmark.enabled:
        before, after = benchmark.pedantic(peak, rounds=1)
        print(f"\nmegabytes at most: {before} for 1,000 words, {after} for 100,000")
        assert after < 500  # 353 when written
    else:
        benchmark(lambda: None)
