"use strict";
// What the reader has chosen, and what is shown because of it. Counts, drawing and export all
// ask the same question: visible(item).
(function (D) {
  /** Add to a state the filters that have nothing to do with days. */
  function filters(state, model) {
    const allowed = (claim) => !state.hiddenReports.has(claim.report) && !state.hiddenAssertions.has(claim.assertion);

    /** Whether an item is told by a report and in a manner that are not switched off. */
    state.told = (item) => !(state.hiddenReports.size || state.hiddenAssertions.size) || !item.claims.length || item.claims.some(allowed);
    state.allowed = allowed;

    state.sure = (item) => !state.confidence || (item.confidence || 0) >= D.leastOf(state.confidence);

    /** Whether an item is part of what is looked at: the whole map, or what one origin tells. */
    state.inView = (item) => {
      if (item.view || (item.kind === "zone" && state.view)) return item.view === state.view;
      const view = model.views.get(state.view);
      return !view || item.claims.some((claim) => view.claims.has(claim.id));
    };

    const switchedOn = (item) => (item.kind === "scenario" ? state.scenarios.has(item.assertion) : !state.hiddenLayers.has(item.layer));

    /** Whether an item passes all that is chosen in the left panel; days and search apart. */
    state.kept = (item) => state.inView(item) && switchedOn(item) && state.told(item) && state.sure(item);

    let folded = { query: "", text: "" };

    function found(item) {
      if (!state.query) return true;
      if (folded.query !== state.query) folded = { query: state.query, text: D.fold(state.query) };
      return item.haystack.includes(folded.text);
    }

    const passes = (item) => state.inTime(item) && state.inView(item) && state.told(item) && state.sure(item) && found(item);

    // What was answered since drawing began, by an item's number: 0 not asked, 1 no, 2 yes.
    let answers = null;

    /** Ask of each item once, however often while `act` draws: nothing is chosen meanwhile. */
    state.once = (act) => {
      answers = new Uint8Array(model.items.length);
      try {
        return act();
      } finally {
        answers = null;
      }
    };

    /** Whether an item passes every filter but its layer's switch. */
    state.passes = (item) => {
      if (!answers) return passes(item);
      if (!answers[item.number]) answers[item.number] = passes(item) ? 2 : 1;
      return answers[item.number] === 2;
    };

    state.visible = (item) => switchedOn(item) && state.passes(item);

    /** How many of the filters that are folded away are set. */
    state.filtered = () => [state.hiddenReports.size, state.hiddenAssertions.size, state.confidence].filter(Boolean).length;

    /** How many items the filters by report, manner and confidence take off the map now. */
    state.filteredOut = () => model.items.filter((item) =>
      item.kind !== "figure" && state.inView(item) && switchedOn(item) && state.inTime(item) && found(item) && !(state.told(item) && state.sure(item))).length;

    state.resetFilters = () => {
      state.hiddenReports.clear();
      state.hiddenAssertions.clear();
      state.confidence = "";
    };

    state.setConfidence = (id) => { state.confidence = D.leastOf(id) ? id : ""; };
  }

  D.stateOf = function (model) {
    const state = {
      mode: model.dated ? "day" : "all", // day, span or all
      from: model.start, to: model.start, // both days shown
      hiddenLayers: new Set(), hiddenReports: new Set(), hiddenAssertions: new Set(),
      confidence: "", // the least level shown; "" is any
      scenarios: new Set(), // kinds of what is no fact; off until asked for
      view: null, // the origin that alone is listened to
      names: true, uncertainty: false,
      query: "", selected: null,
    };

    state.inTime = (item) =>
      state.mode === "all" ||
      (item.from !== -Infinity && item.from <= state.to && item.to > state.from);

    filters(state, model);

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
