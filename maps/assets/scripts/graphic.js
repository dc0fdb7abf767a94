"use strict";
// Words that describe cruelty stay hidden until the reader asks for them, once for each quote.
(function (D) {
  const opened = new Set();

  /** What stands for hidden words where no button can be: in a tip, or on a card that is one. */
  D.veilWord = (where) => D.h("small", { class: "veil-word" }, `Graphic description${where ? ` – ${where}` : ""}`);

  /** A button that shows and hides what `build` makes; it stays open as long as the page. */
  D.veiled = function (key, build) {
    const room = D.h("div", { class: "veil-room" });
    const button = D.h("button", { class: "button veil", type: "button", on: { click: turn } });

    function draw() {
      const open = opened.has(key);
      button.textContent = `Graphic description – ${open ? "hide" : "show"}`;
      button.setAttribute("aria-expanded", String(open));
      D.clear(room);
      room.hidden = !open;
      if (open) room.append(build());
    }

    function turn() {
      if (!opened.delete(key)) opened.add(key);
      draw();
      D.byId("live").textContent = opened.has(key) ? "Graphic description shown" : "Graphic description hidden";
    }

    draw();
    return D.h("div", { class: "veiled" }, button, room);
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
