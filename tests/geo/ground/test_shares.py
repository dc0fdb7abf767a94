import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.errors import ShareConflictError
from geo.ground.shares import Target, after_loss, combined, reconcile, unstated


def test_shares_that_fit_are_left_as_they_were_said():
    shares = reconcile({"a": Target(0.5, 0.6, 0.7, 1), "b": Target(0.3, 0.4, 0.5, 1)})
    assert shares == pytest.approx({"a": 0.6, "b": 0.4}, abs=1e-6)


def test_a_firm_share_gives_way_less_than_a_loose_one():
    shares = reconcile({"firm": Target(0.4, 0.6, 0.8, 0.9), "loose": Target(0.4, 0.6, 0.8, 0.1)})
    assert 0.6 - shares["firm"] < 0.6 - shares["loose"]


def test_two_majorities_raise_and_name_their_claims():
    with pytest.raises(ShareConflictError, match="c1, c2") as caught:
        reconcile({"a": Target(0.75, 0.9, 1, 1, ("c1",)), "b": Target(0.5, 0.6, 0.9, 1, ("c2",))})
    assert caught.value.claim_ids == ("c1", "c2")


def test_shares_that_leave_ground_to_nobody_raise():
    with pytest.raises(ShareConflictError, match="at most 30%"):
        reconcile({"a": Target(0.1, 0.2, 0.3, 1)})


@settings(max_examples=40)
@given(st.lists(st.tuples(*[st.floats(0, 0.5)] * 3), min_size=1, max_size=5))
def test_shares_sum_to_one_within_their_bounds(triples):
    targets = {}
    for name, triple in enumerate(triples):
        low, best, high = sorted(triple)
        targets[str(name)] = Target(low, best, high, 0.5)
    if sum(target.low for target in targets.values()) > 1:
        return
    targets["rest"] = unstated(list(targets.values()))
    shares = reconcile(targets)
    assert sum(shares.values()) == pytest.approx(1, abs=1e-9)
    for holder, target in targets.items():
        assert target.low - 1e-6 <= shares[holder] <= target.high + 1e-6


def test_origins_that_overlap_narrow_each_other_and_others_disagree():
    both, agree = combined([Target(0.75, 0.88, 0.97, 0.5), Target(0.54, 0.81, 0.9, 0.5)])
    assert agree
    assert (both.low, both.high) == (0.75, 0.9)
    hull, agree = combined([Target(0.1, 0.2, 0.3, 0.5), Target(0.6, 0.7, 0.8, 0.5)])
    assert not agree
    assert (hull.low, hull.high) == (0.1, 0.8)


def test_losing_most_of_a_vast_majority_leaves_about_a_fifth():
    left = after_loss(Target(0.75, 0.88, 0.97, 0.5), Target(0.51, 0.75, 0.95, 0.5))
    assert (left.low, left.best, left.high) == pytest.approx((0.0375, 0.22, 0.4753))


def test_a_foothold_leaves_the_rest_unstated_and_is_no_conflict():
    foothold = Target(0.01, 0.05, 0.15, 0.5)
    shares = reconcile({"a": foothold, "": unstated([foothold])})
    assert shares["a"] <= 0.15
