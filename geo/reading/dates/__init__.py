"""When: the days a report speaks of, and the day it was published."""
