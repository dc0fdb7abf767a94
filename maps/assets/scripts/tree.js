"use strict";
// The tree of layers: native checkboxes, groups with three states, and counts that are the key.
(function (D) {
  D.treeOf = function (app, hosts) {
    const { model, state, theme, patterns } = app;
    let rows = [];
    let groups = [];
    const folded = new Set(); // ids of groups; they stay folded when the tree is built anew

    /** A switch over a set of hidden ids. */
    const inSet = (hidden, key) => ({
      on: () => !hidden.has(key),
      set: (shown) => (shown ? hidden.delete(key) : hidden.add(key)),
    });
    const flag = (name) => ({ on: () => state[name], set: (shown) => { state[name] = shown; } });

    function row({ title, note, picture, items, act, counted }) {
      const box = D.h("input", { type: "checkbox", on: { change: () => { act.set(box.checked); app.queue(); } } });
      const count = D.h("span", { class: "numbers" });
      const made = { box, count, items: items || [], act, counted };
      const only = () => {
        const group = groups.find((one) => one.rows.includes(made));
        for (const other of group.rows) other.act.set(other === made);
        app.queue();
      };
      made.node = D.h("div", { class: "row" },
        D.h("label", null, box, picture, D.h("span", { class: "text" }, D.h("bdi", { dir: "auto" }, title), note ? D.h("small", null, note) : null), count),
        items ? D.h("button", { class: "only", "aria-label": `Show only ${title}`, on: { click: only } }, "only") : null);
      rows.push(made);
      return made;
    }

    function group(id, title, members, host = hosts.layers) {
      if (!members.length) return;
      const body = D.h("div", { id: `group-${id}`, role: "group", "aria-label": title, hidden: folded.has(id) }, members.map((one) => one.node));
      const fold = () => {
        body.hidden = !body.hidden;
        if (body.hidden) folded.add(id);
        else folded.delete(id);
        toggle.setAttribute("aria-expanded", String(!body.hidden));
      };
      const toggle = D.h("button", { "aria-expanded": String(!body.hidden), "aria-controls": `group-${id}`, on: { click: fold } }, D.icon("chevron"), title);
      const all = D.h("input", {
        type: "checkbox", "aria-label": `Show all: ${title}`,
        on: { change: () => { for (const one of members) one.act.set(all.checked); app.queue(); } },
      });
      groups.push({ all, rows: members });
      host.append(D.h("section", { class: "group" }, D.h("div", { class: "group-head" }, all, toggle), body));
    }

    function byLayer(kind) {
      const layers = new Map();
      for (const item of model.items.filter((one) => one.kind === kind && state.inView(one))) {
        if (!layers.has(item.layer)) layers.set(item.layer, []);
        layers.get(item.layer).push(item);
      }
      return [...layers.values()];
    }

    function zoneRows() {
      const rank = [...model.actors.keys()];
      const statuses = Object.keys(model.payload.statuses);
      const place = ([item]) => (/^zone::/.test(item.layer) ? 1000 : rank.indexOf(item.who[0])) * 100 + statuses.indexOf(item.status);
      return byLayer("zone").sort((one, other) => place(one) - place(other)).map((items) => {
        const [item] = items;
        const word = model.payload.statuses[item.status];
        const shared = /^zone::/.test(item.layer);
        const titles = { disputed: ["Disputed ground", "Reports disagree"], not_stated: ["Holder not stated", "Named, nobody said to hold it"] };
        const [title, note] = shared ? titles[item.status] : [theme.name(item.who[0]), word];
        return row({ title, note, picture: patterns.swatch(item), items, act: inSet(state.hiddenLayers, item.layer) });
      });
    }

    function incidentRows() {
      const grey = theme.dark() ? "#B4BAC2" : "#4D545D";
      const order = Object.keys(model.payload.types);
      return byLayer("incident").sort((one, other) => order.indexOf(one[0].type) - order.indexOf(other[0].type)).map((items) =>
        row({
          title: model.payload.types[items[0].type].label, items,
          picture: D.h("span", { class: "glyph" }, patterns.badge(items[0].type, "", { size: 24, colour: grey })),
          act: inSet(state.hiddenLayers, items[0].layer),
        }));
    }

    function scenarioRows() {
      const notes = { planned: "Said to come; nobody says it was done", hypothetical: "If, should, could", denied: "Said not to be so" };
      const items = (id) => model.items.filter((item) => item.assertion === id && state.inView(item));
      return D.SCENARIOS.filter(({ id }) => items(id).length).map(({ id, title }) =>
        row({
          title, note: notes[id], items: items(id), picture: D.icon("maybe", "glyph"),
          act: { on: () => state.scenarios.has(id), set: (shown) => (shown ? state.scenarios.add(id) : state.scenarios.delete(id)) },
        }));
    }

    const drawn = (test) => model.items.filter((item) => ["zone", "incident"].includes(item.kind) && state.inView(item) && item.claims.some(test));

    function assertionRows() {
      return D.ASSERTIONS.map(({ id, title, note }) =>
        row({ title, note, items: drawn((claim) => claim.assertion === id), act: inSet(state.hiddenAssertions, id), counted: state.visible }))
        .filter((one) => one.items.length);
    }

    function mapRows() {
      const ring = D.svg("svg", { class: "glyph", viewBox: "0 0 24 24", "aria-hidden": "true" },
        D.svg("circle", { cx: 12, cy: 12, r: 8.5, fill: "none", stroke: "currentColor", "stroke-width": 2, "stroke-dasharray": "1.5 4", "stroke-linecap": "round" }));
      return [
        row({ title: "Place names", picture: D.icon("place", "glyph"), act: flag("names") }),
        row({ title: "Uncertainty", note: "Of places, and of the edges of zones", picture: ring, act: flag("uncertainty") }),
      ];
    }

    function reportRows() {
      return model.payload.reports.map((report) => {
        // The other days it may be from stand beside its quotes.
        const day = D.dates.number(report.published);
        const written = day === null ? "day not known" : D.dates.write(day) + (report.given ? "" : ", worked out");
        const note = [written, report.outlet !== report.name && report.outlet].filter(Boolean).join(" · ");
        return row({
          title: report.name, note, items: drawn((claim) => claim.report === report.id),
          act: inSet(state.hiddenReports, report.id), counted: state.visible,
        });
      });
    }

    function guestRows() {
      return app.guests.map(({ name, layer }) => row({
        title: name, picture: D.icon("layers", "glyph"),
        act: { on: () => app.map.hasLayer(layer), set: (shown) => (shown ? layer.addTo(app.map) : layer.remove()) },
      }));
    }

    /** Build the tree anew: after a change of theme, or of guests. */
    function build() {
      for (const host of Object.values(hosts)) D.clear(host);
      rows = [];
      groups = [];
      group("zones", "Who holds what", zoneRows());
      group("incidents", "What happened", incidentRows());
      group("scenarios", "Told, but not fact", scenarioRows());
      group("guests", "Your layers", guestRows());
      group("map", "Map", mapRows());
      group("told", "How it is told", assertionRows(), hosts.told);
      group("reports", "Reports", reportRows(), hosts.reports);
    }

    function draw() {
      for (const one of rows) {
        one.box.checked = one.act.on();
        if (!one.items.length) continue;
        const shown = one.items.filter(one.counted || state.passes).length;
        D.clear(one.count).append(D.h("b", null, shown), D.h("span", { "aria-hidden": "true" }, `/${one.items.length}`), D.h("span", { class: "unseen" }, ` of ${one.items.length}`));
        one.node.classList.toggle("none", shown === 0);
      }
      for (const { all, rows: members } of groups) {
        const on = members.filter((one) => one.box.checked).length;
        all.checked = on === members.length;
        all.indeterminate = on > 0 && on < members.length;
      }
    }

    return { build, draw };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
