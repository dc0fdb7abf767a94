"""Verbs and nouns that report what somebody says: what they report, and who says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.speech.words import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_LISTS = words_of("saying")
_SAYS, _ONLY_WITH_CLAUSE = _LISTS["says"], _LISTS["only_with_clause"]
_QUOTES = _LISTS["quotes"]
_WITH_NOUN, _WITH_INFINITIVE = _LISTS["with_noun"], _LISTS["with_infinitive"]
_HEARSAY_VERBS, _HEARSAY_NOUNS = _LISTS["hearsay_verbs"], _LISTS["hearsay_nouns"]
_PASSED_ON = _LISTS["passed_on"]
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CONTENT = frozenset({"ccomp", "xcomp", "pcomp", "oprd", "dobj"})


def is_saying(token: Token) -> bool:
    """Whether a verb reports what somebody says."""
    if token.pos_ not in {"VERB", "AUX"} or token.lemma_ not in _SAYS:
        return False
    if token.lemma_ in _ONLY_WITH_CLAUSE:
        if token.dep_ == "parataxis" or _stands_after_as(token):
            return True
        return any(c.dep_ in {"ccomp", "parataxis"} or c.lower_ == "as" for c in token.children)
    return True


def holds(verb: Token, content: Token) -> bool:
    """Whether a dependent is what is said: "told AFP that", not "told to leave"."""
    if content.dep_ == "nsubjpass":  # "the withdrawal was confirmed by X"
        return content.pos_ in {"NOUN", "VERB"} and speaker_of(verb) is not None
    if content.dep_ == "prep":
        return _accuses(verb, content)
    if content.dep_ not in _CONTENT:
        return False
    if content.dep_ == "xcomp":
        infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in content.children)
        told = verb.lemma_ in _WITH_INFINITIVE or is_hearsay_passive(verb)
        return content.pos_ in {"VERB", "AUX"} and (told or not infinitive)
    if _stands_apart(verb, content):
        return False
    # "Accused the army of bombing": "of" is often hung on the army.
    return content.dep_ != "dobj" or verb.lemma_ in _WITH_NOUN or verb.lemma_ == "accuse"


def _stands_apart(verb: Token, content: Token) -> bool:
    """Whether a semicolon parts it from a verb with words of its own: "A died; X said B did"."""
    if content.i > verb.i:
        return False
    said = any(child.dep_ == "ccomp" and child.i > verb.i for child in verb.children)
    return said and any(t.text == ";" for t in verb.doc[content.i : verb.i])


def is_hearsay_passive(verb: Token) -> bool:
    """Whether it is "is said to", "were reported to": nobody who says so is named."""
    passive = verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.children)
    agent = any(c.dep_ == "agent" for c in verb.children)
    return passive and verb.lemma_ in _HEARSAY_VERBS and not agent


def _accuses(verb: Token, content: Token) -> bool:
    """Whether it is "accused X of" or "blamed X for"."""
    link = content.lower_
    return (verb.lemma_ == "accuse" and link == "of") or (verb.lemma_ == "blame" and link == "for")


def is_report_noun(noun: Token, content: Token) -> bool:
    """Whether a clause or a deed is what a noun reports: "reports that", "reports of"."""
    if noun.pos_ != "NOUN" or noun.lemma_ not in _HEARSAY_NOUNS:
        return False
    if content.dep_ == "prep":
        return content.lower_ == "of" and not _is_passed_on(noun)
    that = any(c.dep_ == "mark" and c.lower_ == "that" for c in content.children)
    return content.dep_ in {"acl", "ccomp"} and that and not _is_passed_on(noun)


def _is_passed_on(noun: Token) -> bool:
    """Whether somebody speaks of a report and so says it himself: "confirmed reports that"."""
    verb = noun.head
    if said_in_print(noun) is not None:
        return True
    if reporter_of(noun) is not None or verb.lemma_ not in _PASSED_ON:
        return False
    agent = any(c.dep_ == "agent" for c in verb.children)
    return noun.dep_ == "dobj" or (noun.dep_ == "nsubjpass" and agent)


def said_in_print(noun: Token) -> Token | None:
    """Return the verb of "said in a tweet that", whose clause is often hung on the tweet."""
    link = noun.head
    told = noun.dep_ == "pobj" and link.lower_ in {"in", "on", "by", "through"}
    return link.head if told and is_saying(link.head) else None


def reporter_of(noun: Token) -> Token | None:
    """Return whose a report is: "the army's claim", "reports by residents"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from"}:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def speaker_of(verb: Token) -> Token | None:
    """Return who says what a verb reports; None if that is not said."""
    if (quoting := _quoting_verb(verb)) is not None:
        return quoted_by(quoting)
    if verb.lemma_ in _QUOTES and any(c.lower_ == "as" for c in verb.children):
        return quoted_by(verb)
    if verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.children):
        agent = next((c for c in verb.children if c.dep_ == "agent"), None)
        return next(iter(agent.children), None) if agent is not None else None
    if _stands_after_as(verb) and verb.tag_ == "VBN":
        agent = next((c for c in verb.children if c.dep_ == "agent"), None)
        return next((c for c in agent.children if c.dep_ == "pobj"), None) if agent else None
    return subject_of(verb)


def _stands_after_as(verb: Token) -> bool:
    """Whether it is "as reported by X" or "as X reported"."""
    marked = any(c.dep_ in {"mark", "advmod"} and c.lower_ == "as" for c in verb.children)
    return verb.dep_ == "advcl" and marked


def _quoting_verb(verb: Token) -> Token | None:
    """Return "quoted" of "quoted X as saying"."""
    link = verb.head
    beside = verb.dep_ == "pcomp" and link.lower_ == "as" and link.head.lemma_ in _QUOTES
    return link.head if beside else None


def quoted_by(quoting: Token) -> Token | None:
    """Return whom a verb quotes: its object, or its subject if it is passive."""
    wanted = {"nsubjpass"} if any(c.dep_ == "auxpass" for c in quoting.children) else {"dobj"}
    return next((c for c in quoting.children if c.dep_ in wanted), None)


def quoter_of(cue: Token) -> Token | None:
    """Return who quotes the one who speaks: "X cited Y as saying", "was quoted as saying by X"."""
    quoting = _quoting_verb(cue)
    if quoting is None and cue.lemma_ in _QUOTES and quoted_by(cue) is not None:
        quoting = cue
    if quoting is None:
        return None
    if any(c.dep_ == "auxpass" for c in quoting.children):
        links = [c for c in quoting.subtree if c.lower_ == "by"]
        return next((c for link in links for c in link.children if c.dep_ == "pobj"), None)
    return subject_of(quoting)


def subject_of(verb: Token) -> Token | None:
    """Return who does what a verb says; "adding that" has the subject of its main verb."""
    for child in verb.children:
        if child.dep_ in _SUBJECTS:
            return child
        if (misread := noun_misread(child)) is not None:
            return misread
    if (beside := _noun_beside(verb)) is not None:
        return beside
    if verb.dep_ in {"advcl", "conj", "xcomp", "acl", "pcomp", "ccomp"} and verb.head != verb:
        if verb.dep_ == "acl" and verb.head.pos_ in {"NOUN", "PROPN"}:
            return verb.head
        return subject_of(verb.head)
    return None


def noun_misread(subject: Token) -> Token | None:
    """Return "workers" of "Aid workers in Orsa said", whose first word is taken for a verb."""
    doc, at = subject.doc, subject.i + 1
    if subject.dep_ != "csubj" or at >= len(doc):
        return None
    plain = doc[at].head == subject and doc[at].dep_ == "dobj"
    return doc[at] if plain and subject.lower_ == subject.lemma_ else None


def _noun_beside(verb: Token) -> Token | None:
    """Return the speaker of "…, the mayor said" whom the parser hung on the word before."""
    doc, start = verb.doc, verb.i
    while start > verb.sent.start and not doc[start - 1].is_punct:
        start -= 1
    if start == verb.sent.start or doc[start - 1].text not in {",", '"'}:
        return None
    segment = doc[start : verb.i]
    nouns = (t for t in segment if t.pos_ in {"NOUN", "PROPN"} and t.ent_type_ != "DATE")
    return next((t for t in nouns if not start <= t.head.i < verb.i), None)
