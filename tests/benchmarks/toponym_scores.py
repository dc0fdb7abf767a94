"""
Measures of finding and placing names in text, as the literature defines them.

After Gritta, Pilehvar and Collier, "A pragmatic guide to geoparsing evaluation" (2020):
precision, recall and F1 of the spans; the error of a name is the great-circle distance of
the answer from the annotated point; A@161 is the share of errors below 161 km (100 miles);
AUC is the area under the sorted logarithms of the errors, 0 for all right, 1 for all at the
other end of the world. A name without an answer costs 20,039 km, half the equator.
"""

from __future__ import annotations

import json
import math
import statistics
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

FARTHEST_KM = 20_039.0
CLOSE_KM = 161.0
# Mean radius of the earth, IUGG.
_RADIUS_KM = 6_371.009


@dataclass(frozen=True, slots=True)
class Gold:
    """A name as an annotator marked it; longitude and latitude are None where nobody placed it."""

    doc: str
    start: int
    end: int
    text: str
    longitude: float | None = None
    latitude: float | None = None
    feature_code: str | None = None  # GeoNames, such as "PPL" or "ADM2"


@dataclass(frozen=True, slots=True)
class Answer:
    """A name as a program found it, in WGS 84 degrees; None where it does not say where."""

    doc: str
    start: int
    end: int
    longitude: float | None = None
    latitude: float | None = None


@dataclass(frozen=True, slots=True)
class Errors:
    """Distances in kilometres between answers and gold."""

    km: tuple[float, ...]

    def described(self) -> str:
        """Return the figures in one line."""
        if not self.km:
            return "nothing to measure"
        return (
            f"n {len(self.km):>6,}  A@161 {self.close:.4f}  "
            f"mean {statistics.mean(self.km):>8,.1f} km  "
            f"median {statistics.median(self.km):>8,.2f} km  AUC {self.auc:.4f}"
        )

    @property
    def close(self) -> float:
        """The share below 161 km."""
        return sum(km < CLOSE_KM for km in self.km) / len(self.km)

    @property
    def auc(self) -> float:
        """The normalised area under the sorted logarithms, by the trapezoid rule."""
        logs = sorted(math.log(km + 1) for km in self.km)
        if len(logs) == 1:
            return logs[0] / math.log(FARTHEST_KM)
        area = math.fsum((one + other) / 2 for one, other in pairwise(logs))
        return area / (math.log(FARTHEST_KM) * (len(logs) - 1))


def texts_of(corpus: Path) -> dict[str, str]:
    """Read docs.jsonl: the text of each document."""
    return {str(row["doc"]): row["text"] for row in _rows(corpus / "docs.jsonl")}


def gold_of(corpus: Path) -> dict[str, list[Gold]]:
    """Read gold.jsonl; names without a span, or that are not to be recognised, are left out."""
    found: dict[str, list[Gold]] = defaultdict(list)
    for row in _rows(corpus / "gold.jsonl"):
        if row.get("start", -1) >= 0 and row.get("recognise", True) is not False:
            found[str(row["doc"])].append(_gold(row))
    return {doc: sorted(names, key=lambda g: (g.start, g.end)) for doc, names in found.items()}


def answers_of(file: Path) -> dict[str, list[Answer]]:
    """Read predictions: one JSON object a line with doc, start, end, lat, lon."""
    found: dict[str, list[Answer]] = defaultdict(list)
    for row in _rows(file):
        place = _number(row.get("lon")), _number(row.get("lat"))
        found[str(row["doc"])].append(Answer(str(row["doc"]), row["start"], row["end"], *place))
    return found


def matched(gold: Sequence[Gold], answers: Sequence[Answer], *, exact: bool) -> list[Answer | None]:
    """Return the answer of each name, one to one, from the left, the closest span first."""
    fits = _same_span if exact else _overlap
    left, pairs = list(answers), []
    for name in gold:
        near = [answer for answer in left if fits(name, answer)]
        if near:
            best = min(near, key=lambda a: abs(a.start - name.start) + abs(a.end - name.end))
            left.remove(best)
        pairs.append(best if near else None)
    return pairs


def precision_recall_f1(hits: int, answered: int, wanted: int) -> tuple[float, float, float]:
    """Return the three shares; 0 where there is nothing to divide by."""
    precision = hits / answered if answered else 0.0
    recall = hits / wanted if wanted else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def error_km(gold: Gold, answer: Answer | None) -> float | None:
    """Return how far the answer is from the gold point in km; None where either has none."""
    if answer is None or answer.latitude is None or answer.longitude is None:
        return None
    if gold.latitude is None or gold.longitude is None:
        return None
    return great_circle_km(gold.longitude, gold.latitude, answer.longitude, answer.latitude)


def great_circle_km(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """Return the distance over a sphere between two points in degrees, by Vincenty's form."""
    south, north = math.radians(lat), math.radians(other_lat)
    east = math.radians(other_lon - lon)
    across = math.cos(north) * math.sin(east)
    along = math.cos(south) * math.sin(north) - math.sin(south) * math.cos(north) * math.cos(east)
    ahead = math.sin(south) * math.sin(north) + math.cos(south) * math.cos(north) * math.cos(east)
    return _RADIUS_KM * math.atan2(math.hypot(across, along), ahead)


def _same_span(gold: Gold, answer: Answer) -> bool:
    return (gold.start, gold.end) == (answer.start, answer.end)


def _overlap(gold: Gold, answer: Answer) -> bool:
    return answer.start < gold.end and gold.start < answer.end


def _gold(row: dict[str, Any]) -> Gold:
    placed = row.get("resolve", True) is not False
    lon, lat = _number(row.get("lon")), _number(row.get("lat"))
    if not placed or lon is None or lat is None:
        lon = lat = None
    code = row.get("fcode")
    return Gold(str(row["doc"]), row["start"], row["end"], row.get("text", ""), lon, lat, code)


def _number(value: object) -> float | None:
    return None if value in {None, ""} else float(value)  # type: ignore[arg-type]


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)
