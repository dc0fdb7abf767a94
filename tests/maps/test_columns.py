"""Many records as columns: nothing is lost, and the page of many is small."""

from __future__ import annotations

import json

from maps.columns import MANY, columns_of
from maps.layers import incident_records
from tests.maps.large_case import large_case


def _value(column, at):
    if isinstance(column, list):
        return column[at]
    return column["words"][column["codes"][at]] if "codes" in column else column["all"]


def _filled(columns, at):
    values = {name: _value(column, at) for name, column in columns.items()}
    return {name: value for name, value in values.items() if value is not None}


def test_few_incidents_stay_records_that_can_be_read_in_the_source():
    records = incident_records(large_case(zones=20, incidents=50))
    assert columns_of(records) == records


def test_columns_hold_every_field_of_every_incident_in_a_third_of_the_room():
    records = incident_records(large_case(zones=20, incidents=MANY))
    told = columns_of(records)
    assert isinstance(told, dict)
    again = [
        _filled(told["fields"], at)
        | {
            "geometry": {"type": "Point", "coordinates": told["at"][2 * at : 2 * at + 2]},
            "row": _filled(told["row"], at),
        }
        for at in range(told["number"])
    ]
    assert again == records
    assert len(json.dumps(told)) * 3 < len(json.dumps(records))
