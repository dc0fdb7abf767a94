"""Words that say a statement is no plain fact, by what they make of it."""

from __future__ import annotations

from geo.codes import Assertion
from geo.reading.word_sets import word_set

HYPOTHETICAL_AUX = word_set("would could might can 'd ca")
PLANNED_AUX = word_set("will shall wo 'll should must ought")

# Marks of a clause that is only supposed.
CONDITIONS = word_set("if unless whether lest provided providing supposing")

HEDGING_ADVERBS = word_set(
    "apparently reportedly allegedly possibly probably perhaps presumably seemingly supposedly "
    "likely maybe purportedly ostensibly"
)
BACKGROUND_ADVERBS = word_set("once previously formerly historically traditionally")
BEFORE_WAR = word_set(
    "war conflict uprising revolution invasion fighting crisis coup insurgency independence "
    "genocide occupation hostilities"
)

# What a verb or adjective makes of the infinitive or the noun it governs.
REALISED = word_set(
    "manage able begin start continue succeed help go proceed force lead cause prompt drive push "
    "use keep resume come oblige compel finish return rush happen enable let make see hear"
)
APPEARS = word_set(
    "appear seem believe think suspect presume report say rumour rumor allege understand assume "
    "suppose feel consider know"
)
DENIES = word_set(
    "fail unable refuse decline unwilling prevent stop bar avoid forbid ban deny reject refute "
    "dismiss impossible block"
)
INTENDS = word_set(
    "try attempt seek want plan aim intend hope ready prepare vow pledge threaten agree offer "
    "order urge call demand need set due expect likely poise determine determined willing decide "
    "promise propose consider ask authorise authorize wish eager prepared keen battle fight work "
    "struggle push mull ponder discuss recommend advise instruct schedule slate desire strive "
    "unlikely supposed mean necessary possible important request require warn swear bid gear "
    "brace appeal threaten"
)
INTENTIONS = word_set(
    "plan threat possibility risk hope prospect intention bid attempt effort proposal offer aim "
    "goal chance need call demand operation campaign mission way permission order decision "
    "readiness desire promise pledge option priority idea fear"
)
# The deed itself is not yet done when the sentence has one of these as its verb.
WISHES = word_set("want hope plan intend aim wish prepare expect mull consider")
PLAN_ADJECTIVES = word_set(
    "ready set due prepared determined willing poised likely unlikely necessary needed essential "
    "keen eager possible bound"
)

NOUN_MODIFIERS = {
    **dict.fromkeys(
        word_set(
            "possible potential alleged suspected apparent reported purported supposed probable "
            "likely presumed rumoured rumored unconfirmed"
        ),
        Assertion.HEDGED,
    ),
    **dict.fromkeys(
        word_set(
            "planned proposed imminent expected upcoming scheduled threatened looming impending "
            "future intended anticipated hypothetical"
        ),
        Assertion.PLANNED,
    ),
    **dict.fromkeys(word_set("mock simulated fictional fictitious"), Assertion.HYPOTHETICAL),
    **dict.fromkeys(word_set("foiled thwarted averted"), Assertion.DENIED),
}
# Whatever these do is a figure of speech, not somebody at a place.
ABSTRACT = word_set(
    "terrorism extremism evil terror hatred fascism radicalism jihadism barbarism tyranny"
)
# A noun for a deed is said to happen when it is the subject of one of these.
LIGHT = word_set(
    "be take happen occur begin start continue resume break erupt launch carry conduct stage mount "
    "plan schedule expect follow"
)
# Set for a day that is still to come.
APPOINTED = frozenset({"set", "schedule", "slate", "poise", "expect", "plan", "intend"})
# What these make of a clause with "that" or without it.
CLAUSE_VERBS = {
    **dict.fromkeys(word_set("think believe suspect assume fear presume"), Assertion.HEDGED),
    **dict.fromkeys(
        word_set("hope want expect predict demand wish anticipate ensure"), Assertion.PLANNED
    ),
    **dict.fromkeys(word_set("doubt ask wonder speculate"), Assertion.HYPOTHETICAL),
    **dict.fromkeys(word_set("deny refute reject dismiss"), Assertion.DENIED),
}
# What these make of a verb in -ing.
GERUND_VERBS = {
    **dict.fromkeys(word_set("practise practice rehearse simulate"), Assertion.HYPOTHETICAL),
    **dict.fromkeys(word_set("consider plan risk contemplate"), Assertion.PLANNED),
    **dict.fromkeys(word_set("avoid deny"), Assertion.DENIED),
}
# What a noun makes of the clause with "that", or of the deed with "of", that hangs on it.
CONTENT_NOUNS = {
    **dict.fromkeys(
        word_set(
            "fear concern worry warning threat risk possibility prospect danger hope likelihood "
            "expectation speculation chance"
        ),
        Assertion.HYPOTHETICAL,
    ),
    **dict.fromkeys(word_set("rumour rumor allegation suspicion accusation"), Assertion.HEDGED),
}
# What was said of something and may be denied as a whole.
REPORT_NOUNS = word_set("claim report evidence sign proof indication suggestion news charge idea")
REFUTES = word_set("deny reject refute dismiss rebut debunk dispute")
UNTRUE = word_set("false untrue baseless unfounded fake fabricated wrong")
# A deed that somebody kept from being done.
AVERTS = word_set("thwart foil avert forestall preempt")
# Said of a custom rather than of a day, beside a verb in the present tense.
HABITUAL = word_set("usually typically often normally rarely traditionally habitually")
