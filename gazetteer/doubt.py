"""When the likeliest place of a name is still not to be believed: the right one is not listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazetteer.candidates import lies_in
from gazetteer.place import PlaceKind

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from gazetteer.candidates import Clues, Reason
    from gazetteer.place import Place
    from gazetteer.rank import Weighed

# Areas that hold what the text says lies in them.
_HOLDING = frozenset({PlaceKind.COUNTRY, PlaceKind.PROVINCE})
# What is small enough that its namesakes may be missing from every source.
_SMALL = frozenset(
    {PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE, PlaceKind.DISTRICT, PlaceKind.COUNTY}
)
# Half a million people, as importance: news far from such a city does not mean it unsaid. At
# that size two right answers of 4,700 are refused on both corpora and eight wrong ones; at
# two million as many right ones more.
_LITTLE = 5.7
# So few other names do not tell what a text is about.
_FEW_NAMES = 2
# Nearness of a sure place 150 km away, and of a doubtful one in the same county.
_NEIGHBOURLY = 0.7
# Reasons of which one is enough for a place to belong to the text.
_TIES = frozenset({"country_of_text", "country_named", "country_hinted", "near", "over_border"})
_TIES |= {"given_country", "nationality", "named_container", "listed_container"}


def lies_elsewhere(place: Place, clues: Clues, believed: AbstractSet[str]) -> bool:
    """
    Tell whether the text puts the name in an area that the place does not lie in.

    "The village of Solhan in Burkina Faso" is none of the Solhans of Turkey, though only
    those may be known. On the two corpora that the weights were learnt on, this refused ten
    wrong answers and no right one.

    Parameters
    ----------
    believed
        Ids of what the other names of the text mean.
    """
    if clues.listed or place.kind not in _SMALL:
        return False
    told = [one for one in clues.containers if one.kind in _HOLDING and one.id in believed]
    inside = any(one.id == place.id or lies_in(place, one) for one in clues.containers)
    return bool(told) and not inside


def is_stray(best: Weighed, others: int) -> bool:
    """Tell whether nothing in a text with other names ties it to so small a place."""
    if others <= _FEW_NAMES or best.candidate.place.kind not in _SMALL:
        return False
    reasons = {r.feature for r in (*best.beside, *best.among) if not _is_far(r)}
    return best.candidate.importance < _LITTLE and not reasons & _TIES


def _is_far(reason: Reason) -> bool:
    """Tell whether the nearest place of the text is no neighbour: two strays tie nothing."""
    return reason.feature == "near" and reason.value < _NEIGHBOURLY
