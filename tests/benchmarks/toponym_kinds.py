"""What kind of error a wrong, missing or superfluous place name is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gazetteer.names import fold
from gazetteer.place import Place, PlaceKind
from gazetteer.vocabulary import load_vocabulary
from tests.benchmarks.toponym_scores import CLOSE_KM, error_km, great_circle_km

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazetteer.index import Gazetteer
    from tests.benchmarks.toponym_scores import Answer, Gold

_WORD = re.compile(r"[^\W\d_]+")
# So much of the text on either side may say that a name is a person's or a firm's.
_BESIDE = 25
_NATURE = re.compile(r"^(?:BAY|CHN|CNL|GULF|LK|MT|OCN|PK|RSV|SEA|STM|STRT|VAL|ISL|BCH|CAPE|PEN)")


def kind_of_wrong_place(gold: Gold, answer: Answer | None, gazetteer: Gazetteer) -> str:
    """Say why a name is placed wrongly or not at all."""
    if fold(gold.text) in load_vocabulary().demonyms:
        return "demonym"
    named = gazetteer.named(gold.text, limit=500)
    right = [place for place in named if _is_near(gold, place)]
    if right:
        return _kind_of_confusion(gold, answer, right, named)
    if any(_holds(gazetteer, place, gold) for place in named):
        return "right area, but its point is over 161 km away"
    if any(_is_near(gold, place) for place, _ in gazetteer.similar(gold.text, limit=20)):
        return "in the gazetteer in another spelling"
    return _kind_of_unknown(gold, named)


def _kind_of_unknown(gold: Gold, named: Sequence[Place]) -> str:
    if _NATURE.match(gold.feature_code or ""):
        return "water, mountain or island not in the gazetteer"
    if (gold.feature_code or "").startswith("ADM2"):
        return "county not in the gazetteer"
    return "only namesakes in the gazetteer" if named else "name not in the gazetteer"


def _kind_of_confusion(
    gold: Gold, answer: Answer | None, right: Sequence[Place], named: Sequence[Place]
) -> str:
    if error_km(gold, answer) is None:
        return "in the gazetteer, not answered"
    chosen = min(named, key=lambda place: _km(place, answer.longitude, answer.latitude))
    kinds = {place.kind for place in (chosen, *right)}
    same = chosen.country in {place.country for place in right}
    for kind in (PlaceKind.COUNTRY, PlaceKind.PROVINCE, PlaceKind.COUNTY, PlaceKind.WATER):
        if kind in kinds and len(kinds) > 1:
            return f"{kind} against another kind of its name"
    return "namesake in the same country" if same else "namesake in another country"


def kind_of_missed(gold: Gold, answers: Sequence[Answer], gazetteer: Gazetteer) -> str:
    """Say why the spotter did not mark exactly this name."""
    if any(answer.start < gold.end and gold.start < answer.end for answer in answers):
        return "marked with other ends"
    key, words = fold(gold.text), load_vocabulary()
    if key in words.demonyms:
        return "demonym"
    if not gazetteer.named(gold.text, limit=1):
        return "unknown name"
    if all(word in words.ordinary for word in key.split()):
        return "ordinary word"
    return "known, but not believed"


def kind_of_spurious(answer: Answer, gold: Sequence[Gold], text: str) -> str:
    """Say what a marked name that is not gold looks like, judged by the words beside it."""
    if any(answer.start < name.end and name.start < answer.end for name in gold):
        return "marked with other ends"
    words, name = load_vocabulary(), text[answer.start : answer.end]
    if fold(name) in words.demonyms:
        return "demonym"
    before = _WORD.findall(text[max(0, answer.start - _BESIDE) : answer.start])[-2:]
    after = _WORD.findall(text[answer.end : answer.end + _BESIDE])[:2]
    beside = [word for word in (*before, *after) if word[0].isupper()]
    if any(word.lower() in words.people for word in (*beside, *name.split())):
        return "person-like"
    if any(word.lower() in words.ordinary for word in after if word[0].isupper()):
        return "organisation-like"
    if all(word in words.ordinary for word in fold(name).split()):
        return "ordinary word"
    return "other"


def _is_near(gold: Gold, place: Place) -> bool:
    return _km(place, gold.longitude, gold.latitude) < CLOSE_KM


def _km(place: Place, longitude: float | None, latitude: float | None) -> float:
    assert longitude is not None
    assert latitude is not None
    return great_circle_km(place.longitude, place.latitude, longitude, latitude)


def _holds(gazetteer: Gazetteer, area: Place, gold: Gold) -> bool:
    if area.outline is None or gold.longitude is None or gold.latitude is None:
        return False
    point = Place("gold", "gold", PlaceKind.LANDMARK, gold.longitude, gold.latitude)
    return gazetteer.contains(area, point)
