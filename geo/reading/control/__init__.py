"""Who holds, takes, leaves, besieges or contests ground."""
