"use strict";
const test = require("node:test");
const assert = require("node:assert");
const { load, plain } = require("./load.js");

const D = load("lanes");
const used = ({ rows, block }) => rows.reduce((sum, one) => sum + block(one), 0);

test("every actor has a line for its name and all its rows where there is room", () => {
  const shared = D.shareRoom([5, 2, 3, 1, 1, 1], 96);
  assert.deepEqual(plain(shared.rows), [5, 2, 3, 1, 1, 1]);
  assert.equal(shared.without, 0);
  assert.ok(used(shared) <= 96);
});

test("rows grow where there is room to spare, and no higher than a bar should be", () => {
  assert.equal(D.shareRoom([2], 200).tall, 8);
});

test("an actor with many rows gives some up before another is left out", () => {
  const shared = D.shareRoom([40, 1, 1], 70);
  assert.deepEqual([shared.without, shared.rows[1], shared.rows[2]], [0, 1, 1]);
  assert.ok(shared.rows[0] < 40 && used(shared) <= 70);
});

test("of twenty actors those without room are counted, with a line to say so", () => {
  const shared = D.shareRoom(Array(20).fill(1), 84);
  assert.equal(shared.rows.length + shared.without, 20);
  assert.ok(used(shared) + 14 <= 84);
  assert.equal(D.shareRoom(Array(20).fill(1), D.roomForAll(Array(20).fill(1))).without, 0);
});
