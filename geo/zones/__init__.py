"""How zones are made for `geo.history`: which claims stand, what they divide, what lies around."""
