"use strict";
// The page's data as items: one zone, incident or figure each, with what it is filtered by.
(function (D) {
  /** Fold a text for searching: case, accents, and the spellings of Arabic. */
  function fold(text) {
    return (text || "")
      .normalize("NFKD")
      .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, "")
      .replace(/[\u0622\u0623\u0625]/g, "\u0627")
      .replace(/\u0629/g, "\u0647")
      .replace(/\u0649/g, "\u064a")
      .toLowerCase();
  }

  const byKey = (records, name = "id") => new Map(records.map((one) => [one[name], one]));

  function interval(from, to, fallback) {
    const start = D.dates.number(from);
    const end = D.dates.number(to);
    if (start === null && end === null) return fallback;
    return [start === null ? -Infinity : start, end === null ? Infinity : Math.max(end, (start ?? -Infinity) + 1)];
  }

  function days(kind, record) {
    const row = record.row || {};
    if (kind === "zone") return interval(row.valid_from, row.valid_to, [-Infinity, Infinity]);
    const [from, to] = kind === "incident" ? [row.date_start, row.date_end] : [record.from, record.to];
    const found = interval(from, to, [-Infinity, Infinity]);
    return to ? found : [found[0], found[0] === -Infinity ? Infinity : found[0] + 1];
  }

  function layerOf(kind, record) {
    if (kind === "zone") {
      const shared = record.row.status === "disputed" || record.row.status === "not_stated";
      return `zone:${shared ? "" : record.row.actor}:${record.row.status}`;
    }
    if (kind === "scenario") return `scenario:${record.assertion}`;
    return kind === "incident" ? `incident:${record.row.incident_type}` : "figures";
  }

  function haystack(item, model) {
    const words = [item.headline];
    for (const id of item.who.concat(item.record.targets || [])) {
      const actor = model.actors.get(id);
      if (actor) words.push(actor.name, actor.local);
    }
    const place = model.places.get((item.record.row || {}).place_id);
    if (place) words.push(place.name, place.local);
    for (const claim of item.claims) {
      words.push(claim.quote, claim.headline, claim.claimant, model.reports.get(claim.report).name);
    }
    return fold(words.filter(Boolean).join(" "));
  }

  function item(kind, record, model, view = null) {
    if (record.shape !== undefined) record.geometry = model.payload.shapes[record.shape];
    const claims = (record.claims || [record.id]).map((id) => model.claims.get(id)).filter(Boolean);
    const [from, to] = days(kind, record);
    const made = {
      id: record.id, kind, record, claims, from, to,
      view, // the origin whose own account this is; null on the map of all
      headline: record.headline || (claims[0] && claims[0].headline) || "",
      who: record.who || [],
      layer: layerOf(kind, record),
      status: kind === "zone" ? record.row.status : null,
      type: kind === "incident" ? record.row.incident_type : null,
      assertion: record.assertion || null,
      confidence: kind === "figure" ? (claims[0] || {}).confidence : record.row.confidence,
      reports: [...new Set(claims.map((claim) => claim.report))],
      against: (record.against || []).map((id) => model.claims.get(id)).filter(Boolean),
    };
    made.haystack = haystack(made, model);
    return made;
  }

  /** Index the payload: items in drawing order, and everything by its id. */
  D.modelOf = function (payload) {
    payload.incidents = D.recordsOf(payload.incidents);
    const model = {
      payload,
      actors: byKey(payload.actors), reports: byKey(payload.reports),
      places: byKey(payload.places), claims: byKey(payload.claims),
      views: new Map(payload.views.map((one) => [one.origin, { name: one.name, claims: new Set(one.claims), zones: one.zones.length }])),
    };
    model.items = [
      ...payload.zones.map((one) => item("zone", one, model)),
      ...payload.incidents.map((one) => item("incident", one, model)),
      ...payload.tolls.map((one) => item("figure", one, model)),
      ...payload.scenarios.map((one) => item("scenario", one, model)),
      ...payload.views.flatMap((view) => view.zones.map((one) => item("zone", one, model, view.origin))),
    ];
    model.items.forEach((one, number) => { one.number = number; });
    model.byId = byKey(model.items);
    model.byClaim = new Map();
    for (const one of model.items) {
      for (const claim of one.claims) {
        if (!model.byClaim.has(claim.id)) model.byClaim.set(claim.id, one);
      }
    }
    const time = payload.time;
    model.first = time ? D.dates.number(time.first) : 0;
    model.last = time ? D.dates.number(time.last) : 0;
    model.start = time ? D.dates.number(time.start) : 0;
    model.dated = Boolean(time);
    model.contradictions = payload.contradictions;
    model.disputes = new Map(); // by claim, what it is one side of
    for (const one of payload.contradictions) {
      for (const id of one.sides.flatMap((side) => side.claims)) {
        if (!model.disputes.has(id)) model.disputes.set(id, []);
        model.disputes.get(id).push(one);
      }
    }
    return model;
  };

  D.fold = fold;
})((globalThis.DATELINE = globalThis.DATELINE || {}));
