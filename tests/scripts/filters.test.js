"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { load, plain } = require("./load.js");
const { payload } = require("./payload.js");

const D = load("dates", "confidence", "columns", "model", "state", "address");

/** The small map, told by two origins, with a plan and a claim that is hedged. */
function told() {
  const made = payload();
  const [zone] = made.zones;
  Object.assign(zone.row, { confidence: 0.7 });
  Object.assign(made.incidents[0].row, { confidence: 0.5 });
  Object.assign(made.claims[0], { assertion: "attributed" });
  Object.assign(made.claims[1], { assertion: "hedged" });
  made.claims.push({ id: "c3", report: "monday", quote: "plan to take Kesh", assertion: "planned", start: 50, end: 60, headline: "Kesh" });
  made.scenarios = [{ id: "sc3", assertion: "planned", headline: "Only planned: Kesh", who: [], claims: ["c3"], place: "k", from: "2024-03-11", to: "2024-03-12", shape: 0, row: { confidence: 0.9 } }];
  made.views = [
    { origin: "the mayor", name: "The mayor", claims: ["c1"], zones: [{ ...zone, id: "z1.1", row: { ...zone.row } }] },
    { origin: "radio", name: "Radio", claims: ["c2", "c3"], zones: [] },
  ];
  const model = D.modelOf(made);
  const state = D.stateOf(model);
  state.setMode("all");
  return { model, state, shown: () => plain(state.shown().map((item) => item.id)) };
}

test("what is no fact is not shown until its kind is asked for", () => {
  const { state, shown } = told();
  assert.deepEqual(shown(), ["z1", "i1"]);
  state.scenarios.add("planned");
  assert.deepEqual(shown(), ["z1", "i1", "sc3"]);
});

test("a least confidence keeps what has just that much", () => {
  const { model, state, shown } = told();
  state.setConfidence("moderate");
  assert.deepEqual(shown(), ["z1"]);
  model.byId.get("i1").confidence = 0.6;
  assert.deepEqual(shown(), ["z1", "i1"]);
});

test("confidence is said in the words it is filtered by", () => {
  for (const { id, word, least } of D.CONFIDENCE) {
    assert.equal(D.confidenceWord(least), word);
    assert.equal(D.leastOf(id), least);
  }
  assert.equal(D.confidenceWord(0.39), "Very weak");
});

test("an item goes when every claim it rests on is switched off", () => {
  const { state, shown } = told();
  state.hiddenAssertions.add("hedged");
  assert.deepEqual(shown(), ["z1"]);
  assert.equal(state.filteredOut(), 1);
  state.resetFilters();
  assert.deepEqual(shown(), ["z1", "i1"]);
});

test("one origin's account shows its own zones and only what it tells", () => {
  const { state, shown } = told();
  state.view = "the mayor";
  assert.deepEqual(shown(), ["z1.1"]);
  state.view = "radio";
  assert.deepEqual(shown(), ["i1"]);
});

test("the address gives back every filter, and nothing that the page does not know", () => {
  const { model } = told();
  const state = D.stateOf(model);
  D.address.read("#d=all&c=weak&a=hedged,constructor&s=planned,fact&v=the%20mayor&r=monday,x&m=9/95/0", model, state);
  assert.equal(state.confidence, "weak");
  assert.deepEqual(plain([...state.hiddenAssertions]), ["hedged"]);
  assert.deepEqual(plain([...state.scenarios]), ["planned"]);
  assert.deepEqual(plain([...state.hiddenReports]), ["monday"]);
  assert.equal(state.view, "the mayor");
});

test("the address of a zone of an account opens that account", () => {
  const { model } = told();
  const state = D.stateOf(model);
  D.address.read("#f=z1.1", model, state);
  assert.equal(state.view, "the mayor");
});

test("a view of the map that lies nowhere is not taken", () => {
  const { model } = told();
  for (const hash of ["#m=9/95/0", "#m=a/b/c", "#m=9/1", "#m=9/1/2/3", "#m="]) {
    assert.equal(D.address.read(hash, model, D.stateOf(model)), null, hash);
  }
  assert.deepEqual(plain(D.address.read("#m=40/10/30", model, D.stateOf(model))), { zoom: 18, centre: [10, 30] });
});

test("a day that is in no calendar is no day", () => {
  for (const text of ["2015-99-99", "2015-02-30", "2015-04-31", "15-04-01", "2015-4-1", "", "__proto__"]) {
    assert.equal(D.dates.number(text), null, text);
  }
  assert.equal(D.dates.iso(D.dates.number("2016-02-29")), "2016-02-29");
});

test("a search folds case, accents and the spellings of Arabic", () => {
  const folded = (one, other) => assert.equal(D.fold(one), D.fold(other));
  folded("Şırnak", "sırnak");
  folded("أم درمان", "ام درمان");
  folded("مدينة", "مدينه");
  folded("دَاعِش", "داعش");
});
