"""Cases of the rule trich_yeu_look."""

from subjects import Bad, Layout, changed

GOOD = {
    "13 pt": changed("trich_yeu", size=13),
}

BAD = {
    "italic": Bad(changed("trich_yeu", italic=True), "upright"),
    "not bold": Bad(changed("trich_yeu", bold=False), "bold"),
    "capitals": Bad(changed("trich_yeu", caps=True), "capitals"),
    "too big": Bad(changed("trich_yeu", size=15), "15 pt"),
    "justified": Bad(changed("trich_yeu", layout=Layout("both")), "centred"),
}
