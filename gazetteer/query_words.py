"""What the words of a query are: the name, what it lies in, and the word for its kind."""

from __future__ import annotations

import re

from gazetteer.vocabulary import load_vocabulary

# The longest name in GeoNames has 200 letters; what is longer names nothing, and need not be
# compared with a million names.
LONGEST = 200
# More parts than "house, quarter, town, district, province, country, postcode" has no address.
_MOST_PARTS = 12
# Commas of several scripts.
_COMMA = re.compile(r"[,،、;]")
# A part of figures alone, and figures beside a name that are too many for a house.
_FIGURES = re.compile(r"[\d\s-]+")
_POSTCODE = re.compile(r"(?<!\w)\d{4,}(?!\w)")


def parts_of(query: str) -> list[str]:
    """
    Return the name and what it lies in, without postcodes; nothing for what is no query.

    Examples
    --------
    >>> parts_of("Damascus, Syria")
    ['Damascus', 'Syria']
    >>> parts_of("75001 Paris, , France,")
    ['Paris', 'France']
    """
    parts = _COMMA.split(query[: LONGEST * _MOST_PARTS])
    # What is in a postcode the other parts say too.
    bare = [" ".join(_POSTCODE.sub(" ", part).split()) for part in parts]
    named = [part for part in bare if part and not _FIGURES.fullmatch(part)]
    return named[:_MOST_PARTS] if all(len(part) <= LONGEST for part in named) else []


def without_kind(name: str) -> tuple[str, str | None]:
    """
    Return the name without the word for its kind, and the word in lower case.

    Examples
    --------
    >>> without_kind("Helmand province")
    ('Helmand', 'province')
    >>> without_kind("the city of Aleppo")
    ('Aleppo', 'city')
    >>> without_kind("Kutupalong refugee camp")
    ('Kutupalong', 'refugee camp')
    >>> without_kind("Lake Chad")
    ('Chad', 'lake')
    >>> without_kind("Camp")
    ('Camp', None)
    """
    words = name.split()
    if words and words[0].lower() == "the":
        words = words[1:]
    lower = [word.lower() for word in words]
    vocabulary = load_vocabulary()
    for length in (2, 1):
        first, last = " ".join(lower[:length]), " ".join(lower[-length:])
        rest = words[length + 1 :]
        if last in vocabulary.kinds and len(words) > length:
            return " ".join(words[:-length]), last
        if first in vocabulary.kinds and lower[length : length + 1] == ["of"] and rest:
            return " ".join(rest), first
        if first in vocabulary.in_name_before and len(words) > length:
            return " ".join(words[length:]), first
    return name, None
