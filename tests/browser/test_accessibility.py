"""What axe-core finds in the page: nothing, at any size, in either theme, whatever is open."""

from __future__ import annotations

import pytest

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

RUN = """async ([tags, rules]) => {
  const runOnly = rules ? { type: "rule", values: rules } : { type: "tag", values: tags };
  // Measured apart: see MEASURE.
  const found = await axe.run(document, {
    runOnly, resultTypes: ["violations"], rules: rules ? {} : { "target-size": { enabled: false } },
  });
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target}`));
}"""
# A zone's path reaches as far as it is drawn, under what lies beside the map: axe-core takes the
# part that nobody sees for something in the way. So the map is put aside for this rule. Pins on
# a map are what the guideline excepts (2.5.8, "essential": they stand where they stand).
MEASURE = """async () => {
  const map = document.querySelector("#map .leaflet-map-pane");
  map.style.display = "none";
  const found = await axe.run(document, { runOnly: { type: "rule", values: ["target-size"] } });
  map.style.display = "";
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target}`));
}"""

_CHOOSE = "app.select(app.model.items.find((one) => {}).id)"
# What a reader can have open, in the order it is opened; each stays as the one before left it.
STATES = {
    "the layers": "app.panels.sheet('layers')",
    "the filters": "document.querySelector('#layers-panel .filters button').click()",
    "the claims": "app.panels.sheet('claims')",
    "the export menu": "byId('export').click()",
    "a zone": "byId('export').click(); " + _CHOOSE.format("one.status === 'held'"),
    "disputed ground": _CHOOSE.format("one.status === 'disputed'"),
    "an incident": _CHOOSE.format("one.kind === 'incident' && one.who.length"),
    "a figure": _CHOOSE.format("one.kind === 'figure'"),
    "several at one spot": "app.openList('Here', app.model.items.slice(0, 5))",
    "what was not used": "app.select(null); app.panels.sheet('evidence'); "
    "document.querySelectorAll('details').forEach((one) => { one.open = true; })",
    "a span": "document.querySelector('[data-mode=span]').click()",
    "all dates": "document.querySelector('[data-mode=all]').click()",
    "plans and doubts": "SCENARIOS.forEach(({ id }) => app.state.scenarios.add(id)); app.queue()",
    "one account": "app.setView([...app.model.views.keys()][0])",
    "nothing found": "app.setView(null); app.state.query = 'zzzz'; app.queue()",
    "a message": "app.state.query = ''; app.panels.toast('Saved'); app.queue()",
}
PANELS = ("the layers", "the filters", "the claims", "the export menu", "disputed ground")


def _found(opened, axe, states, *, rules=None, sizes=False):
    opened.page.evaluate(axe)
    found = []
    for name in states:
        opened.page.evaluate(
            f"() => {{ const {{ app, byId, SCENARIOS }} = DATELINE; {STATES[name]} }}"
        )
        opened.settle()
        found += [f"{name}: {one}" for one in opened.page.evaluate(RUN, [TAGS, rules])]
        if sizes:
            found += [f"{name}: {one}" for one in opened.page.evaluate(MEASURE)]
    return found


@pytest.fixture
def opened_at(open_page, seeds_page):
    # Without motion a panel is there at once, and no test waits for it to slide.
    def opened(size, *, path=seeds_page, **options):
        return open_page(path=path, size=size, reduced_motion="reduce", **options)

    return opened


def test_a_desktop_has_no_violation_with_the_example_reports(opened_at, axe):
    states = ["the filters", "disputed ground", "what was not used", "all dates"]
    assert _found(opened_at((1440, 900)), axe, states, sizes=True) == []


# The made case has all that can be opened in a page that is small, and so quick to check.
def test_a_page_has_no_violation_whatever_is_open(opened_at, axe, dispute_page):
    assert _found(opened_at((1440, 900), path=dispute_page), axe, STATES) == []


def test_a_page_drawn_on_canvases_has_no_violation_whatever_is_open(opened_at, axe, dispute_page):
    opened = opened_at((1440, 900), path=dispute_page, draw_as="canvas")
    assert opened.page.locator("#map canvas").count() > 0
    assert _found(opened, axe, STATES, sizes=True) == []


def test_letters_stand_out_in_the_dark_whatever_is_open(opened_at, axe, dispute_page):
    opened = opened_at((1440, 900), path=dispute_page, color_scheme="dark")
    assert _found(opened, axe, STATES, rules=["color-contrast"]) == []


@pytest.mark.parametrize("size", [(1024, 768), (768, 1024)])
def test_a_tablet_has_no_violation_with_its_panels_open(size, opened_at, axe, dispute_page):
    assert _found(opened_at(size, path=dispute_page), axe, PANELS, sizes=True) == []


@pytest.mark.parametrize(("size", "scheme"), [((390, 844), "light"), ((360, 740), "dark")])
def test_a_phone_has_no_violation_with_its_sheets_open(size, scheme, opened_at, axe):
    opened = opened_at(size, color_scheme=scheme, has_touch=True, is_mobile=True)
    states = [*PANELS, "what was not used", "a span"]
    assert _found(opened, axe, states, sizes=True) == []


def test_the_check_itself_finds_what_is_wrong(opened_at, axe, dispute_page):
    opened = opened_at((1440, 900), path=dispute_page)
    opened.page.evaluate(
        "() => { document.getElementById('play').removeAttribute('aria-label');"
        " document.querySelector('.title p').style.color = '#ddd';"
        " for (const id of ['previous', 'play', 'next'])"
        " document.getElementById(id).style.width = '10px'; }"
    )
    found = _found(opened, axe, ["the layers"], sizes=True)
    assert set(found) == {
        "the layers: button-name: #play",
        "the layers: color-contrast: .title > p",
        *(f"the layers: target-size: #{name}" for name in ("previous", "play", "next")),
    }
