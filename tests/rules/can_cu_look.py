"""Cases of the rule can_cu_look."""

from subjects import Bad, changed, without

GOOD = {
    "13 pt": changed("can_cu", size=13),
    "none": without("can_cu"),
}

BAD = {
    "upright": Bad(changed("can_cu", italic=False), "italic"),
    "too small": Bad(changed("can_cu", size=12), "12 pt"),
}
