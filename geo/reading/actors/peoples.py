"""Peoples that stand for those who fight for them: "the Israelis entered", "Burundian allies"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.word_sets import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.actors.setting import Setting

ALLIES = frozenset({"allies"})
# What a people does only under arms. Who leaves, flees or returns may be anybody.
_UNDER_ARMS = word_set(
    "enter come hold take seize capture control withdraw retreat pull advance attack occupy "
    "surround besiege fight break retake recapture shell bomb bombard push storm launch keep "
    "fire strike invade raid encircle blockade deploy"
)
_HELD = frozenset({"hands", "control", "grip"})
_ODD = {"kurds": "Kurdish", "turks": "Turkish", "tuaregs": "Tuareg", "tuareg": "Tuareg"}
_BOUND = frozenset({"by", "to", "from", "with", "against"})


def people_under_arms(setting: Setting, token: Token) -> str | None:
    """Return whom "the Xs" means where they hold, take or lose ground, or fight."""
    if token.tag_ not in {"NNS", "NNPS", "NNP"} or not token.text[0].isupper():
        return None
    if token.text[-1] != "s" and token.lower_ not in _ODD:
        return None
    if not any(c.lower_ in {"the", "both"} for c in token.children) or not _acts(token):
        return None
    adjective = _ODD.get(token.lower_, token.text[:-1])
    nation = setting.nation_in([adjective])
    if nation is not None:
        umbrella = setting.people_of(nation)
        return umbrella.id if umbrella else nation.government
    return setting.called([adjective, "forces"]) or setting.fighters_of_land(adjective)


def allies(setting: Setting, words: list[str]) -> str | None:
    """Return the state of "its Burundian allies"."""
    nation = setting.nation_in(words[:-1])
    return nation.government if nation else None


def _acts(token: Token) -> bool:
    top = token
    while top.dep_ == "conj":
        top = top.head
    if top.dep_ in {"nsubj", "nsubjpass"}:
        return top.head.lemma_ in _UNDER_ARMS
    if top.dep_ != "pobj":
        return False
    binder = top.head
    if binder.lower_ == "of":
        return binder.head.lower_ in _HELD
    return binder.lower_ in _BOUND and binder.head.lemma_ in _UNDER_ARMS | {"fall", "lose", "kill"}
