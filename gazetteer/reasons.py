"""What the name itself and the words beside it say for and against each candidate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazetteer.candidates import Candidate, Clues, Reason, lies_in
from gazetteer.names import fold, plain
from gazetteer.place import Place, PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# A city of so many (a hundred thousand) may stand for its name though it lies outside.
_LARGE = 5.0
# A capital that is a province of its own has at most 0.18 of the area of the province around
# it that has its name (Kyiv, Minsk, Moscow, Sofia, Vientiane, Buenos Aires).
_ENCLAVE = 0.25
# One name in the letters of two sources begins alike: Hama and Hamah, Daraa and Dara.
_BEGINS = 3
# Kinds that a kind word may mean: a "town" is a city or a village in another source.
_SETTLEMENTS = frozenset({PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE})
_AREAS = frozenset({PlaceKind.PROVINCE, PlaceKind.COUNTY, PlaceKind.COUNTRY})
_FITTING: dict[PlaceKind, frozenset[PlaceKind]] = {
    PlaceKind.CITY: _SETTLEMENTS,
    PlaceKind.TOWN: _SETTLEMENTS | {PlaceKind.DISTRICT},
    PlaceKind.VILLAGE: _SETTLEMENTS,
    PlaceKind.DISTRICT: frozenset({PlaceKind.DISTRICT, PlaceKind.COUNTY}),
    # "The state of Israel", "the territory of Ukraine".
    PlaceKind.PROVINCE: frozenset({PlaceKind.PROVINCE, PlaceKind.COUNTRY}),
    PlaceKind.COUNTY: frozenset({PlaceKind.COUNTY, PlaceKind.PROVINCE}),
    PlaceKind.REGION: frozenset({PlaceKind.REGION, PlaceKind.PROVINCE}),
}


def reasons_beside(
    candidate: Candidate, clues: Clues, rivals: Sequence[Candidate]
) -> Iterator[Reason]:
    """Yield what can be said of the candidate before the other names of the text are known."""
    place = candidate.place
    yield Reason("importance", candidate.importance, _size(place))
    yield from _by_spelling(candidate, clues, rivals)
    yield from _by_kind(place, clues)
    yield from _by_rivals(place, clues, rivals)
    yield from _by_container(place, clues)
    if clues.given_country and place.country == clues.given_country:
        yield Reason("given_country", 1.0, "in the country that was given")


def _size(place: Place) -> str:
    if place.kind is PlaceKind.COUNTRY:
        return "a country"
    if place.population:
        return f"{place.kind} of {place.population:,} people"
    return f"{place.kind}, population not known"


def _by_spelling(
    candidate: Candidate, clues: Clues, rivals: Sequence[Candidate]
) -> Iterator[Reason]:
    place, name = candidate.place, plain(clues.written)
    if candidate.distance:
        letters = "1 letter" if candidate.distance == 1 else f"{candidate.distance} letters"
        # Spelt by ear, three other letters are no worse than one slip of the hand.
        wrong = min(candidate.distance, 1) if candidate.same_consonants else candidate.distance
        consonants = ", same consonants" if candidate.same_consonants else ""
        yield Reason("wrong_letter", wrong, f"spelling differs: {letters}{consonants}")
    elif plain(place.name) in {name, f"{name} {clues.word}"}:
        yield Reason("own_name", 1.0, "this is its own name")
    elif plain(place.name) == f"{name} city":
        yield Reason("own_name_city", 1.0, f"{place.name} is called so")
    elif not clues.as_country and _names_its_area(candidate, name, rivals):
        # One source writes Hama for the province and Ḩamāh for the city it is called after.
        yield Reason("own_name", 1.0, "its province is called so after it")
    elif any(plain(other) == name for other in place.other_names):
        yield Reason("other_name", 1.0, f"another name of {place.name}")
    else:
        yield Reason("other_spelling", 1.0, f"another spelling of {place.name}")


def _names_its_area(candidate: Candidate, name: str, rivals: Sequence[Candidate]) -> bool:
    """Tell whether a town has a name in full that is its province's own."""
    town = candidate.place
    if town.kind not in _SETTLEMENTS or name not in {plain(other) for other in town.other_names}:
        return False
    if fold(town.name)[:_BEGINS] != fold(name)[:_BEGINS]:
        return False  # a name of another time or language
    around = (rival.place for rival in rivals if rival.place.id in town.parents)
    return any(
        one.kind is PlaceKind.PROVINCE and plain(one.name) == name and one.country == town.country
        for one in around
    )


def _by_kind(place: Place, clues: Clues) -> Iterator[Reason]:
    if clues.kind is None:
        yield Reason(f"bare_{_class_of(place.kind)}", 1.0, "")
        if clues.as_capital and place.kind in {PlaceKind.PROVINCE, PlaceKind.COUNTY}:
            yield Reason("area_as_capital", 1.0, "named where news names a city")
    elif kind_fits(place.kind, clues.kind):
        yield Reason("kind_fits", 1.0, f"called a {clues.word}")
        if place.kind is clues.kind and clues.kind in _AREAS:
            yield Reason("kind_same", 1.0, "")
    elif clues.kind in _AREAS | {PlaceKind.REGION} or place.kind in _AREAS:
        yield Reason("kind_differs", 1.0, f"called a {clues.word}, but is a {place.kind}")


def kind_fits(kind: PlaceKind, meant: PlaceKind) -> bool:
    """Tell whether a place of this kind may be called by the word that means the other."""
    return kind in _FITTING.get(meant, {meant})


def _class_of(kind: PlaceKind) -> str:
    """Return the kind, as coarse as a bare name can tell."""
    if kind in _AREAS:
        return kind.value
    return "settlement" if kind in _SETTLEMENTS | {PlaceKind.DISTRICT} else "other"


def _by_rivals(place: Place, clues: Clues, rivals: Sequence[Candidate]) -> Iterator[Reason]:
    if clues.kind is None and place.kind is not PlaceKind.COUNTRY and _a_country(clues, rivals):
        yield Reason("like_country", 1.0, "a country has the same name")
    asked = clues.kind is not None and kind_fits(place.kind, clues.kind)
    if asked and is_enclave(place, rivals):
        yield Reason("enclave", 1.0, "a city by itself, not the area around it")
    divided = {PlaceKind.PROVINCE, PlaceKind.COUNTY}
    if place.kind in divided and not asked and any(_is_city_of(rival, place) for rival in rivals):
        yield Reason("area_of_its_city", 1.0, "a city has the same name")


def is_enclave(place: Place, others: Iterable[Candidate]) -> bool:
    """Tell whether it is the city, where "Kyiv oblast" means the province around it."""
    if place.kind is not PlaceKind.PROVINCE or place.outline is None:
        return False
    around = (
        one.place.outline.area
        for one in others
        if one.place.kind is place.kind
        and one.place.country == place.country
        and one.place.outline is not None
    )
    return place.outline.area < _ENCLAVE * max(around, default=0.0)


def _a_country(clues: Clues, rivals: Sequence[Candidate]) -> bool:
    return any(
        rival.place.kind is PlaceKind.COUNTRY and plain(rival.place.name) == plain(clues.written)
        for rival in rivals
    )


def _is_city_of(rival: Candidate, area: Place) -> bool:
    """Tell whether the candidate is a city in the area, or a large one of its country."""
    city = rival.place
    if city.kind not in _SETTLEMENTS or city.country != area.country:
        return False
    return area.id in city.parents or rival.importance >= _LARGE


def _by_container(place: Place, clues: Clues) -> Iterator[Reason]:
    for container in clues.containers:
        if lies_in(place, container):
            feature = "listed_container" if clues.listed else "named_container"
            yield Reason(feature, 1.0, f"the text says it is in {container.name}")
            break
    if clues.nationality and place.country == clues.nationality:
        yield Reason("nationality", 1.0, "its nationality stands beside the name")
