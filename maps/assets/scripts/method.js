"use strict";
// How a shape was drawn: the shares that were said, what they became, and by which rules.
(function (D) {
  const percent = (share) => `${Math.round(share * 100)}%`;
  const km2 = (area) => (area < 10 ? +area.toPrecision(2) : Math.round(area));

  /** A bar from nothing to all of the place: the range that was said, and what was drawn. */
  function shareBar({ share_low: low, share_best: best, share_high: high }) {
    if (best === undefined || best === null) return null;
    const told = low === high ? `${percent(best)} of the place` : `At least ${percent(low)} · drawn ${percent(best)} · at most ${percent(high)}`;
    return D.h("div", { class: "share" },
      D.h("div", { class: "share-bar", "aria-hidden": "true" },
        D.h("i", { css: { left: percent(low), width: percent(Math.max(0.01, high - low)) } }), D.h("b", { css: { left: percent(best) } })),
      D.h("p", null, told));
  }

  const sample = (which, colour) =>
    D.svg("svg", { class: "swatch", viewBox: "0 0 26 18", "aria-hidden": "true" },
      D.svg("path", { d: "M2 9H24", class: which, stroke: colour, fill: "none", "stroke-width": which === "egg" ? 2.6 : 1.6 }));

  /** The lines of certainty that are on the map while the zone is chosen. */
  function lines(item, theme) {
    const colour = theme.colour(item.who[0]);
    const found = [["yolk", "Thin line: surely within, by all that is said"], ["egg", "Dots: the widest that the words allow"]]
      .filter(([which]) => item.record[which] !== undefined)
      .map(([which, text]) => [sample(which, colour), D.h("span", null, text)]);
    return found.length ? D.h("div", { class: "key" }, found) : null;
  }

  /** The rows that say how a zone came to its shape. */
  D.methodOf = function (item, theme) {
    const row = item.record.row;
    const rules = [...new Set(item.claims.map((claim) => claim.rule).filter(Boolean))];
    return [
      D.h("p", { class: "method", dir: "auto" }, D.capital(row.method || "not recorded")),
      shareBar(row), lines(item, theme),
      D.h("p", { class: "method" }, `${km2(row.area_km2)} km²`, rules.length ? ` · read by ${rules.join(", ")}` : ""),
    ];
  };

  /** Why a zone or incident has its confidence, in words. */
  D.reasonsOf = function (item) {
    const { n_origins: origins, n_reports: reports } = item.record.row || {};
    const every = (test) => item.claims.length > 0 && item.claims.every(test);
    return [
      origins ? `${D.count(origins, "origin")} in ${D.count(reports, "report")}` : null,
      every((claim) => claim.interest === "self_serving") ? "only a side that it serves says so" : null,
      item.claims.some((claim) => claim.interest === "against_interest") ? "said against the speaker’s own interest" : null,
      every((claim) => claim.assertion === "hedged") ? "said with doubt" : null,
      item.against.length ? "others say otherwise" : null,
    ].filter(Boolean).join("; ");
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
