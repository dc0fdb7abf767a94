"use strict";
// The view in the address: m map, d days, x hidden layers, r hidden reports, a hidden manners of
// telling, c least confidence, s scenarios shown, v whose account alone, u uncertainty, n names,
// f chosen item, q search. Only ids that the page knows are taken from it.
(function (D) {
  const clean = encodeURIComponent;

  function days(state) {
    if (state.mode === "all") return "all";
    const from = D.dates.iso(state.from);
    return state.mode === "day" ? from : from + ".." + D.dates.iso(state.to);
  }

  /** The view as it stands behind the # of an address. */
  function text(app) {
    const { state, map } = app;
    const centre = map.getCenter();
    const parts = [
      `m=${map.getZoom().toFixed(2)}/${centre.lat.toFixed(4)}/${centre.lng.toFixed(4)}`,
      `d=${days(state)}`,
    ];
    if (state.hiddenLayers.size) parts.push("x=" + [...state.hiddenLayers].map(clean).join(","));
    if (state.hiddenReports.size) parts.push("r=" + [...state.hiddenReports].map(clean).join(","));
    if (state.hiddenAssertions.size) parts.push("a=" + [...state.hiddenAssertions].join(","));
    if (state.confidence) parts.push("c=" + state.confidence);
    if (state.scenarios.size) parts.push("s=" + [...state.scenarios].join(","));
    if (state.view) parts.push("v=" + clean(state.view));
    if (state.uncertainty) parts.push("u=1");
    if (!state.names) parts.push("n=0");
    if (state.selected) parts.push("f=" + clean(state.selected));
    if (state.query) parts.push("q=" + clean(state.query));
    return parts.join("&");
  }

  function write(app) {
    try {
      history.replaceState(null, "", "#" + text(app));
    } catch {
      // A page inside a notebook or a sandbox has no address of its own.
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

  function readMap(text) {
    const [zoom, latitude, longitude, ...more] = text.split("/").map(Number);
    const usable = !more.length && [zoom, latitude, longitude].every(Number.isFinite) && Math.abs(latitude) <= 85;
    return usable ? { zoom: Math.max(2, Math.min(18, zoom)), centre: [latitude, longitude] } : null;
  }

  /** Take over what the address says; return the map's view in it, if any. */
  function read(hash, model, state) {
    const found = fields(hash);
    const list = (name) => (found.get(name) || "").split(",").map(decoded);
    const layers = new Set(model.items.map((item) => item.layer));
    if (model.dated && found.has("d")) readDays(found.get("d"), state);
    for (const key of list("x")) if (layers.has(key)) state.hiddenLayers.add(key);
    for (const id of list("r")) if (model.reports.has(id)) state.hiddenReports.add(id);
    for (const { id } of D.ASSERTIONS) if (list("a").includes(id)) state.hiddenAssertions.add(id);
    for (const { id } of D.SCENARIOS) if (list("s").includes(id)) state.scenarios.add(id);
    state.setConfidence(found.get("c"));
    const view = decoded(found.get("v") || "");
    if (model.views.has(view)) state.view = view;
    state.uncertainty = found.get("u") === "1";
    state.names = found.get("n") !== "0";
    const chosen = decoded(found.get("f") || "");
    if (model.byId.has(chosen)) {
      state.selected = chosen;
      if (!state.inView(model.byId.get(chosen))) state.view = model.byId.get(chosen).view;
    }
    state.query = decoded(found.get("q") || "").slice(0, 80);
    return readMap(found.get("m") || "");
  }

  D.address = { read, write, text };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
