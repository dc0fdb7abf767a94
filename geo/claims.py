"""
What a report says, as records: quotes, dates, mentions and the three kinds of claim.

Field names follow UCDP GED, ACLED, PLOVER and Darwin Core where those have one.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.codes import (
    Aspect,
    Assertion,
    ClaimantType,
    DatePrecision,
    IncidentType,
    Interest,
    MentionRole,
    Reason,
    Relation,
    ShareOf,
    Tense,
    TollKind,
    TollScope,
    WherePrecision,
)

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """The exact words a statement rests on: ``report.text[start:end] == text``."""

    report_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class When:
    """
    When something happened or held, as a half-open interval of days.

    ``start`` None: began at an unknown day. ``end`` None: not said to have ended.
    ``as_of`` is the last day the speaker speaks of: the day of publication, or of
    the quoted speech. A state without a known beginning starts at its ``as_of``.
    """

    start: date | None
    end: date | None
    precision: DatePrecision = DatePrecision.UNKNOWN
    aspect: Aspect = Aspect.EVENT
    as_of: date | None = None
    basis: str = ""  # the words it was worked out from


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people, as a range; ``high`` None means no upper bound is said."""

    low: int
    best: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Share:
    """A share of area, 0 to 1. The lexicon is section 4.1 of the spatial language."""

    low: float
    best: float
    high: float
    of: ShareOf = ShareOf.REGION
    text: str = ""

    @property
    def counted(self) -> bool:
        """Whether it is a measure, "25 percent" or "a third", and no word like "parts of"."""
        # The range of a bare number is its rounding step, ten points at most.
        return any(letter.isdigit() for letter in self.text) or self.high - self.low < 0.101


@dataclass(frozen=True, slots=True)
class Part:
    """
    A part of a place, as the union of terms.

    A term is a direction (N NE E SE S SW W NW), a direction with an extent
    (``N-most``, ``far-N``, ``N-half``, ``N-third``, ``N-quarter``, ``N-edge``,
    ``NE-corner``),
    ``centre``, ``edge``, ``inside`` or ``outside``. ``except_`` takes the
    complement ("all but the north"). Written ``S+W+E`` and ``all-but(N)``.

    >>> str(Part(("S", "W", "E")))
    'S+W+E'
    """

    terms: tuple[str, ...]
    except_: bool = False

    def __str__(self) -> str:
        """Write the part as one word for a table."""
        union = "+".join(self.terms)
        return f"all-but({union})" if self.except_ else union


@dataclass(frozen=True, slots=True)
class Near:
    """
    A place given relative to a named one: "seven kilometres south of", "near".

    ``distance_m`` is (low, best, high) in metres, None when only nearness or a
    heading is said. ``heading`` is a compass point or None. ``word`` is the kind:
    distance, heading, near, adjacent, outskirts, edge, outside, between, road, strip (of the
    first place, along the second), border (of both), coast, bank, side (of a line that the
    words do not name).
    """

    word: str
    distance_m: tuple[float, float, float] | None = None
    heading: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a mention might mean, its score (0 to 1) and why."""

    place_id: str
    name: str
    score: float
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """
    A span of a report that names a place.

    ``place_id`` is None when the name is ambiguous or unknown, or is no place where
    something can happen (an organisation); ``candidates`` then says what was considered.
    ``part`` is set when the name comes with one: "eastern Syria". ``stands_for`` is the name
    that a noun takes up where no gazetteer lists it: "the village".
    """

    quote: Quote
    role: MentionRole
    place_id: str | None
    nominal: bool = False  # "the camp", not a name
    part: Part | None = None
    candidates: tuple[Candidate, ...] = ()
    confidence: float = 1.0
    stands_for: Quote | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """
    Who said it. ``chain`` runs outermost first: outlet, agency, speaker.

    ``origin`` is the first speaker or wire: reports that share one are one witness.
    """

    claimant: str
    claimant_type: ClaimantType
    origin: str
    chain: tuple[str, ...] = ()
    party: str | None = None  # the actor the claimant belongs to, if any


# How exactly a place is known of which a report only says in which area it lies.
_AREAL = frozenset(
    {
        WherePrecision.DISTRICT,
        WherePrecision.PROVINCE,
        WherePrecision.VAGUE,
        WherePrecision.COUNTRY,
    }
)


@dataclass(frozen=True, slots=True)
class Where:
    """
    The place a claim is about; ``place_id`` None: nothing to place it by.

    ``unlisted`` is a name that the report uses and no gazetteer lists; the other fields then
    place it in or near one that is listed, and ``place_name`` says so: "Bashiqa (near Mosul)".
    Where nothing places it ``place_id`` is None: the claim is kept, and not drawn.
    ``other_place_id`` is the second place of "between A and B", or of a border. ``stated`` is a
    distance of the place from ``stated_from`` that the report tells as well; it moves nothing.
    """

    place_id: str | None
    place_name: str = ""
    part: Part | None = None
    near: Near | None = None
    precision: WherePrecision | None = None
    uncertainty_m: float | None = None
    unlisted: str = ""
    other_place_id: str | None = None
    stated: Near | None = None
    stated_from: str | None = None

    @property
    def is_somewhere_in(self) -> bool:
        """Whether nobody lists the place, and only an area that it lies in is known."""
        return bool(self.unlisted) and self.near is None and self.precision in _AREAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What every kind of claim carries. Use one of the three kinds below."""

    claim_id: str
    quote: Quote
    outlet: str | None
    published: date | None
    source: Source
    assertion: Assertion
    interest: Interest
    where: Where
    when: When
    rule: str  # which rule read it, e.g. "control.hold_verb"
    confidence: float  # 0 to 1: that the rule read the words right
    hedges: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlClaim(Claim):
    """Who holds, besieges, left or contests ground."""

    actor: str  # id in the table of actors, or "text:…" for one that is not listed
    actor_text: str
    relation: Relation
    tense: Tense = Tense.CURRENT
    negated: bool = False
    share: Share | None = None
    against: tuple[str, ...] = ()  # for contests, besieges and between: the other actors


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentClaim(Claim):
    """What happened."""

    incident_type: IncidentType
    tags: tuple[str, ...] = ()  # e.g. "barrel_bomb"
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    fatalities: Count | None = None
    injured: Count | None = None
    deaths_civilians: Count | None = None
    toll_scope: TollScope = TollScope.EVENT
    displaced: Count | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TollClaim(Claim):
    """How many were killed, hurt, displaced, trapped, or lived there."""

    what: TollKind
    count: Count
    scope: TollScope
    since: date | None = None
    cause: str = "fighting"  # fighting, siege, execution: separate series, never added up


@dataclass(frozen=True, slots=True)
class NotUsed:
    """Something that was read and not used, and why."""

    report_id: str
    reason: Reason
    quote: Quote | None = None
    detail: str = ""
    claim_id: str | None = None


def claim_id(kind: str, report_text: str, start: int, end: int, *what: str) -> str:
    """
    Name a claim so that the same text gives the same id, whatever else is in the folder.

    Parameters
    ----------
    kind
        ``control``, ``incident`` or ``toll``.
    report_text
        The whole text of the report.
    start, end
        The quote's span, in code points.
    what
        What else tells claims on one span apart: actor, relation, place.
    """
    digest = _digest_of(report_text).copy()
    digest.update("\x1f".join((kind, str(start), str(end), *what)).encode("utf-8", "surrogatepass"))
    return f"{kind[0]}{digest.hexdigest()[:12]}"


@lru_cache(maxsize=1)  # the claims of a report are made one after another
def _digest_of(report_text: str) -> hashlib._Hash:
    return hashlib.sha256(report_text.encode("utf-8", "surrogatepass"))
