"""
How well the example reports are read, against the annotation beside them.

Spans match when twice their overlap is at least half of both lengths together (Dice 0.5).
Control claims match on side of the actor, class of relation, place and part; incidents on
type and place. Precision counts what would be drawn as current fact; a second claim that
says what another already said counts as wrong.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.actors import load_actors
from geo.claims import ControlClaim, IncidentClaim, TollClaim
from geo.codes import MentionRole
from geo.weight import Drawing, drawing_of
from geo.zones.support import supported
from tests.quality.gold import (
    INCIDENT_OF_RELATION,
    INCIDENT_TYPES,
    PLACES,
    RELATION_CLASS,
    day,
)

if TYPE_CHECKING:
    from geo.case import Case
    from tests.quality.gold import Gold, GoldReport

# Traps about who holds how much ground now. That doctors fled, or that a town was taken
# before it was lost, is drawn as an incident of its own day and is right.
GROUND_TRAPS = {"quantifier-not-area", "superseded"}
# Roles in which a mention can give an event its place.
LOCATING = {MentionRole.SUBJECT, MentionRole.CONTEXT}
# Traps about a name: no place may be taken from it.
NAME_TRAPS = {
    "organisation-name",
    "organisation-descriptor",
    "nationality",
    "source-location",
    "caption",
    "dateline",
    "related-link",
    "boilerplate",
    "generic-place",
}


@dataclass
class Ratio:
    """A share of something, with what is on the wrong side of it."""

    right: int = 0
    of: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, *, right: bool, what: str) -> None:
        self.of += 1
        self.right += right
        if not right:
            self.wrong.append(what)

    @property
    def value(self) -> float:
        return self.right / self.of if self.of else 1.0


@dataclass
class Measure:
    """Precision and recall of one kind of thing."""

    precision: Ratio = field(default_factory=Ratio)
    recall: Ratio = field(default_factory=Ratio)

    @property
    def value(self) -> float:
        """F1."""
        p, r = self.precision.value, self.recall.value
        return 2 * p * r / (p + r) if p + r else 0.0


def dice(one, other):
    overlap = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * max(overlap, 0) / (one[1] - one[0] + other[1] - other[0])


def near(quote, gold):
    return dice((quote.start, quote.end), (gold["start"], gold["end"])) >= 0.5


class Scorer:
    """Compares one case with the annotation."""

    def __init__(self, case: Case, gold: Gold) -> None:
        self.case, self.gold = case, gold
        self.table = load_actors()
        self.confirmed = supported(case.control_claims)

    def claims_of(self, report: GoldReport, kind):
        return [
            claim
            for claim in self.case.claims
            if isinstance(claim, kind) and claim.quote.report_id == report.report_id
        ]

    # -- publication dates -------------------------------------------------------------------

    def publications(self) -> Ratio:
        ratio = Ratio()
        for report in self.gold.reports:
            got = self.case.publications[report.report_id].date
            inside = got is not None and report.earliest <= got <= report.latest
            ratio.add(right=inside, what=f"{report.key}: {got}, not {report.published}")
        return ratio

    # -- place mentions ----------------------------------------------------------------------

    def mentions(self) -> Measure:
        measure = Measure()
        for report in self.gold.reports:
            got = {
                (m.quote.start, m.quote.end): m
                for m in self.case.mentions
                if m.quote.report_id == report.report_id
            }
            annotated = {(t["start"], t["end"]): t for t in report.toponyms}
            for span, toponym in annotated.items():
                right = span in got and self._same_place(got[span], toponym)
                found = f" got {got[span].place_id}" if span in got else ""
                what = f"{report.key} {toponym['text']}@{span[0]} is {toponym['place']}{found}"
                measure.recall.add(right=right, what=what)
            for span, mention in got.items():
                right = span in annotated and self._same_place(mention, annotated[span])
                what = f"{report.key} {mention.quote.text}@{span[0]} as {mention.place_id}"
                measure.precision.add(right=right, what=what)
        return measure

    @staticmethod
    def _same_place(mention, toponym):
        ids = PLACES.get(toponym["place"])
        if ids is None:  # the annotation itself names no single place
            return True
        return mention.place_id in ids

    # -- control claims ----------------------------------------------------------------------

    def control(self) -> Measure:
        measure = Measure()
        for report in self.gold.reports:
            ours = self.claims_of(report, ControlClaim)
            drawn = [one for one in ours if self._current(one)]
            taken: set[tuple[str, str]] = set()
            for claim in drawn:
                key = self._control_match(claim, report.control_claims)
                right = key is not None and key not in taken
                taken.add(key)
                measure.precision.add(right=right, what=_told(report, claim))
            for gold in report.control_claims:
                if gold["mappable"] != "current" or gold["relation"] not in RELATION_CLASS:
                    continue
                right = any(self._control_same(claim, gold) for claim in drawn)
                what = f"{gold['id']} {gold['relation']} {gold['text'][:70]!r}"
                measure.recall.add(right=right, what=what)
        return measure

    def _control_match(self, claim, annotated):
        """The annotated claim that a drawn one repeats; weak ones are evidence, not errors."""
        for gold in annotated:
            fits = gold["mappable"] in {"current", "weak", "claimed"}
            if fits and self._control_same(claim, gold):
                return gold["id"], claim.actor
        return None

    def _control_same(self, claim, gold):
        return (
            near(claim.quote, gold)
            and RELATION_CLASS.get(claim.relation) == RELATION_CLASS.get(gold["relation"])
            and claim.negated == (gold["polarity"] == "-")
            and claim.where.place_id in PLACES.get(gold["place"], ())
            and _terms(claim.where.part) == _gold_terms(gold)
            and self._same_side((claim.actor,), gold["actors"])
        )

    def _same_side(self, actors, annotated):
        ours = {self._side(actor) for actor in actors}
        return bool(ours & {self.gold.side(actor) or actor for actor in annotated})

    def _side(self, actor):
        return self.gold.side(actor) or self.table.get(actor).side or actor

    def _current(self, claim):
        corroborated = claim.claim_id in self.confirmed
        return drawing_of(claim, corroborated=corroborated) is Drawing.CURRENT

    # -- incidents ---------------------------------------------------------------------------

    def incidents(self) -> Measure:
        measure = Measure()
        for report in self.gold.reports:
            ours = self.claims_of(report, (IncidentClaim, TollClaim))
            taken: set[str] = set()
            for claim in self.claims_of(report, IncidentClaim):
                if not _drawable(claim):
                    continue
                key = self._incident_match(claim, report)
                right = key is not None and key not in taken
                taken.add(key)
                measure.precision.add(right=right, what=_told(report, claim))
            for gold in report.incidents:
                if gold["mappable"]:
                    right = any(_incident_same(claim, gold) for claim in ours)
                    what = f"{gold['id']} {gold['type']} {gold['text'][:70]!r}"
                    measure.recall.add(right=right, what=what)
        return measure

    def _incident_match(self, claim, report):
        for gold in report.incidents:
            if gold["mappable"] and _incident_same(claim, gold):
                return gold["id"]
        for gold in report.control_claims:
            types = INCIDENT_OF_RELATION.get(gold["relation"], ())
            same_place = claim.where.place_id in PLACES.get(gold["place"], ())
            usable = gold["mappable"] != "no" and gold["polarity"] == "+"
            if usable and same_place and claim.incident_type in types and near(claim.quote, gold):
                return gold["id"]
        return None

    # -- figures -----------------------------------------------------------------------------

    def figures(self) -> Ratio:
        ratio = Ratio()
        for report in self.gold.reports:
            ours = self.claims_of(report, (IncidentClaim, TollClaim))
            wanted = [(one, one["casualties"]) for one in report.incidents if one["casualties"]]
            wanted += [(one, one) for one in report.figures if one["what"].startswith("population")]
            for gold, figure in wanted:
                triple = (figure["low"], figure["best"], figure["high"])
                right = any(triple in _triples(claim) for claim in ours if _touches(claim, gold))
                got = [t for claim in ours if _touches(claim, gold) for t in _triples(claim)]
                ratio.add(right=right, what=f"{gold['id']} {triple}, got {got}")
        return ratio

    # -- dates -------------------------------------------------------------------------------

    def dates(self) -> Ratio:
        """Days of claims that the annotation knows to the day and that were found."""
        ratio = Ratio()
        for report in self.gold.reports:
            for claim in self.claims_of(report, ControlClaim):
                for gold in report.control_claims:
                    if gold["mappable"] != "no" and self._control_same(claim, gold):
                        _add_day(ratio, claim, gold)
            for claim in self.claims_of(report, IncidentClaim):
                for gold in report.incidents:
                    if gold["mappable"] and _incident_same(claim, gold):
                        _add_day(ratio, claim, gold)
        return ratio

    # -- traps -------------------------------------------------------------------------------

    def traps(self) -> Ratio:
        """Traps that were not drawn as current fact."""
        ratio = Ratio()
        for report in self.gold.reports:
            for trap in report.traps:
                fallen = list(self._fallen(report, trap))
                what = f"{trap['id']} {trap['kind']} {trap['text'][:60]!r}: {fallen}"
                ratio.add(right=not fallen, what=what)
        return ratio

    def _fallen(self, report, trap):
        span = trap["start"], trap["end"]
        kinds = ControlClaim if trap["kind"] in GROUND_TRAPS else (ControlClaim, IncidentClaim)
        for claim in self.claims_of(report, kinds):
            drawn = self._current(claim) if isinstance(claim, ControlClaim) else _drawable(claim)
            if isinstance(claim, ControlClaim) and self._control_match(
                claim, report.control_claims
            ):
                continue  # the annotation has it: what a doubtful clause takes for granted
            inside = span[0] <= claim.quote.start and claim.quote.end <= span[1]
            if drawn and (inside or dice((claim.quote.start, claim.quote.end), span) >= 0.5):
                yield claim.rule
            if drawn and trap["kind"] in {"number-lookalike", "typo"} and _counts(claim, trap):
                yield f"{claim.rule} counted it"
        if trap["kind"] in NAME_TRAPS:
            for mention in self.case.mentions:
                if mention.quote.report_id != report.report_id or not mention.place_id:
                    continue
                quote = mention.quote
                if span[0] <= quote.start and quote.end <= span[1] and mention.role in LOCATING:
                    yield f"mention {quote.text}"

    # -- quotes --------------------------------------------------------------------

    def quotes(self) -> Ratio:
        """Claims whose quote stands letter for letter in their report."""
        texts = {report.report_id: report.text for report in self.gold.reports}
        ratio = Ratio()
        for claim in self.case.claims:
            quote = claim.quote
            found = texts[quote.report_id][quote.start : quote.end] == quote.text
            ratio.add(right=found and bool(quote.text), what=claim.claim_id)
        return ratio


def _told(report, claim):
    return (
        f"{report.key} [{claim.quote.start}] {claim.rule} {claim.where.place_name}"
        f" {claim.where.part or ''} {claim.quote.text[:80]!r}"
    )


def _terms(part):
    return frozenset(part.terms) if part else frozenset()


def _gold_terms(gold):
    part = gold["part"]
    if part is None or (isinstance(part, str) and part.startswith("distance")):
        return frozenset()
    return frozenset([part] if isinstance(part, str) else part)


def _drawable(claim):
    return (
        claim.assertion in {"asserted", "attributed", "hedged"}
        and claim.where.place_id is not None
        and claim.incident_type != "statement"
    )


def _incident_same(claim, gold):
    kind = str(claim.what if isinstance(claim, TollClaim) else claim.incident_type)
    ids = PLACES.get(gold["place"], (None,))
    return (
        near(claim.quote, gold)
        and kind in INCIDENT_TYPES.get(gold["type"], ())
        and claim.where.place_id in ids
    )


def _touches(claim, gold):
    return claim.quote.start < gold["end"] and gold["start"] < claim.quote.end


def _triples(claim):
    counts = (
        [claim.count]
        if isinstance(claim, TollClaim)
        else [claim.fatalities, claim.injured, claim.displaced]
    )
    return [(one.low, one.best, one.high) for one in counts if one is not None]


def _counts(claim, trap):
    if isinstance(claim, ControlClaim) or not _touches(claim, trap):
        return False
    numbers = {int(n) for n in _digits(trap["text"])}
    return any(triple[0] in numbers for triple in _triples(claim))


def _digits(text):
    return "".join(c if c.isdigit() else " " for c in text).split()


def _add_day(ratio, claim, gold):
    time = gold["time"]
    if not time or time.get("precision") != "day":
        return
    # Of an interval the annotation knows the first day to the day; a state has the day it is told.
    begun = time["start"] if time["kind"] == "interval" else time
    wanted = day(begun.get("best") or time.get("as_of"))
    if wanted is None:
        return
    got = claim.when.as_of if time["kind"] == "state" else claim.when.start
    if time["kind"] == "state" and got is None:
        got = claim.when.start
    ratio.add(right=got == wanted, what=f"{gold['id']} {wanted}, got {got} ({claim.when.basis!r})")
