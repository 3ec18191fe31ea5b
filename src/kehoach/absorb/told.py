"""What bringing a Word file home is told as: lines to read in a terminal, and values for JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kehoach.absorb.changes import Choice, Option
from kehoach.absorb.comments import Comment
from kehoach.absorb.edits import Edit, Kind
from kehoach.absorb.prove import Difference, Proof
from kehoach.absorb.session import Prepared, Session, lines_today
from kehoach.align import edits, words
from kehoach.diagnostic import N_, Place, Span, Where
from kehoach.diff import phrases
from kehoach.document import Run
from kehoach.ooxml.remarks import Remark
from kehoach.report import Translate, phrase, plain

CONFLICT = "c"
"""Stands before the number of a conflict where answers are given."""

KINDS = {
    Kind.WORD: N_("words"),
    Kind.SENTENCE: N_("sentence"),
    Kind.INSERT: N_("added"),
    Kind.DELETE: N_("removed"),
    Kind.MOVE: N_("moved"),
    Kind.SPLIT: N_("split"),
    Kind.MERGE: N_("joined"),
    Kind.MARKER: N_("marker"),
    Kind.NUMBER: N_("number"),
    Kind.ROW: N_("table row"),
    Kind.COLUMN: N_("table column"),
    Kind.CELL: N_("table cell"),
    Kind.VALUE: N_("value"),
    Kind.RECIPIENT: N_("recipient"),
    Kind.SIGNATURE: N_("signature"),
    Kind.HEADER: N_("head"),
    Kind.ANNEX: N_("annex"),
    Kind.TEMPLATE: N_("template"),
}
"""What is printed for each kind of edit."""

SHORT = 80
"""Characters of words that are told on one line."""

_MARKS = {"kept": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}


def summary(session: Session, prepared: Prepared, translate: Translate) -> Iterator[str]:
    """Yield what the file changes, what is asked, and what its readers remarked."""
    yield from _tracked(session, translate)
    yield from lines(session, prepared, translate)
    yield from _choices(session.absorbed.choices, prepared.picks, translate)
    yield from _conflicts(prepared, translate)
    yield from _comments(session.comments, translate)


def verdict(proof: Proof, translate: Translate) -> Iterator[str]:
    """Yield whether the new document equals the Word file, and where it does not."""
    if not proof.stands:
        yield translate(N_("Not proven: with these edits the plan cannot be built."))
        return
    if proof.equal and proof.moved:
        yield translate(
            N_("Proven: the new document has every edit, and what the plan has changed since.")
        )
    elif proof.equal:
        yield translate(N_("Proven: the new document equals the Word file."))
    else:
        counted = {"count": len(proof.differences)}
        yield phrase(
            N_("The new document differs from the Word file in {count} places:"), counted, translate
        )
    for found in proof.differences:
        yield from _difference(found, translate)


def asked(choice: Choice, translate: Translate) -> str:
    """Return a choice as a question on one line."""
    return f"{_at(choice.where)}{changed(choice.was, choice.now)}: {_why(choice, translate)}"


def label(option: Option, translate: Translate) -> str:
    """Return an option in the user's language."""
    return plain(phrase(option.label, option.args, translate))


def changed(was: str, now: str) -> str:
    """Return words before and after as one text: `[-went-]`, `{+came+}`, long kept ones cut."""
    found = edits(*(words((Run(text),) if text else ()) for text in (was, now)))
    stretches = phrases.marked(found, short=True)
    marked = (plain(mark.text).join(_MARKS[mark.kind]) for mark in stretches)
    return "".join(marked).strip()


def _tracked(session: Session, translate: Translate) -> Iterator[str]:
    for author, made in session.tracked.items():
        said = N_("tracked in Word by {author}: {count} places")
        yield plain(phrase(said, {"author": author or "?", "count": len(made)}, translate))
    if session.tracked and session.plain:
        said = N_("changed without being tracked: {count} places")
        yield phrase(said, {"count": len(session.plain)}, translate)


def lines(session: Session, prepared: Prepared, translate: Translate) -> Iterator[str]:
    """Yield the lines of the plan that would change."""
    made = list(lines_today(prepared, prepared.taken))
    shown = [(e, path, line) for e, path, line in made if e.kind is not Kind.NUMBER]
    yield phrase(N_("Edits: {count}"), {"count": len(shown)}, translate)
    for edit, path, line in shown:
        who = "; ".join(session.authors(edit))
        by = f" ({who})" if who else ""
        yield plain(f"  {path}:{line}: {_edit(edit, translate)}{by}")
    if len(made) > len(shown):
        said = N_("numbers typed anew: {count}")
        yield "  " + phrase(said, {"count": len(made) - len(shown)}, translate)
    if prepared.left_out:
        said = N_("Left out, for the plan cannot be built with them: {count}")
        yield phrase(said, {"count": len(prepared.left_out)}, translate)
    for edit, path, line in lines_today(prepared, prepared.left_out):
        yield plain(f"  {path}:{line}: {_edit(edit, translate)}")


def _edit(edit: Edit, translate: Translate) -> str:
    """Return what an edit does; one that prints nothing by itself is told as it is written."""
    if edit.was or edit.now:
        return f"{translate(KINDS[edit.kind])}: {changed(edit.was, edit.now)}"
    written = changed("", _short(" ".join(edit.new.split()), 2 * SHORT))
    alone = translate(N_("for this unit or plan alone"))
    return f"{alone}: {written}"


def _choices(
    choices: Sequence[Choice], picks: Mapping[int, int], translate: Translate
) -> Iterator[str]:
    if count := len(choices) - len(picks):
        said = N_("To decide, nothing is changed without an answer (--choose N=OPTION): {count}")
        yield phrase(said, {"count": count}, translate)
    for number, choice in enumerate(choices):
        if number in picks:
            continue
        yield plain(f"  {number + 1}. {asked(choice, translate)}")
        for which, option in enumerate(choice.options, 1):
            yield f"     {number + 1}={which}: {label(option, translate)}"
    if picks:
        yield translate(N_("Decided:"))
    for number, pick in sorted(picks.items()):
        choice = choices[number]
        words = changed(choice.was, choice.now)
        yield plain(f"  {number + 1}. {words}: {label(choice.options[pick], translate)}")


def _conflicts(prepared: Prepared, translate: Translate) -> Iterator[str]:
    if prepared.conflicts:
        said = N_("Conflicts, the plan keeps its words without an answer: {count}")
        yield phrase(said, {"count": len(prepared.conflicts)}, translate)
    for number, (path, conflict) in enumerate(prepared.conflicts, 1):
        name = f"{CONFLICT}{number}"
        yield plain(f"  {name}. {path}:{conflict.line}")
        sides = {
            N_("{name}=1: as the plan has it today:"): conflict.today,
            N_("{name}=2: as the Word file has it:"): conflict.word,
        }
        for said, text in sides.items():
            yield "     " + phrase(said, {"name": name}, translate)
            yield from (f"       | {plain(line)}" for line in text.splitlines())


def _comments(comments: Sequence[Comment], translate: Translate) -> Iterator[str]:
    if comments:
        yield phrase(N_("Comments: {count}"), {"count": len(comments)}, translate)
    for comment in comments:
        remark = comment.remark
        on = remark.quoted or comment.words
        place = f" ({comment.section})" if comment.section else ""
        settled = translate(N_("settled"))
        done = f" [{settled}]" if remark.settled else ""
        yield plain(f"  «{_short(on)}»{place}{done}")
        for said in (remark, *remark.answers):
            yield plain(f"    {said.author or '?'}: {said.text}")


def _difference(found: Difference, translate: Translate) -> Iterator[str]:
    why = f" ({translate(found.why)})" if found.why else ""
    place = f"{found.section}: " if found.section else ""
    yield plain(f"  {place}{changed(found.plan, found.word)}{why}")


def _why(choice: Choice, translate: Translate) -> str:
    return phrase(choice.why, choice.args, translate)


def _at(where: Where | None) -> str:
    if isinstance(where, Span):
        return f"{where.path}:{where.line}: "
    return f"{where.path}: " if isinstance(where, Place) else ""


def _short(text: str, most: int = SHORT) -> str:
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


def values(
    session: Session, prepared: Prepared, written: Sequence[str], translate: Translate
) -> dict[str, object]:
    """Return all of it as values for JSON."""
    found, proof = session.found, prepared.proof
    return {
        "base": {"name": found.name, "plan": found.path, "unit": found.base.unit or None},
        "edits": [
            {"path": path, "line": line, "kind": e.kind.value, "was": e.was, "now": e.now}
            | {"tracked_by": list(session.authors(e))}
            for e, path, line in lines_today(prepared, prepared.taken)
        ],
        "left_out": [
            {"path": path, "line": line, "kind": e.kind.value, "was": e.was, "now": e.now}
            for e, path, line in lines_today(prepared, prepared.left_out)
        ],
        "choices": [_choice(choice, translate) for choice in session.absorbed.choices],
        "conflicts": [
            {"path": path, "line": c.line, "base": c.base, "today": c.today, "word": c.word}
            for path, c in prepared.conflicts
        ],
        "tracked": {author: len(made) for author, made in session.tracked.items()},
        "comments": [_comment(comment) for comment in session.comments],
        "written": list(written),
        "proof": {
            "equal": proof.equal,
            "plan_changed_since": proof.moved,
            "differences": [
                {"section": d.section, "plan": d.plan, "word": d.word, "why": translate(d.why)}
                for d in proof.differences
            ],
        },
    }


def _choice(choice: Choice, translate: Translate) -> dict[str, object]:
    return {
        "kind": choice.kind.value,
        "place": _at(choice.where).removesuffix(": ") or None,
        "was": choice.was,
        "now": choice.now,
        "why": _why(choice, translate),
        "options": [label(option, translate) for option in choice.options],
    }


def _comment(comment: Comment) -> dict[str, object]:
    told = {"section": comment.section or None, "words": comment.words or None}
    return told | dict(_remark(comment.remark))


def _remark(remark: Remark) -> Mapping[str, object]:
    return {
        "author": remark.author,
        "date": remark.date or None,
        "text": remark.text,
        "on": remark.quoted or None,
        "settled": remark.settled,
        "answers": [_remark(answer) for answer in remark.answers],
    }
