"use strict";
// Items as GeoJSON (RFC 7946): what is shown, one of them, or everything.
(function (D) {
  const SIMPLIFIED =
    "Shapes are those of the page, without what no screen shows: no edge of any lies farther than tolerance_m metres from " +
    "where it was drawn; each zone has a tolerance_m of its own. The files written beside the page keep every point.";
  // What the reader looks at, which does not change what is shown.
  const VIEW = new Set(["mode", "from", "to", "selected", "names", "uncertainty"]);

  /** An item's flat properties: the columns of the files, then its words. */
  function properties(item, model) {
    const row = item.record.row || {};
    const filled = { kind: item.kind, headline: item.headline };
    for (const column of model.payload.columns[item.kind] || []) filled[column] = row[column] ?? null;
    if (item.kind === "figure") Object.assign(filled, { date_start: iso(item.from), date_end: iso(item.to) });
    const each = (pick) => item.claims.map(pick).filter(Boolean);
    if (item.view) filled.according_to = item.view; // one origin's account, not the map's
    filled.report_ids = item.reports.join("|");
    filled.claimants = [...new Set(each((claim) => claim.claimant))].join(" | ");
    filled.quotes = each((claim) => claim.quote).join(" | ");
    if (model.payload.coarsened_m) filled.coarsened_m = model.payload.coarsened_m;
    filled.graphic = item.claims.some((claim) => claim.graphic);
    filled.quote_spans = each((claim) => `${claim.report}:${claim.start}-${claim.end}`).join(" | ");
    return filled;
  }

  const iso = (day) => (Number.isFinite(day) ? D.dates.iso(day) : null);

  /** Twice the area a ring goes round, positive when it goes counter-clockwise. */
  const turning = (ring) =>
    ring.slice(1).reduce((sum, [x, y], at) => sum + ring[at][0] * y - x * ring[at][1], 0);

  const wound = (rings) =>
    rings.map((ring, at) => (turning(ring) >= 0 === (at === 0) ? ring : [...ring].reverse()));

  /** A geometry by the right-hand rule: outer rings counter-clockwise, holes clockwise. */
  function righted(geometry) {
    if (!geometry || geometry.type === "Point") return geometry || null;
    const { type, coordinates } = geometry;
    return { type, coordinates: type === "Polygon" ? wound(coordinates) : coordinates.map(wound) };
  }

  const isArea = ({ record }) => Boolean(record.geometry) && record.geometry.type !== "Point";

  function feature(item, model) {
    const told = properties(item, model);
    if (isArea(item)) told.tolerance_m = item.record.tolerance_m ?? null;
    return { type: "Feature", id: item.id, properties: told, geometry: righted(item.record.geometry) };
  }

  const RINGS = { Point: (at) => [[at]], Polygon: ([outer]) => [outer], MultiPolygon: (parts) => parts.map(([outer]) => outer) };

  /** West and east of longitudes on a round earth: west is the greater where 180 degrees is crossed. */
  function westEast(spans) {
    const [[west, first], ...rest] = [...spans].sort((one, other) => one[0] - other[0]);
    let east = first;
    let gap = { width: 0, from: 0, to: 0 };
    for (const [from, to] of rest) {
      if (from - east > gap.width) gap = { width: from - east, from: east, to: from };
      east = Math.max(east, to);
    }
    return gap.width > west + 360 - east ? [gap.to, gap.from] : [west, east];
  }

  /** The bounding box of geometries, as RFC 7946 section 5 wants it; null when there are none. */
  function box(geometries) {
    const rings = geometries.filter(Boolean).flatMap(({ type, coordinates }) => RINGS[type](coordinates));
    if (!rings.length) return null;
    const reach = (ring, axis) => ring.reduce(([low, high], at) => [Math.min(low, at[axis]), Math.max(high, at[axis])], [Infinity, -Infinity]);
    const tall = rings.map((ring) => reach(ring, 1));
    const [west, east] = westEast(rings.map((ring) => reach(ring, 0)));
    return [west, Math.min(...tall.map(([low]) => low)), east, Math.max(...tall.map(([, high]) => high))];
  }

  /** What is told of a file as a whole: RFC 7946 section 6.1 calls it a foreign member. */
  function member(items, model) {
    const off = items.reduce((most, item) => Math.max(most, item.record.tolerance_m || 0), 0);
    const { notices = [] } = model.payload;
    const told = { title: model.payload.title, ...(notices.length ? { notices } : {}), subtitle: model.payload.subtitle, days: "half-open: what holds to a day does not hold on it" };
    return off ? { ...told, simplified: { tolerance_m: off, note: SIMPLIFIED } } : told;
  }

  /** The filters a state holds, however many there are. */
  function filters(state) {
    const told = {};
    for (const [name, value] of Object.entries(state)) {
      if (typeof value === "function" || VIEW.has(name)) continue;
      const key = name === "query" ? "search" : name.replace(/[A-Z]/g, (letter) => "_" + letter.toLowerCase());
      told[key] = value instanceof Set || value instanceof Map ? [...value] : value;
    }
    return told;
  }

  /** Write one feature a line, so that two files can be compared. */
  function written(features, dateline) {
    const bounds = box(features.map((one) => one.geometry));
    const head = JSON.stringify({ type: "FeatureCollection", ...(bounds ? { bbox: bounds } : {}), dateline });
    return `${head.slice(0, -1)},"features":[\n${features.map((one) => JSON.stringify(one)).join(",\n")}\n]}\n`;
  }

  /** What is shown, with the filters that left it. */
  function shown(model, state) {
    const items = state.shown();
    const dated = state.mode !== "all";
    return written(items.map((item) => feature(item, model)), {
      ...member(items.filter(isArea), model),
      mode: state.mode, from: dated ? D.dates.iso(state.from) : null, to: dated ? D.dates.iso(state.to + 1) : null,
      ...filters(state),
    });
  }

  /** The ground an incident may lie in, where its words tell more than its place. */
  function areas(model) {
    return model.items.filter((item) => item.record.area).map((item) => ({
      type: "Feature", id: `${item.id}:area`,
      properties: { kind: "incident_area", incident_id: item.id, headline: item.headline, tolerance_m: item.record.tolerance_m },
      geometry: righted(item.record.area),
    }));
  }

  /** Everything the page holds, of all dates; figures have no geometry, and say so. */
  function complete(model) {
    const { reports, actors, places, claims, contradictions, not_used: unused } = model.payload;
    return written([...model.items.map((item) => feature(item, model)), ...areas(model)], {
      ...member(model.items, model), mode: "complete", from: null, to: null,
      reports, actors, places, claims, contradictions, not_used: unused,
    });
  }

  /** One item as a file of its own. */
  function single(item, model) {
    const { type, ...rest } = feature(item, model);
    const bounds = box([rest.geometry]);
    return JSON.stringify({ type, ...(bounds ? { bbox: bounds } : {}), dateline: member([item], model), ...rest }, null, 1) + "\n";
  }

  D.geojson = { properties, shown, complete, single, box, righted };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
