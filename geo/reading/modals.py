"""Words that say a statement is no plain fact, by what they make of it."""

from __future__ import annotations

from geo.codes import Assertion

HYPOTHETICAL_AUX = frozenset("would could might can 'd ca".split())
PLANNED_AUX = frozenset("will shall wo 'll should must ought".split())

# Marks of a clause that is only supposed.
CONDITIONS = frozenset("if unless whether lest provided providing supposing".split())

HEDGING_ADVERBS = frozenset(
    "apparently reportedly allegedly possibly probably perhaps presumably seemingly supposedly "
    "likely maybe purportedly ostensibly".split()
)
BACKGROUND_ADVERBS = frozenset("once previously formerly historically traditionally".split())
BEFORE_WAR = frozenset(
    "war conflict uprising revolution invasion fighting crisis coup insurgency independence "
    "genocide occupation hostilities".split()
)

# What a verb or adjective makes of the infinitive or the noun it governs.
REALISED = frozenset(
    "manage able begin start continue succeed help go proceed force lead cause prompt drive push "
    "use keep resume come oblige compel finish return rush happen enable let make see hear".split()
)
APPEARS = frozenset(
    "appear seem believe think suspect presume report say rumour rumor allege understand assume "
    "suppose feel consider know".split()
)
DENIES = frozenset(
    "fail unable refuse decline unwilling prevent stop bar avoid forbid ban deny reject refute "
    "dismiss impossible block".split()
)
INTENDS = frozenset(
    "try attempt seek want plan aim intend hope ready prepare vow pledge threaten agree offer "
    "order urge call demand need set due expect likely poise determine determined willing decide "
    "promise propose consider ask authorise authorize wish eager prepared keen battle fight work "
    "struggle push mull ponder discuss recommend advise instruct schedule slate desire strive "
    "unlikely supposed mean necessary possible important request require warn swear bid".split()
)
INTENTIONS = frozenset(
    "plan threat possibility risk hope prospect intention bid attempt effort proposal offer aim "
    "goal chance need call demand operation campaign mission way permission order decision "
    "readiness desire promise pledge option priority idea fear".split()
)
# The deed itself is not yet done when the sentence has one of these as its verb.
WISHES = frozenset("want hope plan intend aim wish prepare expect mull consider".split())
PLAN_ADJECTIVES = frozenset(
    "ready set due prepared determined willing poised likely unlikely necessary needed essential "
    "keen eager possible bound able".split()
) - {"able"}

NOUN_MODIFIERS = {
    **dict.fromkeys(
        "possible potential alleged suspected apparent reported purported supposed probable "
        "likely presumed rumoured rumored unconfirmed".split(),
        Assertion.HEDGED,
    ),
    **dict.fromkeys(
        "planned proposed imminent expected upcoming scheduled threatened looming impending future "
        "intended anticipated hypothetical".split(),
        Assertion.PLANNED,
    ),
}
# Whatever these do is a figure of speech, not somebody at a place.
ABSTRACT = frozenset(
    "terrorism extremism evil terror hatred fascism radicalism jihadism barbarism tyranny".split()
)
# A noun for a deed is said to happen when it is the subject of one of these.
LIGHT = frozenset(
    "be take happen occur begin start continue resume break erupt launch carry conduct stage mount "
    "plan schedule expect follow".split()
)
CLAUSE_HEDGES = {
    **dict.fromkeys(
        "think believe suspect assume fear presume".split(),
        Assertion.HEDGED,
    ),
    **dict.fromkeys(
        "hope want expect predict demand wish anticipate ensure".split(), Assertion.PLANNED
    ),
    **dict.fromkeys("doubt ask wonder speculate".split(), Assertion.HYPOTHETICAL),
    **dict.fromkeys("deny refute reject dismiss".split(), Assertion.DENIED),
}
