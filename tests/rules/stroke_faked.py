"""Cases of the rule stroke_faked."""

from subjects import Bad, Stroke, changed

GOOD = {
    "drawn": changed("trich_yeu", strokes=(Stroke("vml"),)),
    "drawn as well": changed("trich_yeu", strokes=(Stroke("underline"), Stroke("border"))),
    "none": changed("trich_yeu", strokes=()),
}

BAD = {
    "typed": Bad(changed("trich_yeu", strokes=(Stroke("typed"),)), "trích yếu is typed"),
    "underlined": Bad(
        changed("tieu_ngu", strokes=(Stroke("underline"),)), "Tiêu ngữ is underlined"
    ),
}
