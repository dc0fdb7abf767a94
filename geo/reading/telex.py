"""The words around texts in capitals, read from ``geo/data/telex.toml``."""

from __future__ import annotations

import calendar
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from gazetteer.vocabulary import load_vocabulary

_MARK = re.compile(r"\[([^\[\]\n]{2,60}(?:\n[^\[\]\n]{2,60})?)\]")


@dataclass(frozen=True, slots=True)
class TelexWords:
    """The lists are explained in the table."""

    marks: frozenset[str]
    inside_names: frozenset[str]
    begin_names: frozenset[str]
    ranks: frozenset[str]
    end_names: frozenset[str]
    words_first: frozenset[str]


@cache
def telex_words() -> TelexWords:
    """Load the table, once."""
    raw = tomllib.loads(files("geo").joinpath("data", "telex.toml").read_text("utf-8"))
    return TelexWords(**{name: frozenset(listed) for name, listed in raw.items()})


@cache
def things(*, acronyms: bool = True) -> frozenset[str]:
    """Return words that news uses for things and people, though cities are called so: Man."""
    raw = tomllib.loads(files("geo").joinpath("data", "incidents.toml").read_text("utf-8"))
    ours = {word for group in raw["around"].values() for word in group}
    vocabulary = load_vocabulary()
    return frozenset(ours | set(vocabulary.kinds) | (vocabulary.ordinary if acronyms else set()))


def without_marks(text: str) -> str:
    """Blank what editors put in brackets: "[TEXT]", "[PASSAGE OMITTED]"."""

    def blanked(match: re.Match[str]) -> str:
        said = " ".join(match[1].lower().split())
        return " " * len(match[0]) if said in telex_words().marks else match[0]

    return _MARK.sub(blanked, text)


def is_date_word(word: str, text: str, span: tuple[int, int]) -> bool:
    """Whether it is a day of the week, or a month and no verb: "march", "may"."""
    if word in _days():
        return True
    if word not in _months():
        return False
    beside = text[max(0, span[0] - 3) : span[0]] + text[span[1] : span[1] + 4]
    # "May" and "march" are verbs too.
    return word not in {"may", "march", "mar", "dec", "jun", "jan"} or any(
        letter.isdigit() for letter in beside
    )


@cache
def _days() -> frozenset[str]:
    return frozenset(day.lower() for day in calendar.day_name)


@cache
def _months() -> frozenset[str]:
    names = [*calendar.month_name, *calendar.month_abbr]
    return frozenset(month.lower() for month in names if month)
