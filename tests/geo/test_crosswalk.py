"""The table of codes."""

from __future__ import annotations

import pytest
from shapely.geometry import Point

from geo.actors import ActorKind
from geo.claims import Count
from geo.codes import DatePrecision, IncidentType, TollScope, WherePrecision
from geo.crosswalk import CROSSWALK, codes_of, type_of_violence
from geo.features import Incident
from geo.tables import incidents_table

# The sub-event types of each event type, from ACLED's codebook.
ACLED = {
    "Battles": {
        "Armed clash",
        "Government regains territory",
        "Non-state actor overtakes territory",
    },
    "Explosions/Remote violence": {
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
    },
    "Violence against civilians": {
        "Attack",
        "Abduction/forced disappearance",
        "Sexual violence",
    },
    "Protests": {
        "Peaceful protest",
        "Protest with intervention",
        "Excessive force against protesters",
    },
    "Riots": {"Violent demonstration", "Mob violence"},
    "Strategic developments": {
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    },
}
PLOVER = "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN "
PLOVER += "PROTEST SANCTION MOBILIZE COERCE ASSAULT"


def test_every_type_of_incident_has_codes():
    assert set(CROSSWALK) == set(IncidentType)


@pytest.mark.parametrize("kind", [one for one in IncidentType if one is not IncidentType.STATEMENT])
def test_the_codes_are_those_of_the_codebooks(kind):
    codes = CROSSWALK[kind]
    assert codes.sub_event_type in ACLED[codes.event_type]
    assert codes.plover is None or codes.plover in PLOVER.split()


def test_what_is_only_said_is_no_event_for_anybody():
    assert CROSSWALK[IncidentType.STATEMENT] == (None, None, None)


def incident(kind, *, actors=(), targets=(), dead=1):
    return Incident(
        incident_id="e",
        incident_type=kind,
        date_start=None,
        date_end=None,
        date_prec=DatePrecision.DAY,
        place_id="p",
        where_prec=WherePrecision.EXACT,
        uncertainty_m=0,
        actors=actors,
        targets=targets,
        claim_ids=(),
        n_reports=1,
        n_origins=1,
        geometry=Point(0, 0),
        confidence=1,
        fatalities=Count(dead, dead, dead),
        toll_scope=TollScope.EVENT,
    )


KINDS = {
    "army": ActorKind.STATE_FORCES,
    "rebels": ActorKind.ARMED_GROUP,
    "militia": ActorKind.ARMED_GROUP,
    "people": ActorKind.CIVILIANS,
}


@pytest.mark.parametrize(
    ("actors", "sub_event"),
    [
        (("army",), "Government regains territory"),
        (("rebels",), "Non-state actor overtakes territory"),
        ((), "Non-state actor overtakes territory"),
    ],
)
def test_acled_asks_who_took_the_ground(actors, sub_event):
    taken = incident(IncidentType.SEIZURE, actors=actors)
    assert codes_of(taken, KINDS).sub_event_type == sub_event


@pytest.mark.parametrize(
    ("kind", "actors", "targets", "code"),
    [
        (IncidentType.ARMED_CLASH, ("army", "rebels"), (), 1),
        (IncidentType.AIR_STRIKE, ("army",), ("rebels",), 1),
        (IncidentType.ARMED_CLASH, ("rebels",), ("militia",), 2),
        (IncidentType.SHELLING, ("rebels",), ("people",), 3),
        (IncidentType.EXECUTION, ("rebels",), (), 3),
        (IncidentType.ARMED_CLASH, ("rebels",), (), None),
        (IncidentType.TALKS, (), (), None),
    ],
)
def test_ucdp_tells_states_groups_and_civilians_apart(kind, actors, targets, code):
    assert type_of_violence(incident(kind, actors=actors, targets=targets), KINDS) == code


def test_ucdp_has_no_code_for_violence_without_a_death():
    harmless = incident(IncidentType.AIR_STRIKE, actors=("army",), targets=("rebels",), dead=0)
    assert type_of_violence(harmless, KINDS) is None


@pytest.mark.parametrize(
    ("precision", "ucdp", "acled"),
    [("day", 1, 1), ("days", 2, 2), ("week", 3, 2), ("month", 4, 3), ("year", 5, None)],
)
def test_days_and_weeks_have_the_codes_of_both(precision, ucdp, acled):
    known = DatePrecision(precision)
    assert (known.ucdp, known.acled) == (ucdp, acled)


def test_every_incident_of_a_table_has_the_codes(seeds_case):
    table = incidents_table(seeds_case).set_index("incident_type")
    assert set(table.loc[["air_strike"]].sub_event_type) == {"Air/drone strike"}
    assert table.event_type.notna().all()
