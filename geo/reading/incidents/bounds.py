"""What a bound makes of a number: "about", "at least", "nearly" as low, best and high."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

from geo.claims import Count

if TYPE_CHECKING:
    from collections.abc import Callable


def rounding_step(number: int) -> int:
    """
    Return the step a number is rounded to: the largest 1 or 5 times a power of ten.

    >>> [rounding_step(n) for n in (200, 2_500, 18_000, 160_000, 39)]
    [100, 500, 1000, 10000, 1]
    """
    best = power = 1
    while power * 2 <= number:
        for step in (power, 5 * power):
            if number % step == 0 and number / step >= 2:
                best = step
        power *= 10
    return best


def bounded(number: int, bound: str) -> Count:
    """
    Return the range of a number with its bound; section 10.1 of the spatial language.

    >>> bounded(300, "more_than")
    Count(low=300, best=350, high=400)
    """
    return _BOUNDED[bound](number)


def _about(number: int) -> Count:
    step = rounding_step(number)
    half = step / 2 if step > 1 else max(1.0, number / 10)
    return Count(ceil(number - half), number, floor(number + half))


def _plain(number: int) -> Count:
    # From a thousand on a round number is a rounded one, whether a hedge says so or not.
    return _about(number) if number >= 1_000 and rounding_step(number) > 1 else _exact(number)


def _exact(number: int) -> Count:
    return Count(number, number, number)


def _at_least(number: int) -> Count:
    return Count(number, number, None)


def _more_than(number: int) -> Count:
    step = rounding_step(number)
    return Count(number, ceil(number + step / 2), number + step)


def _nearly(number: int) -> Count:
    step = rounding_step(number)
    return Count(number - step, ceil(number - step / 2), number)


def _up_to(number: int) -> Count:
    return Count(round(0.6 * number), round(0.9 * number), number)


def _fewer_than(number: int) -> Count:
    return Count(0, None, number)


_BOUNDED: dict[str, Callable[[int], Count]] = {
    "": _plain,
    "at_least": _at_least,
    "more_than": _more_than,
    "up_to": _up_to,
    "fewer_than": _fewer_than,
    "nearly": _nearly,
    "about": _about,
}
