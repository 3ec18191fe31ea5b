"""Cases of the rule stroke_length."""

from subjects import Bad, Stroke, changed

GOOD = {
    "not known": changed("trich_yeu", strokes=(Stroke("drawing"),)),
    "a third": changed("trich_yeu", strokes=(Stroke("drawing", 32.0),)),
    "as long as the right words": changed(
        "tieu_ngu", "Độc lập-Tự do-Hạnh phúc", strokes=(Stroke("border", 59.8),)
    ),
    "a name to fill in": changed("co_quan_ban_hanh", "……………", strokes=(Stroke("border", 50.0),)),
    "faked": changed("trich_yeu", strokes=(Stroke("typed", 5.0),)),
    "two rows of words": changed(
        "trich_yeu", "Phát động phong trào thi đua " * 4, strokes=(Stroke("drawing", 55.0),)
    ),
}

BAD = {
    "half of Tiêu ngữ": Bad(
        changed("tieu_ngu", strokes=(Stroke("border", 30.0),)), "Tiêu ngữ is 30 mm"
    ),
    "as long as the title": Bad(
        changed("trich_yeu", strokes=(Stroke("border", 95.0),)), "trích yếu is 95 mm"
    ),
    "short below the issuer": Bad(
        changed("co_quan_ban_hanh", strokes=(Stroke("vml", 8.0),), room=60.0), "ban hành is 8 mm"
    ),
}
