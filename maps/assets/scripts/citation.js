"use strict";
// A citation of what is chosen, and the clipboard.
(function (D) {
  // A report's line breaks would end the paragraph.
  const flat = (text) => text.replace(/\s+/g, " ").trim();
  const sentence = (text) => (/[.!?…]$/.test(text) ? text : text + ".");

  /** One claim: its report, whose word it is, the quote, and where it stands. */
  function claimed(claim, model) {
    const report = model.reports.get(claim.report);
    const outlet = report.outlet && report.outlet !== report.name ? `${flat(report.outlet)}, ` : "";
    const voice = claim.claimant ? `according to ${flat(claim.claimant)}, ` : "";
    return `${flat(report.name)}, ${outlet}published ${D.dates.likeliest(report)}: ${voice}` +
      `“${flat(claim.quote)}” (characters ${claim.start}–${claim.end})`;
  }

  /** One paragraph that says what is shown, the words it rests on, and of which map it is. */
  function citation(item, model) {
    const shown = sentence(`${flat(item.headline)}, ${D.dates.span(item.from, item.to)}`);
    const [claims, against] = [item.claims, item.against].map((some) => some.map((claim) => claimed(claim, model)).join("; "));
    return [shown, claims && sentence(claims), against && sentence(`Against it: ${against}`), sentence(`Map: ${flat(model.payload.title)} (Dateline)`)].filter(Boolean).join(" ");
  }

  /** Copy by selecting, for pages that may not use the clipboard; say whether it worked. */
  function copySelected(text) {
    const box = D.h("textarea", { class: "unseen", readonly: true, "aria-hidden": "true", tabindex: "-1", value: text });
    const before = document.activeElement;
    document.body.append(box);
    box.select();
    let copied = false;
    try {
      copied = document.execCommand("copy");
    } catch {
      // Where copying is forbidden the reader gets the text to copy by hand.
    }
    box.remove();
    if (before) before.focus();
    return copied;
  }

  /** Put a text on the clipboard; resolves to whether it is there. */
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // No clipboard in this context, or not allowed in this frame.
      return copySelected(text);
    }
  }

  D.citation = { write: citation, copy };

  D.citationOf = function (app) {
    /** Copy an item's citation; where that is not allowed, show it in `host` to be copied by hand. */
    return async function cite(item, host) {
      const text = citation(item, app.model);
      if (await copy(text)) return app.panels.toast("Citation copied");
      const box = host.querySelector("textarea") || D.h("textarea", { class: "by-hand", readonly: true, rows: 6, "aria-label": "Citation", dir: "auto" });
      box.value = text;
      host.append(box);
      box.focus();
      box.select();
      return app.panels.toast("This page may not copy: the citation is selected, press Ctrl+C");
    };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
