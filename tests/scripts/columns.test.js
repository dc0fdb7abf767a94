"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { load, plain } = require("./load.js");

const D = load("columns");

test("records that came as they are stay as they are", () => {
  const records = [{ id: "i1" }];
  assert.equal(D.recordsOf(records), records);
});

test("columns give the records they were written from, without what a record has not", () => {
  const told = {
    number: 3, at: [30, 10, 31, 11, 32, 12],
    fields: { id: ["a", "b", "c"], who: { words: [["army"], []], codes: [0, 1, 0] }, area: { words: [null, "wide"], codes: [0, 0, 1] } },
    row: { incident_type: { all: "shelling" }, fatalities_low: [0, null, 2] },
  };
  assert.deepEqual(plain(D.recordsOf(told)), [
    { id: "a", who: ["army"], geometry: { type: "Point", coordinates: [30, 10] }, row: { incident_type: "shelling", fatalities_low: 0 } },
    { id: "b", who: [], geometry: { type: "Point", coordinates: [31, 11] }, row: { incident_type: "shelling" } },
    { id: "c", who: ["army"], area: "wide", geometry: { type: "Point", coordinates: [32, 12] }, row: { incident_type: "shelling", fatalities_low: 2 } },
  ]);
});
