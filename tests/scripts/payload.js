"use strict";
// A small map's data, as the page carries it; `say` changes every text a stranger may have written.

const SQUARE = [[30, 10], [31, 10], [31, 11], [30, 11], [30, 10]];

const payload = (say = (text) => text) => ({
  title: say("Orsa, Kesh"), subtitle: "2 claims", nobody: { light: "#767C85", dark: "#969DA6", hatch: "none" },
  time: { first: "2024-03-11", last: "2024-03-13", start: "2024-03-11" },
  actors: [{ id: say("army"), name: say("Army"), light: "#B23A2E", dark: "#F08A7C", hatch: "diagonal" }],
  reports: [{ id: say("monday"), name: say("Monday in Orsa"), outlet: say("Dispatch"), published: "2024-03-11", given: true }],
  places: [], contradictions: [], not_used: [], types: { shelling: { label: "Shelling" } }, statuses: { held: "held" },
  claims: [
    { id: "c1", report: say("monday"), quote: say("The army\nholds Orsa"), claimant: say("the mayor"), start: 4, end: 24, headline: "Orsa" },
    { id: "c2", report: say("monday"), quote: say("Shells fell"), start: 30, end: 41, headline: "Shells" },
  ],
  shapes: [{ type: "Polygon", coordinates: [SQUARE] }],
  zones: [
    { id: "z1", shape: 0, headline: say("Orsa: held by Army"), who: [say("army")], claims: ["c1"], label: [30.5, 10.5], tolerance_m: 12.5,
      row: { status: "held", actor: say("army"), valid_from: "2024-03-11", valid_to: "2024-03-13" } },
  ],
  incidents: [
    { id: "i1", headline: say("Shelling of Orsa"), who: [], claims: ["c2"], geometry: { type: "Point", coordinates: [30.2, 10.2] },
      row: { incident_type: "shelling", date_start: "2024-03-12" } },
  ],
  tolls: [], views: [], scenarios: [],
  columns: { zone: ["status", "actor", "valid_from", "valid_to", "share_best"], incident: ["incident_type", "date_start", "date_end"] },
});

module.exports = { payload, SQUARE };
