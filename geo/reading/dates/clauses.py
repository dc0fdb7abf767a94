"""Which clause a word or a time expression belongs to, and whether it speaks of the future."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.parsed import Sentence

# Verbs that report speech, by lemma. An expression right after one belongs to it.
SAYING = frozenset({
    "say", "tell", "announce", "declare", "state", "report", "add", "claim", "confirm", "warn",
    "note", "write", "publish", "release", "acknowledge", "admit", "argue", "call", "urge",
    "condemn", "deny", "insist", "reiterate", "stress", "vow", "pledge",
})  # fmt: skip
# Participles that put what they govern ahead: "is set for", "elections due on", "planned for".
_AHEAD = frozenset({
    "set", "due", "schedule", "plan", "expect", "slate", "bind", "aim", "prepare", "intend",
    "hope", "promise", "vow", "pledge",
})  # fmt: skip
# What is told of with its day has happened: "Friday's raid"; meetings and votes are announced so.
_VIOLENCE = frozenset({
    "raid", "strike", "airstrike", "attack", "assault", "bombing", "blast", "explosion",
    "shelling", "bombardment", "clash", "fire", "massacre", "killing", "shooting", "ambush",
    "fighting", "battle", "violence", "slaughter", "earthquake",
})  # fmt: skip
# A verb in the place of a noun names a thing and heads no clause.
_THINGS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
# "has been postponed until 3 March": what is put off to a day lies ahead.
_PUTS_OFF = frozenset({"postpone", "delay", "extend", "adjourn", "suspend", "defer", "prolong"})
# What stands before the name of a day.
_ON = frozenset({"on", "in", "at", "late", "early"})
_CLAUSE = {"ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "pcomp", "csubj"}
_CLAUSE |= {"xcomp", "csubjpass"}


def is_predicate(token: Token) -> bool:
    """Whether a word heads a clause: a verb that is not an auxiliary, or the root."""
    if token.dep_ in {"aux", "auxpass", "amod", "compound"}:
        return False
    if token.tag_ == "VBG" and token.dep_ in _THINGS:  # "shelling of the port wounded three"
        return False
    return token.pos_ in {"VERB", "AUX"} or token.head == token


def predicate_of(token: Token) -> Token:
    """Return the head of the clause a word stands in: itself, or its nearest verb above."""
    while not is_predicate(token):
        token = token.head
    return token


def times_verb(sentence: Sentence, start: int, end: int) -> Token | None:
    """
    Return the head of the clause a time expression belongs to.

    ``start`` and ``end`` are offsets of the report.
    """
    tokens = sentence.tokens_between(start, end)
    if not tokens:
        return None
    before = _word_before(tokens[0], sentence)
    # "said Tuesday it was ready": the parser likes to hang Tuesday on what follows.
    if before is not None and before.pos_ == "VERB" and before.dep_ != "amod":
        return before
    if before is not None and before.lower_ in _ON and before.head.i > tokens[0].i:
        said = _word_before(before, sentence)  # "said on Tuesday it was ready"
        if said is not None and said.lemma_ in SAYING and said.pos_ == "VERB":
            return said
    inside = {token.i for token in tokens}
    root = next((token for token in tokens if token.head.i not in inside), tokens[0])
    verb = predicate_of(root.head if root.head != root else root)
    return _told_before_saying(verb, tokens[0]) or verb


def _told_before_saying(verb: Token, first: Token) -> Token | None:
    """Return what was said, where its day is hung on the saying: "died on May 3, police said"."""
    if verb.lemma_ not in SAYING or verb.i < first.i:
        return None
    said = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < first.i), None)
    speaker = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return said if speaker is not None and speaker.left_edge.i > first.i else None


def _word_before(token: Token, sentence: Sentence) -> Token | None:
    return token.nbor(-1) if token.i > sentence.span.start else None


def auxiliaries(verb: Token) -> list[Token]:
    """Return the auxiliaries of a verb, in order."""
    return [child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}]


def is_perfect(verb: Token) -> bool:
    """Whether a verb is in the present perfect, its own or the one it is joined to."""
    return any(aux.lemma_ == "have" and aux.tag_ in {"VBZ", "VBP"} for aux in auxiliaries(verb))


def is_past_perfect(verb: Token) -> bool:
    """Whether a verb is in the past perfect."""
    return any(aux.lemma_ == "have" and aux.tag_ == "VBD" for aux in auxiliaries(verb))


def is_past(verb: Token) -> bool:
    """Whether a verb is in a past tense or the perfect."""
    return verb.tag_ == "VBD" or any(
        aux.tag_ == "VBD" or aux.lemma_ == "have" for aux in auxiliaries(verb)
    )


def is_finite(verb: Token) -> bool:
    """Whether a verb has a tense of its own."""
    tensed = {"VBD", "VBZ", "VBP", "MD"}
    return verb.tag_ in tensed or any(aux.tag_ in tensed for aux in auxiliaries(verb))


def is_ahead(sentence: Sentence, start: int, end: int, *, bound: str | None) -> bool:
    """
    Whether the clause of a time expression puts it after the time of writing.

    "is set for Wednesday", "will meet Friday", "talks due on Sunday", "by Monday"; not
    "said Friday that it will", where Friday belongs to the saying.
    """
    tokens = sentence.tokens_between(start, end)
    verb = times_verb(sentence, start, end)
    if verb is None:
        return False
    if _is_ahead(verb):
        return not _is_deeds_own(tokens[-1])
    if _is_deeds_own(tokens[-1]):
        return False  # "are pulling bodies from the rubble of Tuesday's raid"
    # A noun or adjective between the verb and the day: "ahead of talks on Friday", "due Sunday".
    between = _path(tokens[0], verb)
    if any(one.lower_ in {"due", "ahead"} or one.lemma_ == "scheduled" for one in between):
        return True
    if bound in {"until", "till"} and verb.lemma_ in _PUTS_OFF:
        return True
    return bound == "by" and verb.tag_ in {"VB", "VBG"}


def _is_deeds_own(day: Token) -> bool:
    """Whether a day is that of violence named: "Friday's attack"; nobody announces one."""
    return day.dep_ == "poss" and day.head.lemma_.lower() in _VIOLENCE


def _is_ahead(verb: Token) -> bool:
    modals = {aux.lower_ for aux in auxiliaries(verb)}
    if modals & {"will", "shall", "'ll", "would", "wo", "may", "might"}:
        return "have" not in modals
    if verb.lemma_ in _AHEAD and verb.tag_ == "VBN" and not is_past_perfect(verb):
        return True
    if verb.tag_ == "VBG" and any(aux.tag_ in {"VBZ", "VBP"} for aux in auxiliaries(verb)):
        return verb.head == verb or verb.head.lemma_ not in SAYING
    if verb.tag_ == "VB" and verb.dep_ in {"xcomp", "advcl", "acl", "relcl", "ccomp"}:
        return _governs_future(verb.head)
    return verb.dep_ == "conj" and not is_finite(verb) and _is_ahead(verb.head)


def _governs_future(governor: Token) -> bool:
    if governor.lemma_ == "be" and governor.tag_ in {"VBZ", "VBP"}:  # "a curfew is to begin"
        return True
    wants = _AHEAD | {"agree", "decide", "want", "go", "call", "urge", "threaten", "ready"}
    return governor.lemma_ in wants or governor.lower_ in {"ready", "likely"}


def _path(token: Token, verb: Token) -> list[Token]:
    path: list[Token] = []
    while token not in (verb, token.head):
        path.append(token)
        token = token.head
    return path
