"use strict";
// The right panel: what a shape rests on; and, when nothing is chosen, how to read the map.
(function (D) {
  const UNUSED_EACH = 40; // of one reason; the file not_used.csv has all

  D.evidenceOf = function (app, host) {
    const { model, state, theme, patterns } = app;

    function head(text, closable) {
      return D.h("div", { class: "evidence-head" }, D.h("span", { class: "kicker" }, text),
        closable ? D.h("button", { class: "button square", "aria-label": "Close evidence", on: { click: () => app.select(null) } }, D.icon("close"))
          : D.h("button", { class: "button square sheet-close", "aria-label": "Close panel", on: { click: () => app.panels.sheet(null) } }, D.icon("close")));
    }

    const section = (title, warn) => D.h("h3", { class: warn ? "section warn" : "section" }, warn ? D.icon("split") : null, title);

    function related(title, entries, warn) {
      if (!entries.length) return null;
      return [section(title, warn), D.h("ul", { class: warn ? "related warn" : "related" }, entries.map((entry) => D.h("li", null, entry)))];
    }

    /** Claims as lines; those that nothing was drawn from stand as text. */
    function claimLines(claims) {
      return claims.map((claim) => {
        const item = model.byClaim.get(claim.id);
        return item ? app.cards.line(item, { headline: claim.headline, claim }) : app.cards.quote(claim, D.fateOf(claim));
      });
    }

    function facts(item) {
      const row = item.record.row || {};
      const claim = item.claims[0] || {};
      const place = model.places.get(row.place_id) || { name: claim.place_name };
      const radius = row.uncertainty_m ? `, within about ${D.reach(row.uncertainty_m)}` : "";
      const voices = [...new Set(item.claims.map((one) => one.claimant).filter(Boolean))];
      // A plan has the day it was told on, whatever day its words name.
      const basis = claim.date_basis && item.kind !== "scenario" ? D.h("small", null, "from ", D.h("bdi", { dir: "auto" }, `“${claim.date_basis}”`)) : null;
      const lines = [
        [item.kind === "scenario" ? "Told on" : "When", D.dates.span(item.from, item.to), basis],
        ["Where", place.name ? D.h("bdi", { dir: "auto" }, place.name) : "not known", radius],
        ...distances(item),
        ["According to", voices.length ? D.h("bdi", { dir: "auto" }, voices.join("; ")) : "the report itself"],
        ["Told", item.claims.length ? [...new Set(item.claims.map(manner))].join("; ") : null],
        ["Against", (item.record.targets || []).map(theme.name).join(", ")],
      ];
      return D.h("dl", { class: "facts" },
        lines.filter(([, value]) => value).map(([name, ...value]) => [D.h("dt", null, name), D.h("dd", null, value)]),
        D.h("dt", null, item.kind === "scenario" ? "That it was said" : "Confidence"), D.h("dd", { class: "confidence" }, meter(item.confidence), D.h("small", null, D.capital(D.reasonsOf(item)))));
    }

    /** Distances that are told, held against what is known of the places: each once. */
    function distances(item) {
      const told = [...new Set(item.claims.map((claim) => claim.distance_check).filter(Boolean))];
      return told.map((text) => {
        const [verdict, ...rest] = text.split(": ");
        return ["Distance told", D.capital(verdict), D.h("small", null, rest.join(": "))];
      });
    }

    function manner(claim) {
      const interest = { self_serving: ", by a side it serves", against_interest: ", against the speaker’s own interest" };
      const told = { asserted: "by the report itself", attributed: "according to someone", hedged: "with doubt" };
      return (told[claim.assertion] || claim.assertion) + (interest[claim.interest] || "");
    }

    const percent = (share) => `${Math.round(share * 100)}%`;

    function meter(confidence) {
      const share = confidence || 0;
      return [D.h("i", { "aria-hidden": "true" }, D.h("b", { css: { width: percent(share) } })), `${D.confidenceWord(share)}, ${Math.round(share * 100)} of 100`];
    }

    function kicker(item) {
      if (item.kind === "zone") return `Zone · ${model.payload.statuses[item.status]}`;
      if (item.kind === "scenario") return "Told, but not fact";
      return item.kind === "figure" ? "Figure" : model.payload.types[item.type].label;
    }

    const audited = D.auditOf(app);

    /** How a shape came about, and what became of each statement; a plan is drawn as nobody's fact. */
    function method(item) {
      if (item.kind === "scenario") return null;
      const shape = item.kind === "zone" ? [section("How the shape was drawn"), D.methodOf(item, theme)] : null;
      return [shape, section(item.claims.length === 1 ? "What became of the statement" : "What became of the statements"), audited(item)];
    }

    function here(item, at) {
      const place = (item.record.row || {}).place_id;
      const below = at ? app.zones.under(at) : [];
      const same = model.items.filter((one) => one.kind !== "figure" && place && one.record.row.place_id === place && state.visible(one));
      return [...new Set([...below, ...same])].filter((one) => one !== item).slice(0, 12);
    }

    function chosen(item, at) {
      // Two claims of one sentence, as of two actors, share its words.
      const [first, ...rest] = new Map(item.claims.map((claim) => [`${claim.report}:${claim.start}-${claim.end}`, claim])).values();
      const disputes = app.disagree.about(item);
      const others = related("Other claims on this spot", here(item, at).map((one) => app.cards.line(one)));
      host.append(head(kicker(item), true), D.h("div", { class: "evidence" },
        D.h("h2", { dir: "auto" }, item.headline), app.cards.who(item),
        item.kind === "scenario" ? D.h("p", { class: "not-fact" }, D.icon("maybe"), "No report says that this happened. The dotted outline is the place that is named, and nothing is said to have changed there.") : null,
        facts(item),
        first ? app.cards.quote(first) : null,
        actions(item),
        rest.length ? [section(rest.length === 1 ? "Also said" : `Also said, ${rest.length} times`), rest.map((claim) => app.cards.quote(claim))] : null,
        disputes.cards ? [section("Conflicts with", true), disputes.cards] : null,
        related(disputes.cards ? "And against" : "Conflicts with", claimLines(disputes.rest), true),
        method(item),
        others));
    }

    function actions(item) {
      const button = (text, act) => D.h("button", { class: "button", on: { click: act } }, text);
      const host = D.h("div", { class: "actions" },
        item.kind === "figure" ? null : button("Zoom to", () => app.zoomTo([item])),
        button("Copy citation", () => app.cite(item, host)), button("Save feature", () => app.files.takeFeature(item)));
      return host;
    }

    function list({ title, items }) {
      host.append(head(title, true), D.h("ul", { class: "lines" }, items.map((item) => D.h("li", null, app.cards.line(item)))),
        D.h("div", { class: "evidence" }, D.h("div", { class: "actions" }, D.h("button", { class: "button", on: { click: () => app.zoomTo(items) } }, "Zoom to these"))));
    }

    function key() {
      const found = (test) => model.items.find((item) => state.inView(item) && test(item));
      const zone = (...statuses) => found((item) => statuses.includes(item.status));
      const incident = found((item) => item.kind === "incident" && item.who.length) || found((item) => item.kind === "incident");
      const ring = D.svg("svg", { class: "glyph", viewBox: "0 0 24 24", "aria-hidden": "true" },
        D.svg("circle", { cx: 12, cy: 12, r: 9, fill: "none", stroke: "currentColor", "stroke-width": 2, "stroke-dasharray": "1.5 4", "stroke-linecap": "round" }));
      const lines = [
        [zone("held"), "Solid edge: a report says the ground is held or was seized"],
        [zone("present"), "Loose dots: present somewhere inside; not said to hold it"],
        [zone("claimed"), "Dotted edge, pale: a side’s own claim"],
        [zone("influence"), "Dots without fill: under the influence of"],
        [zone("besieged"), "Bars, as of a barrier: besieged from here, not held"],
        [zone("contested"), "Crosses: fighting inside, in the colours of those who fight"],
        [zone("disputed"), "Wide stripes: reports give different answers"],
        [zone("not_stated"), "Grey: no report says who holds it"],
      ].filter(([item]) => item).map(([item, text]) => [patterns.swatch(item), D.h("span", null, text)]);
      if (incident) {
        lines.push([patterns.badge(incident.type, incident.who[0], { size: 26 }), D.h("span", null, "Badge: what happened, in the colour of who did it; hollow if nobody is named. A number: several at one place")]);
        lines.push([ring, D.h("span", null, "Dotted ring: it happened somewhere inside")]);
      }
      if (found((item) => item.kind === "scenario")) lines.push([D.icon("maybe", "glyph"), D.h("span", null, "Dotted tag: only planned, supposed or denied; a layer of its own, and no fact")]);
      return D.h("div", { class: "key" }, lines);
    }

    function unused() {
      const records = model.payload.not_used;
      if (!records.length) return null;
      const reasons = new Map();
      for (const record of records) {
        if (!reasons.has(record.reason)) reasons.set(record.reason, []);
        reasons.get(record.reason).push(record);
      }
      return [section("Read and not used"), [...reasons].sort((one, other) => other[1].length - one[1].length).map(([reason, ones]) =>
        D.h("details", null, D.h("summary", null, D.capital(reason), D.h("span", { class: "numbers" }, ones.length)),
          D.h("ul", { class: "unused" }, ones.slice(0, UNUSED_EACH).map(unusedLine))))];
    }

    function unusedWords(record) {
      const words = () => D.h("q", null, record.quote);
      if (!record.quote) return null;
      return record.graphic ? D.veiled(`unused:${record.report}:${record.quote}`, words) : words();
    }

    function unusedLine(record) {
      const report = model.reports.get(record.report);
      return D.h("li", { dir: "auto" }, unusedWords(record),
        D.h("small", null, [record.detail, report ? report.name : record.report].filter(Boolean).join(" · ")));
    }

    /** What the map is; and where nothing could be drawn, why it is empty. */
    function intro({ reports, zones, incidents, not_used: unusedOnes }) {
      const read = `${D.capital(D.count(reports.length, "report"))}, read by rules.`;
      if (zones.length + incidents.length) {
        const what = zones.length && incidents.length ? "zone and badge" : zones.length ? "zone" : "badge";
        return `${read} Every ${what} stands for what a report says, with the words it rests on. Choose one to read them.`;
      }
      const why = "Nothing in them says who holds ground, or what happened, at a place that is known: there is nothing to draw.";
      return `${read} ${reports.length === 1 ? why.replace("in them", "in it") : why}${unusedOnes.length ? " What was read and not used stands below, with the reasons." : ""}`;
    }

    function about() {
      const { payload } = model;
      const drawn = payload.zones.length + payload.incidents.length + payload.scenarios.length;
      const disagree = app.disagree.all();
      const view = model.views.get(state.view);
      host.append(head(view ? "One account" : "About this map", false), D.h("div", { class: "evidence" },
        D.h("h2", { dir: "auto" }, view ? view.name : payload.title),
        view ? D.h("p", null, `${D.capital(D.count(view.zones, "zone"))} drawn from what this origin alone says, taken at its word. What others confirm or deny is left aside.`)
          : D.h("p", null, intro(payload)),
        disagree ? [section(view ? "Where others disagree with it" : "Where the reports disagree", true), disagree] : null,
        drawn ? [section("How to read it"), key()] : null,
        D.h("p", { class: "caveat" }, payload.zones.length ? "Shapes are drawn from words such as “north” or “up to 90 percent” and are approximate. " : "", "A claim shows what a report says, not what is established."),
        payload.notices.map((notice) => D.h("p", { class: "caveat" }, notice)),
        unused()));
    }

    /** Show what is chosen: an item, a list of items at one place, or the map as a whole. */
    function draw({ at = null, several = null } = {}) {
      D.clear(host).scrollTop = 0;
      const item = model.byId.get(state.selected);
      if (several) list(several);
      else if (item) chosen(item, at);
      else about();
    }

    return { draw };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
