"use strict";
// Which days are written under the chart: as many as have room for their words, and on the first
// days of months or years where a map tells of long times.
(function (D) {
  // Days apart, and the pixels that the words need.
  const DAYS = [[1, 30], [2, 30], [5, 32], [7, 34], [14, 50]];
  // Months apart, and the pixels: "Mar 2015", or a year alone.
  const MONTHS = [[1, 62], [2, 62], [3, 62], [6, 62], [12, 42], [24, 42], [60, 42], [120, 42]];
  const MONTH = 30.4; // days, on the average

  const firstOf = (year, month) => Math.round(Date.UTC(year, month, 1) / 86400000);

  function byDays(first, last, every) {
    const ticks = [];
    for (let day = first; day <= last; day += every) {
      const opens = day === first || Number(D.dates.iso(day).slice(8)) <= every;
      ticks.push({ day, text: D.dates.write(day, opens || every > 7 ? { day: "numeric", month: "short" } : { day: "numeric" }) });
    }
    return ticks;
  }

  function byMonths(first, last, every) {
    const [year, month] = D.dates.iso(first).split("-").map(Number);
    const ticks = [];
    for (let at = Math.ceil((year * 12 + month - 1) / every) * every; ; at += every) {
      const day = firstOf(Math.floor(at / 12), at % 12);
      if (day > last) return ticks;
      if (day >= first) ticks.push({ day, text: D.dates.write(day, every < 12 ? { month: "short", year: "numeric" } : { year: "numeric" }) });
    }
  }

  /** The days to write between two, both shown, when a day is `step` pixels wide. */
  D.axis = function (first, last, step) {
    const days = DAYS.find(([every, room]) => every * step >= room);
    if (days) return byDays(first, last, days[0]);
    const [every] = MONTHS.find(([months, room]) => months * MONTH * step >= room) || MONTHS.at(-1);
    return byMonths(first, last, every);
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
