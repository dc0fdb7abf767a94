"use strict";
// The view in the address: m map, d days, x hidden layers, r hidden reports, u uncertainty,
// f chosen item, q search. Only ids that the page knows are taken from it.
(function (D) {
  const clean = encodeURIComponent;

  function days(state) {
    if (state.mode === "all") return "all";
    const from = D.dates.iso(state.from);
    return state.mode === "day" ? from : from + ".." + D.dates.iso(state.to);
  }

  function write(app) {
    const { state, map } = app;
    const centre = map.getCenter();
    const parts = [
      `m=${map.getZoom().toFixed(2)}/${centre.lat.toFixed(4)}/${centre.lng.toFixed(4)}`,
      `d=${days(state)}`,
    ];
    if (state.hiddenLayers.size) parts.push("x=" + [...state.hiddenLayers].map(clean).join(","));
    if (state.hiddenReports.size) parts.push("r=" + [...state.hiddenReports].map(clean).join(","));
    if (state.uncertainty) parts.push("u=1");
    if (!state.names) parts.push("n=0");
    if (state.selected) parts.push("f=" + clean(state.selected));
    if (state.query) parts.push("q=" + clean(state.query));
    try {
      history.replaceState(null, "", "#" + parts.join("&"));
    } catch {
      // A page inside a notebook has no address of its own.
    }
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return "";
    }
  }

  function fields(hash) {
    const found = new Map();
    for (const part of hash.slice(1).split("&")) {
      const at = part.indexOf("=");
      if (at > 0) found.set(part.slice(0, at), part.slice(at + 1));
    }
    return found;
  }

  function readDays(text, state) {
    if (text === "all") return state.setMode("all");
    const [from, to] = text.split("..").map((one) => D.dates.number(one));
    if (from === null || from === undefined || to === null) return undefined;
    state.setMode(to === undefined ? "day" : "span");
    return state.setDays(from, to === undefined ? from : to);
  }

  /** Take over what the address says; return the map's view in it, if any. */
  function read(hash, model, state) {
    const found = fields(hash);
    const list = (name) => (found.get(name) || "").split(",").map(decoded);
    const layers = new Set(model.items.map((item) => item.layer));
    if (model.dated && found.has("d")) readDays(found.get("d"), state);
    for (const key of list("x")) if (layers.has(key)) state.hiddenLayers.add(key);
    for (const id of list("r")) if (model.reports.has(id)) state.hiddenReports.add(id);
    state.uncertainty = found.get("u") === "1";
    state.names = found.get("n") !== "0";
    const chosen = decoded(found.get("f") || "");
    if (model.byId.has(chosen)) state.selected = chosen;
    state.query = decoded(found.get("q") || "").slice(0, 80);
    const view = (found.get("m") || "").split("/").map(Number);
    const usable = view.length === 3 && view.every(Number.isFinite) && Math.abs(view[1]) <= 85;
    return usable ? { zoom: Math.max(2, Math.min(18, view[0])), centre: [view[1], view[2]] } : null;
  }

  D.address = { read, write };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
