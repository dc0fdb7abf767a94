"""Deeds and casualties of a sentence put together: what is one happening and what are several."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.codes import IncidentType
from geo.reading.actors import forces
from geo.reading.control.arguments import agents, governed, is_passive
from geo.reading.incidents.casualties import casualties_in
from geo.reading.incidents.deeds import Deed, deeds_in
from geo.reading.incidents.killings import bare_deed, deed_of_killing, told_apart
from geo.reading.incidents.linking import SAME_STORY, has_subject, is_of_other_day, linked, shared
from geo.reading.incidents.victims import SaidAs
from geo.reading.incidents.words import Entry, incident_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.incidents.deeds import Sentences
    from geo.reading.incidents.victims import Casualties

# Deeds that kill and hurt; the toll said beside any other is another happening's.
VIOLENT = frozenset(
    {
        IncidentType.ARMED_CLASH,
        IncidentType.AIR_STRIKE,
        IncidentType.SHELLING,
        IncidentType.CAR_BOMB,
        IncidentType.IED,
        IncidentType.SUICIDE_BOMB,
        IncidentType.GRENADE,
        IncidentType.CHEMICAL,
        IncidentType.SHOOTING,
        IncidentType.SNIPER,
        IncidentType.EXECUTION,
        IncidentType.PROTEST,
        IncidentType.RIOT,
    }
)
_INSTRUMENTS = frozenset({"in", "by", "during", "with", "from", "after", "amid", "when"})
_BY_WEAPON = 0.8
_FIRING = forces.STATE | forces.IRREGULAR | {"enemy", "hostile", "stray", "small-arms", "arms"}
_STARVING = Entry(IncidentType.DEPRIVATION_DEATHS, 0.9)


@dataclass(eq=False, slots=True)
class Event:
    """One happening as a sentence tells it: its deeds, and the dead and hurt."""

    deeds: list[Deed]
    casualties: list[Casualties] = field(default_factory=list)
    goes_on: bool = False  # dead or hurt of whatever was told before: "Eleven people died."

    @property
    def main(self) -> Deed:
        """The deed that says most exactly what happened."""
        clash = IncidentType.ARMED_CLASH
        return min(self.deeds, key=lambda one: (not one.exact, one.type is clash, one.token.i))

    @property
    def head(self) -> Token:
        """The topmost word: assertion and time are asked of it."""
        words = [deed.head for deed in self.deeds]
        if not any(word.pos_ in {"VERB", "AUX"} for word in words):
            words += [one.token for one in self.casualties]
        return min(words, key=lambda one: (sum(1 for _ in one.ancestors), one.i))

    @property
    def is_toll(self) -> bool:
        """Whether it only says how many dead there are by now: "the death toll rose to 41"."""
        return bool(self.casualties) and all(c.said_as is SaidAs.TOLL for c in self.casualties)

    @property
    def words(self) -> list[Token]:
        """The words that carry it."""
        told = [word for deed in self.deeds for word in (deed.token, deed.head)]
        return [*told, *(one.token for one in self.casualties)]


def events_in(here: Sentences, *, goes_on: bool = False) -> list[Event]:
    """
    Return the happenings of a sentence, in the order of its words.

    With ``goes_on``, those dead and hurt that nothing in it killed are an event too, which
    can only be joined to one told before.
    """
    events = _merged([Event([deed]) for deed in deeds_in(here) if not _is_of_some(deed)])
    found = casualties_in(here.people)
    # What names its own happening first: the others may be joined to it.
    placed = {id(one): _own_event(one, events) for one in found}
    for own in (True, False):
        for one in found:
            if (placed[id(one)] is not None) is not own:
                continue
            event = placed[id(one)] or _event_of(here, one, events)
            if event is None and goes_on and one.tally is not None and not one.of_deprivation:
                event = Event([bare_deed(one)], goes_on=True)
            if event is not None and told_apart(one, event.casualties):
                main = event.main
                event = Event([Deed(one.token, one.token, main.entry, main.type, main.exact)])
            if event is not None:
                event.casualties.append(one)
                events += [event] if event not in events else []
    told = [event for event in events if not _is_setting(event, events)]
    return sorted(told, key=lambda one: one.words[0].i)


def _is_of_some(deed: Deed) -> bool:
    """Whether it was done to a part of those counted: "58 died, ten of them shot by guards"."""
    if deed.token.dep_ not in {"acl", "relcl"}:
        return False
    before = deed.token.doc[max(0, deed.token.head.i - 3) : deed.token.i]
    return any(t.lower_ in {"them", "whom"} and t.nbor(-1).lower_ == "of" for t in before[1:])


def _is_setting(event: Event, events: list[Event]) -> bool:
    """Whether it only frames another: "in violence elsewhere, seven died in a car bombing"."""
    main = event.main
    if event.casualties or main.exact or main.token == main.head:
        return False
    others = [one for one in events if one is not event and one.casualties]
    return any(main.head == c.token for one in others for c in one.casualties)


def _merged(events: list[Event]) -> list[Event]:
    """Merge a verb and the noun of one deed: "opened an attack", "bombed in air raids"."""
    merged: list[Event] = []
    for event in events:
        other = next((one for one in merged if _is_one(one, event)), None)
        if other is None:
            merged.append(event)
        else:
            other.deeds += event.deeds
    return merged


def _is_one(one: Event, other: Event) -> bool:
    return any(_same(a, b) for a in one.deeds for b in other.deeds)


def _same(one: Deed, other: Deed) -> bool:
    if one.token == other.token:
        return True
    same_type = one.type == other.type or not (one.exact and other.exact) or _frames(one, other)
    both = {one.type, other.type} <= VIOLENT
    if not (same_type and (both or one.type == other.type)):
        return False
    linked = _hangs(one, other) or _hangs(other, one)
    verbs = one.token == one.head and other.token == other.head
    if verbs and linked:
        # "stormed the town, killing ..." is one; "attacked A and attacked B" are two.
        return not _has_own_place(one.token) or not _has_own_place(other.token)
    return linked or (one.head == other.head and one.token.dep_ != "conj" != other.token.dep_)


def _frames(one: Deed, other: Deed) -> bool:
    """Whether an attack is told only as what it was in: "were shot dead when men attacked"."""
    return any(
        deed.type is IncidentType.ARMED_CLASH
        and deed.token.dep_ == "advcl"
        and any(c.lower_ in {"when", "as"} for c in deed.token.children)
        for deed in (one, other)
    )


def _has_own_place(verb: Token) -> bool:
    return any(c.dep_ == "prep" and c.lower_ in {"in", "at", "near", "on"} for c in verb.children)


def _hangs(lower: Deed, upper: Deed) -> bool:
    """Whether a deed stands in the phrase or a clause of another, with no third verb between."""
    token = lower.head if lower.head != lower.token else lower.token
    for _ in range(5):
        if token in (upper.token, upper.head):
            return True
        parent = token.head
        if parent == token:
            return False
        if token.pos_ == "VERB" and (token.dep_ not in SAME_STORY or is_of_other_day(token)):
            return False
        if token.pos_ == "VERB" and token.dep_ == "conj" and has_subject(token):
            return False
        token = parent
    return False


def _own_event(one: Casualties, events: list[Event]) -> Event | None:
    """Return the happening that the words around name as what killed: hunger, a raid, a bomb."""
    if one.of_deprivation:
        mine = [e for e in events if e.main.type is IncidentType.DEPRIVATION_DEATHS]
        return (
            mine[0]
            if mine
            else Event([Deed(one.token, one.token, _STARVING, _STARVING.type, True)])
        )
    by_phrase = _by_its_phrase(one, [event for event in events if event.main.type in VIOLENT])
    if by_phrase is not None:
        return by_phrase
    weapon = incident_words().weapon(_means(one)) or _shot(one)
    if weapon is None:
        return None
    return Event([Deed(one.token, one.token, Entry(weapon, _BY_WEAPON), weapon, True)])


def _event_of(here: Sentences, one: Casualties, events: list[Event]) -> Event | None:
    """Return the happening beside a word that says nothing of how, or a new one."""
    violent = [event for event in events if event.main.type in VIOLENT]
    joined = linked(one, violent) or shared(one, violent)
    if joined is not None:
        return joined
    taken = next((event for event in events if _is_fate_of_taken(one, event)), None)
    if taken is not None:
        return taken
    deed = deed_of_killing(here, one)
    if deed is not None:
        return Event([deed])
    # "five were killed, but the rebels said 30 died": they count the same event's dead.
    return next((event for event in violent if told_apart(one, event.casualties)), None)


def _is_fate_of_taken(one: Casualties, event: Event) -> bool:
    """Whether those abducted died of it: "was kidnapped and killed"."""
    if event.main.type is not IncidentType.ABDUCTION or not is_passive(one.token):
        return False
    return one.token in event.main.token.conjuncts and not has_subject(one.token)


def _by_its_phrase(one: Casualties, events: list[Event]) -> Event | None:
    """Return the happening a clause names: "killed in a raid", "the blast killed"."""
    inside = {token.i for noun in _named_by(one) for token in noun.subtree}
    verb = one.token if one.token.pos_ == "VERB" else one.token.head
    named = [
        event
        for event in events
        if any(
            deed.token in (one.token, verb) or deed.token.i in inside or deed.head == one.token
            for deed in event.deeds
        )
    ]
    return min(named, key=_exactest_first) if named else None


def _exactest_first(event: Event) -> tuple[bool, int]:
    return not event.main.exact, event.main.token.i


def _named_by(one: Casualties) -> list[Token]:
    token = one.token
    verb = token if token.pos_ == "VERB" else token.head
    own = has_subject(verb) or verb.dep_ in {"relcl", "acl"}
    nouns = [*agents(verb)] if verb.pos_ == "VERB" and (own or is_passive(verb)) else []
    for holder in {token, verb}:
        for child in holder.children:
            if child.lower_ in _INSTRUMENTS and child.dep_ in {"prep", "agent"}:
                nouns += governed(child)
    return nouns


def _shot(one: Casualties) -> IncidentType | None:
    """Say that those were shot whom somebody's fire killed: "by Israeli fire", no blaze."""
    for noun in _named_by(one):
        left = [*noun.lefts] if noun.lemma_ == "fire" and noun.head.lower_ in {"by", "from"} else []
        if any(t.ent_type_ == "NORP" or t.lower_ in _FIRING for t in left):
            return IncidentType.SHOOTING
    return None


def _means(one: Casualties) -> list[Token]:
    verb = one.token if one.token.pos_ == "VERB" else one.token.head
    lexicon = incident_words()
    named = [noun for noun in _named_by(one) if noun not in one.victims]
    # A mine is a site as well; what kills is the weapon.
    sites = lexicon.around["sites"]
    nouns = [n for n in named if n.lemma_.lower() not in sites or lexicon.weapon([n]) is not None]
    if verb.lemma_ == "shoot":
        nouns += [c for c in verb.children if c.dep_ == "nsubj"]
    return [token for noun in nouns for token in (*noun.lefts, noun)]
