"""The table of codes."""

from __future__ import annotations

import pytest

from geo.codes import IncidentType
from geo.crosswalk import CROSSWALK

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
