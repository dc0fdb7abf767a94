"use strict";
// What the reader takes home: which formats there are, how files are named, and saving them.
(function (D) {
  const LONGEST = 60; // characters of a title in a file's name

  /** A text as a part of a file's name: Latin letters and digits, the rest as hyphens. */
  function slug(text, otherwise) {
    const plain = text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[^A-Za-z0-9]+/g, "-");
    return plain.slice(0, LONGEST).replace(/^-+|-+$/g, "").toLowerCase() || otherwise;
  }

  const stem = (model) => slug(model.payload.title, "map");

  /** The name of a file of what is shown: the map's title and the days, both included. */
  function nameOf(model, state, ending) {
    const days = state.mode === "all" ? ["all-dates"] : [...new Set([state.from, state.to])].map(D.dates.iso);
    return `${stem(model)}_${days.join("_")}.${ending}`;
  }

  /** Hand bytes to the reader as a file. */
  function save(blob, name) {
    const address = URL.createObjectURL(blob);
    const link = D.h("a", { href: address, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    // The browser reads it after the click; long enough for a slow disk.
    setTimeout(() => URL.revokeObjectURL(address), 40000);
    return name;
  }

  const GEOJSON = "application/geo+json";

  D.files = { slug, nameOf };

  D.filesOf = function (app) {
    const { model, state } = app;
    const text = (written, name, type) => save(new Blob([written], { type }), name);
    const formats = {
      geojson: () => text(D.geojson.shown(model, state), nameOf(model, state, "geojson"), GEOJSON),
      complete: () => text(D.geojson.complete(model), `${stem(model)}_complete.geojson`, GEOJSON),
      csv: () => text(D.csv.write(model, state), nameOf(model, state, "csv"), "text/csv;charset=utf-8"),
      kml: () => text(D.kml.write(model, state), nameOf(model, state, "kml"), "application/vnd.google-earth.kml+xml"),
      png: async () => save(await app.picture.png(), nameOf(model, state, "png")),
      print: () => app.print(),
    };

    /** Save one of the formats and say so. */
    async function take(format) {
      try {
        const name = await formats[format]();
        if (name) app.panels.toast(`Saved ${name}`);
      } catch (problem) {
        app.panels.toast(`Not saved: ${problem.message}`);
      }
    }

    const takeFeature = (item) => {
      const name = `${stem(model)}_${slug(item.headline, item.kind)}_${slug(item.id, "feature")}.geojson`;
      app.panels.toast(`Saved ${text(D.geojson.single(item, model), name, GEOJSON)}`);
    };

    return { take, takeFeature };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
