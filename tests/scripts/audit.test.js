"use strict";
const test = require("node:test");
const assert = require("node:assert");
const { load, plain } = require("./load.js");

const D = load("dates", "audit");
const day = (iso) => D.dates.number(iso);

test("days in a row that got the same are told as one stretch", () => {
  const won = [["2015-04-07", "88%"], ["2015-04-08", "90%"], ["2015-04-09", "90%"], ["2015-04-11", "90%"]];
  assert.deepEqual(plain(D.daysInRow(won)), [
    [day("2015-04-07"), day("2015-04-08"), "88%"], [day("2015-04-08"), day("2015-04-10"), "90%"], [day("2015-04-11"), day("2015-04-12"), "90%"],
  ]);
});

test("a statement that is drawn tells its share and what the words allow", () => {
  assert.equal(D.fateOf({ audit: { status: "placed", shares: [0.85, 0.9, 0.95] } }), "Drawn: 90% of the place; the words allow 85% to 95%.");
  assert.equal(D.fateOf({ audit: { status: "placed", shares: [1, 1, 1] } }), "Drawn: 100% of the place.");
  assert.match(D.fateOf({ audit: { status: "capped" } }), /less confidence.*assumed/);
});

test("a statement that is not drawn says why", () => {
  assert.equal(D.fateOf({ audit: { status: "not drawn", why: "no area to draw", detail: "over by then" } }), "Not drawn: no area to draw (over by then).");
  assert.match(D.fateOf({ audit: { status: "against" } }), /given to others/);
  assert.match(D.fateOf({ audit: { status: "figure" } }), /no shape/);
});

test("a report tells its likeliest day, and the others apart", () => {
  const report = { published: "2015-04-07", given: false, candidates: [["2015-04-07", 0.81], ["2020-04-07", 0.14]] };
  assert.equal(D.dates.likeliest(report), "7 April 2015 (81%, worked out from the text)");
  assert.equal(D.dates.others(report), "7 April 2020 (14%)");
  assert.equal(D.dates.others({ ...report, given: true }), "");
  assert.equal(D.dates.likeliest({ ...report, given: true }), "7 April 2015");
  assert.equal(D.dates.likeliest({ published: null, given: false, candidates: [] }), "on an unknown day");
});
