"""On whose word, and how it is put."""
