"""Words of a sentence that say something happened: verbs and nouns with what makes them deeds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.actors import TEXT_PREFIX, ActorKind
from geo.codes import IncidentType
from geo.reading.actors.forces import IRREGULAR
from geo.reading.control.arguments import governed, pruned
from geo.reading.incidents.doing import Doing
from geo.reading.incidents.meant import is_target
from geo.reading.incidents.telling import is_definite, telling_of, verb_above
from geo.reading.incidents.words import incident_words, is_named
from geo.reading.places.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.actors import ActorTable
    from geo.reading.clues import ActorMention
    from geo.reading.control.roles import Roles
    from geo.reading.incidents.people import People
    from geo.reading.incidents.words import Entry

_STOPS = words("shoot intercept down destroy neutralise neutralize")
# The model takes the past of these for a present: "when shells hit a market".
_SAME_IN_PAST = words("hit set cut burst hurt shut split put")
# "Snipers fired on", "helicopters fired at": the weapon says more than the verb.
_SHOOTS_AS = frozenset({IncidentType.SNIPER, IncidentType.AIR_STRIKE})
_BLASTS = frozenset({"explosion", "blast"})
_SETTLED = words("city town village camp neighbourhood neighborhood suburb district area enclave")
_MODIFIERS = frozenset({"amod", "compound", "nmod"})


@dataclass(frozen=True, eq=False, slots=True)
class Deed:
    """A verb or noun that says something happened."""

    token: Token
    head: Token  # the verb that tells of it; the token itself for a verb
    entry: Entry
    type: IncidentType
    exact: bool  # its words or a weapon say the type; else it is "attack", "blast"
    definite: bool = False  # "the attack": something already told


@dataclass(frozen=True)
class Sentences:
    """What the finding of deeds needs of one sentence."""

    roles: Roles
    people: People
    table: ActorTable


def deeds_in(here: Sentences) -> list[Deed]:
    """Return the deeds of a sentence in the order of its words."""
    found = [deed for token in here.roles.sentence.span if (deed := _deed(here, token))]
    # "launched an attack": the verb of telling is no deed beside its noun.
    told = {d.head.i for d in found if d.head != d.token and d.token.pos_ != "VERB"}
    kept = [d for d in found if d.token.i not in told or d.exact or d.token != d.head]
    return [deed for deed in kept if not _is_kept_from(deed, kept)]


def _is_kept_from(deed: Deed, others: list[Deed]) -> bool:
    """Whether it is what a denial of aid keeps from happening: "blocked it from entering"."""
    above = [deed.token.head]
    if deed.token.dep_ == "pcomp":
        # "blocked trucks carrying food from entering": "from" may hang on either verb.
        above = [*deed.token.head.ancestors] if deed.token.head.lower_ == "from" else [
            deed.token.head.head
        ]  # fmt: skip
    return deed.token.dep_ in {"pcomp", "xcomp"} and any(
        one.token in above and one.type is IncidentType.AID_DENIED for one in others
    )


def _deed(here: Sentences, token: Token) -> Deed | None:
    if token.lower_ == "shot" and token.pos_ != "VERB":
        # The tagger takes the verb of "shot dead" for a noun and "dead" for its clause.
        behind = token.nbor(1) if token.i + 1 < len(token.doc) else token
        return _verb(here, behind, "shoot") if behind.lower_ == "dead" else None
    if token.tag_ == "VBG" and is_named(token) and (named := _noun(here, token)) is not None:
        return named
    if token.pos_ == "VERB" and token.dep_ not in _MODIFIERS:
        return _verb(here, token, incident_words().lemma(token))
    if token.pos_ in {"NOUN", "PROPN"} or token.tag_ == "VBG":
        return _noun(here, token)
    return None


def _verb(here: Sentences, verb: Token, lemma: str) -> Deed | None:
    entries = incident_words().verbs.get(lemma, ())
    doing = Doing(here.roles, here.people, verb) if entries else None
    for entry in entries:
        if doing and doing.fits(entry) and not _is_aside(here, verb, entry) and not _is_habit(verb):
            kind, exact = _kind(here, doing, entry)
            return Deed(verb, _mood_of(verb, entry), entry, kind, exact)
    return _noun(here, verb) if verb.tag_ == "VBG" and verb.dep_ != "advcl" else None


def _is_aside(here: Sentences, verb: Token, entry: Entry) -> bool:
    """Whether it only says which people are meant: "residents who have fled the town"."""
    if entry.type is not IncidentType.DISPLACEMENT or verb.dep_ not in {"relcl", "acl"}:
        return False
    return not any(here.people.figure_at(t) for t in (verb.head, *verb.head.lefts))


def _is_habit(verb: Token) -> bool:
    """Whether it tells of no deed: what some people do, what was shot down."""
    if verb.dep_ == "acl" and any(one.lemma_ in _STOPS for one in verb.ancestors):
        return True  # "shot down 20 drones launched overnight"
    if verb.lemma_ == "occupy" and _is_kept_up(verb):
        return True  # "still occupied the suburbs": they had taken them before
    told = any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    present = verb.tag_ in {"VBP", "VBZ"} and verb.lower_ not in _SAME_IN_PAST
    return verb.dep_ == "relcl" and present and not told


def _is_kept_up(verb: Token) -> bool:
    """Whether it tells of a state: "still occupied", "which it occupies", "is occupying"."""
    lasting = any(c.lower_ in {"still", "already", "currently", "now"} for c in verb.children)
    continued = verb.dep_ == "xcomp" and verb.head.lemma_ in {"continue", "keep", "remain"}
    return lasting or continued or verb.tag_ in {"VBZ", "VBP", "VBG"}


def _mood_of(verb: Token, entry: Entry) -> Token:
    """Return the verb whose mood a deed has; being unable to bring aid is the deed itself."""
    if entry.type is IncidentType.AID_DENIED and verb.dep_ == "xcomp":
        return verb_above(verb.head)
    return verb


def _kind(here: Sentences, doing: Doing, entry: Entry) -> tuple[IncidentType, bool]:
    weapon = incident_words().weapon(doing.means())
    if entry.type is IncidentType.SHOOTING and weapon in _SHOOTS_AS:
        return weapon, True
    if entry.type is IncidentType.ARMED_CLASH and _is_mob(doing):
        return IncidentType.RIOT, True
    if not entry.generic:
        return entry.type, True
    if weapon is not None:
        return weapon, True
    if entry.by_group is not None:
        armed = here.roles.armed(doing.agents)
        if any(_is_group(here, one) for one in armed):
            return entry.by_group, True
    return entry.type, False


def _is_mob(doing: Doing) -> bool:
    mobs = incident_words().around["mobs"]
    return any(one.lemma_.lower() in mobs for one in doing.agents)


def _is_group(here: Sentences, actor: ActorMention) -> bool:
    """Whether an actor is an armed group, which has no aircraft; "forces" may have some."""
    kind = here.table.get(actor.actor).kind
    listed = not actor.actor.startswith(TEXT_PREFIX)
    words = {word.lower() for word in actor.quote.text.split()}
    return kind is ActorKind.ARMED_GROUP and (listed or bool(words & IRREGULAR))


def _noun(here: Sentences, noun: Token) -> Deed | None:
    lexicon = incident_words()
    entry = lexicon.noun(noun)
    if entry is None or noun.dep_ in {"compound", "amod", "nmod", "poss"}:
        return None
    if any(c.lower_ in lexicon.around["not_beside"] for c in noun.lefts) or _on_abstract(
        here, noun
    ):
        return None
    if _is_accident(here, noun):
        return None
    # "an attack and a bombing" are told together, by the verb of the first.
    first = noun.head if noun.dep_ == "conj" and noun.head.pos_ == "NOUN" else noun
    # "The destruction of Orsa" is told by these words, and not pointed back at.
    told = entry.needs and entry.type is IncidentType.LOOTING_OR_DESTRUCTION
    definite = is_definite(noun) and not told
    head = telling_of(here, first, entry, definite=definite)
    if head is None:
        return None
    weapon = lexicon.weapon(_means_of(noun))
    if weapon is None and _is_from_the_air(here, noun, entry):
        weapon = IncidentType.AIR_STRIKE
    if weapon is not None and (entry.generic or entry.type is IncidentType.SHOOTING):
        return Deed(noun, head, entry, weapon, True, definite)
    return Deed(noun, head, entry, entry.type, not entry.generic, definite)


def _is_from_the_air(here: Sentences, noun: Token, entry: Entry) -> bool:
    """Whether a town is bombed, or houses are left in rubble: by aircraft, unless one says how."""
    if not entry.generic:
        return False
    if noun.lower_ == "bombing":
        of = [n for p in noun.children if p.lower_ == "of" for n in governed(p)]
        return any(n.lower_ in _SETTLED or here.roles.place_at(n) is not None for n in of)
    if noun.lemma_ not in {"raid", "strike", "attack"}:
        return False
    return any(t.lower_ in {"rubble", "debris"} for t in here.roles.sentence.span)


def _is_accident(here: Sentences, noun: Token) -> bool:
    """Whether what blew up is said and nobody's weapon is: "an explosion at a fuel depot"."""
    if noun.lemma_.lower() not in _BLASTS:
        return False
    lexicon = incident_words()
    at = [n for p in noun.children if p.lower_ in {"at", "in", "of", "inside"} for n in governed(p)]
    beside = [*noun.lefts, *at, *(child for one in at for child in one.lefts)]
    hazards = {one.lemma_.lower() for one in beside}
    if "pipeline" in hazards or not hazards & lexicon.around["hazards"]:
        return False  # pipelines are blown up more often than they burst
    told = [t for t in here.roles.sentence.span if t != noun]
    named = any((entry := lexicon.noun(t)) is not None and not entry.needs for t in told)
    return lexicon.weapon(told) is None and not named


def _means_of(noun: Token) -> list[Token]:
    """Return the words beside and below a noun that may name its weapon."""
    found: list[Token] = []
    for child in noun.children:
        if child.dep_ in {"compound", "amod", "nmod", "poss"}:
            found += [*child.subtree]
        elif child.lower_ in {"with", "by", "from", "of", "using", "involving"}:
            found += [t for one in governed(child) for t in pruned(one)]
    return found


def _on_abstract(here: Sentences, noun: Token) -> bool:
    """Whether it is turned on something that is nobody and no place: "attack on poverty"."""
    onto = [n for p in noun.children if p.lower_ in {"on", "against", "with", "for", "over"}
            for n in governed(p)]  # fmt: skip
    lexicon = incident_words().around
    if any(one.lemma_.lower() in lexicon["abstract"] for one in onto):
        return True
    bare = [one for one in onto if one.pos_ == "NOUN" and one.ent_type_ not in {"DATE", "TIME"}]
    noisy = {"on", "against"} & {c.lower_ for c in noun.children}
    return bool(noisy and bare) and not any(is_target(here.roles, here.people, o) for o in onto)
