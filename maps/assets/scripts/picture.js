"use strict";
// The map as a picture: what is on the screen, with title, days, key, scale and sources.
(function (D) {
  const SCALE = 2; // pixels a pixel of the screen: sharp in a report or a slide
  const KEY = 250; // pixels: the key's column
  const NARROW = 520; // a map no wider than this has its key below
  const MARGIN = 18;
  // Controls that a picture has no use for; the credits stand below.
  const LEAVE = ".leaflet-control-zoom, .online-control, .leaflet-control-attribution, .leaflet-tooltip-pane, .leaflet-popup-pane";

  D.pictureOf = function (app) {
    const container = app.map.getContainer();

    /** Lay the sheet out beside the page, where nobody sees it. */
    function laidOut(size) {
      const room = D.h("div", { class: "sheet-map", css: { width: `${size.x}px`, height: `${size.y}px` } });
      const sheet = app.sheet.build(room);
      const narrow = size.x <= NARROW;
      sheet.classList.add("aloof");
      sheet.classList.toggle("narrow", narrow);
      sheet.style.width = `${size.x + 2 * MARGIN + (narrow ? 0 : KEY + MARGIN)}px`;
      sheet.setAttribute("aria-hidden", "true");
      document.body.append(sheet);
      return { sheet, room };
    }

    /** Move the origin to a node's corner, seen through the frame of another. */
    function paintMap(ctx, frame, sheet) {
      const from = container.getBoundingClientRect();
      const to = frame.getBoundingClientRect();
      const origin = sheet.getBoundingClientRect();
      ctx.save();
      ctx.translate(to.left - origin.left - from.left, to.top - origin.top - from.top);
      ctx.beginPath();
      ctx.rect(from.left, from.top, from.width, from.height);
      ctx.clip();
      D.paint(ctx, container, { scale: SCALE, leave: LEAVE });
      ctx.restore();
    }

    /** Paint the picture and return its canvas. */
    function draw() {
      const { sheet, room } = laidOut(app.map.getSize());
      try {
        const { left, top, width, height } = sheet.getBoundingClientRect();
        const canvas = document.createElement("canvas");
        [canvas.width, canvas.height] = [Math.ceil(width) * SCALE, Math.ceil(height) * SCALE];
        const ctx = canvas.getContext("2d");
        ctx.scale(SCALE, SCALE);
        ctx.save();
        ctx.translate(-left, -top);
        D.paint(ctx, sheet, { scale: SCALE });
        ctx.restore();
        paintMap(ctx, room, sheet);
        return canvas;
      } finally {
        sheet.remove();
      }
    }

    /** The picture as a PNG. */
    const png = () => new Promise((done, fail) => {
      draw().toBlob((blob) => (blob ? done(blob) : fail(new Error("the picture is too large for this browser"))), "image/png");
    });

    return { png };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
