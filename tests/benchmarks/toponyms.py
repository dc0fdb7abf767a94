"""
Measure finding and placing names on a corpus of annotated news, and count the errors by kind.

    python tests/benchmarks/toponyms.py --corpus DIR [--spans-given] [--errors 20]

The folder has ``docs.jsonl`` (doc, text) and ``gold.jsonl`` (doc, start, end, text, lat, lon
and perhaps resolve, recognise, fcode). No corpus ships with the program: their texts keep
their owners' terms. The measures are defined in ``toponym_scores.py``.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

# Run as a script, this file's folder is on the path and not the project's.
sys.path.insert(0, str(Path(__file__).parents[2]))

from gazetteer import open_gazetteer
from gazetteer.spot import Toponym
from tests.benchmarks.toponym_kinds import kind_of_missed, kind_of_spurious, kind_of_wrong_place
from tests.benchmarks.toponym_scores import (
    CLOSE_KM,
    FARTHEST_KM,
    Answer,
    Errors,
    Gold,
    answers_of,
    error_km,
    gold_of,
    matched,
    precision_recall_f1,
    texts_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gazetteer.index import Gazetteer
    from gazetteer.resolve import Resolution


@dataclass(slots=True)
class Corpus:
    """The texts and gold names that are measured."""

    texts: Mapping[str, str]
    gold: Mapping[str, Sequence[Gold]]


@dataclass(slots=True)
class Tally:
    """Errors by kind, with what was written, for the table at the end."""

    counts: Counter[str] = field(default_factory=Counter)
    examples: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, kind: str, example: str) -> None:
        """Count one error."""
        self.counts[kind] += 1
        self.examples[kind][example] += 1

    def show(self, title: str, examples: int) -> None:
        """Print the kinds, the most frequent first."""
        print(f"\n{title}: {self.counts.total():,}")
        for kind, count in self.counts.most_common():
            print(f"  {count:>5,}  {kind}")
            for example, times in self.examples[kind].most_common(examples):
                print(f"           {times:>3} {example}")


def main() -> None:
    """Read the arguments, measure, print."""
    options = _options()
    texts = texts_of(options.corpus)
    gold = gold_of(options.corpus)
    docs = sorted(texts)[options.half :: 2] if options.half is not None else sorted(texts)
    corpus = Corpus({d: texts[d] for d in docs}, {d: gold.get(d, []) for d in docs})
    gazetteer = open_gazetteer()
    if options.predictions:
        show_end_to_end(corpus, answers_of(options.predictions), gazetteer, options.errors)
        return
    if not options.spans_given:
        marks = {"demonyms": options.demonyms, "embedded": options.embedded}
        began = perf_counter()
        answers = {d: found_in(d, text, gazetteer, **marks) for d, text in corpus.texts.items()}
        seconds = perf_counter() - began
        show_speed(corpus, seconds)
        show_conventions(corpus, gazetteer)
        show_end_to_end(corpus, answers, gazetteer, options.errors)
    if not options.end_to_end:
        show_spans_given(corpus, gazetteer, options.errors)


def found_in(
    doc: str, text: str, gazetteer: Gazetteer, *, demonyms: bool = False, embedded: bool = False
) -> list[Answer]:
    """Spot and resolve one text; a name that is not resolved has no coordinates."""
    spotted = gazetteer.spot(text, demonyms=demonyms, embedded=embedded)
    found = gazetteer.resolve(spotted, text)
    return [_answer(doc, resolution, best=False) for resolution in found]


def show_speed(corpus: Corpus, seconds: float) -> None:
    """Print how fast the texts were read."""
    words = sum(len(text.split()) for text in corpus.texts.values())
    docs = len(corpus.texts)
    print(f"{docs:,} texts in {seconds:.1f} s: {docs / seconds:,.0f} texts/s, ", end="")
    print(f"{words / seconds:,.0f} words/s")


def show_conventions(corpus: Corpus, gazetteer: Gazetteer) -> None:
    """
    Print how names are found under each convention of annotation.

    Some corpora annotate peoples and adjectives ("Syrian"), some names inside other names
    ("University of Aleppo"), some neither; a map wants neither, so that is the default.
    """
    print("recognition, exact, as corpora annotate:     P      R     F1")
    for demonyms, embedded in product((False, True), repeat=2):
        answers = {
            doc: [
                Answer(doc, one.start, one.end, None, None)
                for one in gazetteer.spot(text, demonyms=demonyms, embedded=embedded)
            ]
            for doc, text in corpus.texts.items()
        }
        found = _paired(corpus, answers, exact=True)
        hits = sum(answer is not None for _, answer in found)
        shares = precision_recall_f1(hits, sum(map(len, answers.values())), len(found))
        named = [("peoples", demonyms), ("names in names", embedded)]
        which = " and ".join(name for name, given in named if given) or "neither of the two"
        print("    with {:<34}  {:.4f} {:.4f} {:.4f}".format(which, *shares))


def show_end_to_end(
    corpus: Corpus, answers: Mapping[str, Sequence[Answer]], gazetteer: Gazetteer, examples: int
) -> None:
    """Print how names were found, where the found ones were placed, and the errors."""
    pairs = []
    for exact in (True, False):
        found = _paired(corpus, answers, exact=exact)
        hits = sum(answer is not None for _, answer in found)
        given = sum(len(answers.get(doc, ())) for doc in corpus.texts)
        shares = precision_recall_f1(hits, given, len(found))
        how = "exact  " if exact else "overlap"
        print("recognition, {}: P {:.4f} R {:.4f} F1 {:.4f}".format(how, *shares))
        pairs.append(found)
    _show_distances("end to end", pairs[0])
    missed, spurious = Tally(), Tally()
    for name, answer in pairs[0]:
        if answer is None:
            missed.add(kind_of_missed(name, answers.get(name.doc, ()), gazetteer), name.text)
    right = {(g.doc, g.start, g.end) for g, answer in pairs[0] if answer}
    for doc, text in corpus.texts.items():
        for answer in answers.get(doc, ()):
            if (doc, answer.start, answer.end) not in right:
                kind = kind_of_spurious(answer, corpus.gold[doc], text)
                spurious.add(kind, text[answer.start : answer.end])
    missed.show("gold names that were not found", examples)
    spurious.show("found names that are not gold", examples)
    _wrong(pairs[0], gazetteer).show("found, but placed wrongly or not at all", examples)


def show_spans_given(corpus: Corpus, gazetteer: Gazetteer, examples: int) -> None:
    """Print where the gold names were placed, of the best candidate and of answers only."""
    best, sure, trust = [], [], []
    began = perf_counter()
    for doc, text in corpus.texts.items():
        names = corpus.gold[doc]
        spans = [Toponym(g.start, g.end, text[g.start : g.end]) for g in names]
        for name, found in zip(names, gazetteer.resolve(spans, text), strict=True):
            best.append((name, _answer(doc, found, best=True)))
            sure.append((name, _answer(doc, found, best=False)))
            trust.append((found.confidence, error_km(*best[-1])))
    print(f"\nspans given: {len(best):,} names in {perf_counter() - began:.1f} s")
    _show_distances("the best candidate", best)
    _show_distances("resolved only", sure)
    _show_calibration(trust)
    left = sum(
        e is not None and error_km(*s) is None for s, (_, e) in zip(sure, trust, strict=True)
    )
    print(f"left ambiguous: {left:,}")
    _wrong(best, gazetteer).show("placed over 161 km away or not at all", examples)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--corpus", type=Path, required=True, help="folder of the corpus")
    parser.add_argument("--predictions", type=Path, help="score this JSONL instead of running")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--spans-given", action="store_true", help="only place the gold names")
    which.add_argument("--end-to-end", action="store_true", help="only find and place names")
    parser.add_argument("--demonyms", action="store_true", help="find peoples and adjectives too")
    parser.add_argument("--embedded", action="store_true", help="find names in names too")
    parser.add_argument("--errors", type=int, default=0, help="examples to show of each kind")
    parser.add_argument("--half", type=int, choices=(0, 1), help="only every second document")
    return parser.parse_args()


def _answer(doc: str, found: Resolution, *, best: bool) -> Answer:
    place = found.ranked[0].place if best and found.ranked else found.place
    where = (place.longitude, place.latitude) if place else (None, None)
    return Answer(doc, found.toponym.start, found.toponym.end, *where)


def _paired(
    corpus: Corpus, answers: Mapping[str, Sequence[Answer]], *, exact: bool
) -> list[tuple[Gold, Answer | None]]:
    found: list[tuple[Gold, Answer | None]] = []
    for doc in corpus.texts:
        names = corpus.gold[doc]
        found += zip(names, matched(names, answers.get(doc, ()), exact=exact), strict=True)
    return found


def _show_distances(title: str, pairs: Sequence[tuple[Gold, Answer | None]]) -> None:
    placed = [(name, answer) for name, answer in pairs if name.latitude is not None]
    errors = [error_km(name, answer) for name, answer in placed]
    strict = Errors(tuple(FARTHEST_KM if km is None else km for km in errors))
    answered = Errors(tuple(km for km in errors if km is not None))
    print(f"{title}, all gold:      {strict.described()}")
    print(f"{title}, answered only: {answered.described()}")


def _show_calibration(trust: Sequence[tuple[float, float | None]]) -> None:
    """Print how often answers of each confidence are right: the two should agree."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, km in trust:
        if km is not None:
            bins[min(9, int(confidence * 10))].append((confidence, km < CLOSE_KM))
    print("confidence   names   said   right")
    for _, rows in sorted(bins.items()):
        said = sum(confidence for confidence, _ in rows) / len(rows)
        right = sum(close for _, close in rows) / len(rows)
        print(f"            {len(rows):>6,}   {said:.2f}    {right:.2f}")


def _wrong(pairs: Sequence[tuple[Gold, Answer | None]], gazetteer: Gazetteer) -> Tally:
    tally = Tally()
    for name, answer in pairs:
        km = error_km(name, answer)
        if name.latitude is not None and answer and (km is None or km >= CLOSE_KM):
            tally.add(kind_of_wrong_place(name, answer, gazetteer), name.text)
    return tally


if __name__ == "__main__":
    main()
