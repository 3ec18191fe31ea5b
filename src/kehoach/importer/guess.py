"""What each paragraph is taken for, how sure that is, and which part of a plan it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile

from kehoach.diagnostic import N_
from kehoach.document import ANNEX, FIXED, FOOT, HEAD, PLAIN, Block, Document
from kehoach.roles.confidence import SURE

_PREAMBLE = ("can_cu", "mo_dau")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a guess needs a second look: in Vietnamese beside it in the plan, and as a finding."""

    comment: str
    message: str


ISSUER = Reason(
    "đoán dòng nào là cơ quan chủ quản, dòng nào là cơ quan ban hành",
    N_("which of these lines is the issuer and which stands over it is a guess"),
)
TITLE = Reason("đoán là trích yếu", N_("taken for the title, from its place below «KẾ HOẠCH»"))
STRAY = Reason("chưa rõ là gì, giữ nguyên chữ", N_("nothing says what this is: kept as text"))
JOINED = Reason(
    "đã nối các dòng bị ngắt", N_("lines that were broken inside a sentence are joined")
)
PARTED = Reason("đã tách ở chỗ xuống dòng", N_("a paragraph is parted where its lines were broken"))
BULLET = Reason("dấu đầu dòng khác đã đổi thành -", N_("another bullet is written as «-»"))
SPACED = Reason(
    "đã thêm dấu cách hoặc dấu chấm sau số", N_("a space or a dot is added to the number")
)
SLIP = Reason(
    "số không đúng thứ tự, giữ như bản gốc", N_("the number is out of order: kept as it is")
)
TYPED_OUT = Reason(
    "số tự động thành chữ", N_("an automatic number of another form is typed out as text")
)
UNNUMBERED = Reason(
    "tiêu đề không có số, cho in đậm", N_("a heading without a number is set in bold")
)
HEADER_ROW = Reason(
    "đoán hàng đầu là tiêu đề bảng", N_("the first row is taken for the table's head")
)
SIGNER = Reason("đoán chức vụ và họ tên", N_("posts and name of the signer are a guess"))
ANNEX_HEAD = Reason("đoán là phụ lục", N_("taken for an annex"))
ASIDE = Reason("không đưa vào văn bản", N_("left out of the text, kept in a comment"))
NOTE = Reason(
    "chú thích đưa vào trong ngoặc", N_("a footnote that cannot stand here is in brackets")
)


@dataclass(frozen=True, slots=True)
class Guess:
    """A block with the confidence in its role, 0 to 1, and why it needs a second look, if it does.

    `aside` says that the words are no part of the text: they are kept in a comment.
    """

    block: Block
    confidence: float = SURE
    reason: Reason | None = None
    aside: bool = False

    @property
    def why(self) -> str:
        """Return the comment for the plan, empty without one."""
        if self.reason is None:
            return ""
        return f"{self.reason.comment} ({round(self.confidence * 100)}%)"

    @property
    def role(self) -> str:
        """Return the role of the block."""
        return self.block.role

    @property
    def text(self) -> str:
        """Return the words of the block."""
        return self.block.text


Guesses = Sequence[Guess]


@dataclass(frozen=True, slots=True)
class AnnexDraft:
    """An annex: its opening lines, its text, its signers."""

    opening: Guesses
    body: Guesses = ()
    signers: Sequence[Guesses] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """The blocks of a document by the key of a plan that prints them."""

    head: Guesses = ()
    preamble: Guesses = ()
    body: Guesses = ()
    closing: Guesses = ()
    recipients: Guesses = ()
    signers: Sequence[Guesses] = ()
    annexes: Sequence[AnnexDraft] = ()
    asides: Guesses = field(default=())

    def of(self, role: str) -> list[Guess]:
        """Return the lines of the head in a role."""
        return [guess for guess in self.head if guess.role == role]

    def words(self, role: str) -> str:
        """Return the words of the head in a role, its lines joined by spaces."""
        return " ".join(guess.text for guess in self.of(role))


def sure(document: Document) -> list[Guess]:
    """Return the blocks of a document of ours: its styles say what each is."""
    return [Guess(block) for block in document.blocks if block.role != FIXED]


def sort_out(guesses: Guesses) -> Draft:
    """Return the blocks by the part of the plan that prints them."""
    asides = [guess for guess in guesses if guess.aside]
    kept = [guess for guess in guesses if not guess.aside]
    start = next((i for i, g in enumerate(kept) if g.role == ANNEX[0]), len(kept))
    main, rest = kept[:start], kept[start:]
    text = [g for g in main if g.role not in (*HEAD, *FOOT)]
    preamble, body, closing = _text(text)
    return Draft(
        head=[g for g in main if g.role in HEAD],
        preamble=preamble,
        body=body,
        closing=closing,
        recipients=[g for g in main if g.role == FOOT[0]],
        signers=_signers(g for g in main if g.role in FOOT[1:]),
        annexes=list(_annexes(rest)),
        asides=asides,
    )


def _text(text: Guesses) -> tuple[Guesses, Guesses, Guesses]:
    """Return preamble, body and closing; the body has the last of it if there is nothing else."""
    last = max((i for i, g in enumerate(text) if g.role in _PREAMBLE), default=-1) + 1
    end = len(text) - 1 if text and text[-1].role == "ket" else len(text)
    if last >= end and last:
        last -= 1
    return text[:last], text[last:end], text[end:]


def _signers(blocks: Iterable[Guess]) -> list[list[Guess]]:
    """Return the lines of each signer: a name, be it blank, ends one."""
    made: list[list[Guess]] = [[]]
    for guess in blocks:
        made[-1].append(guess)
        if guess.role == FOOT[-1]:
            made.append([])
    return [signer for signer in made if signer]


def _annexes(rest: Guesses) -> Iterable[AnnexDraft]:
    starts = [i for i, guess in enumerate(rest) if guess.role == ANNEX[0]]
    for start, end in pairwise([*starts, len(rest)]):
        opening = [rest[start], *takewhile(lambda g: g.role in ANNEX, rest[start + 1 : end])]
        inner = rest[start + len(opening) : end]
        body = [_as_text(g) for g in inner if g.role not in FOOT[1:]]
        yield AnnexDraft(opening, body, _signers(g for g in inner if g.role in FOOT[1:]))


def _as_text(guess: Guess) -> Guess:
    """Return a line of an annex that has a role which only the main text prints as plain text."""
    if guess.role in (*HEAD, *ANNEX, FOOT[0]):
        return replace(guess, block=replace(guess.block, role=PLAIN))
    return guess
