"""What a place name does in its sentence: whether something can have happened there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gazetteer.place import PlaceKind
from geo.codes import MentionRole
from geo.reading.places.capitals import is_capital
from geo.reading.places.words import (
    DECIDES,
    FIGHTERS,
    GOVERNMENTS,
    OFFICIALS,
    PLACE_NOUNS,
    SPEAKERS,
    SPEECH,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gazetteer.place import Place
    from geo.reading.places.spots import Spot

ORGANISATION_WORD = re.compile(
    r"\b(?:organi[sz]ation|university|college|bank|front|brigades?|corps|battalion|council|army|party|"
    r"ministry|agency|observatory|chronicle|times|post|news|press|union|movement|liberation|"
    r"authority|committee|court|institute|association|federation|league|company|corporation|"
    r"commission|foundation|network|command|congress|parliament|group|club|televison|tv|radio|"
    r"tribune|herald|monitor|journal|centre|center|society|forces|coalition|alliance|militia|"
    r"islamic state|watch)\b",
    re.IGNORECASE,
)
# "the Orsa refugee agency", and people called after the place they left.
_ORGANISATION_NOUN = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:agency|monitor|newspaper|broadcaster|television|federation|charity|"
    r"association|organi[sz]ation|party|brigade|regiment|battalion|division|corps|garrison)\b|\s+refugees\b|"
    # Makers of cars, called after their towns.
    r"\s+(?:pick-?ups?|jeeps?|[Hh]ilux|[Ll]and [Cc]ruisers?)\b"
)
# A name goes on over capitals and the small words inside titles.
_TITLE_BEFORE = re.compile(r"(?:[A-Z][\w'.-]*\s+)(?:(?:of|for|the|[A-Z][\w'.-]*)\s+)*$|[A-Z]\w+-$")
_TITLE_AFTER = re.compile(r"(?:[ -](?:(?:of|for|the)\s+)*[A-Z][\w'.-]*)+")
# "the Orsa conference centre in Belen": the building is called so and stands elsewhere.
_BUILDING_ELSEWHERE = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:cent(?:re|er)|hotel|airport|hospital|stadium|hall|mosque|church|palace|"
    r"prison|school|market|bridge|building|compound|base|barracks|station|square|street)\s+"
    r"(?:in|outside|near)\s+(?:the\s+)?(?:[a-z]+\s+){0,3}[A-Z]"
)
_BASED = re.compile(r"-based\b", re.IGNORECASE)
_QUARTERS = frozenset({"neighborhood", "neighbourhood", "district", "suburb", "quarter"})
# "a town in Orsa", "the camp in southern Orsa", "province of northern Malvia"; the parser
# often loses these when more follows. "The town of Orsa" only names the town.
_IN_A_KIND = re.compile(
    r"\b(?P<noun>\w+)\s+(?:in|of)\s+(?:the\s+)?(?:(?:[a-z]+-)?[a-z]+\s+){0,2}$", re.IGNORECASE
)
_KIND_OF_NAME = re.compile(
    r"\b(?:town|city|village|province|camp|port|region|state|settlement|township)s?\s+of\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
# A quarter "of X" is a part of a city, or X is the quarter; a capital "of X" likewise.
_QUARTER_OF = re.compile(
    r"\b(?:district|neighbou?rhood|area|quarter|capital|outpost|enclave)s?\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_BACKED = re.compile(
    r"-(?:led|backed|aligned|allied|supported|trained|funded|made|run)\b", re.IGNORECASE
)
# ", an officer in Orsa said": the parser hangs him on the dead before him.
_OFFICIAL_IN = re.compile(
    r"\b(?:officers?|officials?|commanders?|sources?|spokes\w+|correspondents?|diplomats?|"
    r"analysts?|ministry|journalists?|headquarters)\s+(?:in|at|from)\s+$"
)
# "Orsa region head Ana Bek".
_OFFICE = re.compile(
    r"\s+(?:(?:region|province|state|oblast|district)(?:al)?\s+)?(?:deputy\s+)?"
    r"(?:head|governor|mayor|spokes\w+|police\s+chief|chief\s+minister|commissioner)\s+[A-Z]"
)
# The police of a town tell of what happened there, those in a capital of the country.
_SERVICE_IN = re.compile(
    r"\b(?:police|army|military|government|aides?|aid workers)\s+in\s+$", re.IGNORECASE
)
_SAID = re.compile(r"\s*,?\s*(?:said|says|told|added|confirmed|announced)\b")
_ADDRESSED = frozenset({"accuse", "blame", "urge", "warn", "condemn", "thank", "criticize"})
_PLACING = re.compile(r"\b(?:in|near|at|outside|inside|around)\s+(?:the\s+)?$", re.IGNORECASE)
_UNSURE = frozenset({"would", "could", "might", "may"})
# "Gunfire could be heard in Orsa": it was.
_PERCEIVED = frozenset({"hear", "see", "feel", "smell"})
_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.PROVINCE, PlaceKind.REGION})


def names_organisation(spot: Spot) -> bool:
    """Whether the name is a word inside the name of an organisation: "Bank of Orsa"."""
    feature = spot.toponym.feature
    if feature and not any(map(ORGANISATION_WORD.search, (feature, spot.toponym.text))):
        return False
    if spot.toponym.listed and _BUILDING_ELSEWHERE.match(spot.after):
        return True
    before, after = _TITLE_BEFORE.search(spot.before), _TITLE_AFTER.match(spot.after)
    if ORGANISATION_WORD.fullmatch(spot.name):
        return False  # "Press" of "the Press Association" is no place to begin with
    around = f"{before[0] if before else ''} {after[0] if after else ''}"
    if ORGANISATION_WORD.search(around):
        return True
    return _ORGANISATION_NOUN.match(spot.after) is not None


def role_of(spot: Spot, place: Place | None) -> MentionRole:
    """
    Return what a name that is used as a place does in its sentence.

    Parameters
    ----------
    spot
        The name.
    place
        What it was resolved to; None if it was not.
    """
    if spot.sentence is None:
        return MentionRole.FURNITURE
    if _BASED.match(spot.after):
        return MentionRole.ORGANISATION
    head = spot.head
    if head is None:
        return MentionRole.CONTEXT
    wide = place is not None and place.kind in _WIDE
    for test, role in (
        (_owned_by_nation, MentionRole.NATIONALITY),
        (_is_government, MentionRole.METONYM),
        (_is_where_speaker_is, MentionRole.SOURCE_LOCATION),
        (_contains, MentionRole.CONTAINMENT),
        (_is_unsure, MentionRole.HYPOTHETICAL),
    ):
        if test(spot, head, place):
            return role
    return MentionRole.CONTEXT if wide else MentionRole.SUBJECT


def _owner_of(head: Token) -> Token | None:
    """Return the noun that a name qualifies: "army" of "Orsa's army", "the Orsa army"."""
    return head.head if head.dep_ in {"poss", "compound", "amod", "nmod"} else None


def _owned_by_nation(spot: Spot, head: Token, place: Place | None) -> bool:
    owned = _owner_of(head)
    country = place is not None and place.kind is PlaceKind.COUNTRY
    if country and head.dep_ in {"compound", "amod", "nmod"} and _is_plain_noun(owned):
        return True  # "three US sailors": who they are, not where
    if (owned is not None and owned.lower_ in OFFICIALS) or _OFFICE.match(spot.after):
        return True
    # "Orsa's deputy foreign minister Ana Bek": the parser hangs the name on the person.
    if not re.match(r"'s?\s", spot.after):
        return False
    return any(word.lower() in OFFICIALS for word in re.findall(r"\w+", spot.after)[1:5])


def _is_plain_noun(noun: Token | None) -> bool:
    return noun is not None and noun.lower_ not in PLACE_NOUNS and noun.pos_ == "NOUN"


def _is_government(spot: Spot, head: Token, _: Place | None) -> bool:
    owned = _owner_of(head)
    if _BACKED.match(spot.after):
        return True
    words = re.findall(r"\w+", spot.after)[:4]
    if owned is not None and owned.lower_ in GOVERNMENTS and owned.text != "State":
        return True
    if owned is not None and owned.lower_ in FIGHTERS and not _PLACING.search(spot.before):
        return True  # "Orsa militia": those who come from there are elsewhere as often
    addressed = head.dep_ == "dobj" and head.head.lemma_ in _ADDRESSED
    if addressed or (
        re.match(r"'s?\s", spot.after) and any(w.lower() in GOVERNMENTS for w in words[1:3])
    ):
        return True
    # "Near Orsa, gunmen killed": no subject, whatever the parser says.
    return not _PLACING.search(spot.before) and _is_who_decides(head)


def _is_who_decides(head: Token) -> bool:
    subject = head
    while subject.dep_ == "conj" and subject.head.ent_type_ != "PERSON":
        subject = subject.head
    by = subject.dep_ == "pobj" and subject.head.dep_ == "agent"
    if subject.dep_ in {"nsubj", "agent"} or by:
        verb = subject.head.head if subject.dep_ == "pobj" else subject.head
        return _decides(verb)
    return False


def _decides(verb: Token) -> bool:
    if verb.lemma_ in DECIDES or verb.lower_ == "determined":
        return True
    # "are determined to", "is ready to": what is decided hangs below the copula.
    return verb.lemma_ == "be" and any(
        child.dep_ in {"acomp", "xcomp"}
        and child.lower_ in {"determined", "ready", "willing", "prepared", "committed", "opposed"}
        for child in verb.children
    )


def _is_where_speaker_is(spot: Spot, head: Token, place: Place | None) -> bool:
    if _SAID.match(spot.after):
        far = place is not None and _SERVICE_IN.search(spot.before) and is_capital(place)
        if far or _OFFICIAL_IN.search(spot.before):
            return True
    preposition = head.head
    if head.dep_ != "pobj" or preposition.lower_ not in {"in", "from", "at"}:
        return False
    anchor = preposition.head
    if anchor.lemma_ in SPEECH and anchor.pos_ == "VERB":
        return 0 < preposition.i - anchor.i <= 4
    if (
        anchor.head.lemma_ in SPEECH
        and anchor.dep_ == "dobj"
        and anchor.ent_type_ in {"ORG", "PERSON"}
    ):
        return True
    if anchor.dep_ == "nsubj" and anchor.head.lemma_ in SPEECH and anchor.ent_type_ == "ORG":
        return True
    # "Killed an official in Orsa": he says nothing, and was there.
    undergoes = anchor.dep_ in {"dobj", "nsubjpass"} and anchor.head.lemma_ not in SPEECH
    return anchor.lower_ in SPEAKERS and not undergoes


def _contains(spot: Spot, head: Token, place: Place | None) -> bool:
    # "Orsa, Malvia": the second of two names with a comma is where the first one lies.
    if re.search(r"[A-Z][\w'-]+,\s+$", spot.before) and re.match(r"\s*(?:[,.)]|$)", spot.after):
        previous = spot.neighbour(-1)
        listed = re.match(r"\s*,?\s*(?:and|or)\b", spot.after) or (
            "," in spot.after[:1] and (head.dep_ == "conj")
        )
        return previous is not None and not listed and head.dep_ != "conj"
    owned = _owner_of(head)
    if owned is not None and owned.lower_ in PLACE_NOUNS:
        # "Malvia's largest camp", "an Orsa neighbourhood"; but "the Orsa camp" is Orsa.
        whole = place is not None and place.kind in {*_WIDE, PlaceKind.CITY}
        return bool(re.match(r"'s?\s", spot.after)) or (whole and owned.lower_ in _QUARTERS)
    return lies_around(spot.before, place)


def lies_around(before: str, place: Place | None) -> bool:
    """Whether the words before a name say that a place of some kind lies in it."""
    found = _IN_A_KIND.search(before)
    if found is None or found["noun"].lower() not in PLACE_NOUNS or _KIND_OF_NAME.search(before):
        return False
    capital = found["noun"].lower() in {"capital", "outpost", "enclave"}
    local = place is None or place.kind not in ({*_WIDE} if capital else {*_WIDE, PlaceKind.CITY})
    return not (local and _QUARTER_OF.search(before))


def _is_unsure(_: Spot, head: Token, __: Place | None) -> bool:
    for below, ancestor in zip((head, *head.ancestors), head.ancestors, strict=False):
        if below.dep_ in {"nsubj", "nsubjpass"}:
            return False  # what the clause supposes is not about its subject's place
        if ancestor.pos_ not in {"VERB", "AUX"}:
            continue
        if ancestor.lemma_ in _PERCEIVED:
            return False
        if any(child.dep_ == "aux" and child.lower_ in _UNSURE for child in ancestor.children):
            return True
        return any(child.dep_ == "mark" and child.lower_ == "if" for child in ancestor.children)
    return False
