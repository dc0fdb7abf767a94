from datetime import date

import pytest

from geo.claims import ControlClaim
from geo.reading.reader import RuleReader
from geo.report import Report


@pytest.fixture
def states(gazetteer, language_model):
    reader = RuleReader(gazetteer, parser=language_model)

    def read(text):
        report = Report("r", text, published=date(2021, 6, 30))  # a Wednesday
        claims = reader.read([report]).claims
        return {
            one.where.place_name: one.when.start for one in claims if isinstance(one, ControlClaim)
        }

    return read


def test_what_a_cited_article_says_is_as_old_as_its_news(states):
    found = states(
        "On Monday rebels shelled Goma, killing two people, Reuters reported. The M23 is present "
        "in Rutshuru, Reuters said."
    )
    assert found["Rutshuru"] == date(2021, 6, 28)


def test_what_the_report_itself_says_keeps_its_day(states):
    found = states(
        "On Monday rebels shelled Goma, killing two people, Reuters reported. The M23 is present "
        "in Rutshuru."
    )
    assert found["Rutshuru"] == date(2021, 6, 30)


def test_old_news_of_an_outlet_dates_nothing_it_says_now(states):
    found = states(
        "On 2 June rebels shelled Goma, killing two people, Reuters reported. The M23 is present "
        "in Rutshuru, Reuters said."
    )
    assert found["Rutshuru"] == date(2021, 6, 30)
