"use strict";
// What stands in the document, painted on a canvas: text, boxes and our own SVG. Libraries for
// this lose the styles that come from classes; this reads what the browser computed.
(function (D) {
  const SKIPPED = new Set(["defs", "title", "pattern", "script", "style", "button", "input"]);
  const CLEAR = "rgba(0, 0, 0, 0)";
  const HALO_WIDTH = 3.5; // pixels around letters, as the style sheet's shadows reach

  const number = (text, otherwise = 0) => (Number.isFinite(parseFloat(text)) ? parseFloat(text) : otherwise);

  /** Draw with a changed context and leave it as it was. */
  function within(ctx, draw) {
    ctx.save();
    draw();
    ctx.restore();
  }

  function outline(node) {
    const value = (name) => node[name].baseVal.value;
    const path = new Path2D(node.localName === "path" ? node.getAttribute("d") || "" : "");
    if (node.localName === "circle") path.arc(value("cx"), value("cy"), value("r"), 0, 2 * Math.PI);
    if (node.localName === "rect") path.roundRect(value("x"), value("y"), value("width"), value("height"), value("rx"));
    return path;
  }

  /** A hatch as a canvas pattern, drawn from the same definition as the map's. */
  function tile(ctx, reference, how) {
    if (!how.tiles.has(reference)) how.tiles.set(reference, madeTile(ctx, reference, how));
    return how.tiles.get(reference);
  }

  function madeTile(ctx, reference, how) {
    const { scale } = how;
    const pattern = document.getElementById((reference.match(/#([^")]+)/) || [])[1]);
    if (!pattern) return CLEAR;
    const small = document.createElement("canvas");
    small.width = Math.round(pattern.width.baseVal.value * scale);
    small.height = Math.round(pattern.height.baseVal.value * scale);
    const brush = small.getContext("2d");
    brush.scale(scale, scale);
    for (const child of pattern.children) paintShape(brush, child, how);
    const made = ctx.createPattern(small, "repeat");
    const turned = pattern.patternTransform.baseVal.consolidate();
    made.setTransform((turned ? DOMMatrix.fromMatrix(turned.matrix) : new DOMMatrix()).scale(1 / scale));
    return made;
  }

  const paintOf = (ctx, value, how) => (value.startsWith("url(") ? tile(ctx, value, how) : value);

  function paintLetters(ctx, node, style) {
    ctx.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    ctx.textAlign = { middle: "center", end: "right" }[style.textAnchor] || "left";
    ctx.fillStyle = style.fill;
    ctx.fillText(node.textContent, node.x.baseVal[0]?.value || 0, node.y.baseVal[0]?.value || 0);
  }

  function fillAndStroke(ctx, node, style, how) {
    const path = outline(node);
    const alpha = ctx.globalAlpha;
    if (style.fill !== "none") {
      ctx.globalAlpha = alpha * number(style.fillOpacity, 1);
      ctx.fillStyle = paintOf(ctx, style.fill, how);
      ctx.fill(path, style.fillRule === "evenodd" ? "evenodd" : "nonzero");
    }
    if (style.stroke === "none" || !number(style.strokeWidth)) return;
    Object.assign(ctx, {
      globalAlpha: alpha * number(style.strokeOpacity, 1), strokeStyle: style.stroke, lineWidth: number(style.strokeWidth),
      lineCap: style.strokeLinecap, lineJoin: style.strokeLinejoin, lineDashOffset: number(style.strokeDashoffset),
    });
    ctx.setLineDash(style.strokeDasharray === "none" ? [] : style.strokeDasharray.split(/[ ,]+/).map((one) => number(one)));
    ctx.stroke(path);
  }

  function paintShape(ctx, node, how) {
    const style = getComputedStyle(node);
    if (SKIPPED.has(node.localName) || style.display === "none") return;
    within(ctx, () => {
      const moved = node.transform && node.transform.baseVal.consolidate();
      if (moved) ctx.transform(...["a", "b", "c", "d", "e", "f"].map((name) => moved.matrix[name]));
      ctx.globalAlpha *= number(style.opacity, 1);
      if (node.localName === "g") for (const child of node.children) paintShape(ctx, child, how);
      else if (node.localName === "text") paintLetters(ctx, node, style);
      else if (["path", "circle", "rect"].includes(node.localName)) fillAndStroke(ctx, node, style, how);
    });
  }

  function paintShapes(ctx, svg, how) {
    const place = svg.getBoundingClientRect();
    if (!place.width || !place.height) return;
    const view = svg.viewBox.baseVal && svg.viewBox.baseVal.width ? svg.viewBox.baseVal : { x: 0, y: 0, width: place.width };
    within(ctx, () => {
      ctx.translate(place.left, place.top);
      ctx.scale(place.width / view.width, place.width / view.width);
      ctx.translate(-view.x, -view.y);
      for (const child of svg.children) paintShape(ctx, child, how);
    });
  }

  /** An SVG; one that lets its ground through is drawn whole first, so that its shapes do not. */
  function paintSvg(ctx, svg, how) {
    const opacity = number(getComputedStyle(svg).opacity, 1);
    if (opacity === 1) return paintShapes(ctx, svg, how);
    const whole = document.createElement("canvas");
    [whole.width, whole.height] = [ctx.canvas.width, ctx.canvas.height];
    const brush = whole.getContext("2d");
    brush.setTransform(ctx.getTransform());
    paintShapes(brush, svg, how);
    return within(ctx, () => {
      ctx.globalAlpha *= opacity;
      ctx.setTransform(1, 0, 0, 1, 0, 0);
      ctx.drawImage(whole, 0, 0);
    });
  }

  /** A text's lines as the browser broke them: where each begins, and what it says. */
  function lines(text) {
    const range = document.createRange();
    const found = [];
    for (const word of text.data.matchAll(/\S+/g)) {
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      const place = range.getBoundingClientRect();
      const last = found.at(-1);
      if (last && Math.abs(last.top - place.top) < place.height / 2) {
        last.words.push(word[0]);
        last.left = Math.min(last.left, place.left);
      } else found.push({ words: [word[0]], left: place.left, top: place.top, height: place.height });
    }
    return found;
  }

  function paintText(ctx, text) {
    const style = getComputedStyle(text.parentElement);
    within(ctx, () => {
      ctx.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      Object.assign(ctx, { textAlign: "left", direction: style.direction, letterSpacing: style.letterSpacing === "normal" ? "0px" : style.letterSpacing });
      Object.assign(ctx, { fillStyle: style.color, lineWidth: HALO_WIDTH, lineJoin: "round", strokeStyle: D.token("--halo") });
      for (const line of lines(text)) {
        const said = style.textTransform === "uppercase" ? line.words.join(" ").toUpperCase() : line.words.join(" ");
        const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = ctx.measureText(said);
        const base = line.top + (line.height - up - down) / 2 + up;
        if (style.textShadow !== "none") ctx.strokeText(said, line.left, base);
        ctx.fillText(said, line.left, base);
      }
    });
  }

  /** A box with round corners, whose border is the same on every side. */
  function paintPill(ctx, { left, top, width, height }, style) {
    const thick = style.borderTopStyle === "none" ? 0 : number(style.borderTopWidth);
    const path = new Path2D();
    path.roundRect(left + thick / 2, top + thick / 2, width - thick, height - thick, Math.min(number(style.borderTopLeftRadius), height / 2));
    ctx.fillStyle = style.backgroundColor;
    ctx.fill(path);
    if (!thick) return;
    Object.assign(ctx, { strokeStyle: style.borderTopColor, lineWidth: thick });
    ctx.setLineDash({ dashed: [3 * thick, 2 * thick], dotted: [thick, thick] }[style.borderTopStyle] || []);
    ctx.stroke(path);
  }

  function paintBox(ctx, node, style) {
    const place = node.getBoundingClientRect();
    if (/^[1-9]/.test(style.borderTopLeftRadius)) return paintPill(ctx, place, style);
    const { left, top, width, height } = place;
    if (style.backgroundColor !== CLEAR) {
      ctx.fillStyle = style.backgroundColor;
      ctx.fillRect(left, top, width, height);
    }
    const edges = { Top: [left, top, width, 0], Bottom: [left, top + height, width, 0], Left: [left, top, 0, height], Right: [left + width, top, 0, height] };
    for (const [side, [x, y, across, down]] of Object.entries(edges)) {
      const thick = style[`border${side}Style`] === "none" ? 0 : number(style[`border${side}Width`]);
      if (!thick) continue;
      ctx.fillStyle = style[`border${side}Color`];
      ctx.fillRect(side === "Right" ? x - thick : x, side === "Bottom" ? y - thick : y, across || thick, down || thick);
    }
    return undefined;
  }

  /** How high a node is stacked; one without a height of its own stands as high as what is in it. */
  function level(node) {
    if (node.nodeType !== Node.ELEMENT_NODE) return 0;
    const own = parseInt(getComputedStyle(node).zIndex, 10);
    if (Number.isFinite(own)) return own;
    return [...node.children].reduce((most, child) => Math.max(most, number(getComputedStyle(child).zIndex)), 0);
  }

  // A picture from elsewhere may be drawn, but then the canvas may not be read again; unless its
  // host lets every page read it, which the browser asked for and would else not have shown it.
  const ours = (image) => (/^(data|blob):/.test(image.src) || image.crossOrigin === "anonymous") && image.complete && image.naturalWidth > 0;

  /** One of our own canvases: drawn again at the sharpness of the picture, not enlarged. */
  function paintAnew(ctx, node) {
    const { left, top } = node.getBoundingClientRect();
    within(ctx, () => {
      ctx.translate(left, top);
      D.redrawn(node)(ctx);
    });
  }

  function paint(ctx, node, how) {
    if (node.nodeType === Node.TEXT_NODE) return paintText(ctx, node);
    if (node.nodeType !== Node.ELEMENT_NODE || SKIPPED.has(node.localName) || node.matches(how.leave)) return undefined;
    if (node.localName === "svg") return paintSvg(ctx, node, how);
    const style = getComputedStyle(node);
    if (style.display === "none" || style.visibility === "hidden") return undefined;
    return within(ctx, () => {
      ctx.globalAlpha *= number(style.opacity, 1);
      const { left, top, width, height } = node.getBoundingClientRect();
      if (D.redrawn(node)) return paintAnew(ctx, node);
      if (node.localName === "canvas" || (node.localName === "img" && ours(node))) return ctx.drawImage(node, left, top, width, height);
      paintBox(ctx, node, style);
      const children = [...node.childNodes].map((child) => [level(child), child]).sort(([one], [other]) => one - other);
      for (const [, child] of children) paint(ctx, child, how);
      return undefined;
    });
  }

  /** A colour of the style sheet, by the name of its token. */
  D.token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  /** The hatch that a reference such as url(#id) names, as a fill for a canvas of this scale. */
  D.tile = (ctx, reference, scale) => tile(ctx, reference, { scale, tiles: new Map() });

  /** Paint a picture of ours that is not in the document, in its own coordinates. */
  D.paintPicture = function (ctx, svg, scale) {
    const host = document.querySelector(".definitions");
    host.append(svg); // for the style sheet to reach it
    for (const child of svg.children) paintShape(ctx, child, { scale, tiles: new Map() });
    svg.remove();
  };

  /** Paint a node as it stands in the window, but for what matches `leave`; `scale` sharpens hatches. */
  D.paint = (ctx, node, { scale = 1, leave = "template" } = {}) => paint(ctx, node, { scale, leave, tiles: new Map() });
})((globalThis.DATELINE = globalThis.DATELINE || {}));
