"""Who did it, to whom, with what, and which words of the report say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.codes import IncidentType
from geo.reading.actors import forces
from geo.reading.control.arguments import (
    agents,
    governed,
    objects,
    patients,
    prepositions,
    pruned,
    subjects,
)
from geo.reading.incidents.blame import blames_in
from geo.reading.incidents.words import incident_words
from geo.reading.places.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from geo.reading.clues import ActorMention
    from geo.reading.incidents.deeds import Deed, Sentences
    from geo.reading.incidents.events import Event

_CIVILIANS = "civilians"
# In these both sides do it.
_MUTUAL = frozenset({IncidentType.ARMED_CLASH, IncidentType.TALKS, IncidentType.RIOT})
_SUBJECT_SUFFERS = frozenset({IncidentType.DISPLACEMENT, IncidentType.DEPRIVATION_DEATHS})
_DYING = frozenset({"die", "perish", "succumb"})
# Deeds whose weapons are said to be a country's.
_FROM_AFAR = frozenset({IncidentType.AIR_STRIKE, IncidentType.SHELLING, IncidentType.ARMED_CLASH})
_TARGETING = frozenset({"on", "against", "at", "targeting"})
_CORE = words("aux auxpass neg prt dobj nsubj nsubjpass agent oprd acomp npadvmod expl attr dative")
_HOLDING = words("use hold control occupy belong man run own house guard")
# Subjects of these did not do it.
_SUFFERS = words(
    "see witness suffer survive report hear repel foil thwart beat repulse fend rebuff"
)
_CAUSES = frozenset({"due", "from", "of", "because"})
_CAUSING = words("help see hear let make have allow enable force")
_NOT_QUOTED = frozenset({"relcl", "acl", "advcl", "parataxis", "ccomp", "dep", "cc", "punct"})
# Words between a subject and its verb, in a clause of its own, beyond which it is left out.
_FAR = 8
# Phrases that say where, when, how and against whom stay in the quote.
_QUOTED = words("in on at near by with from against of into to between outside around")
_QUOTED |= {"next", "inside", "targeting", "since", "during", "over", "due", "across", "after"}


def actors_of(here: Sentences, event: Event) -> tuple[str, ...]:
    """Return the ids of those who did it; empty where nobody is named."""
    found: list[ActorMention] = []
    states: list[str] = []
    for deed in event.deeds:
        found += _doers(here, deed)
        if deed.type in _FROM_AFAR:
            nouns = [deed.token] if deed.token != deed.head else agents(deed.token)
            states += [one for noun in nouns for one in _state_of(here, noun)]
    for one in event.casualties:
        if one.token.pos_ == "VERB" and one.killed:
            # "Soldiers died in an ambush": who is its subject did not do it.
            doers = [noun for noun in agents(one.token) if noun not in one.victims]
            found += here.roles.armed(doers)
    return _ids(found) or tuple(dict.fromkeys(states)) or _blamed(here, event)


def _blamed(here: Sentences, event: Event) -> tuple[str, ...]:
    """Return who is blamed for it in its sentence, or says they did it."""
    if event.main.type is IncidentType.STATEMENT:
        return ()
    found = [one for one in blames_in(here) if one.covers(event.main.token)]
    return found[0].actors if found else ()


def _doers(here: Sentences, deed: Deed) -> list[ActorMention]:
    roles = here.roles
    if deed.type in _SUBJECT_SUFFERS or deed.token.lemma_ in _DYING:
        return []
    if deed.type in {IncidentType.TALKS, IncidentType.STATEMENT}:
        return _parties(here, deed)
    if deed.token == deed.head:
        found = list(roles.armed(agents(deed.token)))
        found += [a for p in prepositions(deed.token, {"by"}) for a in roles.within(p)]
        if deed.type is IncidentType.ARMED_CLASH and deed.entry.needs != ("target", "armed"):
            found += [a for p in prepositions(deed.token, {"with"}) for a in roles.within(p)]
        return found
    return [*_of_noun(here, deed), *_of_telling(here, deed)]


def _of_noun(here: Sentences, deed: Deed) -> list[ActorMention]:
    noun, roles = deed.token, here.roles
    found = list(roles.left_of(noun))
    for p in prepositions(noun, {"by", "between", "with", "among"}):
        found += roles.within(p)
    if deed.type in _MUTUAL:
        for p in prepositions(deed.head, {"between"}):
            found += roles.within(p)
    return found


def _of_telling(here: Sentences, deed: Deed) -> list[ActorMention]:
    verb = deed.head
    if verb.lemma_ not in incident_words().around["carry"] or verb.lemma_ in _SUFFERS:
        return []
    return list(here.roles.armed(agents(verb)))


def _parties(here: Sentences, deed: Deed) -> list[ActorMention]:
    """Return who meets or speaks: any actors, armed or not."""
    nouns = [*agents(deed.head)]
    if deed.type is IncidentType.TALKS:
        nouns += [deed.token, *objects(deed.head)]
        nouns += [n for p in prepositions(deed.head, {"with", "between"}) for n in governed(p)]
    below = {t.i for noun in nouns for t in pruned(noun)}
    sentence = here.roles.sentence
    found = []
    for actor in here.roles.actors:
        heads = sentence.tokens_between(actor.quote.start, actor.quote.end)
        if any(t.i in below for t in heads) and actor.actor != _CIVILIANS:
            found.append(actor)
    return found


def targets_of(here: Sentences, event: Event) -> tuple[str, ...]:
    """Return the ids of those it was done to; civilians are ``civilians``."""
    nouns: list[Token] = []
    for deed in event.deeds:
        nouns += _suffering(deed)
    nouns += [victim for one in event.casualties for victim in one.victims]
    found = [a for noun in nouns for a in _meant(here, noun)]
    ids = list(_ids(found))
    lexicon = incident_words()
    civil = any(one.tally and one.tally.civilians for one in event.casualties)
    if civil or any(lexicon.is_civilian(t) for noun in nouns for t in (noun, *noun.conjuncts)):
        ids.append(_CIVILIANS)
    doers = actors_of(here, event)
    return tuple(one for one in dict.fromkeys(ids) if one not in doers)


def _suffering(deed: Deed) -> list[Token]:
    if deed.token == deed.head:
        nouns = patients(deed.token) if deed.type not in _SUBJECT_SUFFERS else []
        under = prepositions(deed.token, {"at", "on", "against"})
        return [*nouns, *(n for p in under for n in governed(p))]
    nouns = [n for p in prepositions(deed.token, _TARGETING) for n in governed(p)]
    for child in deed.token.children:
        if child.dep_ in {"acl", "relcl"} and child.lemma_ in {"target", "hit", "strike"}:
            nouns += objects(child)
    return nouns


def _meant(here: Sentences, noun: Token) -> Iterator[ActorMention]:
    """Yield the armed actors in a phrase, and those said to hold it: "a base used by X"."""
    sentence = here.roles.sentence
    inside = {t.i for t in pruned(noun)}
    for child in noun.children:
        if child.dep_ == "acl" and child.lemma_ in _HOLDING:
            inside |= {t.i for t in child.subtree}
    for actor in here.roles.actors:
        heads = sentence.tokens_between(actor.head, actor.head + 1)
        if actor.armed and heads and heads[0].i in inside:
            yield actor


def _state_of(here: Sentences, weapon: Token) -> list[str]:
    """Return the government whose weapon or deed it is: "Russian missiles"."""
    words = {child.text for child in weapon.lefts}
    nations = here.table.nations.values()
    return [one.government for one in nations if words & {*one.people, *one.names}]


def _ids(actors: Iterable[ActorMention]) -> tuple[str, ...]:
    """Return ids without those whose word says nothing of who they are: "gunmen"."""
    kept = [a.actor for a in actors if a.quote.text.split()[-1].lower() not in forces.FACELESS]
    return tuple(dict.fromkeys(kept))


def tags_of(event: Event) -> tuple[str, ...]:
    """Return what is worth telling beside the type: barrel bombs, mines, killings."""
    tokens = [t for word in event.words for t in (*pruned(word),)]
    tags = list(incident_words().tags_of(tokens))
    if event.main.entry.tag and not event.main.exact:
        tags.append(event.main.entry.tag)
    return tuple(dict.fromkeys(tags))


def span_of(here: Sentences, event: Event) -> tuple[int, int]:
    """Return where the words of a happening begin and end in the report."""
    sentence = here.roles.sentence
    tokens = [t for word in event.words for t in _phrase(word)]
    tokens = [t for t in tokens if not t.is_punct and not t.is_space] or event.words
    start, end = min(t.i for t in tokens), max(t.i for t in tokens)
    tallies = [one.tally for one in event.casualties if one.tally is not None]
    first = min([sentence.offset_of(tokens[0].doc[start]), *(t.first for t in tallies)])
    return first, max([sentence.end_of(tokens[0].doc[end]), *(t.last for t in tallies)])


def _phrase(word: Token) -> Iterator[Token]:
    """Yield a word with its core arguments, and the verb it continues: "continue to shell"."""
    yield word
    if word.pos_ not in {"VERB", "AUX"}:
        yield from _of_word(word)
        return
    for child in word.children:
        core = child.dep_ in _CORE or (child.dep_ in {"prep", "advmod"} and child.lower_ in _QUOTED)
        if core and not _is_far(child, word):
            yield from _short(child)
    yield from _of_governor(word)


def _of_word(word: Token) -> Iterator[Token]:
    """Yield what belongs to a noun or adjective: "left 200 people dead due to hunger"."""
    yield from _short(word)
    holders = [word]
    if word.pos_ == "ADJ" and word.head.pos_ == "VERB":
        yield word.head
        holders.append(word.head)
    elif word.pos_ == "ADJ" and word.head.head.lemma_ == "leave":
        yield from _phrase(word.head.head)
    for child in word.children:
        if child.dep_ == "acl":
            yield from _phrase(child)
    for holder in holders:
        for child in holder.children:
            if child.lower_ in _CAUSES and child.i > word.i:
                yield from child.subtree


def _of_governor(word: Token) -> Iterator[Token]:
    continued = word.dep_ == "xcomp" or (word.dep_ == "ccomp" and word.head.lemma_ in _CAUSING)
    if continued and not _has_mark(word):
        governor = word.head if word.head.pos_ in {"VERB", "AUX"} else word.head.head
        yield governor
        yield from (t for s in subjects(governor, own=True) for t in _short(s))
    if word.dep_ in {"acl", "relcl"}:
        yield from _short(word.head)


def _has_mark(verb: Token) -> bool:
    return any(c.dep_ == "mark" for c in verb.children)


def _is_far(subject: Token, verb: Token) -> bool:
    """Whether clauses put in between take the subject too far from its verb to be quoted."""
    if subject.dep_ not in {"nsubj", "nsubjpass"} or subject.i > verb.i:
        return False
    last = max(t.i for t in _short(subject))
    return verb.i - last > _FAR


def _short(token: Token, depth: int = 0) -> Iterator[Token]:
    """Yield a phrase without its clauses, and of names put beside it only the first."""
    yield token
    for child in token.children:
        if child.dep_ in _NOT_QUOTED or (child.dep_ == "appos" and depth):
            continue
        if child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"}:
            continue
        yield from _short(child, depth + (child.dep_ == "appos"))
