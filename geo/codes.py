"""The code lists of the records: closed vocabularies, and the field's own codes for them."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Assertion(StrEnum):
    """How a statement is put. Only the first three may be drawn."""

    ASSERTED = "asserted"
    ATTRIBUTED = "attributed"
    HEDGED = "hedged"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"
    PLANNED = "planned"
    BACKGROUND = "background"


class ClaimantType(StrEnum):
    """Who speaks."""

    OUTLET = "outlet"
    BELLIGERENT = "belligerent"
    ALLY = "ally"
    MONITOR = "monitor"
    UN_OR_NGO = "un_or_ngo"
    OFFICIAL = "official"
    RESIDENT = "resident"
    MEDIA = "media"
    UNATTRIBUTED = "unattributed"


class Interest(StrEnum):
    """Whether the statement serves the one who makes it."""

    SELF_SERVING = "self_serving"
    AGAINST_INTEREST = "against_interest"
    THIRD_PARTY = "third_party"
    UNKNOWN = "unknown"


class Relation(StrEnum):
    """How an actor stands to a place."""

    CONTROLS = "controls"
    SEIZED = "seized"
    CONFINED_TO = "confined_to"
    PRESENT = "present"
    INFLUENCE = "influence"
    BESIEGES = "besieges"
    CONTESTS = "contests"
    WITHDREW_FROM = "withdrew_from"
    STATIONED_OUTSIDE = "stationed_outside"
    BETWEEN = "between"


class Tense(StrEnum):
    """Whether a control claim speaks of the day it is made or of an earlier one."""

    CURRENT = "current"
    PAST = "past"


class Aspect(StrEnum):
    """How a statement lies in time."""

    EVENT = "event"  # happened once, somewhere inside the interval
    STATE = "state"  # held throughout the interval, as far as is said
    RECURRING = "recurring"  # happened again and again over the interval


class DatePrecision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    UNKNOWN = "unknown"

    @property
    def ucdp(self) -> int:
        """UCDP GED ``date_prec``: 1 day, 2 up to six days, 3 week, 4 month, 5 longer."""
        return _UCDP_DATE_PREC[self]

    @property
    def acled(self) -> int | None:
        """ACLED ``time_precision``: 1 day, 2 week, 3 month; None where ACLED has no code."""
        return {1: 1, 2: 2, 3: 2, 4: 3}.get(self.ucdp)


_UCDP_DATE_PREC = {
    DatePrecision.DAY: 1,
    DatePrecision.DAYS: 2,
    DatePrecision.WEEK: 3,
    DatePrecision.MONTH: 4,
    DatePrecision.QUARTER: 5,
    DatePrecision.YEAR: 5,
    DatePrecision.UNKNOWN: 5,
}


class ShareOf(StrEnum):
    """What a share is a share of."""

    REGION = "region"  # of the whole place
    PART = "part"  # of the part named beside it
    HOLDER = "holder"  # of the holder's own ground ("confined largely to")
    PRIOR_HOLDING = "prior_holding"  # of what the actor held before


class TollScope(StrEnum):
    """Whether a figure counts one event or a running total."""

    EVENT = "event"
    CUMULATIVE = "cumulative"


class TollKind(StrEnum):
    """What a toll counts."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    DETAINED = "detained"  # arrested, abducted or held: against their will
    DISPLACED = "displaced"
    TRAPPED = "trapped"
    POPULATION = "population"


class IncidentType(StrEnum):
    """What happened. `geo.crosswalk` maps each to ACLED and PLOVER."""

    ARMED_CLASH = "armed_clash"
    SEIZURE = "seizure"
    RECAPTURE = "recapture"
    WITHDRAWAL = "withdrawal"
    AIR_STRIKE = "air_strike"
    SHELLING = "shelling"
    CAR_BOMB = "car_bomb"
    IED = "ied"
    SUICIDE_BOMB = "suicide_bomb"
    GRENADE = "grenade"
    CHEMICAL = "chemical"
    SHOOTING = "shooting"
    SNIPER = "sniper"
    EXECUTION = "execution"
    ABDUCTION = "abduction"
    SEXUAL_VIOLENCE = "sexual_violence"
    ARREST = "arrest"
    SIEGE = "siege"
    LOOTING_OR_DESTRUCTION = "looting_or_destruction"
    TALKS = "talks"
    DISPLACEMENT = "displacement"
    AID_DENIED = "aid_denied"
    AID_ALLOWED = "aid_allowed"
    DEPRIVATION_DEATHS = "deprivation_deaths"
    PROTEST = "protest"
    RIOT = "riot"
    STATEMENT = "statement"


class ZoneStatus(StrEnum):
    """What a zone says of its ground."""

    HELD = "held"
    PRESENT = "present"
    INFLUENCE = "influence"
    BESIEGED = "besieged"
    CONTESTED = "contested"  # fighting inside
    DISPUTED = "disputed"  # sources disagree
    CLAIMED = "claimed"  # only the actor says so
    NOT_STATED = "not_stated"


class WherePrecision(IntEnum):
    """UCDP GED ``where_prec``; ACLED's ``geo_precision`` follows from it."""

    EXACT = 1
    NEAR = 2
    DISTRICT = 3
    PROVINCE = 4
    VAGUE = 5
    COUNTRY = 6
    AT_SEA = 7

    @property
    def acled(self) -> int:
        """ACLED ``geo_precision``: 1 the place, 2 nearby or district, 3 region or wider."""
        return min(3, {1: 1, 2: 2, 3: 2}.get(int(self), 3))


class MentionRole(StrEnum):
    """What a place name does in its sentence; only some roles can locate an event."""

    SUBJECT = "subject"
    ANCHOR = "anchor"  # the ground of a relative location: "south of Damascus"
    CONTAINMENT = "containment"  # a parent: "a town in Aleppo province"
    CONTEXT = "context"
    METONYM = "metonym"  # a government: "Damascus said"
    ORGANISATION = "organisation"  # inside the name or description of an organisation
    NATIONALITY = "nationality"
    SOURCE_LOCATION = "source_location"  # where the speaker is, not what he speaks of
    BACKGROUND = "background"
    HYPOTHETICAL = "hypothetical"
    FURNITURE = "furniture"  # caption, dateline, related link, footer


class Reason(StrEnum):
    """Why something was not used."""

    UNREADABLE = "unreadable report"
    EMPTY = "empty report"
    OTHER_LANGUAGE = "not in English"
    READER_FAILED = "the reader failed"
    CAPTION = "caption or credit"
    RELATED = "link to another story"
    HEADLINE = "sub-headline or pull quote"
    FOOTER = "footer or promotion"
    DATELINE = "dateline"
    HYPOTHETICAL = "hypothesis"
    PLANNED = "plan, offer or wish"
    DENIED = "denied"
    BACKGROUND = "background"
    WEAK = "too weak to draw"
    NO_PLACE = "no place"
    AMBIGUOUS_PLACE = "ambiguous place"
    UNKNOWN_PLACE = "unknown place"
    NO_DATE = "no date"
    NO_AREA = "no area to draw"
    UNDRAWN_RELATION = "relation is recorded, never drawn"


# How a statement may be put so that it is recorded and never drawn, and why not.
UNDRAWN = {
    Assertion.DENIED: Reason.DENIED,
    Assertion.HYPOTHETICAL: Reason.HYPOTHETICAL,
    Assertion.PLANNED: Reason.PLANNED,
    Assertion.BACKGROUND: Reason.BACKGROUND,
}
