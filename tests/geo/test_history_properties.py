"""Whatever is claimed, the zones keep their promises."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import box

from gazetteer.place import Place, PlaceKind
from geo.codes import Aspect, Interest, Relation, ShareOf, Tense
from geo.history import zones_of
from tests.geo.ground.shapes import FIVE
from tests.geo.telling import told

DAY = date(2022, 3, 1)
PLACES = {
    name: Place(name, name, PlaceKind.TOWN, 30, 10, outline=shape) for name, shape in FIVE.items()
} | {
    "dot": Place("dot", "dot", PlaceKind.VILLAGE, 179.999, -17),
    "polar": Place("polar", "polar", PlaceKind.COUNTY, 12, 84.5, outline=box(10, 84, 14, 85)),
}
PARTS = [None, ["N"], ["S", "W", "E"], ["N-most"], ["far-E"], ["centre"], ["outside"], ["NE-edge"]]
SHARES = [None, (0.97, 1, 1), (0.75, 0.88, 0.97), (0.2, 0.45, 0.75), (0.01, 0.05, 0.15)]
OF = {Relation.WITHDREW_FROM: ShareOf.PRIOR_HOLDING, Relation.CONFINED_TO: ShareOf.HOLDER}


@st.composite
def claims(draw):
    made = []
    for number in range(draw(st.integers(1, 14))):
        relation = draw(st.sampled_from(Relation))
        day = DAY + timedelta(days=draw(st.integers(0, 9)))
        back = draw(st.none() | st.integers(0, 5))
        made.append(
            told(
                f"c{number:02}",
                draw(st.sampled_from("ABC")),
                relation,
                place=draw(st.sampled_from(sorted(PLACES)[:3])),
                part=draw(st.sampled_from(PARTS)),
                share=draw(st.sampled_from(SHARES)),
                of=OF.get(relation, ShareOf.REGION),
                day=day,
                start=None if back is None else day - timedelta(days=back),
                end=draw(st.sampled_from([None, day + timedelta(days=1)])),
                aspect=draw(st.sampled_from(Aspect)),
                tense=draw(st.sampled_from(Tense)),
                interest=draw(st.sampled_from(Interest)),
                origin=draw(st.sampled_from(["wire", "monitor", "witness"])),
                against=("A", "B") if relation is Relation.BETWEEN else (),
            )
        )
    return made


@settings(max_examples=25)
@given(claims())
def test_every_shape_is_whole_and_no_claim_is_lost(made):
    zones, not_used = zones_of(made, PLACES.__getitem__)
    for zone in zones:
        for shape in filter(None, (zone.geometry, zone.yolk, zone.egg)):
            assert shape.is_valid
            assert shape.area > 0
            assert shape.geom_type in {"Polygon", "MultiPolygon"}
        assert zone.valid_to is None or zone.valid_from < zone.valid_to
        assert 0 <= zone.confidence <= 1
    told_of = {one for zone in zones for one in (*zone.claim_ids, *zone.conflicts_with)}
    assert told_of | {one.claim_id for one in not_used} == {one.claim_id for one in made}
    assert len({zone.zone_id for zone in zones}) == len(zones)


@settings(max_examples=10)
@given(claims(), st.randoms(use_true_random=False))
def test_the_order_of_claims_never_matters(made, random):
    shuffled = list(made)
    random.shuffle(shuffled)
    assert zones_of(made, PLACES.__getitem__) == zones_of(shuffled, PLACES.__getitem__)
