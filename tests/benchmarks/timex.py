"""
Measure finding and resolving time expressions on a corpus laid out as TempEval-3.

    python tests/benchmarks/timex.py --corpus FILE_OR_DIR [--dates-only] [--errors 20]

Each line of its ``.jsonl`` files is a document: ``doc``, ``dct`` (its day), ``text`` and
``timex``, a list of ``start``, ``end``, ``type`` and ``value``. Strict: the same span; relaxed:
the spans overlap; value: a relaxed match with the same TIMEX3 value, as F1. No corpus ships
with the program: their texts keep their owners' terms.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

# Run as a script, this file's folder is on the path and not the project's.
sys.path.insert(0, str(Path(__file__).parents[2]))

from geo.codes import DatePrecision
from geo.reading.dates.spans import number_of
from geo.reading.dates.times import find_times
from geo.reading.dates.words import words_in
from geo.reading.parsed import Parser
from geo.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geo.reading.clues import TimeMention


@dataclass(frozen=True, slots=True)
class Timex:
    """An expression with its TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(slots=True)
class Score:
    """Counts over a corpus, and what was wrong."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0
    errors: Counter[str] = field(default_factory=Counter)

    def f1(self, right: int) -> float:
        """Return the harmonic mean of precision and recall."""
        return 2 * right / (self.gold + self.found) if self.gold + self.found else 0.0


_WORDS = {"now": "PRESENT_REF", "past": "PAST_REF", "after": "PAST_REF", "recent": "PAST_REF"}
# Words that tell how a state lasts, which claims need and TIMEX3 does not mark.
_ASPECT = {"still", "once", "so far", "to date", "initially", "previously", "subsequently"}
_QUARTERS = {("01", "03"): "Q1", ("04", "06"): "Q2", ("07", "09"): "Q3", ("10", "12"): "Q4"}
_QUARTERS |= {("06", "08"): "SU", ("03", "05"): "SP", ("09", "11"): "FA", ("12", "02"): "WI"}


_IN_FOUR = re.compile(r"quarter|spring|summer|autumn|fall|winter", re.IGNORECASE)


def timex_of(time: TimeMention, text: str) -> Timex:
    """Write one of our expressions as TIMEX3 does, without the preposition that bounds it."""
    start, when = time.quote.start, time.when
    for word in ("since ", "for ", "in ", "within ", "after ", "over ", "during ", "on "):
        if text[start : time.quote.end].lower().startswith(word):
            start += len(word)
    if span := _span_value(time):
        return Timex(start, time.quote.end, "DURATION" if span[1].isdigit() else "DATE", span)
    if time.kind in _WORDS:
        return Timex(start, time.quote.end, "DATE", _WORDS[time.kind])
    first = when.start or (when.end - timedelta(1) if when.end else None)
    if time.kind == "duration" or first is None:
        return Timex(start, time.quote.end, "DURATION", "PXD")
    if time.kind == "since":
        return Timex(start, time.quote.end, "DATE", _value(first, None, when.precision))
    last = when.end - timedelta(1) if when.start and when.end else None
    sliced = when.precision is DatePrecision.QUARTER and not _IN_FOUR.search(time.quote.text)
    precision = DatePrecision.YEAR if sliced else when.precision  # "early next year": its "mod"
    return Timex(start, time.quote.end, "DATE", _value(first, last, precision))


def _span_value(time: TimeMention) -> str | None:
    """Write how long: "three days" as P3D, "recent months" as PXM."""
    if time.kind not in {"duration", "length", "recent"}:
        return None
    parts = next((words.parts for words in words_in(time.quote.text)), {})
    if "unit" not in parts:
        return None
    number, unit = parts.get("number", ""), parts["unit"].lower()
    vague = "word" in parts or number.lower().endswith(("few", "several", "many"))
    many = "X" if vague else number_of(number or "one")
    return (
        f"PT{many}H" if unit == "hour" else f"P{many}{'E' if unit == 'decade' else unit[0].upper()}"
    )


def _value(first: date, last: date | None, precision: DatePrecision) -> str:  # noqa: PLR0911
    match precision:
        case DatePrecision.YEAR:
            return f"{first:%Y}"
        case DatePrecision.MONTH:
            return f"{first:%Y-%m}"
        case DatePrecision.QUARTER if last:
            return f"{first:%Y}-{_QUARTERS.get((f'{first:%m}', f'{last:%m}'), '')}".rstrip("-")
        case DatePrecision.WEEK:
            return f"{first.isocalendar().year}-W{first.isocalendar().week:02}"
        case DatePrecision.DAYS if first.weekday() == 5 and last == first + timedelta(1):
            return f"{first.isocalendar().year}-W{first.isocalendar().week:02}-WE"
        case DatePrecision.DAYS if first.day in {1, 11, 21} and last and (last - first).days >= 7:
            return f"{first:%Y-%m}"  # a third of a month: TIMEX3 says so in "mod"
    return first.isoformat()


def documents(corpus: Path) -> Iterator[dict[str, Any]]:
    """Give the documents of a corpus, a file or a folder of them."""
    paths = sorted(corpus.glob("*.jsonl")) if corpus.is_dir() else [corpus]
    for path in paths:
        yield from (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())


def add(score: Score, text: str, gold: list[Timex], found: list[Timex]) -> None:
    """Count one document: every gold expression takes the nearest of ours that overlaps it."""
    score.gold, score.found = score.gold + len(gold), score.found + len(found)
    left = list(found)
    for one in gold:
        near = [other for other in left if other.start < one.end and one.start < other.end]
        words = text[one.start : one.end].lower()
        if not near:
            score.errors[f"missed   {one.type} {words}"] += 1
            continue
        best = min(near, key=lambda other: abs(other.start - one.start) + abs(other.end - one.end))
        left.remove(best)
        score.relaxed += 1
        score.strict += (best.start, best.end) == (one.start, one.end)
        score.value += best.value == one.value
        if best.value != one.value:
            score.errors[f"value    {words}: {one.value}, not {best.value}"] += 1
    score.errors.update(f"spurious {text[one.start : one.end].lower()}" for one in left)


def measure(corpus: Iterable[dict[str, Any]], *, dates_only: bool) -> Score:
    """Read every document on its day and compare."""
    score, parser = Score(), Parser()
    for one in corpus:
        day = date.fromisoformat(one["dct"][:10])
        text = one["text"]
        times = find_times(parser.parse(Report(one["doc"], text, published=day)), day)
        ours = [timex_of(time, text) for time in times if time.quote.text.lower() not in _ASPECT]
        gold = [Timex(t["start"], t["end"], t["type"], t["value"])
                for t in one["timex"] if t["end"] > t["start"]]  # fmt: skip
        if dates_only:
            ours = [time for time in ours if time.type == "DATE"]
            gold = [time for time in gold if time.type == "DATE"]
        add(score, text, gold, ours)
    return score


def main() -> None:
    """Print the scores of a corpus, and its commonest errors."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0].strip())
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--dates-only", action="store_true")
    parser.add_argument("--errors", type=int, default=0, help="how many kinds of error to print")
    given = parser.parse_args()
    score = measure(documents(given.corpus), dates_only=given.dates_only)
    print(f"{score.gold} expressions, {score.found} found")
    for name in ("strict", "relaxed", "value"):
        print(f"{name:8} F1 {score.f1(getattr(score, name)):.3f}")
    for what, count in score.errors.most_common(given.errors):
        print(f"{count:4} {what}")


if __name__ == "__main__":
    main()
