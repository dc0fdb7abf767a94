"""
Measure which places of a sentence an event is tied to, and show the errors by kind.

    python tests/benchmarks/event_place.py --corpus DIR [--errors 20] [--kind "place lost"]

The folder has ``dev.jsonl``, one sentence a line with ``text``, ``event`` (the span of one verb)
and ``location`` (the spans of the place names where that event happened: none, one or several),
after Halterman, "Geolocating political events in text" (2019). No corpus ships with the program.

What is counted:

- The answer is what `mentions_for` gives for the verb, read as a report of one sentence. A common
  noun ("the city") counts as the nearest name of the same place in the sentence, else as nothing.
- **Tokens**: the words of the answered spans against the words of the annotated ones, as the
  published figure counts them (.83 precision and recall; "the next NAME after in or at" .33).
  Words that only say what kind of place it is ("city", "the", "province") are not counted, for
  the annotators took them in or left them out at will.
- **Names**: a name is right if it shares a counted word with an annotated one.
- **Sentences**: all of the annotated names and no other.

Rows with an annotated span that is empty, cuts a word or has nothing that is counted are left
out: their words were lost when the corpus was made. Rows annotated as having no place are often
wrong ("killed by sniper fire in Samarra"); the figures are therefore also given for those that
have one.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

# Run as a script, this file's folder is on the path and not the project's.
sys.path.insert(0, str(Path(__file__).parents[2]))

from gazetteer import open_gazetteer
from geo.reading.clues import Clues
from geo.reading.parsed import Parser
from geo.reading.places.clause_place import mentions_for
from geo.reading.places.mentions import find_mentions
from geo.reading.places.words import words
from geo.report import Report
from tests.benchmarks.toponym_scores import precision_recall_f1

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gazetteer.index import Gazetteer
    from geo.claims import Mention

Span = tuple[int, int]

_WORD = re.compile(r"\w+")
_UNCOUNTED = words(
    "the a of and in city town village province district region area camp state county "
    "governorate neighborhood neighbourhood suburb airport base"
)
_NEXT_NAME = re.compile(r"\b(?:in|at)\s+(?:the\s+)?((?:[A-Z][\w'-]*\s?)+)")


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence, its event and where that happened."""

    id: str
    text: str
    event: Span
    gold: tuple[Span, ...]

    def words(self, spans: Iterable[Span]) -> set[int]:
        """Return where the counted words of some spans begin."""
        return {
            start + found.start()
            for start, end in spans
            for found in _WORD.finditer(self.text[start:end])
            if found[0].lower() not in _UNCOUNTED
        }

    def names(self, spans: Iterable[Span]) -> list[str]:
        """Return the words of some spans."""
        return [self.text[start:end] for start, end in spans]


def main() -> None:
    """Read the arguments, measure, print."""
    options = _options()
    rows = rows_of(options.corpus / "dev.jsonl")
    gazetteer, parser = open_gazetteer(), Parser()
    began = perf_counter()
    answers = [answer(row, parser, gazetteer) for row in rows]
    print(f"{len(rows):,} sentences in {perf_counter() - began:.1f} s")
    show("next NAME after in or at", rows, [next_name(row) for row in rows])
    show("ours", rows, answers)
    having = [(row, spans) for row, spans in zip(rows, answers, strict=True) if row.gold]
    show("ours, where there is a place", *zip(*having, strict=True))
    show_errors(rows, answers, examples=options.errors, only=options.kind)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", maxsplit=1)[0])
    parser.add_argument("--corpus", type=Path, required=True, help="folder with dev.jsonl")
    parser.add_argument("--errors", type=int, default=0, help="examples of each kind of error")
    parser.add_argument("--kind", default="", help="show only this kind of error")
    return parser.parse_args()


def rows_of(file: Path) -> list[Row]:
    """Read the sentences that have their spans."""
    with file.open(encoding="utf-8") as lines:
        read = [_row(json.loads(line)) for line in lines]
    return [row for row in read if all(_is_whole(row, span) for span in row.gold)]


def _is_whole(row: Row, span: Span) -> bool:
    start, end = span
    cut = (row.text[at - 1 : at + 1].isalnum() and start < end for at in span if at)
    return bool(row.words([span])) and not any(cut)


def _row(row: dict[str, Any]) -> Row:
    (event, *_) = row["event"]
    gold = tuple((one["start"], one["end"]) for one in row["location"])
    return Row(row["id"], row["text"], (event["start"], event["end"]), gold)


def answer(row: Row, parser: Parser, gazetteer: Gazetteer) -> tuple[Span, ...]:
    """Return the spans of the names that we tie the event to."""
    parsed = parser.parse(Report(report_id=row.id, text=row.text))
    sentence = parsed.sentence_at(row.event[0])
    tokens = sentence.tokens_between(*row.event) if sentence else []
    if sentence is None or not tokens:
        return ()
    mentions = find_mentions(parsed, gazetteer)
    clues = Clues(parsed, None, mentions, (), ())
    found = mentions_for(clues, sentence, tokens[-1], gazetteer=gazetteer)
    names = [one for one in clues.mentions_in(sentence) if not one.nominal]
    spans = [span for mention in found if (span := _named(mention, names))]
    return tuple(dict.fromkeys(spans))


def _named(mention: Mention, names: Sequence[Mention]) -> Span | None:
    same = (
        [mention] if not mention.nominal else [n for n in names if n.place_id == mention.place_id]
    )
    at = mention.quote.start
    best = min(same, key=lambda one: abs(one.quote.start - at), default=None)
    return (best.quote.start, best.quote.end) if best else None


def next_name(row: Row) -> tuple[Span, ...]:
    """Return the first capitalised words behind "in" or "at" after the event."""
    found = _NEXT_NAME.search(row.text, row.event[1])
    return ((found.start(1), found.start(1) + len(found[1].rstrip())),) if found else ()


def show(title: str, rows: Sequence[Row], answers: Sequence[Sequence[Span]]) -> None:
    """Print tokens, names and sentences."""
    tokens, names, whole = Counter[str](), Counter[str](), 0
    for row, spans in zip(rows, answers, strict=True):
        gold, ours = row.words(row.gold), row.words(spans)
        tokens.update(hit=len(gold & ours), ours=len(ours), gold=len(gold))
        right = sum(bool(row.words([span]) & gold) for span in spans)
        got = sum(bool(row.words([span]) & ours) for span in row.gold)
        names.update(right=right, ours=len(spans), got=got, gold=len(row.gold))
        whole += right == len(spans) and got == len(row.gold)
    precision, recall, f1 = precision_recall_f1(tokens["hit"], tokens["ours"], tokens["gold"])
    print(f"\n{title}")
    print(f"  tokens     precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
    precision, recall = names["right"] / names["ours"], names["got"] / names["gold"]
    f1 = 2 * precision * recall / (precision + recall)
    print(f"  names      precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
    print(f"  sentences  {whole / len(rows):.3f}  ({whole:,} of {len(rows):,})")


def show_errors(
    rows: Sequence[Row], answers: Sequence[Sequence[Span]], *, examples: int, only: str
) -> None:
    """Print the kinds of error, the most frequent first, with examples."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for row, spans in zip(rows, answers, strict=True):
        if kind := kind_of_error(row, spans):
            event = row.text[slice(*row.event)]
            said = f"{row.names(spans)} for {row.names(row.gold)}"
            kinds[kind].append(f"{row.id} {event!r} {said}: {row.text.strip()}")
    print(f"\nsentences not wholly right: {sum(map(len, kinds.values())):,}")
    for kind, found in sorted(kinds.items(), key=lambda pair: -len(pair[1])):
        print(f"  {len(found):>5,}  {kind}")
        for example in found[: examples if only in {"", kind} else 0]:
            print(f"         {example}")


def kind_of_error(row: Row, spans: Sequence[Span]) -> str | None:
    """Name what is wrong with an answer; None where it is right."""
    gold, ours = row.words(row.gold), row.words(spans)
    extra = [span for span in spans if not row.words([span]) & gold]
    lost = [span for span in row.gold if not row.words([span]) & ours]
    if not extra and not lost:
        return None
    if not row.gold:
        return "a place for none"
    if not spans:
        return "place lost"
    if not (gold & ours):
        return "another place"
    return "a place too many" if extra else "one of several lost"


if __name__ == "__main__":
    main()
