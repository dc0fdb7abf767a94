"""Words that say a statement is no plain fact; ``geo/data/speech.toml`` explains each list."""

from __future__ import annotations

from geo.reading.speech.words import verdict_by_word, words_of

_LISTS = words_of("put")
HYPOTHETICAL_AUX = _LISTS["hypothetical_aux"]
PLANNED_AUX = _LISTS["planned_aux"]
CONDITIONS = _LISTS["conditions"]
HEDGING_ADVERBS = _LISTS["hedging_adverbs"]
BACKGROUND_ADVERBS = _LISTS["background_adverbs"]
BEFORE_WAR = _LISTS["before_war"]
REALISED = _LISTS["realised"]
APPEARS = _LISTS["appears"]
DENIES = _LISTS["denies"]
INTENDS = _LISTS["intends"]
INTENTIONS = _LISTS["intentions"]
WISHES = _LISTS["wishes"]
PLAN_ADJECTIVES = _LISTS["plan_adjectives"]
ABSTRACT = _LISTS["abstract"]
LIGHT = _LISTS["light"]
APPOINTED = _LISTS["appointed"]
REPORT_NOUNS = _LISTS["report_nouns"]
REFUTES = _LISTS["refutes"]
UNTRUE = _LISTS["untrue"]
AVERTS = _LISTS["averts"]
HABITUAL = _LISTS["habitual"]

NOUN_MODIFIERS = verdict_by_word("noun_modifiers")
CLAUSE_VERBS = verdict_by_word("clause_verbs")
GERUND_VERBS = verdict_by_word("gerund_verbs")
CONTENT_NOUNS = verdict_by_word("content_nouns")
