"""Which forms a plan asks for, who fills each, and where each goes.

Pure: what comes back are templates' names, values and paths; `render_form` and `workbook` make
the files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from kehoach import figures, layers, units
from kehoach.copies import Copy
from kehoach.diagnostic import N_, Diagnostic, error, nearest, style, warning
from kehoach.form import registrants
from kehoach.form.data import values
from kehoach.form.fillers import ROOT, Circle, Filler
from kehoach.form.sheet import Sheet
from kehoach.form.summary import Line, summary
from kehoach.form.summary import objects as objects_of
from kehoach.form.words import FORMS, HANDED_ON, LEVELS, OTHERS, OWN, SETS, SUMMARY
from kehoach.layers import Fetch
from kehoach.model import Form
from kehoach.plan import Plan, day_of
from kehoach.schema import Name
from kehoach.units import Unit
from kehoach.vocabulary import OBJECTS
from kehoach.words import Printer

TEMPLATES = "templates"
WORKBOOK = ".xlsx"


@dataclass(frozen=True, slots=True)
class FormJob:
    """A form to be made: `path` counts from the plan's folder in the output.

    `template` is a form's name; `kind` is `form` for a Word file, `workbook` for a table that
    `workbook.workbook` makes of the same values. `filler` is the id of the unit or the folder of
    the registrant, empty for the issuer.
    """

    path: PurePosixPath
    template: str
    values: dict[str, object]
    kind: str
    form: str
    plan: str
    filler: str = ""
    unit: Unit | None = None

    @property
    def properties(self) -> dict[str, str]:
        """Return the custom properties that say which form it is, of which plan, for whom."""
        told = {"kehoach.form": self.form, "kehoach.plan": self.plan}
        return told | ({"kehoach.unit": self.filler} if self.filler else {})


def template_paths(plan: str, name: str) -> tuple[str, ...]:
    """Return where a form's template may be, the province's own first."""
    province = PurePosixPath(plan).parent.name
    return f"{TEMPLATES}/{province}/{name}.docx", f"{TEMPLATES}/{name}.docx"


def forms(
    plan: Plan, copies: Sequence[Copy], fetch: Fetch
) -> tuple[list[FormJob], list[Diagnostic]]:
    """Return all forms that a plan asks for, in its order, and what is wrong with them.

    `copies` are those of the plan; `fetch` gives the tables beside it and raises OSError.
    """
    on = day_of(plan.keys.date)
    if on is None or not plan.keys.forms:
        return [], []
    maker = _Maker(plan, copies, fetch)
    jobs = [job for form in plan.keys.forms for job in maker.jobs(form)]
    return jobs, maker.findings


class _Maker:
    def __init__(self, plan: Plan, copies: Sequence[Copy], fetch: Fetch) -> None:
        self.plan = plan
        self.fetch = fetch
        self.printer = Printer(plan.facts)
        self.findings: list[Diagnostic] = []
        on = day_of(plan.keys.date)
        assert on is not None
        others = self._registrants()
        self.circle = Circle(plan, copies, self._rows(), others, on)
        self._taken: set[PurePosixPath] = set()

    def jobs(self, form: Form) -> Iterator[FormJob]:
        """Yield the files of one entry of `forms:`."""
        if form.use is None or not self._sound(form):
            return
        for name in SETS.get(form.use.text, (form.use.text,)):
            if name == "tong-hop":
                yield from self._summary(form)
            elif name in SUMMARY:
                yield from self._together(form, name)
            else:
                yield from self._each(form, name)

    def _sound(self, form: Form) -> bool:
        """Return whether a form can be made; say what is wrong or missing."""
        assert form.use is not None
        name, known = form.use.text, [*FORMS, *SETS]
        if name not in known:
            best = nearest(name, known)
            hint = N_("did you mean {best}?") if best else N_("known are: {known}")
            message = N_("there is no form «{name}»")
            words = {"name": name, "best": best, "known": ", ".join(known)}
            self.findings.append(error("F001", form.use.span, message, hint, **words))
            return False
        whom = [*LEVELS, OTHERS, *OWN, *HANDED_ON]
        if form.by and form.by.text not in whom:
            best = nearest(form.by.text, whom)
            hint = N_("did you mean {best}?") if best else N_("known are: {known}")
            message = N_("«{name}» fills no form")
            words = {"name": form.by.text, "best": best, "known": ", ".join(whom)}
            self.findings.append(error("F002", form.by.span, message, hint, **words))
            return False
        if form.due is None and name not in SUMMARY:
            message = N_("the form «{name}» has no deadline: none is printed on it")
            hint = N_("write due: with an id of deadlines")
            self.findings.append(style("F003", form.use.span, message, hint, name=name))
        return all([*self._references(form)])

    def _references(self, form: Form) -> Iterator[bool]:
        """Yield whether each id of a form leads somewhere."""
        body, sections = self.plan.keys.body, self.plan.keys.sections or {}
        ids = {*sections, *(p.text.braces.id for p in (body.points if body else ()))}
        yield self._known(form.rows, ids, N_("there is no section «{name}» in body"))
        objects = {*OBJECTS, *(self.plan.keys.terms or {})}
        for name in form.of or ():
            yield self._known(name, objects, N_("«{name}» is not something that is counted"))
        for name in form.criteria or ():
            groups = set(self.plan.keys.criteria or ())
            yield self._known(name, groups, N_("there is no group «{name}» in criteria"))

    def _known(self, name: Name | None, known: set[str], message: str) -> bool:
        if name is None or name.text in known:
            return True
        best = nearest(name.text, known)
        hint = N_("did you mean {best}?") if best else ""
        self.findings.append(error("F004", name.span, message, hint, name=name.text, best=best))
        return False

    def _each(self, form: Form, name: str) -> Iterator[FormJob]:
        """Yield one file for everybody who fills the form."""
        fillers = [*self.circle.fillers(form, self._by(form, name))]
        if not fillers:
            self._nobody(form)
        for filler in fillers:
            yield self._job(filler.folder, name, values(self._sheet(form, name, filler)), filler)

    def _together(self, form: Form, name: str) -> Iterator[FormJob]:
        """Yield the one file that all parties sign, none when there are none."""
        parties = [*self.circle.fillers(form, self._by(form, name))]
        if not parties:
            self._nobody(form)
            return
        sheet = self._sheet(form, name, self.circle.issuer(), parties)
        yield self._job(ROOT, name, values(sheet), self.circle.issuer())

    def _summary(self, form: Form) -> Iterator[FormJob]:
        """Yield the workbook and the Word file of the summary."""
        own = {**values(self._sheet(form, "tong-hop", self._collector())), **self._figures(form)}
        issuer = self.circle.issuer()
        word = self._job(ROOT, "tong-hop", own, issuer)
        path = word.path.with_suffix(WORKBOOK)
        yield FormJob(path, "tong-hop", own, "workbook", word.form, self.plan.path)
        yield word

    def _figures(self, form: Form) -> dict[str, object]:
        terms = self.plan.keys.terms or {}
        named = OBJECTS | {id: self.printer.text(text) for id, text in terms.items()}
        objects = [name.text for name in form.of or ()] or objects_of(self.plan.keys)
        names = {id: named[id] for id in objects if id in named}
        found = (line for filler in self.circle.all_units() for line in self._lines(filler))
        below = list({line.id: line for line in found}.values())
        others = [self._line(self.circle.registrant(r)) for r in self.circle.registrants]
        level = "Huyện, thị xã, thành phố" if self._has_districts() else "Xã, phường, đặc khu"
        return summary([(level, below), ("Sở, ngành, đơn vị khác", others)], names)

    def _has_districts(self) -> bool:
        found = next(self.circle.all_units(), None)
        return bool(found and found.unit and found.unit.level == "district")

    def _lines(self, filler: Filler) -> Iterator[Line]:
        """Yield the line of a unit, or of what it became by the day when returns are counted."""
        counted = day_of(self.plan.keys.report_on)
        if filler.unit is None or counted is None or filler.unit.stands(counted):
            yield self._line(filler)
            return
        for later in units.successors(filler.unit):
            name = later.in_sentence
            yield Line(later.id, f"{name[:1].upper()}{name[1:]}", {}, {})

    def _line(self, filler: Filler) -> Line:
        name = filler.unit.in_sentence if filler.unit else filler.name
        return Line(filler.id, f"{name[:1].upper()}{name[1:]}", filler.totals, {})

    def _collector(self) -> Filler:
        """Return who sums up: the body that registrations are sent to, else the issuer."""
        sent = (f.to for f in self.plan.keys.forms or () if f.use and f.use.text not in SUMMARY)
        to = next((self.printer.text(text) for text in sent if text), "")
        unit = self.plan.unit
        if not to.startswith("Công an") or unit is None:
            return self.circle.issuer()
        name = f"Công an {unit.in_sentence}"
        over = "Bộ Công an" if unit.level == "province" else ""
        return Filler(ROOT, "", self.plan, name, name, over, self.circle.issuer().place)

    def _sheet(
        self, form: Form, name: str, filler: Filler, parties: Sequence[Filler] = ()
    ) -> Sheet:
        by = "" if filler.name else self._handed(self._by(form, name))
        return Sheet(
            self.plan,
            form,
            name,
            filler,
            self._to(form, name, filler),
            self._due(form),
            by,
            parties,
        )

    def _handed(self, by: str) -> str:
        return HANDED_ON.get(by, "Ủy ban nhân dân cấp xã")

    def _by(self, form: Form, name: str) -> str:
        """Return who fills a form: a set that goes to communes is handed on by them."""
        asked = form.by.text if form.by else ""
        own = FORMS[name][1]
        handed = form.use is not None and form.use.text in SETS and own in HANDED_ON
        return own if handed or not asked else asked

    def _to(self, form: Form, name: str, filler: Filler) -> str:
        """Return whom a form goes to; what a commune registers itself goes above it."""
        to = self.printer.text(form.to)
        if name != "dang-ky-antt-xa" or not to.lower().startswith("công an"):
            return to
        own = filler.unit
        unit = own if own and own.level == "district" else self.plan.unit
        return f"Công an {unit.in_sentence}" if unit else to

    def _due(self, form: Form) -> str:
        known = self.plan.keys.deadlines or {}
        if form.due is None or form.due.text not in known:
            return ""
        return str(self.printer.value(f"{form.due.text}.words", form.due.span))

    def _job(
        self, folder: PurePosixPath, name: str, own: dict[str, object], filler: Filler
    ) -> FormJob:
        path, number = folder / f"{name}.docx", 1
        while path in self._taken:
            number += 1
            path = folder / f"{name}-{number}.docx"
        self._taken.add(path)
        form = path.stem
        return FormJob(path, name, own, "form", form, self.plan.path, filler.id, filler.unit)

    def _nobody(self, form: Form) -> None:
        assert form.use is not None
        message = N_("nobody fills the form «{name}»")
        hint = N_("give others: a table, copies: a level, or the form its parties:")
        where = form.by.span if form.by else form.use.span
        self.findings.append(warning("F005", where, message, hint, name=form.use.text))

    def _rows(self) -> Mapping[str, figures.Figures]:
        data = self._table(self.plan.keys.units)
        unit, on = self.plan.unit, day_of(self.plan.keys.date)
        if data is None or unit is None or on is None:
            return {}
        path, content = data
        targets = self.plan.keys.targets or ()
        return figures.read(content, path, targets, lambda id: units.find(id, on, unit))[0]

    def _registrants(self) -> Sequence[registrants.Registrant]:
        data = self._table(self.plan.keys.others)
        if data is None:
            return ()
        found, faults = registrants.read(data[1], data[0])
        self.findings += faults
        return found

    def _table(self, name: Name | None) -> tuple[str, bytes] | None:
        """Return path and content of a table beside the plan; a missing one is a finding."""
        if name is None:
            return None
        path = layers.within(name.span.path, name.text)
        if path is None:
            message = N_("«{name}» leads out of the working folder")
            self.findings.append(error("F006", name.span, message, name=name.text))
            return None
        try:
            return path, self.fetch(path)
        except OSError as fault:
            message = N_("the file {path} cannot be read: {reason}")
            reason = fault.strerror or type(fault).__name__
            self.findings.append(error("F007", name.span, message, path=path, reason=reason))
            return None
