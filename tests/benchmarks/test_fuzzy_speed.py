"""
How long a misspelt name takes, beside rapidfuzz over all names with its first letter.

That is what is done where no index is: the peer is ``rapidfuzz.process.extract`` over the
folded names of the embedded index that begin alike. Run with
``make bench``; the share found and the order of the two are tested, the ratio is printed.
"""

from __future__ import annotations

import random
from collections import defaultdict
from string import ascii_lowercase
from time import process_time

from rapidfuzz import process
from rapidfuzz.distance import OSA

from gazetteer.names import fold
from gazetteer.sources.embedded import read_embedded

# So many names are misspelt; the share found is then known to about one per cent.
_ASKED = 300


def slip(key, rng):
    """Return the name with one letter more, less, another, or two swapped."""
    at, letter = rng.randrange(len(key) - 1), rng.choice(ascii_lowercase)
    return rng.choice(
        [
            key[:at] + letter + key[at:],
            key[:at] + key[at + 1 :],
            key[:at] + letter + key[at + 1 :],
            key[:at] + key[at + 1] + key[at] + key[at + 2 :],
        ]
    )


def misspelt(places, rng):
    """Return names in Latin letters, the larger the likelier, each with one or two slips."""
    weights = [len(str(place.population or 0)) ** 3 for place in places]
    pairs = []
    for place in rng.choices(places, weights, k=2 * _ASKED):
        key = asked = fold(place.name)
        if key.isascii() and len(key) > 4:
            for _ in range(1 if len(key) < 8 else rng.choice((1, 2))):
                asked = slip(asked, rng)
            pairs.append((key, asked))
    return pairs[:_ASKED]


def seconds_each(ask, questions):
    """Return the 95th percentile of the processor seconds that the questions take."""
    times = []
    for question in questions:
        start = process_time()
        ask(question)
        times.append(process_time() - start)
    return sorted(times)[int(0.95 * len(times))]


def test_misspelt_names_beside_going_through_all_with_the_first_letter(gazetteer):
    rng = random.Random(3)  # noqa: S311 - the same names each time
    places = read_embedded()
    pairs = misspelt(places, rng)
    pairs = [pair for pair in pairs if not gazetteer.candidates(pair[1], limit=1)]
    found = [
        key in {fold(name) for place, _ in gazetteer.similar(asked) for name in names_of(place)}
        for key, asked in pairs
    ]
    asked = [asked for _, asked in pairs]
    share = sum(found) / len(found)

    blocks = defaultdict(list)
    for key in {fold(name) for place in places for name in names_of(place)}:
        blocks[key[:1]].append(key)

    def through_all(key):
        process.extract(key, blocks[key[:1]], scorer=OSA.distance, score_cutoff=2, limit=5)

    ours, peer = seconds_each(gazetteer.similar, asked), seconds_each(through_all, asked[:60])
    print(f"\nmisspelt names: {share:.3f} in the first five, {peer / ours:.1f} times as fast (p95)")
    assert share >= 0.97
    assert ours < peer


def names_of(place):
    """Return every name of the place."""
    return place.name, *place.other_names
