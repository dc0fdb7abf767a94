"""Who does what to what in a clause: subjects, objects and prepositions of a verb, as parsed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.control.words import control_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_RELATIVE = frozenset({"which", "who", "that", "whom", "where"})
_HAVE = frozenset({"have", "has", "had", "having", "'ve", "'d"})
_HAVE_DONE = frozenset({"have", "keep"})
_BE = control_words().around["be"]
# Who is helped is the one who does it: "offered the militia aid in retaking the town".
_HELPING = control_words().around["helping"]
# What hangs on a noun or a verb and is a statement of its own.
_CLAUSES = frozenset({"relcl", "acl", "advcl", "parataxis", "ccomp", "dep", "cc", "punct"})
_PREPOSITIONS = frozenset({"prep", "agent", "prt", "advmod", "dative", "conj", "aux"})


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive, reduced participles ("the town taken by") included."""
    # "IS" in capitals is a group; the parser takes it for an auxiliary.
    aux = [c for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.text != "IS"]
    words = {one.lower_ for one in aux}
    if any(c.text == "IS" and c.dep_ in {"aux", "auxpass"} for c in verb.children):
        return bool(words & _BE)
    if words & _HAVE:
        return "been" in words and verb.tag_ != "VBG"
    if words & _BE:
        return verb.tag_ in {"VBN", "VBD"}
    if any(child.dep_ == "agent" for child in verb.children):
        return True
    if verb.dep_ == "ROOT" and any(c.dep_ == "nsubj" for c in verb.children):
        return False  # "tanks advanced": a past tense that the tagger missed
    return verb.tag_ == "VBN" and not words and not any(c.dep_ == "dobj" for c in verb.children)


def subjects(verb: Token, *, own: bool = False) -> list[Token]:
    """
    Return the surface subject of a verb; inherited from above unless ``own``.

    A relative pronoun is replaced by the noun it stands for.
    """
    found = [child for child in verb.children if child.dep_ in _SUBJECTS]
    if found:
        nearest = max(found, key=lambda one: one.i if one.i < verb.i else -1)
        return [antecedent(verb) if _is_relative(nearest) else nearest]
    if own:
        return []
    loose = verb.head == verb or verb.dep_ in {"ccomp", "parataxis", "dep"}
    inherited = [] if loose else _inherited(verb)
    return inherited or _subject_before(verb)


def _subject_before(verb: Token) -> list[Token]:
    """Return the subject of the nearest clause before a participle that hangs loose."""
    if verb.tag_ not in {"VBN", "VBG", "VBD"} or any(c.dep_ == "aux" for c in verb.children):
        return []
    before = verb.doc[verb.sent.start : verb.i]
    found = [t for t in before if t.dep_ in _SUBJECTS and not _is_relative(t)]
    return found[-1:]


def _inherited(verb: Token) -> list[Token]:
    head = verb.head
    if verb.dep_ in {"acl", "relcl"}:
        if not is_infinitive(verb):
            return [head]
        return subjects(_verb_above(head)) if _verb_above(head) != verb else []
    above = _verb_above(head)
    helped = verb.dep_ in {"xcomp", "pcomp"} or (verb.dep_ == "advcl" and above.lemma_ in _HELPING)
    if helped and (verb.dep_ == "xcomp" or above.lemma_ in _HELPING):
        controlled = _object(above)
        if controlled is not None and controlled.i < verb.i:
            return [controlled]
    return subjects(above) if above != verb and above.i != verb.i else []


def _verb_above(token: Token) -> Token:
    while token.pos_ not in {"VERB", "AUX"} and token.head != token:
        token = token.head
    return token


def _object(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in {"dobj", "dative"} and c.i > verb.i), None)


def objects(verb: Token) -> list[Token]:
    """Return the direct object of an active verb, or what a relative clause leaves out."""
    found = [c for c in verb.children if c.dep_ in {"dobj", "oprd", "obj"}]
    if found:
        return [antecedent(verb) if _is_relative(one) else one for one in found]
    # "the hills it controlled": the object is the noun before the clause.
    named = [c for c in verb.children if c.dep_ in _SUBJECTS]
    if verb.dep_ == "relcl" and named and not _is_relative(named[0]) and not is_passive(verb):
        return [verb.head]
    return []


def antecedent(verb: Token) -> Token:
    """Return the noun that a relative clause belongs to; the verb itself if there is none."""
    current = verb
    while current.dep_ not in {"relcl", "acl"} and current.head != current:
        current = current.head
    return current.head if current.head != current else verb


def _is_relative(token: Token) -> bool:
    return token.lower_ in _RELATIVE and token.tag_ in {"WDT", "WP", "IN", "DT", "WRB", "PRP"}


def agents(verb: Token) -> list[Token]:
    """Return who does it: the by-phrase of a passive, else the subject."""
    if is_passive(verb):
        by = [c for c in verb.children if c.dep_ == "agent" or c.lower_ == "by"]
        return [noun for one in by for noun in governed(one)]
    return subjects(verb)


def made_so(verb: Token) -> list[Token]:
    """Return who has what done, and what: "the army has El Fasher surrounded"; else nothing."""
    above = verb.head
    if verb.dep_ not in {"ccomp", "xcomp"} or above.lemma_ not in _HAVE_DONE or above == verb:
        return []
    own = [c for c in verb.children if c.dep_ in _SUBJECTS and c.i > above.i]
    helped = any(c.dep_ in {"aux", "auxpass", "mark"} for c in verb.children)
    if verb.tag_ not in {"VBN", "VBD"} or helped or not own or objects(verb):
        return []
    return [*subjects(above), *own]


def owners(verb: Token) -> list[Token]:
    """Return whose something is said to be: "the rest of the city is the Taliban's"."""
    for noun in (c for c in verb.children if c.dep_ == "attr"):
        after = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
        if after.lower_ == "'s" or (after.text == "'" and noun.text.endswith("s")):
            return [noun]
    return []


def patients(verb: Token) -> list[Token]:
    """Return whom it is done to: the subject of a passive, else the object."""
    return subjects(verb) if is_passive(verb) else objects(verb)


def is_infinitive(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def prepositions(token: Token, words: Iterable[str]) -> list[Token]:
    """Return the prepositions among ``words`` on a verb, on its particle or its object."""
    wanted = set(words)
    holders = [token, *(c for c in token.children if c.dep_ in {"advmod", "prt", "dobj", "acomp"})]
    holders += [
        c for one in holders for c in one.children if c.dep_ in {"prep", "advmod", "npadvmod"}
    ]
    found = [
        child
        for holder in holders
        for child in holder.children
        if child.lower_ in wanted and child.dep_ in _PREPOSITIONS
    ]
    return list(dict.fromkeys(found))


def governed(preposition: Token) -> list[Token]:
    """Return what a preposition governs, through a second one ("out of", "from inside")."""
    found = [c for c in preposition.children if c.dep_ in {"pobj", "pcomp"}]
    if not found:
        found = [n for c in preposition.children if c.dep_ == "prep" for n in governed(c)]
    return found


def pruned(token: Token) -> Iterator[Token]:
    """Yield a phrase without the clauses that hang on it; punctuation at its edges goes."""
    yield token
    for child in token.children:
        if child.dep_ in _CLAUSES or (child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"}):
            continue
        yield from pruned(child)


def conjuncts(token: Token) -> list[Token]:
    """Return a noun with those joined to it."""
    return [token, *token.conjuncts] if token.dep_ != "conj" else [token]
