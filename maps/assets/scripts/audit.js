"use strict";
// What became of each statement on the map: the ground it got and on which days, who else has it,
// and why it is not drawn.
(function (D) {
  const percent = (share) => `${Math.round(share * 100)}%`;
  const FIRST = 2; // statements told at once; the others are folded
  const LOST = 3; // claims named that have the ground; more are counted

  /** Days in a row with the same words become one line: [[from, to, words], ...], half-open. */
  D.daysInRow = function (won) {
    const rows = [];
    for (const [iso, words] of won) {
      const day = D.dates.number(iso);
      const last = rows[rows.length - 1];
      if (last && last[1] === day && last[2] === words) last[1] = day + 1;
      else rows.push([day, day + 1, words]);
    }
    return rows;
  };

  /** The shares of a place that a claim is drawn with, in words. */
  function sharesOf([low, best, high]) {
    const range = low === null || high === null || low === high ? "" : `; the words allow ${percent(low)} to ${percent(high)}`;
    return `${percent(best)} of the place${range}`;
  }

  /** What became of a claim, in one sentence. */
  D.fateOf = function ({ audit = {} }) {
    const drawn = { placed: "Drawn", capped: "Drawn, with less confidence, because how far its place reaches is assumed" }[audit.status];
    if (drawn) return `${drawn}${audit.shares ? `: ${sharesOf(audit.shares)}` : ""}.`;
    if (audit.status === "against") return "Not drawn by itself: the ground was given to others.";
    if (audit.status === "figure") return "A number: it has no shape, and counts in the totals.";
    return `Not drawn${audit.why ? `: ${audit.why}` : ""}${audit.detail ? ` (${audit.detail})` : ""}.`;
  };

  D.auditOf = function ({ model }) {
    const lines = (entries) => (entries.length ? D.h("ul", null, entries.map((one) => D.h("li", null, one))) : null);

    /** Who has the ground that a statement did not get. */
    function rivals(ids) {
      const named = ids.slice(0, LOST).map((id) => model.claims.get(id)).filter(Boolean)
        .map((claim) => [D.h("bdi", { dir: "auto" }, claim.headline), " (", D.h("bdi", { dir: "auto" }, model.reports.get(claim.report).name), ")"]);
      return [...named, ...(ids.length > LOST ? [`and ${ids.length - LOST} more`] : [])];
    }

    /** One statement: what it got, day by day, and who has the ground where it did not get it. */
    function statement(claim, named) {
      const { won = [], lost_to: lost = [], compatible } = claim.audit || {};
      const days = lines(D.daysInRow(won).map(([from, to, words]) => `${D.dates.span(from, to)}: ${words}`));
      return D.h("div", { class: "fate" },
        named ? D.h("b", { dir: "auto" }, claim.headline) : null,
        D.h("p", null, D.fateOf(claim), compatible === false ? D.h("strong", null, " It does not fit the other claims.") : null),
        won.length > 1 ? D.h("details", { class: "more" }, D.h("summary", null, "Day by day"), days) : days,
        lost.length ? [D.h("p", null, "The ground went to:"), lines(rivals(lost))] : null);
    }

    /** What became of an item's statements; those that say and got the same are told once. */
    return function audited(item) {
      const distinct = [...new Map(item.claims.map((claim) => [`${claim.headline} ${JSON.stringify(claim.audit)}`, claim])).values()];
      const told = distinct.map((claim) => statement(claim, distinct.length > 1));
      const rest = told.slice(FIRST);
      return [told.slice(0, FIRST), rest.length ? D.h("details", { class: "more" }, D.h("summary", null, D.count(rest.length, "more statement")), rest) : null];
    };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
