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

    /** Leave nothing of a group but these rows of it. */
    function showOnly(kept) {
      const group = groups.find((one) => one.whole && one.rows.includes(kept[0]));
      for (const other of group.rows) other.act.set(kept.includes(other));
      app.queue();
    }

    /** `spoken` names the row where its title says too little by itself; `parts` are the rows it stands for. */
    function row({ title, note, picture, items, act, counted, kind = "", spoken = title, parts = null }) {
      const box = D.h("input", { type: "checkbox", on: { change: () => { act.set(box.checked); app.queue(); } } });
      const count = D.h("span", { class: "numbers" });
      const made = { box, count, items: items || [], act, counted };
      made.node = D.h("div", { class: `row${kind}` },
        D.h("label", null, box, picture, D.h("span", { class: "text" }, D.h("bdi", { dir: "auto" }, title), note ? D.h("small", null, note) : null), count),
        items ? D.h("button", { class: "only", "aria-label": `Show only ${spoken}`, on: { click: () => showOnly(parts || [made]) } }, "only") : null);
      rows.push(made);
      return made;
    }

    /** An actor with the rows of what it is said of it under it; its box stands for all of them. */
    function branch(title, picture, parts) {
      const act = { on: () => parts.every((one) => one.act.on()), set: (shown) => { for (const one of parts) one.act.set(shown); } };
      const head = row({ title, picture, items: parts.flatMap((one) => one.items), act, parts, kind: " head" });
      groups.push({ all: head.box, rows: parts });
      return { rows: parts, node: D.h("div", { role: "group", "aria-label": title }, head.node, parts.map((one) => one.node)) };
    }

    function group(id, title, members, host = hosts.layers) {
      if (!members.length) return;
      const flat = members.flatMap((one) => one.rows || [one]);
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
        on: { change: () => { for (const one of flat) one.act.set(all.checked); app.queue(); } },
      });
      groups.push({ all, rows: flat, whole: true });
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

    const SHARED = { disputed: ["Disputed ground", "Reports disagree"], not_stated: ["Holder not stated", "Named, nobody said to hold it"] };

    function zoneRow(items, wording) {
      return row({ picture: patterns.swatch(items[0]), items, act: inSet(state.hiddenLayers, items[0].layer), ...wording });
    }

    /** An actor's zones: one row where all are of one status, a branch with a row each where not. */
    function actorRows(actor, layers) {
      const title = theme.name(actor);
      const word = (items) => model.payload.statuses[items[0].status];
      if (layers.length === 1) return zoneRow(layers[0], { title, note: D.capital(word(layers[0])), kind: " status" });
      const parts = layers.map((items) => zoneRow(items, { title: D.capital(word(items)), spoken: `${title}, ${word(items)}`, kind: " part" }));
      const pigment = D.h("span", { class: "pigment", css: { "--pigment": theme.colour(actor) } });
      return branch(title, pigment, parts);
    }

    function zoneRows() {
      const statuses = Object.keys(model.payload.statuses);
      const layers = byLayer("zone").sort(([one], [other]) => statuses.indexOf(one.status) - statuses.indexOf(other.status));
      const shared = layers.filter(([item]) => SHARED[item.status]);
      const own = (actor) => layers.filter((items) => !shared.includes(items) && items[0].who[0] === actor);
      return [
        ...[...model.actors.keys()].filter((actor) => own(actor).length).map((actor) => actorRows(actor, own(actor))),
        ...shared.map((items) => zoneRow(items, { title: SHARED[items[0].status][0], note: SHARED[items[0].status][1] })),
      ];
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
        if (shown === one.shown) continue;
        one.shown = shown;
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
