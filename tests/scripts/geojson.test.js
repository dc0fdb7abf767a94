"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { load, plain } = require("./load.js");
const { payload, SQUARE } = require("./payload.js");

const D = load("dates", "columns", "model", "state", "geojson");
const opened = (data = payload()) => {
  const model = D.modelOf(data);
  return { model, state: D.stateOf(model) };
};
const shown = ({ model, state }) => JSON.parse(D.geojson.shown(model, state));
const point = (x, y) => ({ type: "Point", coordinates: [x, y] });
const square = (west, east) => ({ type: "Polygon", coordinates: [[[west, 0], [east, 0], [east, 1], [west, 1], [west, 0]]] });

test("a ring drawn the wrong way round is turned, and its hole the other way", () => {
  const hole = [[30.2, 10.2], [30.8, 10.2], [30.8, 10.8], [30.2, 10.2]];
  const backwards = { type: "Polygon", coordinates: [[...SQUARE].reverse(), hole] };
  assert.deepEqual(plain(D.geojson.righted(backwards).coordinates), [SQUARE, [...hole].reverse()]);
});

test("a box over the antimeridian begins in the east", () => {
  const cut = { type: "MultiPolygon", coordinates: [square(179, 180).coordinates, square(-180, -178).coordinates] };
  assert.deepEqual(plain(D.geojson.box([cut])), [179, 0, -178, 1]);
  assert.deepEqual(plain(D.geojson.box([point(177, -20), point(-178, -16)])), [177, -20, -178, -16]);
});

test("a box that does not cross it does not, however wide", () => {
  assert.deepEqual(plain(D.geojson.box([point(-100, 0), point(60, 2)])), [-100, 0, 60, 2]);
  assert.deepEqual(plain(D.geojson.box([square(-180, 180)])), [-180, 0, 180, 1]);
  assert.deepEqual(plain(D.geojson.box([point(5, 6)])), [5, 6, 5, 6]);
});

test("nothing shown is a collection without a box", () => {
  const page = opened();
  page.state.query = "no such word";
  const collection = shown(page);
  assert.deepEqual(collection.features, []);
  assert.ok(!("bbox" in collection));
});

test("a file tells its days half-open and how far its shapes are off", () => {
  const { dateline, bbox, ...collection } = shown(opened());
  assert.equal(dateline.from, "2024-03-11");
  assert.equal(dateline.to, "2024-03-12");
  assert.equal(dateline.simplified.tolerance_m, 12.5);
  assert.deepEqual(bbox, [30, 10, 31, 11]);
  assert.ok(!("crs" in collection));
});

test("a file of points alone does not claim that shapes were simplified", () => {
  const page = opened();
  page.state.setDays(page.model.first + 1, page.model.first + 1);
  page.state.hiddenLayers.add("zone:army:held");
  const { dateline, features } = shown(page);
  assert.deepEqual(features.map((one) => one.id), ["i1"]);
  assert.ok(!("simplified" in dateline));
  assert.deepEqual(dateline.hidden_layers, ["zone:army:held"]);
});

test("a filter that is added to the state is told without a word here", () => {
  const page = opened();
  page.state.leastConfidence = 0.4;
  assert.equal(shown(page).dateline.least_confidence, 0.4);
});

test("the complete file holds every item of every day and every claim, whatever is hidden", () => {
  const page = opened();
  page.state.hiddenLayers.add("zone:army:held");
  const { features, dateline } = JSON.parse(D.geojson.complete(page.model));
  assert.deepEqual(features.map((one) => one.id), ["z1", "i1"]);
  assert.deepEqual(dateline.claims.map((claim) => [claim.id, claim.start, claim.end]), [["c1", 4, 24], ["c2", 30, 41]]);
});

test("one feature is a file of its own, with its words and its box", () => {
  const page = opened();
  const feature = JSON.parse(D.geojson.single(page.model.byId.get("z1"), page.model));
  assert.equal(feature.type, "Feature");
  assert.deepEqual(feature.bbox, [30, 10, 31, 11]);
  assert.equal(feature.properties.quote_spans, "monday:4-24");
  assert.equal(feature.properties.share_best, null);
  assert.equal(feature.properties.tolerance_m, 12.5);
});
