"use strict";
const test = require("node:test");
const assert = require("node:assert");
const { load } = require("./load.js");

const D = load("dates", "axis");
const day = (iso) => D.dates.number(iso);
const texts = (from, to, step) => D.axis(day(from), day(to), step).map((one) => one.text).join("|");

test("a fortnight is told day by day, its month once", () => {
  assert.equal(texts("2015-04-01", "2015-04-14", 27), "1 Apr|3|5|7|9|11|13");
});

test("a year is told by its months, with the year", () => {
  assert.equal(texts("2015-02-10", "2016-01-20", 1.1), "Mar 2015|May 2015|Jul 2015|Sept 2015|Nov 2015|Jan 2016");
});

test("eleven years are told by the year, never by days that hide which", () => {
  assert.equal(texts("2014-02-18", "2025-10-27", 0.09), "2016|2018|2020|2022|2024");
});

test("no two words of an axis share their pixels, however long the time", () => {
  for (const [to, step] of [["2015-01-20", 30], ["2015-03-01", 8], ["2015-12-31", 1], ["2018-01-01", 0.33], ["2035-01-01", 0.05]]) {
    const ticks = D.axis(day("2015-01-01"), day(to), step);
    ticks.slice(1).forEach((one, at) => {
      const apart = (one.day - ticks[at].day) * step;
      assert.ok(apart >= one.text.length * 5.4, `${one.text} at ${apart}`);
    });
  }
});
