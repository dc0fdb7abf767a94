"use strict";
// A canvas in a pane of the map, which moves and zooms with it as Leaflet's own drawings do.
(function (D) {
  const MOST = 2; // pixels a pixel of the screen: more is slow and not seen
  // Of the map's size around it: what a drag brings into view is there already.
  const PADDING = 0.15;

  // What can be drawn again, sharper, into a picture of the map: by its canvas.
  const drawings = new WeakMap();

  /** How to draw a canvas's content anew into another context, if it is one of ours. */
  D.redrawn = (canvas) => drawings.get(canvas);

  // Made when first asked for: Leaflet is not there where scripts are tested alone.
  const layerClass = () => L.Renderer.extend({
    options: { padding: PADDING },
    _initContainer() {
      this._container = D.h("canvas", { "aria-hidden": "true" });
      this._container.style.pointerEvents = "none";
    },
    _destroyContainer() {
      this._container.remove();
      delete this._container;
    },
    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const size = this._bounds.getSize();
      const scale = this.options.scale();
      L.DomUtil.setPosition(this._container, this._bounds.min);
      const [width, height] = [Math.round(size.x * scale), Math.round(size.y * scale)];
      // Setting the size empties the canvas; where it stays, drawing does.
      if (this._container.width !== width || this._container.height !== height) {
        this.blank = true;
        Object.assign(this._container, { width, height });
        Object.assign(this._container.style, { width: `${size.x}px`, height: `${size.y}px` });
      }
    },
  });

  /**
   * A canvas in a pane; `draw(ctx, box)` draws in pixels of Leaflet's layers what lies in
   * `box`, [left, top, right, bottom], and tells whether there was anything to draw: an empty
   * canvas is not laid over the others. It returns what draws it anew; told in words what the
   * drawing is made from, that draws only where the words, or the part of the world that is
   * seen, are others than the last time.
   */
  D.canvasIn = function (map, pane, draw) {
    D.CanvasLayer = D.CanvasLayer || layerClass();
    const scale = () => (document.documentElement.classList.contains("printing") ? MOST : Math.min(MOST, globalThis.devicePixelRatio || 1));
    const layer = new D.CanvasLayer({ pane, scale }).addTo(map);
    const canvas = layer._container;
    const box = () => [layer._bounds.min.x, layer._bounds.min.y, layer._bounds.max.x, layer._bounds.max.y];

    // Only when a picture is taken: drawn with the corner of the canvas as the origin.
    drawings.set(canvas, (ctx) => {
      ctx.translate(-layer._bounds.min.x, -layer._bounds.min.y);
      draw(ctx, box());
    });

    let drawn = null;

    /** What part of the world the canvas shows, and how sharply. */
    const place = () => [map.getZoom(), map.getPixelOrigin(), ...box(), canvas.width].join(" ");

    return function redraw(basis = null) {
      const now = basis === null ? null : `${place()} ${basis}`;
      if (now !== null && now === drawn && !layer.blank) return;
      [drawn, layer.blank] = [now, false];
      const ctx = canvas.getContext("2d");
      const factor = canvas.width / layer._bounds.getSize().x;
      ctx.setTransform(1, 0, 0, 1, 0, 0);
      ctx.clearRect(0, 0, canvas.width, canvas.height);
      ctx.setTransform(factor, 0, 0, factor, -layer._bounds.min.x * factor, -layer._bounds.min.y * factor);
      canvas.style.display = draw(ctx, box()) ? "" : "none";
    };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
