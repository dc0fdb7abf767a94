"""How much of an area a phrase says."""

from __future__ import annotations

import pytest

from geo.codes import ShareOf
from geo.reading.control.shares import exclusivity_in, share_in


@pytest.fixture
def share_of(language_model, write_report):
    def read(text):
        (sentence,) = language_model.parse(write_report(text)).sentences
        return share_in(sentence, sentence.start, sentence.end)

    return read


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("They hold all of Gao.", (0.97, 1.0, 1.0)),
        ("They hold the entire city.", (0.97, 1.0, 1.0)),
        ("They took full control of Gao.", (0.97, 1.0, 1.0)),
        ("They hold nearly all of Gao.", (0.85, 0.95, 0.99)),
        ("They have almost taken complete control of Gao.", (0.85, 0.95, 0.99)),
        ("They hold the vast majority of Gao.", (0.75, 0.88, 0.97)),
        ("They hold most of Gao.", (0.51, 0.75, 0.95)),
        ("They hold more than half of Gao.", (0.50, 0.58, 0.80)),
        ("They hold half of Gao.", (0.42, 0.50, 0.58)),
        ("They hold much of Gao.", (0.35, 0.60, 0.90)),
        ("They hold large swaths of Gao.", (0.20, 0.45, 0.75)),
        ("They hold parts of Gao.", (0.05, 0.25, 0.60)),
        ("They hold pockets of Gao.", (0.01, 0.05, 0.15)),
        ("They hold the whole of Gao.", (0.97, 1.0, 1.0)),
        ("They hold small pockets in Gao.", (0.01, 0.05, 0.15)),
        ("They hold three of the city's five districts.", (0.45, 0.6, 0.75)),
        ("They control 12 out of 16 townships in Gao.", (0.6, 0.75, 0.9)),
        ("They control all 17 of the 17 townships.", (0.97, 1.0, 1.0)),
        ("They hold almost all of Gao.", (0.85, 0.95, 0.99)),
        ("They hold nearly the entire city.", (0.85, 0.95, 0.99)),
        ("They hold the overwhelming majority of Gao.", (0.75, 0.88, 0.97)),
        ("They hold a majority of Gao.", (0.51, 0.75, 0.95)),
        ("They hold large swathes of Gao.", (0.20, 0.45, 0.75)),
        ("They hold some of Gao.", (0.05, 0.25, 0.60)),
        ("They have a foothold of their own in Gao.", (0.01, 0.05, 0.15)),
    ],
)
def test_each_phrase_of_the_lexicon_has_its_range(share_of, words, numbers):
    share = share_of(words)
    assert (share.low, share.best, share.high) == numbers


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("They hold up to 40 percent of Gao.", (0.24, 0.36, 0.40)),
        ("They hold 70 per cent of Gao.", (0.65, 0.70, 0.75)),
        ("They hold about 45% of Gao.", (0.425, 0.45, 0.475)),
        ("They hold more than 60 percent of Gao.", (0.60, 0.65, 0.80)),
        ("They hold 18 percent of Gao.", (0.175, 0.18, 0.185)),
        ("They hold some 30 percent of Gao.", (0.25, 0.30, 0.35)),
        ("They hold more than 95 percent of Gao.", (0.95, 0.975, 1.0)),
    ],
)
def test_a_percentage_is_a_range_as_wide_as_its_rounding(share_of, words, numbers):
    share = share_of(words)
    assert (share.low, share.best, share.high) == pytest.approx(numbers)


def test_the_words_for_more_never_mean_less(share_of):
    falling = ["all of", "nearly all of", "the vast majority of", "most of", "much of", "half of",
               "large parts of", "parts of", "pockets of"]  # fmt: skip
    best = [share_of(f"They hold {words} Gao.").best for words in falling]
    assert best == sorted(best, reverse=True)
    assert len(set(best)) == len(best)


@pytest.mark.parametrize(
    "words",
    [
        "Most of the factions in Gao left.",
        "Most of the town's doctors had fled.",
        "All of the fighters in Gao left.",
        "Some of the civilians stayed.",
        "Much of the aid was lost.",
    ],
)
def test_a_quantity_of_people_is_no_share_of_ground(share_of, words):
    assert share_of(words) is None


@pytest.mark.parametrize(
    ("words", "of"),
    [
        ("They hold most of Gao.", ShareOf.REGION),
        ("They hold most of the south and west.", ShareOf.PART),
        ("They hold large parts of northern Mali.", ShareOf.PART),
        ("They left most of the districts they previously controlled.", ShareOf.PRIOR_HOLDING),
        ("They left much of the land the group had captured.", ShareOf.PRIOR_HOLDING),
    ],
)
def test_a_share_says_what_it_is_a_share_of(share_of, words, of):
    assert share_of(words).of is of


@pytest.mark.parametrize("words", ["They hold the northern part of Gao.", "They hold Gao."])
def test_a_part_with_a_direction_is_no_quantity(share_of, words):
    assert share_of(words) is None


def test_largely_confined_leaves_room_elsewhere(language_model, write_report):
    (sentence,) = language_model.parse(write_report("They were confined largely to Gao.")).sentences
    share = exclusivity_in(sentence, sentence.start, sentence.end)
    assert (share.low, share.best, share.high, share.of) == (0.6, 0.85, 1.0, ShareOf.HOLDER)
