"use strict";
const test = require("node:test");
const assert = require("node:assert");
const { load, plain } = require("./load.js");

const D = load("room");
const SIZE = { width: 60, height: 20 };
const anywhere = () => true;

test("a name stands on its own spot while nothing is there", () => {
  assert.deepEqual(plain(D.roomOf().near({ x: 100, y: 100 }, SIZE, anywhere)), { x: 100, y: 100 });
});

test("two names never share ground: the second makes room or is left out", () => {
  const room = D.roomOf();
  room.near({ x: 100, y: 100 }, SIZE, anywhere);
  const second = room.near({ x: 100, y: 100 }, SIZE, anywhere);
  assert.ok(Math.abs(second.x - 100) >= SIZE.width || Math.abs(second.y - 100) >= SIZE.height);
  assert.equal(room.near({ x: 100, y: 100 }, SIZE, () => false), null);
});

test("a name keeps clear of a badge, and goes no farther than it may", () => {
  const room = D.roomOf([{ x: 100, y: 100, width: 42, height: 42 }]);
  const spot = room.near({ x: 100, y: 100 }, SIZE, (at, far) => far <= 56);
  assert.ok(Math.abs(spot.y - 100) * 2 >= 42 + SIZE.height);
  assert.ok(Math.hypot(spot.x - 100, spot.y - 100) <= 56);
});

test("a ring's name stands outside it on any side that is free", () => {
  const ring = [{ x: 0, y: 0 }, { x: 100, y: 0 }, { x: 100, y: 80 }, { x: 0, y: 80 }];
  const spots = D.spotsOutside(ring, SIZE);
  assert.equal(spots.length, 4);
  for (const { x, y } of spots) {
    assert.ok(x - SIZE.width / 2 > 100 || x + SIZE.width / 2 < 0 || y - SIZE.height / 2 > 80 || y + SIZE.height / 2 < 0);
  }
  const room = D.roomOf([{ x: spots[0].x, y: spots[0].y, width: 10, height: 10 }]);
  assert.deepEqual(plain(room.first(spots, SIZE)), plain(spots[1]));
});

test("a town is named beside its dot, and clear of a badge that stands on it", () => {
  const dot = { x: 100, y: 100 };
  for (const { x, y } of D.spotsBeside(dot, SIZE, 6)) {
    assert.ok(Math.abs(x - 100) >= SIZE.width / 2 + 6 || Math.abs(y - 100) >= SIZE.height / 2 + 6);
  }
  const room = D.roomOf([{ ...dot, width: 48, height: 48 }]);
  const near = D.spotsBeside(dot, SIZE, 6);
  assert.equal(room.first(near, SIZE), null);
  assert.deepEqual(plain(room.first([...near, ...D.spotsBeside(dot, SIZE, 25)], SIZE)), { x: 100, y: 65 });
});
