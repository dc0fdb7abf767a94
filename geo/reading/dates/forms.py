"""The forms of words that say when: about fifty patterns by kind, compiled once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_SHORT_MONTHS = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "Jun",
    "Jul",
    "Aug",
    "Sept",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
)


def _names(names: Iterable[str]) -> str:
    """Return a pattern of names as they are written, or in the capitals of a teleprinter."""
    return "|".join(word for name in names for word in (name, name.upper()))


# "May" is its own abbreviation.
MONTH = rf"(?:{_names(MONTHS)}|(?:{_names(_SHORT_MONTHS)})\b\.?)"
_WEEKDAY = (
    rf"(?:(?:{_names(WEEKDAYS)})\b|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\."
    r"|(?<=[Oo]n )(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b)"
)
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,]\d)"
_DAY_2 = r"(?P<day_2>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,]\d)"
_YEAR = r"(?P<year>1[89]\d\d|20\d\d)(?![\d,.]\d|\d|%)"
_YEAR_2 = r"(?P<year_2>1[89]\d\d|20\d\d)(?![\d,.]\d|\d|%)"
# After a month or a date: ", 2014", "2014", "last year".
_ITS_YEAR = rf"(?:(?:,|\s+of)?\s+(?:{_YEAR}|(?:in\s+)?(?P<its_year>this|last|next)\s+year))"
_TO = r"\s*(?:-|–|to|and|through|until)\s*"  # noqa: RUF001 - an en dash
_NUMBER = (
    r"(?P<number>\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[-\s](?:one|two|three|four|five"
    r"|six|seven|eight|nine))?|several|(?:a\s+)?few|(?:a\s+)?couple\s+of|many)"
)
_UNIT = r"(?P<unit>hour|day|week|month|year|decade)s?"
_ABOUT = r"(?:(?P<about>more than|over|nearly|almost|at least|about|around|some|roughly|up to)\s+)?"
_SLICE = (
    r"(?:(?P<slice>the\s+(?:very\s+)?(?:end|start|beginning|middle|first half|second half)\s+of"
    r"|the\s+(?:first|second|third|last|final)\s+week\s+of|early|mid|late|the\s+(?:spring|summer|autumn|fall|winter)\s+of|spring|summer|autumn|winter)"
    r"(?:\s+in)?[\s-]+)?"
)
_OF_DAY = r"(?:\s+(?:morning|afternoon|evening|night))?"
_W = rf"(?:(?P<weekday>{_WEEKDAY}){_OF_DAY},?\s+(?:on\s+)?(?:the\s+)?)?"
# A bare month or year is one only after a word that takes a time.
_TAKES = r"(?P<takes>\b(?:in|since|until|till|by|during|from|before|after|of|throughout|to)\s+)"


# The last two figures of a year in words: "ninety-six", "eleven".
_TENS = (
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:one|two|three|four|five|six"
    r"|seven|eight|nine))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    r"|nineteen"
)

_ORDINAL = (
    r"(?P<ordinal>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|\d{1,2}(?:st|nd|rd|th))"
)
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"


def _form(kind: str, *patterns: str, flags: int = 0) -> tuple[str, tuple[re.Pattern[str], ...]]:
    return kind, tuple(re.compile(rf"(?<![\w-])(?:{one})(?!\w)", flags) for one in patterns)


_I = re.IGNORECASE
FORMS = (
    _form(
        "date",
        rf"{_W}{_DAY}(?:\s+of)?\s+(?P<month>{MONTH}){_ITS_YEAR}?",
        rf"{_W}(?P<month>{MONTH})\s+{_DAY}{_ITS_YEAR}?",
        rf"(?P<month>{MONTH})\s+{_DAY},\s+(?P<explained>an?)\s+(?P<weekday>{_WEEKDAY})",
        rf"{_DAY}\s+(?P<month>{MONTH}),\s+(?P<explained>an?)\s+(?P<weekday>{_WEEKDAY})",
        rf"{_DAY}\s+(?P<month>{_names(_SHORT_MONTHS)}|MAY)\s+(?P<short_year>\d\d)",
        r"(?P<year>(?:19|20)\d\d)-(?P<month_no>\d\d)-(?P<day>\d\d)",
        # "03/04/2019" is a day in March or in April: only a number over 12 tells which.
        r"(?P<day>1[3-9]|2\d|3[01])[/.](?P<month_no>0?[1-9]|1[0-2])[/.](?P<year>(?:19|20)\d\d)",
        r"(?P<month_no>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01])/(?P<year>(?:19|20)\d\d)",
    ),
    _form(
        "days",
        rf"{_DAY}{_TO}{_DAY_2}\s+(?P<month>{MONTH}){_ITS_YEAR}?",
        rf"(?P<month>{MONTH})\s+{_DAY}{_TO}{_DAY_2}{_ITS_YEAR}?",
    ),
    _form(
        "span",
        rf"(?:between|from)\s+{_W}{_DAY}\s+(?P<month>{MONTH})(?:,?\s+{_YEAR})?{_TO}"
        rf"{_DAY_2}\s+(?P<month_2>{MONTH})(?:,?\s+{_YEAR_2})?",
        rf"(?:between|from)\s+{_W}(?P<month>{MONTH})\s+{_DAY}(?:,?\s+{_YEAR})?,?{_TO}"
        rf"(?P<month_2>{MONTH})\s+{_DAY_2}(?:,?\s+{_YEAR_2})?",
    ),
    _form(
        "weekdays",
        rf"(?:(?:between|from)\s+)?(?P<weekday>{_WEEKDAY}){_OF_DAY}(?:\s+(?:and|to|through|until)\s+|[-–])"  # noqa: RUF001
        rf"(?P<weekday_2>{_WEEKDAY}){_OF_DAY}",
    ),
    _form(
        "night",
        rf"[Oo]vernight\s+(?P<into>(?:in)?to)\s+(?P<weekday>{_WEEKDAY})",
        rf"(?:[Oo]vernight(?:\s+on)?|[Tt]he\s+night\s+of)\s+(?P<weekday>{_WEEKDAY})",
        rf"the\s+night\s+of\s+{_DAY}\s+(?P<month>{MONTH}){_ITS_YEAR}?",
        rf"the\s+night\s+of\s+(?P<month>{MONTH})\s+{_DAY}{_ITS_YEAR}?",
    ),
    _form("month", rf"{_SLICE}(?P<month>{MONTH}){_ITS_YEAR}"),
    _form(
        "month",
        rf"{_TAKES}{_SLICE}(?P<month>{MONTH})",
        rf"(?P<slice>[Ee]arly|[Ll]ate|[Mm]id|[Tt]he\s+(?:end|start|beginning|middle|(?:first|second|third"
        rf"|last|final)\s+week)\s+of)[\s-]+(?P<month>{MONTH})",
        rf"(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s+(?P<month>{MONTH})",
    ),
    _form(
        "year",
        rf"{_TAKES}(?:the\s+)?(?:year\s+|fiscal\s+)?{_SLICE}{_YEAR}(?!\s*(?:-|–|to)\s*\d)",  # noqa: RUF001 - an en dash
        rf"(?P<slice>the\s+(?:end|start|beginning)\s+of|early|late|mid)[\s-]+{_YEAR}",
        rf"(?P<takes>the\s+){_YEAR}(?=\s+[a-z])",
        rf"fiscal\s+{_YEAR}",
        flags=_I,
    ),
    _form(
        "quarter",
        rf"(?:the\s+)?(?P<quarter>first|second|third|fourth|last)[\s-]+quarter(?:{_ITS_YEAR})?",
        r"(?:the|this|the\s+latest)\s+(?P<quarter>quarter)(?!\s+of)",
        flags=_I,
    ),
    _form(
        "season",
        rf"(?P<which>last|this|next)\s+{_SEASON}",
        flags=_I,
    ),
    _form(
        "spelled_year",
        rf"(?P<century>nineteen|twenty)[\s-]+(?:(?:oh|hundred(?:\s+and)?)[\s-]+)?(?P<rest>{_TENS})"
        r"(?!\s+(?:percent|people|soldiers|men|women|civilians|days|weeks|months|years|hours))",
        rf"(?:the\s+year\s+)(?P<century>two\s+thousand)(?:(?:\s+and)?[\s-]+(?P<rest>{_TENS}))?",
        flags=_I,
    ),
    _form("years", rf"(?:between|from)\s+{_YEAR}\s+(?:and|to)\s+(?P<year_2>(?:19|20)\d\d)"),
    _form("years", rf"{_YEAR}[-–](?P<year_2>(?:19|20)\d\d)"),  # noqa: RUF001 - an en dash
    _form(
        "weekday",
        rf"(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?:\s+(?:past|coming))?)\s+)?(?:[Ee]arly\s+|[Ll]ate\s+)?"
        rf"(?P<weekday>{_WEEKDAY}){_OF_DAY}",
    ),
    # "on the 3rd", of this month or the last; not "on the 5th floor".
    _form("day_of_month", rf"(?<=[Oo]n )the\s+(?=\d\d?[snrt]){_DAY}(?=\s*(?:[.,;]|$))"),
    _form("weekend", r"(?P<which>last|this|next|the|over the|the past)\s+weekend", flags=_I),
    _form(
        "near_day",
        r"(?P<word>the day before yesterday|the day after tomorrow|yesterday|today|tonight|tomorrow"
        r"|overnight|last night|this (?:morning|afternoon|evening))(?:\s+(?:morning|afternoon"
        r"|evening|night))?",
        flags=_I,
    ),
    _form("ago", rf"{_ABOUT}{_NUMBER}\s+{_UNIT}\s+ago(?P<exact>\s+today)?", flags=_I),
    _form(
        "period",
        r"(?:(?P<slice>earlier|later|early|late|mid)[\s-]+(?:in\s+)?)?"
        r"(?P<which>this|last|next|the same|that|the (?:previous|following|coming))"
        r"\s+(?P<unit>week|month|year)",
        r"(?P<slice>the\s+(?:end|start|beginning|middle|first half|second half)\s+of)"
        r"\s+(?P<which>the|this|last|next)\s+(?P<unit>month|year)",
        flags=_I,
    ),
    _form(
        "recent",
        r"(?P<word>recently|lately|in\s+recent\s+times)",
        r"(?:in|over|during|within|for)?\s*(?P<word>recent)\s+(?P<unit>day|week|month|year)s",
        rf"(?:in|over|during|within|for)?\s*(?:the|these)\s+(?:past|last)\s+(?:{_NUMBER}\s+)?{_UNIT}",
        rf"(?:in|over|during|within|for)?\s*the\s+(?:previous|preceding)\s+{_NUMBER}\s+{_UNIT}",
        rf"(?P<next>(?:in|over)\s+the\s+(?:coming|next))\s+(?:{_NUMBER}\s+)?{_UNIT}",
        flags=_I,
    ),
    _form("duration", rf"(?P<takes>for|in|within|after)\s+{_ABOUT}{_NUMBER}\s+{_UNIT}", flags=_I),
    # "a two-day siege", "the nine months": how long, and not when. A name has capitals.
    _form(
        "length",
        rf"(?![Aa]n?\s+(?!few|couple))(?i:{_NUMBER})[\s-]+{_UNIT}(?:-long)?(?![\s-]olds?\b|[\w-])",
    ),
    _form(
        "now",
        r"right now|now|currently|at present|at the moment|presently|nowadays|to date|so far|still",
        flags=_I,
    ),
    _form(
        "same",
        r"(?:on\s+)?(?:that|the)\s+same\s+(?:day|night|morning|evening)"
        r"|(?:on\s+)?that\s+(?:day|night|morning|afternoon|evening)|at\s+(?:the|that)\s+time"
        r"|(?:earlier|later)\s+(?:in\s+the|that|on\s+the\s+same)\s+day|hours\s+(?:later|earlier)"
        r"|(?:\w+\s+|\d+\s+)?minutes\s+(?:later|earlier)"
        r"|(?:\d|one|two|three|four|five|six|an?|a\s+few|several)\s+hours?\s+(?:later|earlier)"
        r"|in\s+the\s+(?:morning|afternoon|evening)(?!\s+(?:of|on)\b)",
        flags=_I,
    ),
    _form(
        "after",
        r"(?:ever\s+)?since\s+then|(?<=has )since|(?<=have )since|(?<=had )since|subsequently"
        r"|afterwards?|initially",
        flags=_I,
    ),
    _form(
        "shift",
        r"(?:on\s+)?the\s+(?P<word>next|following|previous)\s+(?:day|morning|afternoon|evening|night)"
        rf"|{_NUMBER}\s+(?P<unit_2>day|week|month|year)s?\s+(?P<way>later|earlier)"
        r"|the\s+(?:day|night|evening|morning)\s+(?P<side>before|after)(?=[.,;])",
        rf"{_NUMBER}\s+(?P<unit_2>day|week|month|year)s?\s+(?P<side>before|after)(?=[.,;])",
        flags=_I,
    ),
    # "a day after rebels overran it": a day beside that of another happening.
    _form("beside", rf"(?:{_NUMBER}|the)\s+{_UNIT}\s+(?P<way>after|before)", flags=_I),
    _form(
        "nth_day",
        rf"the\s+{_ORDINAL}\s+(?:straight\s+|consecutive\s+)?day\s+of\s+(?:the\s+|its\s+|their\s+)?"
        r"(?:\w+\s+)?(?:fighting|clashes|battles?|war|offensive|assault|siege|attacks?|bombardment"
        r"|operation|invasion|conflict|hostilities|violence|protests|strikes|shelling|bombing)",
        # Of what the report dates the beginning of: "on the first day".
        rf"on\s+(?P<began>the)\s+{_ORDINAL}\s+day(?=\s*[.,;]|$)",
        rf"(?:into|in|for|entered|enters)\s+(?:an?|its|their|the)\s+{_ORDINAL}\s+"
        r"(?:straight\s+|consecutive\s+)?day(?!\s+of)",
        flags=_I,
    ),
    _form(
        "past",
        r"once(?!\s+(?:again|more|an?\s+(?:day|week|month|year)))|previously|formerly|in the past"
        r"|(?:prior to|before) the (?:\w+ ){0,4}(?:conflict|war|uprising|revolution|invasion)",
        flags=_I,
    ),
)
