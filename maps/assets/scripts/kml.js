"use strict";
// What is shown as KML 2.2, with time spans and a style for each actor and status.
(function (D) {
  const MARKUP = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  // XML 1.0 has no way to write these.
  const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
  const DISPUTED = "#9A3412";
  const FOLDERS = { zone: "Who holds what", incident: "What happened", scenario: "Told, but not fact" };
  // How opaque a fill is, in 256ths: presence and influence are not ground that is held.
  const FILLS = { held: "66", disputed: "80", claimed: "40", besieged: "40", contested: "40", not_stated: "33", present: "26", influence: "10", scenario: "00" };

  const text = (value) => String(value).replace(UNWRITABLE, "").replace(/[&<>"']/g, (one) => MARKUP[one]);
  // Google Earth reads descriptions as HTML, so their text is made text twice.
  const prose = (lines) => lines.filter(Boolean).map((line) => text(text(line))).join(text("<br>"));
  const node = (name, inside) => `<${name}>${inside}</${name}>`;
  /** #RRGGBB as KML has it: alpha, blue, green, red. */
  const colour = (hex, alpha) => (alpha + hex.slice(5, 7) + hex.slice(3, 5) + hex.slice(1, 3)).toLowerCase();

  const actorOf = (item) => (item.status === "not_stated" || item.kind === "scenario" ? "" : item.who[0] || "");

  function styles(items, model) {
    const ranks = ["", ...model.actors.keys()];
    const made = new Map();
    for (const item of items) {
      const actor = model.actors.get(actorOf(item)) || model.payload.nobody;
      const key = item.kind === "zone" ? item.status : item.kind;
      // Numbers, because an actor's id is a word of someone else's.
      made.set(item, { id: `${key}-${Math.max(0, ranks.indexOf(actorOf(item)))}`, key, hex: actor.light });
    }
    return made;
  }

  function style({ id, key, hex }) {
    if (key === "incident") return `<Style id="${id}">${node("IconStyle", node("color", colour(hex, "ff")))}</Style>`;
    const edge = key === "disputed" ? DISPUTED : hex;
    return `<Style id="${id}">${node("LineStyle", node("color", colour(edge, "ff")) + node("width", 2))}` +
      `${node("PolyStyle", node("color", colour(hex, FILLS[key] || "66")))}</Style>`;
  }

  /** Half-open days as the first and last second in them: KML's own end is part of the span. */
  function span(item) {
    const begin = Number.isFinite(item.from) ? node("begin", `${D.dates.iso(item.from)}T00:00:00Z`) : "";
    const end = Number.isFinite(item.to) ? node("end", `${D.dates.iso(item.to - 1)}T23:59:59Z`) : "";
    return begin || end ? node("TimeSpan", begin + end) : "";
  }

  const positions = (ring) => node("coordinates", ring.map(([x, y]) => `${x},${y}`).join(" "));

  function polygon([outer, ...holes]) {
    const ring = (name, one) => node(name, node("LinearRing", positions(one)));
    return node("Polygon", ring("outerBoundaryIs", outer) + holes.map((one) => ring("innerBoundaryIs", one)).join(""));
  }

  function shape(geometry) {
    const { type, coordinates } = D.geojson.righted(geometry);
    if (type === "Point") return node("Point", positions([coordinates]));
    return type === "Polygon" ? polygon(coordinates) : node("MultiGeometry", coordinates.map(polygon).join(""));
  }

  function described(item, model) {
    const quotes = item.claims.map((claim) => {
      const report = model.reports.get(claim.report);
      // A balloon has no button: the words are in the data, which it does not show.
      const words = claim.graphic ? "Graphic description, see the field quotes" : `“${claim.quote}”`;
      return `${words} (${report.name}, characters ${claim.start}–${claim.end}${claim.claimant ? `, according to ${claim.claimant}` : ""})`;
    });
    return prose([D.dates.span(item.from, item.to), ...quotes]);
  }

  function data(item, model) {
    const filled = Object.entries(D.geojson.properties(item, model)).filter(([, value]) => value !== null && value !== "");
    return node("ExtendedData", filled.map(([name, value]) => `<Data name="${text(name)}">${node("value", text(value))}</Data>`).join(""));
  }

  function placemark(item, model, used) {
    return `<Placemark>${node("name", text(item.headline))}${node("description", described(item, model))}${span(item)}` +
      `${node("styleUrl", "#" + used.get(item).id)}${data(item, model)}${shape(item.record.geometry)}</Placemark>`;
  }

  /** What is shown, in a folder of zones and one of incidents. */
  function kml(model, state) {
    const items = state.shown();
    const used = styles(items, model);
    const each = new Map([...used.values()].map((one) => [one.id, one]));
    const folders = Object.entries(FOLDERS).map(([kind, name]) => {
      const own = items.filter((item) => item.kind === kind);
      return own.length ? node("Folder", ["", node("name", name), ...own.map((item) => placemark(item, model, used)), ""].join("\n")) : "";
    });
    const { title, subtitle } = model.payload;
    return [
      '<?xml version="1.0" encoding="UTF-8"?>', '<kml xmlns="http://www.opengis.net/kml/2.2">', "<Document>",
      node("name", text(title)), node("description", prose([subtitle, `Shown: ${state.days()}`, ...(model.payload.notices || [])])),
      ...[...each.values()].map(style), ...folders.filter(Boolean), "</Document>", "</kml>", "",
    ].join("\n");
  }

  D.kml = { write: kml };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
