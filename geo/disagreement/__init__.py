"""Where reports disagree: contradictions with both quotes, and the ground by each origin."""
