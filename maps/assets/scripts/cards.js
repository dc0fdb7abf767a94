"use strict";
// The pieces that the list, the tips and the evidence are made of.
(function (D) {
  D.reach = (metres) => (metres >= 1000 ? `${+(metres / 1000).toPrecision(2)} km` : `${Math.round(metres)} m`);

  const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
  D.capital = capital;

  D.tip = (item) =>
    D.h("div", null, D.h("bdi", { dir: "auto" }, item.headline),
      D.h("small", null, `${D.dates.span(item.from, item.to)} · ${count(item.reports.length, "report")}`),
      item.claims[0] ? said(item.claims[0]) : null);

  const said = (claim) =>
    (claim.graphic ? D.veilWord("choose it to read") : D.h("q", { dir: "auto" }, shortened(claim.quote, 140)));

  /** Counts by name in words, the most first: what a ring or a column says by colours alone. */
  D.sharesInWords = (names) => {
    const counts = new Map();
    for (const name of names) counts.set(name, (counts.get(name) || 0) + 1);
    return [...counts].sort((one, other) => other[1] - one[1]).map(([name, number]) => `${name} ${number}`).join(", ");
  };

  D.tipOfMany = (items, nameOf) =>
    D.h("div", null, `${items.length} incidents here`,
      D.h("small", null, `Clockwise: ${D.sharesInWords(items.map((item) => nameOf(item.who[0])))}`),
      D.h("small", null, items.slice(0, 4).map((item) => item.headline).join(" · ") + (items.length > 4 ? " · …" : "")));

  function shortened(text, most) {
    return text.length <= most ? text : text.slice(0, most).replace(/\s+\S*$/, "") + " …";
  }

  D.shortened = shortened;

  const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
  D.count = count;

  D.cardsOf = function (app) {
    const { model, theme, patterns } = app;

    const picture = (item) => {
      if (item.kind === "zone") return patterns.swatch(item);
      if (item.kind === "figure") return D.icon("people", "glyph");
      if (item.kind === "scenario") return D.icon("maybe", "glyph");
      return D.h("span", { class: "glyph" }, patterns.badge(item.type, item.who[0], { size: 24, weak: D.isWeak(item) }));
    };

    /** A line that opens an item: of the claims tab, a cluster, or related claims. */
    function line(item, { headline, claim } = {}) {
      const report = claim && model.reports.get(claim.report);
      const meta = [D.dates.span(item.from, item.to), report ? report.name : count(item.reports.length, "report")];
      return D.h("button", {
        class: "line", "data-id": claim ? claim.id : item.id, "aria-current": app.state.selected === item.id ? "true" : null,
        on: { click: () => app.select(item.id, { move: true }) },
      }, picture(item), D.h("span", { class: "line-title", dir: "auto" }, headline || item.headline), D.h("span", { class: "line-meta", dir: "auto" }, meta.join(" · ")));
    }

    /** The words a claim rests on, marked inside their sentence, with where they stand; `told` is said of them. */
    function quote(claim, told = null) {
      const report = model.reports.get(claim.report);
      const published = `published ${D.dates.likeliest(report)}`;
      const others = D.dates.others(report);
      const outlet = report.outlet && report.outlet !== report.name ? `${report.outlet}, ` : "";
      const words = () => D.h("blockquote", { dir: "auto" }, claim.before, D.h("mark", null, claim.quote), claim.after);
      return D.h("figure", { class: "quote" },
        claim.graphic || claim.graphic_around ? D.veiled(claim.id, words) : words(),
        D.h("figcaption", null, D.h("b", { dir: "auto" }, report.name),
          D.h("span", { dir: "auto" }, `${outlet}${published} · characters ${claim.start}–${claim.end} · read by ${claim.rule}`),
          told ? D.h("span", null, told) : null,
          others ? D.h("details", { class: "more" }, D.h("summary", null, "Other days it may be from"), D.h("span", null, others)) : null));
    }

    function who(item) {
      if (!item.who.length) return D.h("p", { class: "who" }, picture(item), "Nobody is named");
      return item.who.map((actor, at) => {
        const record = model.actors.get(actor) || {};
        return D.h("p", { class: "who" }, at === 0 ? picture(item) : D.h("span", { class: "swatch" }, D.h("span", { class: "pigment", css: { "--pigment": theme.colour(actor) } })), D.h("bdi", { dir: "auto" }, theme.name(actor)), D.bdi(record.local));
      });
    }

    return { picture, line, quote, who };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
