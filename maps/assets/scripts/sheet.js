"use strict";
// What a picture or a printed page of the map says around it: title, days, key and sources.
(function (D) {
  const CAVEAT = "Shapes are drawn from words and are approximate. The map shows what reports say, not what is established.";

  const REACH = "Dotted rings and thin lines show how far a position or a shape may be off.";

  D.sheetOf = function (app) {
    const { model, state, theme, patterns } = app;

    const line = (picture, title, note, count) =>
      D.h("li", null, picture, D.h("span", null, D.h("bdi", { dir: "auto" }, title), note ? D.h("small", null, note) : null), D.h("b", null, count));

    /** Items by their layer, in the order of the map's own tree. */
    function layers(items) {
      const found = new Map();
      for (const item of items) found.set(item.layer, [...(found.get(item.layer) || []), item]);
      return [...found.values()];
    }

    function zoneLine(items) {
      const [item] = items;
      const word = D.capital(model.payload.statuses[item.status]);
      const shared = item.status === "disputed" || item.status === "not_stated";
      return line(patterns.swatch(item), shared ? word : theme.name(item.who[0]), shared ? null : word, items.length);
    }

    function typeLine(items) {
      const picture = patterns.badge(items[0].type, "", { size: 20, colour: D.token("--ink-2") });
      return line(picture, model.payload.types[items[0].type].label, null, items.length);
    }

    const scenarioLine = (items) =>
      line(D.icon("maybe"), D.SCENARIOS.find(({ id }) => id === items[0].assertion).title, null, items.length);

    /** Whose badges have which colour. */
    function actorLines(incidents) {
      const actors = [...new Set(incidents.map((item) => (theme.known(item.who[0]) ? item.who[0] : "")))];
      return actors.map((actor) => {
        const dot = D.svg("svg", { viewBox: "0 0 20 20", width: 20, height: 20, "aria-hidden": "true" },
          D.svg("circle", { cx: 10, cy: 10, r: 6.5, fill: actor ? theme.colour(actor) : "none", stroke: theme.colour(actor), "stroke-width": 2 }));
        return line(dot, theme.name(actor), null, incidents.filter((item) => (theme.known(item.who[0]) ? item.who[0] : "") === actor).length);
      });
    }

    const part = (title, entries) => (entries.length ? [D.h("h3", null, title), D.h("ul", null, entries)] : null);

    function key(items) {
      const zones = items.filter((item) => item.kind === "zone");
      const incidents = items.filter((item) => item.kind === "incident");
      const statuses = Object.keys(model.payload.statuses);
      const ordered = layers(zones).sort(([one], [other]) => statuses.indexOf(one.status) - statuses.indexOf(other.status));
      return D.h("div", { class: "sheet-key" }, part("Who holds what", ordered.map(zoneLine)),
        part("What happened", layers(incidents).map(typeLine)), part("Colours of badges", actorLines(incidents)),
        part("Told, but not fact", layers(items.filter((item) => item.kind === "scenario")).map(scenarioLine)),
        items.length ? null : D.h("p", null, "Nothing is shown."));
    }

    /** What is left out, in words: a map without it would say more than it does. */
    function left() {
      const told = [
        state.view && `only what ${model.views.get(state.view).name} says, taken at its word`,
        state.confidence && `confidence at least ${state.confidence}`,
        ...D.ASSERTIONS.filter(({ id }) => state.hiddenAssertions.has(id)).map(({ title }) => `without what is ${title[0].toLowerCase()}${title.slice(1)}`),
        state.hiddenLayers.size && `${D.count(state.hiddenLayers.size, "layer")} hidden`,
        state.hiddenReports.size && `${D.count(state.hiddenReports.size, "report")} left out`,
        state.query && `only what matches “${state.query}”`,
      ].filter(Boolean);
      return told.length ? `Filtered: ${told.join("; ")}.` : null;
    }

    function source(report) {
      const outlet = report.outlet && report.outlet !== report.name ? `${report.outlet}, ` : "";
      return D.h("li", { dir: "auto" }, D.h("b", { dir: "auto" }, report.name), ` ${outlet}${D.dates.likeliest(report)}`);
    }

    function foot(items) {
      const used = new Set(items.flatMap((item) => item.reports));
      const reports = model.payload.reports.filter((report) => used.has(report.id) && !state.hiddenReports.has(report.id));
      const credit = document.querySelector(".leaflet-control-attribution");
      return D.h("div", { class: "sheet-foot" }, part("Sources", reports.map(source)),
        D.h("p", null, [left(), CAVEAT, ...model.payload.notices, state.uncertainty && REACH, credit && `${credit.textContent}.`, "Made with Dateline."].filter(Boolean).join(" ")));
    }

    /** Build it; `room`, if given, is the node that keeps the map's place. */
    function build(room = null) {
      const items = state.shown();
      const days = { day: "", span: "Anything in these days", all: "" }[state.mode];
      return D.h("div", { class: "sheet", id: "sheet" },
        D.h("div", { class: "sheet-head" }, D.h("h2", { dir: "auto" }, model.payload.title),
          D.h("p", null, D.h("b", null, state.days()), [days, model.payload.subtitle].filter(Boolean).map((one) => ` · ${one}`))),
        room, key(items), foot(items));
    }

    return { build };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
