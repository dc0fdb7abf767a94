"use strict";
// What the reader has chosen, and what is shown because of it. Counts, drawing and export all
// ask the same question: visible(item).
(function (D) {
  D.stateOf = function (model) {
    const state = {
      mode: model.dated ? "day" : "all", // day, span or all
      from: model.start, to: model.start, // both days shown
      hiddenLayers: new Set(), hiddenReports: new Set(),
      names: true, uncertainty: false,
      query: "", selected: null,
    };

    state.inTime = (item) =>
      state.mode === "all" ||
      (item.from !== -Infinity && item.from <= state.to && item.to > state.from);

    state.fromReports = (item) => !item.reports.length || item.reports.some((id) => !state.hiddenReports.has(id));

    const found = (item) => !state.query || item.haystack.includes(D.fold(state.query));

    /** Whether an item passes every filter but its layer's switch. */
    state.passes = (item) => state.inTime(item) && state.fromReports(item) && found(item);

    state.visible = (item) => !state.hiddenLayers.has(item.layer) && state.passes(item);

    /** Items with a shape that are on the map now, in drawing order. */
    state.shown = () => model.items.filter((item) => item.kind !== "figure" && state.visible(item));

    const within = (day) => Math.max(model.first, Math.min(model.last, day));

    state.setDays = (one, other) => {
      state.from = within(Math.min(one, other));
      state.to = within(Math.max(one, other));
    };

    state.setMode = (mode) => {
      if (!model.dated) return;
      if (mode === "span" && state.mode !== "span") state.setDays(model.first, state.mode === "all" ? model.last : state.to);
      if (mode === "day" && state.mode !== "day") {
        const day = state.to >= model.last ? model.start : state.to;
        state.setDays(day, day);
      }
      if (mode === "all") state.setDays(model.first, model.last);
      state.mode = mode;
    };

    /** Move the day or the span, and begin again at the other end. */
    state.step = (by) => {
      if (state.mode === "all") state.setMode("day");
      const width = state.to - state.from;
      let from = state.from + by;
      if (from < model.first) from = model.last - width;
      if (from + width > model.last) from = model.first;
      state.setDays(from, from + width);
    };

    /** Say which days are shown. */
    state.days = () => (state.mode === "all" ? "All dates" : D.dates.span(state.from, state.to + 1));

    return state;
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
