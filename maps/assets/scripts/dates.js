"use strict";
// Days as whole numbers since 1970-01-01, and how they are written.
(function (D) {
  const MS = 86400000;
  const LONG = { day: "numeric", month: "long", year: "numeric" };
  const ISO = /^\d{4}-\d\d-\d\d$/;

  /** A day's number, or null when the text is not a day. */
  function number(iso) {
    const time = ISO.test(iso || "") ? Date.parse(iso + "T00:00:00Z") : NaN;
    // "2015-02-30" is read as the second of March; a day that is none is not taken for another.
    return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? null : Math.round(time / MS);
  }

  const iso = (day) => new Date(day * MS).toISOString().slice(0, 10);

  const formats = new Map(); // making one takes a hundred times as long as using it

  function write(day, options = LONG) {
    const key = JSON.stringify(options);
    if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options }));
    return formats.get(key).format(new Date(day * MS));
  }

  /** Write the half-open interval [from, to); either end may be infinite. */
  function span(from, to) {
    if (from === -Infinity) return to === Infinity ? "Day not known" : "Before " + write(to);
    if (to === Infinity) return "From " + write(from);
    const last = to - 1;
    if (last <= from) return write(from);
    const [one, other] = [iso(from), iso(last)];
    if (one.slice(0, 7) === other.slice(0, 7)) return write(from, { day: "numeric" }) + "–" + write(last);
    const short = one.slice(0, 4) === other.slice(0, 4) ? { day: "numeric", month: "long" } : LONG;
    return write(from, short) + " – " + write(last);
  }

  const percent = (chance) => `${Math.round(100 * chance)}%`;

  /** When a report was published: as given, or the day it is likeliest from. */
  function likeliest({ published, given, candidates = [] }) {
    const day = number(published);
    if (day === null) return "on an unknown day";
    if (given) return write(day);
    const [, chance] = candidates.find(([one]) => one === published) || [];
    return `${write(day)} (${chance ? `${percent(chance)}, ` : ""}worked out from the text)`;
  }

  /** The other days a report may be from, with their chances; empty when there is none. */
  function others({ published, given, candidates = [] }) {
    if (given) return "";
    return candidates.filter(([one]) => one !== published).map(([one, chance]) => `${write(number(one))} (${percent(chance)})`).join(", ");
  }

  D.dates = { number, iso, write, span, likeliest, others };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
