"""Control claims made by hand, and those of the annotation, for tests of the ground."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

from geo.claims import ControlClaim, Part, Quote, Share, Source, When, Where
from geo.codes import (
    Aspect,
    Assertion,
    ClaimantType,
    DatePrecision,
    Interest,
    Relation,
    ShareOf,
    Tense,
)


def told(
    claim_id,
    actor,
    relation,
    *,
    place="p",
    part=None,
    share: Any = None,
    of=ShareOf.REGION,
    day=date(2022, 3, 1),
    start=None,
    end=None,
    origin=None,
    report=None,
    kind=ClaimantType.MONITOR,
    interest=Interest.THIRD_PARTY,
    assertion=Assertion.ASSERTED,
    aspect=Aspect.STATE,
    **more,
):
    """Make a control claim; ``part`` is a list of terms, ``share`` a low, best and high."""
    report = report or f"report-{claim_id}"
    return ControlClaim(
        claim_id=claim_id,
        quote=Quote(report, 0, 1, "x"),
        outlet=None,
        published=day,
        source=Source(origin or claim_id, kind, origin or claim_id),
        assertion=assertion,
        interest=interest,
        where=Where(place, part=Part(tuple(part)) if part else None),
        when=When(start, end, DatePrecision.DAY, aspect, as_of=day),
        rule="test",
        confidence=1.0,
        actor=actor,
        actor_text=actor,
        relation=Relation(relation),
        share=Share(share[0], share[1], share[2], of) if share else None,
        **more,
    )


_RELATIONS = {
    "controls": "controls",
    "seizes/advances": "seized",
    "confined-to": "confined_to",
    "holds/present": "present",
    "influence": "influence",
    "besieges/surrounds": "besieges",
    "contests/clashes": "contests",
    "withdraws/loses": "withdrew_from",
    "stationed-outside": "stationed_outside",
    "between": "between",
}
_ASSERTIONS = {
    "asserted": Assertion.ASSERTED,
    "presupposed": Assertion.ASSERTED,
    "reported": Assertion.ATTRIBUTED,
    "claimed": Assertion.ATTRIBUTED,
    "possible": Assertion.HEDGED,
    "hypothetical": Assertion.HYPOTHETICAL,
    "future": Assertion.PLANNED,
    "rhetorical": Assertion.BACKGROUND,
}
_KINDS = {
    "outlet": ClaimantType.OUTLET,
    "agency": ClaimantType.MEDIA,
    "state agency": ClaimantType.BELLIGERENT,
    "monitor": ClaimantType.MONITOR,
    "witness": ClaimantType.RESIDENT,
    "official": ClaimantType.OFFICIAL,
    "party to the conflict": ClaimantType.BELLIGERENT,
    "hearsay": ClaimantType.UNATTRIBUTED,
}


def annotated_claims(path, places):
    """Return the annotated control claims; ``places`` maps the annotation's places to ids."""
    gold = json.loads(path.read_text("utf-8"))
    for document in gold["documents"]:
        published = date.fromisoformat(document["publication"]["date"])
        for one in document["control_claims"]:
            if one["relation"] in _RELATIONS and one["place"] in places:
                for actor in one["actors"][:1]:
                    yield _annotated(one, actor, document["key"], published, places, gold)


def _annotated(  # noqa: PLR0917 - one caller
    one: Any, actor: Any, report: Any, published: Any, places: Any, gold: Any
) -> ControlClaim:
    time, chain = one["time"], one["source_chain"]
    origin = chain[-1] if isinstance(chain[-1], str) else "+".join(chain[-1])
    source = gold["sources"].get(origin.partition("+")[2] or origin, {"kind": "outlet"})
    kind = _KINDS.get(source["kind"], ClaimantType.OUTLET)
    quantity, part = one["quantity"], one["part"]
    party_speaks = kind is ClaimantType.BELLIGERENT
    assertion = _ASSERTIONS[one["modality"]]
    hedges = [one["modality"]] if one["modality"] in {"possible", "presupposed"} else []
    hedges += [word for word in one["hedges"] if word in {"apparently", "appears"}]
    if hedges and assertion is Assertion.ATTRIBUTED:
        assertion = Assertion.HEDGED
    place_part = None
    if part and "distance" not in str(part):
        place_part = Part((part,) if isinstance(part, str) else tuple(part))
    share = None
    if quantity and quantity["best"] is not None:
        of = ShareOf(quantity["of"].replace("-", "_"))
        share = Share(quantity["low"], quantity["best"], quantity["high"], of)
    return ControlClaim(
        claim_id=one["id"],
        quote=Quote(report, one["start"], one["end"], one["text"]),
        outlet=f"outlet_{report}",
        published=published,
        source=Source(origin, kind, origin),
        assertion=assertion,
        interest=Interest.SELF_SERVING if party_speaks else Interest.THIRD_PARTY,
        where=Where(places[one["place"]], part=place_part),
        when=_when(time, published),
        rule="annotation",
        confidence=1.0,
        hedges=tuple(hedges),
        actor=actor,
        actor_text=actor,
        relation=Relation(_RELATIONS[one["relation"]]),
        tense=Tense.PAST if one["mappable"] == "historic" else Tense.CURRENT,
        negated=one["polarity"] == "-",
        share=share,
        against=("isis", "syrian_government") if one["relation"] == "between" else (),
    )


def _when(time: Any, published: date) -> When:
    as_of = _day(time.get("as_of")) or published
    if time["kind"] == "event":
        last = _day(time["best"]) or _day(time["latest"])
        start = _day(time["best"]) or _day(time["earliest"])
        return When(start, last + timedelta(days=1), aspect=Aspect.EVENT, as_of=as_of)
    if time["kind"] == "interval":
        start = time["start"]["best"] or time["start"]["earliest"]
        end = _day((time["end"] or {}).get("best"))
        return When(_day(start), end, aspect=Aspect.STATE, as_of=as_of)
    since = time.get("since") or {}
    start = since.get("best") or since.get("earliest")
    return When(_day(start), _day(time.get("until")), aspect=Aspect.STATE, as_of=as_of)


def _day(text: Any) -> Any:
    return date.fromisoformat(text) if text else None
