"""How sure it is what a line is: `Line.confidence`."""

SURE = 1.0
"""By style: the file is ours."""

LIKELY = 0.9
"""By a pattern in its own place."""

PLAUSIBLE = 0.7
"""By a pattern, or by a place, alone."""

UNSURE = 0.4
"""Nothing spoke for it: text that is kept as it is."""
