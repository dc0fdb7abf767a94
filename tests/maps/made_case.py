"""A case made by hand about another war than the five reports tell of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from shapely.geometry import Point, box

from gazetteer.place import Place, PlaceKind
from geo.actors import Actor, ActorKind
from geo.case import Case
from geo.claims import (
    ControlClaim,
    Count,
    IncidentClaim,
    NotUsed,
    Part,
    Quote,
    Source,
    TollClaim,
    When,
    Where,
)
from geo.codes import (
    Aspect,
    Assertion,
    ClaimantType,
    DatePrecision,
    IncidentType,
    Interest,
    Reason,
    Relation,
    TollKind,
    TollScope,
    WherePrecision,
    ZoneStatus,
)
from geo.features import Incident, Zone
from geo.reading.dates.published import DateCandidate, Publication
from geo.report import Report

TEXTS = {
    "monday": (
        "Quiet returned at noon. The army holds the northern half of Omdurman, the committee "
        "said on Monday, while the RSF is present in Bahri. Shells killed between two and four "
        "people in Omdurman."
    ),
    "tuesday": (
        "“We took the north of Omdurman,” a spokesman of the RSF said. A drone strike hit Burri "
        "on Tuesday. At least 39 people have been killed since Friday."
    ),
}


def made_case(*, texts=None, say=lambda text: text):
    """Make the case; ``say`` changes every text that a stranger may have written."""
    texts = {key: say(text) for key, text in (texts or TEXTS).items()}
    reports = tuple(
        Report(
            report_id=say(key),
            text=text,
            outlet=say("Nile Dispatch"),
            title=say(f"{key} in Omdurman"),
        )
        for key, text in texts.items()
    )
    monday, tuesday = reports
    publications = {
        monday.report_id: Publication(
            date=date(2024, 3, 11),
            candidates=(DateCandidate(date(2024, 3, 11), 0.9, (say("weekday"),)),),
            given=False,
        ),
        tuesday.report_id: Publication(date=date(2024, 3, 12), candidates=(), given=True),
    }
    return _case(reports, publications, _claims(monday, tuesday, say), _places(say), say)


def _case(reports, publications, claims, places, say):
    return Case(
        reports=reports,
        publications=publications,
        mentions=(),
        claims=claims,
        zones=_zones(say),
        incidents=_incidents(say),
        places=places,
        not_used=(
            NotUsed(
                report_id=reports[0].report_id,
                reason=Reason.CAPTION,
                quote=Quote(reports[0].report_id, 0, 5, reports[0].text[:5]),
                detail=say("photo credit"),
            ),
        ),
        actors=(
            Actor(
                id="army", name=say("Sudanese army"), side="government", kind=ActorKind.STATE_FORCES
            ),
            Actor(
                id="rsf",
                name=say("Rapid Support Forces"),
                side="rsf",
                kind=ActorKind.ARMED_GROUP,
                aliases=(say("قوات الدعم السريع"),),
            ),
        ),
    )


def _places(say):
    def place(place_id, name, local, kind, outline):
        middle = outline.centroid
        return Place(
            id=place_id,
            name=say(name),
            kind=kind,
            longitude=middle.x,
            latitude=middle.y,
            country="SD",
            other_names=(say(local),),
            outline=outline,
            source=say("test"),
        )

    return (
        place(
            "sd:omdurman", "Omdurman", "أم درمان", PlaceKind.CITY, box(32.42, 15.60, 32.50, 15.70)
        ),
        place("sd:bahri", "Bahri", "بحري", PlaceKind.DISTRICT, box(32.52, 15.62, 32.58, 15.68)),
        place("sd:burri", "Burri", "بري", PlaceKind.DISTRICT, box(32.55, 15.58, 32.58, 15.605)),
    )


def _claims(monday, tuesday, say):
    day, next_day = date(2024, 3, 11), date(2024, 3, 12)

    def base(claim_id, report, words, place_id, name, start, *, share=0.7, part=None):  # noqa: PLR0917  one record a line reads best
        text = report.text
        at = text.find(words) if words in text else 0
        words = words if words in text else text
        return {
            "claim_id": claim_id,
            "quote": Quote(report.report_id, at, at + len(words), words),
            "outlet": report.outlet,
            "published": start,
            "source": Source(say("the committee"), ClaimantType.MONITOR, say("committee")),
            "assertion": Assertion.ATTRIBUTED,
            "interest": Interest.THIRD_PARTY,
            "where": Where(place_id, say(name), part=part, precision=WherePrecision.EXACT),
            "when": When(start, None, DatePrecision.DAY, Aspect.STATE, start, say("on Monday")),
            "rule": "test.rule",
            "confidence": share,
        }

    north = Part(("N-half",))
    return (
        ControlClaim(
            **base(
                "c-army",
                monday,
                "The army holds the northern half of Omdurman",
                "sd:omdurman",
                "Omdurman",
                day,
                part=north,
            ),
            actor="army",
            actor_text=say("The army"),
            relation=Relation.CONTROLS,
        ),
        ControlClaim(
            **base("c-bahri", monday, "the RSF is present in Bahri", "sd:bahri", "Bahri", day),
            actor="rsf",
            actor_text=say("the RSF"),
            relation=Relation.PRESENT,
        ),
        ControlClaim(
            **base(
                "c-rsf",
                tuesday,
                "We took the north of Omdurman",
                "sd:omdurman",
                "Omdurman",
                next_day,
                share=0.5,
                part=Part(("N",)),
            ),
            actor="rsf",
            actor_text=say("We"),
            relation=Relation.SEIZED,
        ),
        IncidentClaim(
            **base(
                "i-shells",
                monday,
                "Shells killed between two and four people in Omdurman",
                "sd:omdurman",
                "Omdurman",
                day,
            ),
            incident_type=IncidentType.SHELLING,
            fatalities=Count(2, None, 4),
        ),
        IncidentClaim(
            **base(
                "i-drone",
                tuesday,
                "A drone strike hit Burri on Tuesday",
                "sd:burri",
                "Burri",
                next_day,
                share=0.5,
            ),
            incident_type=IncidentType.AIR_STRIKE,
            actors=("army",),
        ),
        TollClaim(
            **base(
                "t-toll",
                tuesday,
                "At least 39 people have been killed since Friday",
                "sd:omdurman",
                "Omdurman",
                next_day,
            ),
            what=TollKind.KILLED,
            count=Count(39, None, None),
            scope=TollScope.CUMULATIVE,
        ),
    )


def _zones(say):
    def zone(zone_id, actor, status, place_id, start, end, shape, claims, **more):  # noqa: PLR0917  one record a line reads best
        return Zone(
            zone_id=zone_id,
            actor=actor,
            status=status,
            place_id=place_id,
            valid_from=start,
            valid_to=end,
            geometry=shape,
            area_km2=10.0,
            confidence=0.7,
            claim_ids=claims,
            n_reports=1,
            n_origins=1,
            method=say("the northern half of the outline"),
            **more,
        )

    monday, tuesday = date(2024, 3, 11), date(2024, 3, 12)
    north = box(32.42, 15.65, 32.50, 15.70)
    held, present, disputed = ZoneStatus.HELD, ZoneStatus.PRESENT, ZoneStatus.DISPUTED
    return (
        zone(
            "z-army",
            "army",
            held,
            "sd:omdurman",
            monday,
            tuesday,
            north,
            ("c-army",),
            share_low=0.4,
            share_best=0.5,
            share_high=0.6,
        ),
        zone(
            "z-bahri",
            "rsf",
            present,
            "sd:bahri",
            monday,
            None,
            box(32.52, 15.62, 32.58, 15.68),
            ("c-bahri",),
        ),
        zone(
            "z-nobody",
            "",
            ZoneStatus.NOT_STATED,
            "sd:omdurman",
            monday,
            None,
            box(32.42, 15.60, 32.50, 15.65),
            (),
        ),
        zone(
            "z-disputed",
            "rsf",
            disputed,
            "sd:omdurman",
            tuesday,
            None,
            north,
            ("c-rsf",),
            conflicts_with=("c-army",),
        ),
    )


def _incidents(say):
    def incident(incident_id, kind, day, place_id, point, claims, **more):  # noqa: PLR0917  one record a line reads best
        return Incident(
            incident_id=incident_id,
            incident_type=kind,
            date_start=day,
            date_end=None,
            date_prec=DatePrecision.DAY,
            place_id=place_id,
            where_prec=WherePrecision.EXACT,
            uncertainty_m=800.0,
            targets=(),
            claim_ids=claims,
            n_reports=1,
            n_origins=1,
            geometry=point,
            confidence=0.5,
            toll_scope=TollScope.EVENT,
            tags=(),
            **more,
        )

    del say  # an incident has no text of its own
    middle = Point(32.46, 15.65)
    return (
        incident(
            "i-1",
            IncidentType.SHELLING,
            date(2024, 3, 11),
            "sd:omdurman",
            middle,
            ("i-shells",),
            actors=(),
            fatalities=Count(2, None, 4),
        ),
        incident(
            "i-2",
            IncidentType.AIR_STRIKE,
            date(2024, 3, 12),
            "sd:burri",
            Point(32.565, 15.59),
            ("i-drone",),
            actors=("army",),
        ),
        incident(
            "i-3",
            IncidentType.ARMED_CLASH,
            date(2024, 3, 11),
            "sd:omdurman",
            middle,
            ("i-shells",),
            actors=("rsf",),
        ),
    )


def made_dispute(*, say=lambda text: text):
    """Make the case as two origins tell it: the RSF speak for themselves, and of a plan."""
    case = made_case(say=say)
    rsf = Source(say("the RSF"), ClaimantType.BELLIGERENT, "rsf", party="rsf")
    (sudden,) = [one for one in case.claims if one.claim_id == "c-rsf"]
    day = replace(sudden.when, start=date(2024, 3, 11), as_of=date(2024, 3, 11))
    won = replace(sudden, source=rsf, when=day, assertion=Assertion.ASSERTED)
    plan = replace(
        sudden,
        claim_id="c-plan",
        source=rsf,
        assertion=Assertion.PLANNED,
        where=Where("sd:burri", say("Burri"), precision=WherePrecision.EXACT),
        when=replace(sudden.when, as_of=date(2024, 3, 12)),
    )
    claims = tuple(won if one is sudden else one for one in case.claims)
    return replace(case, claims=(*claims, plan))


def surroundings():
    """A country around the case, for the base map."""
    return (
        Place(
            id="iso:SD",
            name="Sudan",
            kind=PlaceKind.COUNTRY,
            longitude=30.0,
            latitude=15.0,
            country="SD",
            other_names=("السودان",),
            outline=box(22.0, 9.0, 38.0, 22.0),
            source="test",
        ),
    )
