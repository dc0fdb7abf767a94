"use strict";
// Light and dark, and the colours of actors in each.
(function (D) {
  D.themeOf = function (model) {
    const root = document.documentElement;
    const system = matchMedia("(prefers-color-scheme: dark)");
    const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
    const nobody = model.payload.nobody;
    const styleOf = (actor) => model.actors.get(actor) || nobody;

    let night = dark(); // asked thousands of times a drawing

    return {
      dark: () => night,
      system,
      toggle() {
        root.dataset.theme = dark() ? "light" : "dark";
        night = dark();
      },
      /** Tell the style sheet which theme is drawn: blending differs. */
      mark() {
        night = dark();
        root.classList.toggle("night", night);
      },
      colour: (actor) => styleOf(actor)[night ? "dark" : "light"],
      hatch: (actor) => styleOf(actor).hatch,
      known: (actor) => model.actors.has(actor),
      name: (actor) => (model.actors.get(actor) || {}).name || actor || "Not stated",
      warning: () => (night ? "#F5A46B" : "#9A3412"), // as --warn of the style sheet
      ground: () => (night ? "#1A1E22" : "#FFFFFF"),
    };
  };

  /** Mix two colours written #RRGGBB: `share` of the first. */
  D.mix = function (one, other, share) {
    const channel = (colour, at) => parseInt(colour.slice(at, at + 2), 16);
    const mixed = [1, 3, 5].map((at) =>
      Math.round(channel(one, at) * share + channel(other, at) * (1 - share)).toString(16).padStart(2, "0"));
    return "#" + mixed.join("");
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
