"use strict";
// The date control: day, span or all, sliders, steps and play.
(function (D) {
  const PLAY_MS = 900; // long enough to see what changed
  const THUMB = 9; // pixels: half the slider's thumb, so that the chart and the slider agree
  const WIDEST = 72; // pixels a day: a chart of two days need not fill the page

  D.timelineOf = function (app) {
    const { model, state } = app;
    const [room, label, play] = ["chart", "date", "play"].map(D.byId);
    const [fromDay, toDay] = ["from-day", "to-day"].map(D.byId);
    let timer = 0;

    function stop() {
      clearInterval(timer);
      timer = 0;
      drawPlay();
    }

    function drawPlay() {
      D.clear(play).append(D.icon(timer ? "pause" : "play"));
      play.setAttribute("aria-label", timer ? "Pause" : "Play day by day");
    }

    function act(change) {
      stop();
      change();
      app.queue();
    }

    function wire() {
      for (const slider of [fromDay, toDay]) Object.assign(slider, { min: model.first, max: model.last, step: 1 });
      fromDay.addEventListener("input", () => act(() => {
        const day = Number(fromDay.value);
        state.setDays(day, state.mode === "day" ? day : Math.max(day, state.to));
      }));
      toDay.addEventListener("input", () => act(() => state.setDays(Math.min(state.from, Number(toDay.value)), Number(toDay.value))));
      D.byId("previous").addEventListener("click", () => act(() => state.step(-1)));
      D.byId("next").addEventListener("click", () => act(() => state.step(1)));
      play.addEventListener("click", () => {
        if (timer) return stop();
        timer = setInterval(() => { state.step(1); app.queue(); }, PLAY_MS);
        return drawPlay();
      });
      for (const button of document.querySelectorAll("[data-mode]")) {
        button.addEventListener("click", () => act(() => state.setMode(button.dataset.mode)));
      }
      if (!model.dated || !model.items.length) document.querySelector(".time").hidden = true; // no day to choose
      drawPlay();
    }

    function drawDate() {
      const notes = { day: D.dates.write(state.from, { weekday: "long" }) + " · state that day", span: "anything in these days", all: "no filter by date" };
      const short = { day: "numeric", month: "short" };
      const text = state.mode === "span" && state.from !== state.to
        ? `${D.dates.write(state.from, short)} – ${D.dates.write(state.to, short)}` : state.days();
      D.clear(label).append(text, D.h("small", null, notes[state.mode]));
      for (const button of document.querySelectorAll("[data-mode]")) button.setAttribute("aria-pressed", String(button.dataset.mode === state.mode));
      fromDay.value = state.from;
      toDay.value = state.to;
      toDay.hidden = state.mode !== "span";
      fromDay.disabled = state.mode === "all";
      fromDay.setAttribute("aria-label", state.mode === "span" ? "From date" : "Date");
      fromDay.setAttribute("aria-valuetext", D.dates.write(state.from));
      toDay.setAttribute("aria-valuetext", D.dates.write(state.to));
    }

    let size = null; // measured when it changes: measuring lays the whole document out

    function scale() {
      size = size || { width: room.clientWidth, height: room.clientHeight };
      const days = model.last - model.first + 1;
      const step = Math.min(WIDEST, size.width / days);
      const width = step * days;
      for (const slider of [fromDay, toDay]) {
        // On a phone there is no chart to agree with.
        slider.style.left = width ? `${step / 2 - THUMB}px` : "0";
        slider.style.width = width ? `${Math.max(2 * THUMB, width - step + 2 * THUMB)}px` : "100%";
      }
      return { width, height: size.height, step, x: (day) => (day - model.first + 0.5) * step };
    }

    function pickDay(day) {
      if (state.mode === "all") state.setMode("day");
      if (state.mode === "day") state.setDays(day, day);
      else if (Math.abs(day - state.from) < Math.abs(day - state.to)) state.setDays(day, state.to);
      else state.setDays(state.from, day);
    }

    const chart = D.chartOf(app, (day) => act(() => pickDay(day)));

    /** Draw the days; `resized` when the room for them may be another than before. */
    function draw({ resized = false } = {}) {
      if (!model.dated) return;
      if (resized) size = null;
      drawDate();
      chart.draw(scale());
    }

    return { draw, wire };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
