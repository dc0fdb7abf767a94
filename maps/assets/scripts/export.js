"use strict";
// Exactly what is shown, as files: GeoJSON (RFC 7946) and CSV.
(function (D) {
  // A cell that begins so is run as a formula by spreadsheets; an apostrophe makes it text.
  const FORMULA = /^[=+\-@\t\r]/;

  /** An item's flat properties: the columns of the files, then its words. */
  function properties(item, model) {
    const row = item.record.row;
    const filled = { kind: item.kind, headline: item.headline };
    for (const column of model.payload.columns[item.kind]) filled[column] = row[column] ?? null;
    const one = (pick) => item.claims.map(pick).filter(Boolean).join(" | ");
    filled.report_ids = item.reports.join("|");
    filled.claimants = [...new Set(item.claims.map((claim) => claim.claimant).filter(Boolean))].join(" | ");
    filled.quotes = one((claim) => claim.quote);
    filled.quote_spans = one((claim) => `${claim.report}:${claim.start}-${claim.end}`);
    return filled;
  }

  function feature(item, model) {
    return { type: "Feature", id: item.id, properties: properties(item, model), geometry: item.record.geometry };
  }

  function box(items) {
    const bounds = [Infinity, Infinity, -Infinity, -Infinity];
    const widen = (part) => {
      if (typeof part[0] !== "number") return part.forEach(widen);
      bounds[0] = Math.min(bounds[0], part[0]);
      bounds[1] = Math.min(bounds[1], part[1]);
      bounds[2] = Math.max(bounds[2], part[0]);
      bounds[3] = Math.max(bounds[3], part[1]);
      return undefined;
    };
    for (const item of items) widen(item.record.geometry.coordinates);
    return bounds;
  }

  /** What is shown, with the filters that left it, as one FeatureCollection. */
  function geojson(model, state) {
    const items = state.shown();
    const whole = {
      type: "FeatureCollection",
      dateline: {
        title: model.payload.title, mode: state.mode,
        from: state.mode === "all" ? null : D.dates.iso(state.from),
        to: state.mode === "all" ? null : D.dates.iso(state.to + 1), // half-open
        hidden_layers: [...state.hiddenLayers], hidden_reports: [...state.hiddenReports], search: state.query,
      },
      features: items.map((item) => feature(item, model)),
    };
    if (items.length) whole.bbox = box(items);
    return JSON.stringify(whole, null, 1) + "\n";
  }

  function cell(value) {
    if (value === null || value === undefined) return "";
    let text = String(value);
    if (typeof value === "string" && FORMULA.test(text)) text = "'" + text;
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }

  /** What is shown as a table, one row a zone or incident. */
  function csv(model, state) {
    const items = state.shown();
    const rows = items.map((item) => {
      const [longitude, latitude] = item.kind === "zone" ? item.record.label : item.record.geometry.coordinates;
      return { id: item.id, ...properties(item, model), longitude, latitude };
    });
    const columns = [...new Set(rows.flatMap(Object.keys))];
    const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
    return "\ufeff" + lines.map((line) => line.map(cell).join(",")).join("\r\n") + "\r\n";
  }

  function fileName(model, state, ending) {
    const stem = model.payload.title.normalize("NFKD").replace(/[^\w]+/g, "-").replace(/^-+|-+$/g, "").toLowerCase() || "map";
    const days = state.mode === "all" ? "all" : [...new Set([state.from, state.to])].map(D.dates.iso).join("_");
    return `${stem}_${days}.${ending}`;
  }

  /** Hand a text to the reader as a file. */
  function save(text, name, type) {
    const address = URL.createObjectURL(new Blob([text], { type }));
    const link = D.h("a", { href: address, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 4000);
  }

  const FORMATS = {
    geojson: { write: geojson, type: "application/geo+json" },
    csv: { write: csv, type: "text/csv;charset=utf-8" },
  };

  D.files = {
    geojson, csv,
    save(format, model, state) {
      const { write, type } = FORMATS[format];
      const name = fileName(model, state, format);
      save(write(model, state), name, type);
      return name;
    },
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
