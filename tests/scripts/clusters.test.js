"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { load, plain } = require("./load.js");

const D = load("inside", "clusters", "glyphs");
const WORLD = [-1e9, -1e9, 1e9, 1e9];
const NEAR = 34;

/** Numbers that look random and are the same in every run. */
function* numbers(seed) {
  let state = seed;
  for (;;) {
    state = (state * 1103515245 + 12345) % 2147483648;
    yield state / 2147483648;
  }
}

function scattered(count, width, seed = 7) {
  const chance = numbers(seed);
  const column = () => Float64Array.from({ length: count }, () => (chance.next().value - 0.5) * width);
  return { x: column(), y: column() };
}

/** The same grouping in its plainest form: every point asks every group. */
function plainly({ x, y }, shown) {
  const groups = [];
  for (let at = 0; at < x.length; at += 1) {
    if (!shown(at)) continue;
    const near = groups.filter(([first]) => Math.hypot(x[first] - x[at], y[first] - y[at]) < NEAR);
    if (near.length) near[0].push(at);
    else groups.push([at]);
  }
  return groups;
}

const members = (groups) => plain(groups.map((one) => [...one.members]));

test("incidents at one spot are one ring, and those far apart are not", () => {
  const points = { x: Float64Array.of(0, 1, 500), y: Float64Array.of(0, 1, 500) };
  assert.deepEqual(members(D.clusters(points, () => true, WORLD, NEAR)), [[0, 1], [2]]);
});

test("no incident is lost or counted twice, and each lies near the one its ring stands at", () => {
  const points = scattered(3000, 1500);
  const groups = D.clusters(points, () => true, WORLD, NEAR);
  assert.deepEqual(members(groups).flat().sort((one, other) => one - other), plain(Array.from({ length: 3000 }, (_, at) => at)));
  for (const { first, members: own } of groups) {
    for (const at of own) assert.ok(at === first || Math.hypot(points.x[first] - points.x[at], points.y[first] - points.y[at]) < NEAR);
  }
});

test("two rings never stand so near that they overlap", () => {
  const points = scattered(3000, 1500);
  const firsts = D.clusters(points, () => true, WORLD, NEAR).map((one) => one.first);
  for (const one of firsts) {
    for (const other of firsts) assert.ok(one === other || Math.hypot(points.x[one] - points.x[other], points.y[one] - points.y[other]) >= NEAR);
  }
});

test("the grid begins as many rings as asking every ring would", () => {
  const points = scattered(800, 900, 3);
  const shown = (at) => at % 3 > 0;
  const firsts = plainly(points, shown).map(([first]) => first);
  assert.deepEqual(plain(D.clusters(points, shown, WORLD, NEAR).map((one) => one.first)), firsts);
});

test("what is hidden or out of view is in no ring", () => {
  const points = { x: Float64Array.of(0, 10, 900), y: Float64Array.of(0, 0, 0) };
  assert.deepEqual(members(D.clusters(points, (at) => at > 0, [-100, -100, 100, 100], NEAR)), [[1]]);
});

test("a spot finds the badge that covers it, and none where there is none", () => {
  const drawn = [{ x: 10, y: 10, size: 28 }, { x: 400, y: -80, size: 44 }];
  const at = D.discs(drawn);
  assert.equal(at(400 + 21, -80), drawn[1]);
  assert.equal(at(10 + 13, 10), drawn[0]);
  assert.equal(at(10 + 15, 10), null);
  assert.equal(D.discs([])(0, 0), null);
});

test("a disc under the pointer is found wherever it lies in its square", () => {
  const { x, y } = scattered(400, 6000);
  const drawn = [...x].map((one, at) => ({ x: one, y: y[at], size: 30 }));
  const at = D.discs(drawn);
  for (const one of drawn) assert.notEqual(at(one.x + 10, one.y - 10), null);
});

test("Mercator puts the corners of its world at 0 and 1", () => {
  assert.deepEqual(plain(D.mercator(0, 0)), [0.5, 0.5]);
  const [x, y] = D.mercator(-180, 85.051129);
  assert.ok(Math.abs(x) < 1e-9 && Math.abs(y) < 1e-6);
  assert.ok(Number.isFinite(D.mercator(0, 90)[1]));
});

test("a spot in a hole is not in the area", () => {
  const square = (low, high) => [[low, low], [high, low], [high, high], [low, high], [low, low]];
  const ring = { type: "Polygon", coordinates: [square(0, 10), square(4, 6)] };
  assert.ok(D.holds(ring, 2, 2));
  assert.ok(!D.holds(ring, 5, 5));
  assert.ok(!D.holds(ring, 11, 5));
  const two = { type: "MultiPolygon", coordinates: [[square(0, 1)], [square(20, 21)]] };
  assert.ok(D.holds(two, 20.5, 20.5));
  assert.deepEqual(plain(D.boxOf(two)), [0, 0, 21, 21]);
});

test("the shares of a ring go all the way round, the largest first", () => {
  const { arcs, text, radius } = D.ringOf(["a", "b", "b", "b"]);
  assert.deepEqual(plain(arcs.map((one) => one.actor)), ["b", "a"]);
  assert.equal(arcs[0].from, 0);
  assert.ok(Math.abs(arcs[1].from - 1.5 * Math.PI) < 1e-9);
  assert.ok(arcs[1].to <= 2 * Math.PI);
  assert.equal(text, "4");
  assert.equal(radius, 17);
});

test("a ring of thousands has a number that fits inside", () => {
  const text = (count) => D.ringOf(Array.from({ length: count }, () => "a")).text;
  assert.deepEqual([999, 1000, 1234, 23456].map(text), ["999", "1.0k", "1.2k", "23k"]);
});
