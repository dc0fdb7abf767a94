"""The day of a web page is the one it was first published on, wherever its system puts it."""

from __future__ import annotations

from datetime import date

import pytest

from geo.page_dates import day_of
from geo.report_text import page_of

DAY = date(2022, 3, 3)
STORY = "<article><h1>Two die</h1><p>Shells fell on the market of Orsa on Friday.</p></article>"


def day(head: str, body: str = STORY) -> date | None:
    return page_of(f"<html><head>{head}</head><body>{body}</body></html>").published


@pytest.mark.parametrize(
    "stamp",
    [
        "2022-03-03",
        "2022-03-03T23:30:00-05:00",
        "2022-03-03T01:10:00+03:00",
        "2022-03-03T21:10:00.000Z",
        "2022-03-03 21:10",
        "20220303",
        "20220303T211000Z",
        "2022/03/03",
        "March 3, 2022",
        "Mar 3, 2022 10:12 am EST",
        "Mar. 3, 2022",
        "3 Mar 2022",
        "03 March 2022 21:10",
        "Thursday, March 3, 2022",
        "Thu, 03 Mar 2022 21:10:00 GMT",
        "Thu, 3 Mar 2022 21:10:00 +0300",
        "1646341800",
        "1646341800000",
    ],
)
def test_a_stamp_is_read_as_the_day_that_is_written_in_it(stamp):
    assert day_of(stamp) == DAY


@pytest.mark.parametrize("stamp", ["", "03/04/2022", "yesterday", "March 2022", "2022-13-40", "7"])
def test_a_stamp_that_could_be_two_days_or_none_is_not_read(stamp):
    assert day_of(stamp) is None


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2022-03-03T21:10:00+02:00">',
        '<meta property="og:article:published_time" content="2022-03-03T21:10:00Z">',
        '<meta name="DC.date.issued" content="2022-03-03">',
        '<meta name="DC.Date" content="2022-03-03">',
        '<meta name="dcterms.created" content="2022-03-03">',
        '<meta name="date" content="March 3, 2022">',
        '<meta name="pubdate" content="20220303">',
        '<meta name="parsely-pub-date" content="2022-03-03T10:00:00Z">',
        '<meta name="sailthru.date" content="Thu, 03 Mar 2022 10:00:00 +0000">',
        '<meta name="publish-date" content="3 Mar 2022">',
        '<meta itemprop="datePublished" content="2022-03-03">',
        '<meta name="citation_publication_date" content="2022/03/03">',
        '<link rel="canonical" href="https://outlet.example/world/2022/03/03/two-die">',
        '<meta property="og:url" content="https://outlet.example/2022/3/3/two-die/">',
    ],
)
def test_the_day_is_found_under_the_names_of_the_usual_content_systems(head):
    assert day(head) == DAY


@pytest.mark.parametrize(
    "data",
    [
        '{"@type": "NewsArticle", "datePublished": "2022-03-03T10:00:00Z"}',
        '[{"@type": "Organization"}, {"@type": "Article", "datePublished": "2022-03-03"}]',
        (
            '{"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"},'
            ' {"@type": ["NewsArticle"], "datePublished": "2022-03-03"}]}'
        ),
        '{"@type": "WebPage", "mainEntity": {"@type": "Article", "datePublished": "2022-03-03"}}',
        '{"@type": "NewsArticle", "dateModified": "2022-03-09", "datePublished": "2022-03-03"}',
        '{"@type": "NewsArticle", "datePublished": "2022-03-03", "text": "a\nb",}',
        (
            '{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle",'
            ' "datePublished": "2021-01-01"}], "mainEntity": {"datePublished": "2022-03-03"}}'
        ),
    ],
)
def test_the_day_is_found_in_linked_data(data):
    assert day(f'<script type="application/ld+json">{data}</script>') == DAY


@pytest.mark.parametrize(
    "body",
    [
        '<article><time datetime="2022-03-03" pubdate>Thursday</time><p>Text.</p></article>',
        (
            '<aside><time datetime="2021-01-01">Old</time></aside>'
            '<article><time datetime="2022-03-03T10:00">Thursday</time><p>Text.</p></article>'
        ),
        (
            '<a href="/other"><time datetime="2021-01-01">Old</time></a>'
            '<article><time datetime="2022-03-03">Thursday</time><p>Text.</p></article>'
        ),
        (
            '<div><time datetime="2021-01-01">Old</time></div>'
            '<article><time datetime="2022-03-03">Thursday</time><p>Text.</p></article>'
        ),
        (
            '<article><time class="updated" datetime="2022-03-09">Now</time>'
            '<time class="published" datetime="2022-03-03">Thursday</time><p>Text.</p></article>'
        ),
        '<article><span itemprop="datePublished" content="2022-03-03">Thursday</span></article>',
        '<abbr class="published" title="2022-03-03T10:00:00">Thursday</abbr><p>Text.</p>',
    ],
)
def test_the_day_of_the_article_wins_over_those_of_the_links_beside_it(body):
    assert day("", body) == DAY


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:modified_time" content="2022-03-09">',
        '<meta property="og:updated_time" content="2022-03-09">',
        '<meta name="last-modified" content="2022-03-09">',
        '<meta name="date" content="2022-03-09">',
        '<script type="application/ld+json">{"dateModified": "2022-03-09"}</script>',
    ],
)
def test_the_day_of_a_change_never_wins_over_that_of_publication(head):
    assert day(f'{head}<meta property="article:published_time" content="2022-03-03">') == DAY


def test_the_day_of_a_change_alone_is_no_day_of_publication():
    assert day('<meta property="article:modified_time" content="2022-03-09">') is None


def test_linked_data_as_deep_as_a_well_is_left():
    data = "[" * 100_000 + "]" * 100_000
    assert day(f'<script type="application/ld+json">{data}</script>') is None
