"""Words for those who fight, govern and live there, as reports use them without naming anyone."""

from __future__ import annotations

# Words that mean the forces of a state unless something else is said.
STATE = frozenset(
    "army military troops troop soldier soldiers serviceman servicemen police policeman policemen "
    "gendarmes gendarmerie navy commandos paratroopers marines warplane warplanes jet jets aircraft "
    "helicopter helicopters gunboats airforce conscripts".split()
)
# Words that mean the state itself; it can hold ground.
GOVERNMENT = frozenset("government regime junta state".split())
# People of a state or a group who speak and sign, and do not fight.
OFFICIALS = frozenset(
    "authorities authority official officials minister ministers ministry president premier "
    "ambassador ambassadors envoy envoys diplomat diplomats embassy delegation leadership leader "
    "leaders spokesman spokeswoman spokesperson spokesmen representative representatives governor "
    "negotiator negotiators lawmaker lawmakers parliament politician politicians source sources "
    "media television newspaper radio".split()
)
# Words that mean those who fight without a state.
IRREGULAR = frozenset(
    "rebel rebels militant militants fighter fighters insurgent insurgents guerrilla guerrillas "
    "guerilla guerillas jihadist jihadists jihadi jihadis extremist extremists islamist islamists "
    "terrorist terrorists separatist separatists secessionists militiaman militiamen militia "
    "militias faction factions mercenary mercenaries paramilitary paramilitaries tribesmen bandits "
    "combatants gunman gunmen attacker attackers assailant assailants sniper snipers bomber bombers "
    "hijackers raiders".split()
)
# Those whose word says nothing of who they are: never taken up from what came before.
FACELESS = frozenset(
    "gunman gunmen attacker attackers assailant assailants sniper snipers bomber bombers hijackers "
    "raiders bandits".split()
)
# Words that need another one to say whose they are.
NEUTRAL = frozenset("forces force units unit troops fighters".split())
GROUP = frozenset(
    "group groups organisation organization organisations organizations movement movements "
    "outfit network alliance coalition".split()
)
GROUP_TRAITS = frozenset(
    "armed rebel militant jihadist jihadi extremist terrorist islamist insurgent separatist "
    "paramilitary guerrilla militia opposition tribal secessionist shiite shia sunni".split()
)
JIHADIST = frozenset(
    "jihadist jihadists jihadi jihadis extremist extremists islamist islamists terrorist "
    "terrorists".split()
)
# Before a word for fighters these mean the government's own.
GOVERNMENT_TRAITS = frozenset(
    "government regime army military police security federal loyalist state pro-government "
    "pro-regime air naval".split()
)
REBEL_TRAITS = frozenset("rebel rebels opposition insurgent anti-government anti-regime".split())
MEMBERS = frozenset("member members element elements commander commanders cadres men".split())
# What may follow a name and is still the actor: "the Houthi rebels", "RSF positions" is not.
AFTER_NAME = (
    STATE | GOVERNMENT | OFFICIALS | IRREGULAR | NEUTRAL | GROUP | MEMBERS | {"leadership", "air"}
)
CIVILIANS = frozenset(
    "civilian civilians resident residents villager villagers refugee refugees protester "
    "protesters demonstrator demonstrators bystander bystanders worshippers worshipper "
    "townspeople inhabitants civilian locals farmers farmer schoolchildren pilgrims migrants "
    "journalist journalists aid-worker doctors medics paramedics passengers mourners shoppers "
    "displaced peasants peasant".split()
)
PROPER_ENDINGS = frozenset(
    "Brigade Brigades Battalion Battalions Front Movement Army Militia Legion Regiment Corps "
    "Guard Guards Force Forces Fighters Resistance Liberation Column Command Division".split()
)
