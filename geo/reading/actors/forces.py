"""Words for those who fight, govern and live there, as reports use them without naming anyone."""

from __future__ import annotations

from geo.reading.word_sets import word_set

# Words that mean the forces of a state unless something else is said.
STATE = word_set(
    "army military troops troop soldier soldiers serviceman servicemen police policeman policemen "
    "gendarmes gendarmerie navy commandos paratroopers marines warplane warplanes jet jets "
    "aircraft helicopter helicopters gunboats airforce conscripts servicemember servicemembers "
    "infantrymen defenders"
)
# Words that mean the state itself; it can hold ground.
GOVERNMENT = word_set("government regime junta state")
# People of a state or a group who speak and sign, and do not fight.
OFFICIALS = word_set(
    "authorities authority official officials minister ministers ministry president premier "
    "ambassador ambassadors envoy envoys diplomat diplomats embassy delegation leadership leader "
    "leaders spokesman spokeswoman spokesperson spokesmen representative representatives governor "
    "negotiator negotiators lawmaker lawmakers parliament politician politicians source sources "
    "media television newspaper radio"
)
# Words that mean those who fight without a state.
IRREGULAR = word_set(
    "rebel rebels militant militants fighter fighters insurgent insurgents guerrilla guerrillas "
    "guerilla guerillas jihadist jihadists jihadi jihadis extremist extremists islamist islamists "
    "terrorist terrorists separatist separatists secessionists militiaman militiamen militia "
    "militias faction factions mercenary mercenaries paramilitary paramilitaries tribesmen bandits "
    "combatants gunman gunmen attacker attackers assailant assailants sniper snipers bomber "
    "bombers hijackers raiders vigilantes"
)
# Those whose word says nothing of who they are: never taken up from what came before.
FACELESS = word_set(
    "gunman gunmen attacker attackers assailant assailants sniper snipers bomber bombers hijackers "
    "raiders bandits"
)
# Words that need another one to say whose they are.
NEUTRAL = word_set(
    "forces force unit units troops fighters brigade brigades battalion battalions regiment "
    "contingent column columns detachment"
)
GROUP = word_set(
    "group groups organisation organization organisations organizations movement movements "
    "outfit network alliance coalition"
)
GROUP_TRAITS = word_set(
    "criminal armed rebel militant jihadist jihadi extremist terrorist islamist insurgent "
    "separatist paramilitary guerrilla militia opposition tribal secessionist shiite shia sunni "
    "self-defence self-defense vigilante"
)
JIHADIST = word_set(
    "jihadist jihadists jihadi jihadis extremist extremists islamist islamists terrorist terrorists"
)
# Before a word for fighters these mean the government's own.
GOVERNMENT_TRAITS = word_set(
    "government regime army military police security federal loyalist state pro-government "
    "pro-regime air naval junta"
)
REBEL_TRAITS = word_set("rebel rebels opposition insurgent anti-government anti-regime")
PEACEKEEPERS = frozenset({"peacekeepers", "peacekeeper"})
# Before "government" these mean another than that of the country.
OTHER_GOVERNMENT = word_set(
    "separatist secessionist breakaway rival parallel rebel shadow exiled local regional "
    "provincial municipal county city district former state"
)
# Before "army" and the like these mean that it is no state's.
NO_STATE = word_set("ethnic rebel private guerrilla insurgent separatist opposition")
# A state's own only with its adjective, and only where they act: "Israeli tanks advanced".
MACHINES = word_set("tanks artillery drones gunships fighter-jets armour armor")
# People who fight only if they are said to be armed, or to be some leader's: "Smith's men".
PLAIN_PEOPLE = word_set("men youths youth herders herdsmen villagers tribesmen loyalists")
ARMED_TRAITS = word_set("armed masked uniformed hooded camouflaged")
# Members of what is armed: "cartel members", "gang members".
PEOPLE_OF = frozenset({"members", "member", "hitmen", "hitman"})
GANGS = word_set("cartel gang militia guerrilla paramilitary rebel clan")
# What "military" before it makes part of a state's forces.
ARMY_THINGS = word_set(
    "convoy convoys base bases checkpoint checkpoints outpost outposts position positions patrol "
    "patrols vehicle vehicles column columns barracks post posts"
)
MEMBERS = word_set("member members element elements commander commanders cadres men")
# What may follow a name and is still the actor: "the Houthi rebels", "RSF positions" is not.
AFTER_NAME = (
    STATE
    | GOVERNMENT
    | OFFICIALS
    | IRREGULAR
    | NEUTRAL
    | GROUP
    | MEMBERS
    | word_set("leadership air contractors operatives instructors peacekeepers gang combatants")
)
# With these an office, an agency or an authority fights itself: "Palestinian Authority forces".
UNDER_ARMS = word_set(
    "forces force troops soldiers fighters police peacekeepers policemen militiamen gunmen"
)
# With these a mission of the United Nations holds ground.
CONTINGENTS = word_set(
    "helmets battalion battalions contingent contingents brigade brigades unit units regiment "
    "company patrol garrison detachment"
)
CIVILIANS = word_set(
    "civilian civilians resident residents villager villagers refugee refugees protester "
    "protesters demonstrator demonstrators bystander bystanders worshippers worshipper "
    "townspeople inhabitants civilian locals farmers farmer schoolchildren pilgrims migrants "
    "journalist journalists aid-worker doctors medics paramedics passengers mourners shoppers "
    "displaced peasants peasant"
)
PROPER_ENDINGS = word_set(
    "Brigade Brigades Battalion Battalions Front Movement Army Militia Legion Regiment Corps "
    "Guard Guards Force Forces Fighters Resistance Liberation Column Command Division"
)
