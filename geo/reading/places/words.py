"""Word lists that tell what a place name does in its sentence."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())


OFFICIALS = words(
    "ambassador envoy president minister premier chancellor king queen emir leader spokesman "
    "spokeswoman spokesperson representative consul secretary governor senator diplomat"
)
GOVERNMENTS = words(
    "government regime army military force forces troops authorities authority parliament "
    "leadership navy cabinet state warplanes jets intelligence embassy airforce artillery "
    "administration officials backing support rulers kremlin staff"
)
# Whoever fights, called after where they come from.
FIGHTERS = words(
    "fighter fighters militia militias militiaman militiamen militants rebels insurgents brigade "
    "brigades tribesmen gunmen guerrillas jihadists commandos clan clans gang gangs vigilantes"
)
# What governments do and towns do not.
DECIDES = words(
    "say tell announce declare deny accuse warn agree vow insist claim condemn reject call "
    "urge demand threaten promise offer back support arm fund train recognize recognise sign "
    "negotiate send deploy launch invade bomb retaliate respond ban decide want seek hope "
    "order summon expel confirm blame propose refuse pledge provide supply mediate intervene "
    "consider believe determine fight deliver welcome denounce reiterate dismiss "
    "capture seize kill attack strike shell arrest detain occupy fire launch try attempt struggle"
)
SPEECH = frozenset(["say", "tell", "speak", "report", "add", "announce", "warn", "state"])
SPEAKERS = words(
    "source sources official officials correspondent correspondents reporter reporters "
    "spokesman spokeswoman spokesperson diplomat diplomats journalist journalists analyst "
    "analysts envoy ambassador government authorities leadership administration junta regime"
)
PLACE_NOUNS = words(
    "camp camps town city village district neighborhood neighbourhood suburb suburbs quarter "
    "area province governorate region county state settlement hamlet municipality enclave "
    "outpost base airport crossing port capital countryside island towns villages "
    "neighborhoods districts"
)
# Kinds of place that people add to a name without changing what it names; "province" is
# not among them, for a province and its city often share a name.
PLAIN_KINDS = words("camp city town village district neighborhood neighbourhood quarter suburb")
# Who is known by where they come from: "a judge from Orsa", "residents of Orsa".
PEOPLE = words(
    "judge mayor chief commander bishop imam priest head resident residents native natives man "
    "men woman women people person boy girl child children student students worker workers "
    "fighter fighters militant militants rebel rebels soldier soldiers troops civilian civilians "
    "refugee refugees family families journalist doctor doctors teacher trader traders "
    "businessman farmer farmers activist activists member members leader leaders lawmaker "
    "lawmakers politician politicians sheikh deputy police officer officers migrants migrant "
    "volunteer volunteers recruit recruits protesters tribesmen delegation team teams"
)
