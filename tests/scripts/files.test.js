"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { load, plain } = require("./load.js");
const { payload } = require("./payload.js");

const D = load("dates", "columns", "model", "state", "geojson", "csv", "kml", "citation", "files");
const HOSTILE = "<script>x=1</script>&\"'\u0000]]>";
const opened = (say) => {
  const model = D.modelOf(payload(say));
  const state = D.stateOf(model);
  state.setMode("all");
  return { model, state };
};

test("a cell that a spreadsheet would run is text", () => {
  for (const start of ["=1+1", "+1", "-1", "@SUM", "\t=1", "\r=1", "\n=1", "＝1+1"]) {
    assert.match(D.csv.cell(start), /^"?'/, start);
  }
  assert.equal(D.csv.cell(-1.5), "-1.5");
  assert.equal(D.csv.cell('a;"b"'), '"a;""b"""');
  assert.equal(D.csv.cell(null), "");
});

test("KML gives the days of an item as times inside them", () => {
  const { model, state } = opened();
  const kml = D.kml.write(model, state);
  // Half-open to the thirteenth: the twelfth is its last day.
  assert.match(kml, /<begin>2024-03-11T00:00:00Z<\/begin><end>2024-03-12T23:59:59Z<\/end>/);
  assert.match(kml, /<outerBoundaryIs><LinearRing><coordinates>30,10 31,10 31,11 30,11 30,10<\/coordinates>/);
});

test("KML colours a zone as its actor", () => {
  const { model, state } = opened();
  // #B23A2E as alpha, blue, green, red.
  assert.match(D.kml.write(model, state), /<Style id="held-1"><LineStyle><color>ff2e3ab2<\/color>/);
});

test("hostile text cannot leave its place in KML, and its description stays text when read as HTML", () => {
  const { model, state } = opened((text) => text + HOSTILE);
  const kml = D.kml.write(model, state);
  assert.ok(!kml.includes("<script"));
  assert.ok(!kml.includes("\u0000"));
  const [, description] = kml.match(/<Placemark>.*?<description>(.*?)<\/description>/);
  assert.ok(description.includes("&amp;lt;script"));
  assert.ok(!description.includes("&lt;script"));
});

test("a file's name holds nothing but letters, digits and hyphens", () => {
  assert.equal(D.files.slug("../../Etc: “Orša”\u202e.exe", "map"), "etc-orsa-exe");
  assert.equal(D.files.slug("اليرموك", "map"), "map");
  assert.equal(D.files.slug("a".repeat(300), "map").length, 60);
  const { model, state } = opened();
  assert.equal(D.files.nameOf(model, state, "csv"), "orsa-kesh_all-dates.csv");
  state.setMode("day");
  assert.match(D.files.nameOf(model, state, "csv"), /^orsa-kesh_2024-03-1\d\.csv$/);
});

test("a citation is one paragraph with report, day, claimant, quote, characters and map", () => {
  const { model } = opened();
  assert.equal(
    D.citation.write(model.byId.get("z1"), model),
    "Orsa: held by Army, 11–12 March 2024. Monday in Orsa, Dispatch, published 11 March 2024: according to the mayor, " +
      "“The army holds Orsa” (characters 4–24). Map: Orsa, Kesh (Dateline).",
  );
});

test("a citation of disputed ground gives the other side too, in the same paragraph", () => {
  const data = payload();
  data.zones[0].against = ["c2"];
  const model = D.modelOf(data);
  const text = D.citation.write(model.byId.get("z1"), model);
  assert.match(text, /Against it: Monday in Orsa, .*“Shells fell” \(characters 30–41\)\. Map:/);
  assert.ok(!text.includes("\n"));
});

test("the table has a row for each item that is shown", () => {
  const { model, state } = opened();
  const rows = plain(D.csv.write(model, state)).trimEnd().split("\r\n");
  assert.equal(rows.length, 3);
  assert.match(rows[0], /^\ufeffid,kind,headline,status,/);
});
