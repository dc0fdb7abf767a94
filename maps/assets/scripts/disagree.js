"use strict";
// Where the reports disagree: by kind, both sides beside each other in their own words.
(function (D) {
  const FIRST = 4; // of one kind shown at once; the rest unfold
  const QUOTE = 170; // characters; the whole quote is one step away

  const KINDS = [
    ["holder", "Who holds it"], ["share", "How much of it"], ["distance", "How far"],
    ["date", "On which day"], ["toll", "How many"],
  ];

  const DATES = (one) => D.dates.span(D.dates.number(one.from) ?? -Infinity, D.dates.number(one.to) ?? Infinity);

  D.disagreeOf = function (app) {
    const { model } = app;

    const words = (claim) => D.h("q", { dir: "auto" }, D.shortened(claim.quote, QUOTE));

    /** A card that opens an item is a button, which can hold no other: the item's evidence has one. */
    const veil = (claim, item) =>
      (item ? D.veilWord("shown with its evidence") : D.veiled(`side:${claim.id}`, () => words(claim)));

    function side({ said, claims }) {
      const known = claims.map((id) => model.claims.get(id)).filter(Boolean);
      const [claim] = known;
      if (!claim) return D.h("div", { class: "side" }, D.h("b", null, said));
      const item = model.byClaim.get(claim.id);
      const report = model.reports.get(claim.report);
      // A report without an outlet speaks for itself as "the report", which here would not say which.
      const voice = claim.claimant && claim.claimant !== "the report" ? claim.claimant : report.name;
      const parts = [
        D.h("b", { dir: "auto" }, D.capital(said)),
        claim.graphic ? veil(claim, item) : words(claim),
        D.h("small", { dir: "auto" }, voice, known.length > 1 ? ` and ${known.length - 1} more` : ""),
      ];
      return item
        ? D.h("button", { class: "side", on: { click: () => app.select(item.id, { move: true }) } }, parts)
        : D.h("div", { class: "side" }, parts);
    }

    /** One disagreement; `own` are claims whose side comes first. */
    function card(one, own = []) {
      const mine = ({ claims }) => claims.some((id) => own.includes(id));
      const sides = mine(one.sides[1]) && !mine(one.sides[0]) ? [one.sides[1], one.sides[0]] : one.sides;
      return D.h("li", { class: "dispute" },
        D.h("p", null, D.h("bdi", { dir: "auto" }, one.headline), D.h("small", null, DATES(one))),
        D.h("div", { class: "sides" }, sides.map(side)));
    }

    const list = (ones, own) => D.h("ul", { class: "disputes" }, ones.map((one) => card(one, own)));

    /** Of an origin's own account: only what it takes a side in. */
    const takesPart = (one) => {
      const view = model.views.get(app.state.view);
      return !view || one.sides.some((each) => each.claims.some((id) => view.claims.has(id)));
    };

    function kind([id, title]) {
      const ones = model.contradictions.filter((one) => one.kind === id && takesPart(one));
      if (!ones.length) return null;
      const rest = ones.slice(FIRST);
      return [
        D.h("h4", { class: "kind" }, title, D.h("span", { class: "numbers" }, ones.length)), list(ones.slice(0, FIRST)),
        rest.length ? D.h("details", { class: "more" }, D.h("summary", null, `${rest.length} more`), list(rest)) : null,
      ];
    }

    /** All of them, by kind, for the panel when nothing is chosen. */
    const all = () => (model.contradictions.some(takesPart) ? KINDS.map(kind) : null);

    /** What an item's own claims are contradicted about, and the claims left to be named one by one. */
    function about(item) {
      const own = item.claims.map((claim) => claim.id);
      const ones = [...new Set(own.flatMap((id) => model.disputes.get(id) || []))];
      const shown = new Set(ones.flatMap((one) => one.sides.flatMap((each) => each.claims)));
      return { cards: ones.length ? list(ones, own) : null, rest: item.against.filter((claim) => !shown.has(claim.id)) };
    }

    return { all, about };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
