"""Whose forces they are: "his fighters", "forces loyal to the government", "fighters from X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.actors import TEXT_PREFIX, ActorKind
from geo.reading.actors import forces
from geo.reading.word_sets import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from geo.reading.actors.setting import Setting
    from geo.reading.clues import ActorMention
    from geo.reading.parsed import Sentence

_BELONGING = word_set("from of loyal belonging led headed commanded")
# Whoever has no name of his own belongs to his ally: "troops allied with X"; "Arab militias
# allied with X" are themselves.
_ALLIED = frozenset({"allied", "aligned", "affiliated"})
# Before a title these mean that its holder does not govern.
_OUT_OF_OFFICE = word_set("former ex ousted deposed toppled late self-proclaimed rival exiled")
_RULERS = frozenset({"president", "premier", "minister"})
# Others than actors that have forces; nobody says which side these are on.
_FOREIGN_FIRMS = word_set("contractor company firm")
_PERSONS = frozenset({"his", "her"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CLAUSES = frozenset({"relcl", "acl", "advcl"})
_FIGHTERS = forces.STATE | forces.IRREGULAR | forces.NEUTRAL
_LONGEST = 14  # "loyal to X's internationally recognised President Abd-Rabbu Mansour Hadi"
_UN = "un"  # the id in the table
_CONTINGENTS = forces.CONTINGENTS | forces.UNDER_ARMS
# Nobody is known to own them: what is said of them is said of nobody.
UNKNOWN = ""


def owner_of(
    setting: Setting,
    sentence: Sentence,
    token: Token,
    here: Sequence[ActorMention],
    earlier: Sequence[ActorMention],
) -> str | None:
    """
    Return the actor that some forces belong to.

    Parameters
    ----------
    setting, sentence, token
        The war, and the noun for the forces in its sentence.
    here, earlier
        Mentions found in the sentence so far, and in the text before it.

    Returns
    -------
    actor_id
        `UNKNOWN` if they are a person's and nobody knows whose; None if no owner is named.
    """
    for child in token.children:
        if child.dep_ == "poss" and child.lower_ == "whose":
            return _of_antecedent(setting, sentence, token, here)
        if child.dep_ == "poss" and child.lower_ in _PERSONS:
            return _of_person(setting, sentence, child, [*earlier[-4:], *here])
        if child.dep_ == "poss" and child.pos_ == "PRON":
            at = sentence.offset_of(child)
            known = next((m.actor for m in here if m.head == at and m.armed), None)
            return known or (_of_country(setting, child) if child.lower_ == "its" else None)
    named = _mission_of(setting, sentence, token, here)
    if named := named or _short_name_behind(setting, sentence, token, here):
        return named
    return _said_to_be(sentence, token, here) or _behind(setting, sentence, token, here)


def _mission_of(
    setting: Setting, sentence: Sentence, token: Token, here: Sequence[ActorMention]
) -> str | None:
    """Return the mission of "MONUC's Uruguayan battalion", "the Kenyan contingent of the UN"."""
    if token.lower_ not in _CONTINGENTS:
        return None
    owners = [child for child in token.children if child.dep_ == "poss"]
    of = (child for child in token.children if child.lower_ == "of")
    owners += [noun for one in of for noun in one.children if noun.dep_ == "pobj"]
    for owner in owners:
        at = sentence.offset_of(owner)
        mission = next((m.actor for m in here if m.quote.start <= at < m.quote.end), "")
        if mission and setting.table.get(mission).kind is ActorKind.UN_AGENCY:
            return (setting.mission() or mission) if mission == _UN else mission
    return None


def after_owner(sentence: Sentence, token: Token, start: int, here: Sequence[ActorMention]) -> int:
    """Return where a phrase begins behind an owner that is an actor: "MONUC's", the battalion."""
    joint = next((i for i in range(token.i, start, -1) if token.doc[i].text in {"'s", "'"}), None)
    if joint is None:
        return start
    at = sentence.offset_of(token.doc[joint - 1])
    owned = any(m.quote.start <= at < m.quote.end for m in here)
    return joint + 1 if owned else start


def _short_name_behind(
    setting: Setting, sentence: Sentence, token: Token, here: Sequence[ActorMention]
) -> str | None:
    """Return X of "fighters of the Union des patriotes (X)": no parser knows where that ends."""
    doc, end = token.doc, min(token.i + _LONGEST, sentence.span.end)
    if token.i + 1 >= end or doc[token.i + 1].lower_ not in {"of", "from"}:
        return None
    bracket = next((i for i in range(token.i + 2, end - 1) if doc[i].text == "("), None)
    if bracket is None or not any(t.text[0].isupper() for t in doc[token.i + 2 : token.i + 4]):
        return None
    if any(t.is_punct and t.text not in {"-", "'"} for t in doc[token.i + 2 : bracket]):
        return None
    at = sentence.offset_of(doc[bracket + 1])
    known = (m.actor for m in here if m.armed and m.quote.start <= at < m.quote.end)
    return next(known, None) or setting.called([doc[bracket + 1].text])


def _of_antecedent(
    setting: Setting, sentence: Sentence, token: Token, here: Sequence[ActorMention]
) -> str | None:
    """Return whose forces they are in "the warlord X, whose men …"."""
    clause = next((one for one in token.ancestors if one.dep_ == "relcl"), None)
    named = [] if clause is None else _phrase(clause.head)
    spots = [sentence.offset_of(one) for one in named]
    for mention in here:
        inside = any(mention.quote.start <= at < mention.quote.end for at in spots)
        if inside and _may_fight(setting, mention.actor):
            return mention.actor
    leaders = map(setting.leader_at, named)
    leader = next(filter(None, leaders), None)
    return leader.id if leader else None


def _said_to_be(sentence: Sentence, token: Token, here: Sequence[ActorMention]) -> str | None:
    """Return X of "the main faction is X"."""
    if token.dep_ != "nsubj" or token.head.lemma_ != "be":
        return None
    named = [child for child in token.head.children if child.dep_ == "attr"]
    return _armed_within(sentence, named, here)


def _behind(
    setting: Setting, sentence: Sentence, token: Token, here: Sequence[ActorMention]
) -> str | None:
    """Return whom forces are of, from or loyal to."""
    for joint in _joints(token):
        if actor := _armed_within(sentence, list(joint.subtree), here):
            return actor
        leaders = map(setting.leader_at, _names_after(joint))
        if leader := next(filter(None, leaders), None):
            return leader.id
        if joint.lower_ == "of" and any(t.lower_ in _FOREIGN_FIRMS for t in joint.children):
            return UNKNOWN
        if (group := _called_later(setting, joint)) or (group := _government_in(setting, joint)):
            return group
    return None


def _called_later(setting: Setting, joint: Token) -> str | None:
    """Return whom a name means that only this war's reports use: "rebels of the UPC"."""
    names = (t for t in joint.children if t.pos_ == "PROPN" and t.lower_ in setting.local_nouns)
    return next(filter(None, (setting.called([name.text]) for name in names)), None)


def _joints(token: Token) -> list[Token]:
    """Return what binds forces to their owner, unless another noun stands nearer to it."""
    bare = not any(c.dep_ in {"amod", "compound", "nmod"} and c.i < token.i for c in token.children)
    plain = bare and token.lower_ in forces.STATE | forces.NEUTRAL
    binding = _BELONGING | _ALLIED if plain else _BELONGING
    found = [c for c in token.children if c.lower_ in binding and c.i > token.i]
    after = token.nbor(1) if token.i + 1 < token.sent.end else token
    if after.lower_ in binding and after not in found:
        found.append(after)  # "the army and fighters of X": the parser gives "of" to the army
    return [one for one in found if not _is_nearer_another(token, one)]


def _is_nearer_another(token: Token, joint: Token) -> bool:
    between = token.doc[token.i + 1 : joint.i]
    return any(t.lower_ in _FIGHTERS and t.dep_ == "conj" for t in between)


def _of_person(
    setting: Setting, sentence: Sentence, pronoun: Token, mentions: Sequence[ActorMention]
) -> str:
    """Return whose forces "his" are: those of the side that the person speaks or acts for."""
    for subject in _subjects_above(pronoun):
        phrase = _phrase(subject)
        spots = [sentence.offset_of(one) for one in phrase]
        for mention in mentions:
            inside = any(mention.quote.start <= at < mention.quote.end for at in spots)
            if inside and _may_fight(setting, mention.actor):
                return mention.actor
        words = [one.text for one in phrase]
        if owner := _of_land(setting, words):
            return owner
        for word in words:
            if word.lower() in forces.IRREGULAR:
                return setting.called([f"{word}s"]) or f"{TEXT_PREFIX}{word.lower()}s"
        if subject.pos_ != "PRON":
            return UNKNOWN
    before = [m for m in mentions if not m.armed and _may_fight(setting, m.actor)]
    return before[-1].actor if before else UNKNOWN


def _of_country(setting: Setting, pronoun: Token) -> str | None:
    """Return whose "its troops" are where an official speaks: "Armenia's minister said"."""
    for subject in _subjects_above(pronoun):
        if owner := next((c for c in subject.children if c.dep_ == "poss"), None):
            return _of_land(setting, [one.text for one in _phrase(owner)])
    return None


def _of_land(setting: Setting, words: list[str]) -> str | None:
    """Return who fights for a country or a people's land."""
    if nation := setting.nation_in(words):
        return nation.government
    return next(filter(None, map(setting.fighters_of_land, words)), None)


def _may_fight(setting: Setting, actor: str) -> bool:
    return setting.table.get(actor).kind.armed


def _subjects_above(pronoun: Token) -> list[Token]:
    """Return the subjects of the clauses a pronoun stands in, nearest first."""
    found = []
    for clause in pronoun.ancestors:
        found += [
            c
            for c in clause.children
            if c.dep_ in _SUBJECTS and c.i < pronoun.i and pronoun not in c.subtree
        ]
    return found


def _phrase(noun: Token) -> list[Token]:
    """Return a noun with what describes it, in the order of the words; no clauses."""
    below = [one for c in noun.children if c.dep_ not in _CLAUSES for one in _phrase(c)]
    return sorted([noun, *below], key=lambda one: one.i)


def _government_in(setting: Setting, joint: Token) -> str | None:
    """Return the government that forces are loyal to, though it is read after them."""
    for token in joint.subtree:
        governs = token.lower_ in forces.GOVERNMENT and token.dep_ == "pobj"
        if governs or (joint.lower_ != "of" and _is_ruler(token)):
            holder = token if token.dep_ == "pobj" else token.head
            nation = setting.nation_in([one.text for one in _phrase(holder)])
            own = setting.government()
            return nation.government if nation else (own.id if own else None)
    return None


def _is_ruler(token: Token) -> bool:
    """Whether a word is the title of somebody who governs: "loyal to President X"."""
    around = {one.lower_ for one in (*token.children, *token.head.children)}
    return token.lower_ in _RULERS and not around & _OUT_OF_OFFICE


def _names_after(preposition: Token) -> list[Token]:
    """Return the words up to the next verb: the parser often gives "to X" to that verb."""
    found: list[Token] = []
    for token in preposition.doc[preposition.i + 1 : preposition.i + _LONGEST]:
        if token.pos_ in {"VERB", "AUX"} or (token.is_punct and token.text != "-"):
            break
        found.append(token)
    return found


def _armed_within(
    sentence: Sentence, tokens: list[Token], here: Sequence[ActorMention]
) -> str | None:
    """Return the first armed actor named by some tokens of a sentence."""
    spots = [sentence.offset_of(token) for token in tokens]
    for mention in here:
        if mention.armed and any(mention.quote.start <= at < mention.quote.end for at in spots):
            return mention.actor
    return None
