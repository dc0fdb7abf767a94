"use strict";
const test = require("node:test");
const assert = require("node:assert");
const { load, plain } = require("./load.js");

const D = load("inside", "seam");
const box = (west, south, east, north) => [[west, south], [east, south], [east, north], [west, north], [west, south]];
const area = (ring) => Math.abs(ring.slice(1).reduce((sum, [x, y], at) => sum + ring[at][0] * y - x * ring[at][1], 0)) / 2;

test("two halves of an island become one ring without an edge along the seam", () => {
  const [island, ...more] = plain(D.unseamed([[box(178, 0, 180, 2)], [box(180, 0, 181, 2)]]));
  assert.equal(more.length, 0);
  assert.equal(island.length, 1);
  assert.equal(area(island[0]), 6);
  assert.deepEqual(island[0][0], island[0].at(-1));
  const along = island[0].slice(1).some(([x], at) => x === 180 && island[0][at][0] === 180);
  assert.equal(along, false);
});

test("halves of other heights keep the part of the seam that is a border", () => {
  const [island] = plain(D.unseamed([[box(178, 0, 180, 3)], [box(180, 1, 181, 2)]]));
  assert.equal(area(island[0]), 7);
});

test("a lake on the seam becomes a hole, and an island elsewhere stays", () => {
  const far = [box(170, 0, 171, 1)];
  const west = [[178, 0], [180, 0], [180, 1], [179, 1], [179, 2], [180, 2], [180, 3], [178, 3], [178, 0]];
  const east = [[182, 3], [180, 3], [180, 2], [181, 2], [181, 1], [180, 1], [180, 0], [182, 0], [182, 3]];
  const joined = plain(D.unseamed([far, [west], [east]]));
  assert.equal(joined.length, 2);
  assert.deepEqual(joined[0], far);
  assert.deepEqual(joined[1].map(area).sort((one, other) => one - other), [2, 12]);
});

test("islands on one side alone stay as they are", () => {
  const islands = [[box(178, 0, 180, 2)], [box(190, 0, 191, 2)]];
  assert.deepEqual(plain(D.unseamed(islands)), islands);
});

test("a case across the antimeridian is asked about where it is drawn; data stays", () => {
  D.wraps = true;
  const geometry = { type: "MultiPolygon", coordinates: [[box(178, 0, 180, 2)], [box(-180, 0, -179, 2)]] };
  assert.ok(D.holds(geometry, 180.5, 1));
  assert.ok(!D.holds(geometry, -179.5, 1));
  assert.deepEqual(plain(D.boxOf(geometry)), [178, 0, 181, 2]);
  assert.equal(geometry.coordinates[1][0][0][0], -180);
  assert.equal(D.easterly(-179), 181);
  D.wraps = false;
  assert.equal(D.easterly(-179), -179);
});
