"""Cases of the rule line_spacing."""

from dataclasses import replace

from subjects import BODY, Bad, changed

GOOD = {
    "single": changed("khoan", layout=replace(BODY, spacing=1.0)),
    "one and a half": changed("khoan", layout=replace(BODY, spacing=1.5)),
    "fixed": changed("khoan", layout=replace(BODY, spacing=None)),
}

BAD = {
    "double": Bad(changed("khoan", layout=replace(BODY, spacing=2.0)), "spacing 2 instead"),
    "too near": Bad(changed("khoan", layout=replace(BODY, spacing=0.9)), "0,9"),
}
