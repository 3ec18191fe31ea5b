"""Cases of the rule ban_hanh_look."""

from subjects import Bad, Layout, changed

GOOD = {
    "12 pt": changed("co_quan_ban_hanh", size=12),
}

BAD = {
    "not bold": Bad(changed("co_quan_ban_hanh", bold=False), "bold"),
    "too big": Bad(changed("co_quan_ban_hanh", size=14), "14 pt"),
    "at the left": Bad(changed("co_quan_ban_hanh", layout=Layout()), "centred"),
}
