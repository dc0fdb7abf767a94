"use strict";
// What is shown as a table that a spreadsheet opens as text, never as a formula.
(function (D) {
  // A cell that begins so is run as a formula (OWASP, "CSV Injection"; the wide signs are those of
  // East Asian keyboards); an apostrophe makes it text.
  const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
  // Where the semicolon separates, an unquoted one would begin a cell of its own.
  const QUOTED = /[",;\t\n\r]/;

  function cell(value) {
    if (value === null || value === undefined) return "";
    let text = String(value);
    if (typeof value === "string" && FORMULA.test(text)) text = "'" + text;
    return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }

  /** One row a zone or incident; an area stands at a point inside it. */
  function csv(model, state) {
    const rows = state.shown().map((item) => {
      const [longitude, latitude] = item.record.label || item.record.geometry.coordinates;
      return { id: item.id, ...D.geojson.properties(item, model), longitude, latitude };
    });
    const columns = [...new Set(rows.flatMap(Object.keys))];
    const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
    // The mark of byte order tells spreadsheets that this is UTF-8.
    return "\ufeff" + lines.map((line) => line.map(cell).join(",")).join("\r\n") + "\r\n";
  }

  D.csv = { write: csv, cell };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
