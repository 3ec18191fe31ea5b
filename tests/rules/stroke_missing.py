"""Cases of the rule stroke_missing."""

from dataclasses import replace

from subjects import GOOD_LINES, Bad, Stroke, changed, paper

MOVED = {"tieu_ngu": (), "quoc_hieu": (Stroke("drawing"),)}
BOTH = {"tieu_ngu": (), "co_quan_ban_hanh": (Stroke("drawing"), Stroke("drawing"))}


GOOD = {
    "anchored beside": paper(
        lines=tuple(
            replace(line, strokes=MOVED.get(line.role, line.strokes)) for line in GOOD_LINES
        )
    ),
    "both anchored at one": paper(
        lines=tuple(replace(line, strokes=BOTH.get(line.role, line.strokes)) for line in GOOD_LINES)
    ),
    "faked": changed("trich_yeu", strokes=(Stroke("typed"),)),
}

BAD = {
    "below Tiêu ngữ": Bad(changed("tieu_ngu", strokes=()), "Tiêu ngữ"),
    "below the issuer": Bad(changed("co_quan_ban_hanh", strokes=()), "tên cơ quan ban hành"),
    "below the title": Bad(changed("trich_yeu", strokes=()), "trích yếu"),
}
