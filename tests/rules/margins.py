"""Cases of the rule margins."""

from dataclasses import replace

from subjects import GOOD_SECTION, Bad, paper

GOOD = {
    "the widest": paper(top=25, bottom=25, left=35, right=20),
    "rounded to twips": paper(top=19.99, bottom=20.02, left=29.98, right=15.01),
    "lying, turned": paper(width=297, height=210, top=30, bottom=15, left=20, right=20),
}

BAD = {
    "top": Bad(paper(top=15), "top margin is 15 mm instead of 20-25"),
    "bottom": Bad(paper(bottom=26), "bottom margin is 26"),
    "left": Bad(paper(left=25.4), "left margin is 25,4 mm instead of 30-35"),
    "right": Bad(paper(right=25.4), "right margin is 25,4 mm instead of 15-20"),
    "Word's own": Bad(paper(top=25.4, bottom=25.4, left=25.4, right=25.4), "the left", "the right"),
    "a later section": Bad(
        paper(sections=(GOOD_SECTION, replace(GOOD_SECTION, left=20))), "the left margin is 20 mm"
    ),
}
