"use strict";
// Confidence in words: bands of equal width, the lowest wide, because a rule that is right less
// than four times in ten tells nobody much.
(function (D) {
  /** From the surest down: the word, the least share that earns it, and its id in the address. */
  D.CONFIDENCE = [
    { id: "strong", word: "Strong", least: 0.8 },
    { id: "moderate", word: "Moderate", least: 0.6 },
    { id: "weak", word: "Weak", least: 0.4 },
  ];

  D.confidenceWord = (share) => (D.CONFIDENCE.find(({ least }) => share >= least) || { word: "Very weak" }).word;

  /** The least share that a level asks for; 0 for a level that nobody knows. */
  D.leastOf = (id) => (D.CONFIDENCE.find((one) => one.id === id) || { least: 0 }).least;

  /** How a statement may be put and still be drawn, in the reader's words. */
  D.ASSERTIONS = [
    { id: "asserted", title: "Told by the report itself", note: "In its own words" },
    { id: "attributed", title: "According to someone", note: "Somebody is named or hinted at" },
    { id: "hedged", title: "Said with doubt", note: "“reportedly”, “may have”, “unconfirmed”" },
  ];

  /** What is told and was never drawn as fact. */
  D.SCENARIOS = [
    { id: "planned", title: "Planned or offered", short: "Planned" },
    { id: "hypothetical", title: "Supposed", short: "Supposed" },
    { id: "denied", title: "Denied", short: "Denied" },
  ];
})((globalThis.DATELINE = globalThis.DATELINE || {}));
