"use strict";
const assert = require("node:assert");
const test = require("node:test");
const { load, plain } = require("./load.js");

const D = load("local");

test("positions are put together from their steps, latitude first", () => {
  const steps = [3240000, 1560000, 1000, -500, -2000, 250];
  assert.deepStrictEqual(plain(D.unfold(steps)), [[15.6, 32.4], [15.595, 32.41], [15.5975, 32.39]]);
});

test("no steps are no positions", () => {
  assert.deepStrictEqual(plain(D.unfold([])), []);
});
