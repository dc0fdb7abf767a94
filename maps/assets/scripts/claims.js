"use strict";
// The list of claims: the way to everything on the page that needs no map.
(function (D) {
  const FIRST = 200; // lines drawn at once; more are a button away

  D.claimsOf = function (app, host) {
    const { model, state } = app;
    let limit = FIRST;

    const entries = () =>
      model.items.filter((item) => state.visible(item)).flatMap((item) => item.claims.map((claim) => ({ item, claim })))
        .filter(({ claim }) => state.allowed(claim))
        .sort((one, other) => one.item.from - other.item.from || one.claim.start - other.claim.start);

    /** How many lines the list would have. */
    function count() {
      let number = 0;
      for (const item of model.items) {
        if (state.visible(item)) for (const claim of item.claims) if (state.allowed(claim)) number += 1;
      }
      return number;
    }

    function entry({ item, claim }) {
      return D.h("li", null, app.cards.line(item, { headline: claim.headline, claim }));
    }

    function draw() {
      const number = count();
      D.byId("claims-count").textContent = String(number);
      D.byId("live").textContent = `${D.count(number, "claim")} shown, ${state.days()}`;
      if (host.hidden) return;
      const found = entries();
      const list = D.h("ul", { class: "lines" }, found.slice(0, limit).map(entry));
      if (found.length > limit) {
        const more = D.h("button", { class: "button", on: { click: () => { limit += 500; draw(); } } }, `Show more (${found.length - limit} left)`);
        list.append(D.h("li", { class: "note" }, more));
      }
      if (!found.length) list.append(D.h("li", { class: "note" }, "Nothing matches. Widen the dates, clear the search or reset the filters."));
      D.clear(host).append(list);
    }

    return { draw };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
