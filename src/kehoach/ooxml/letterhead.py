"""A head that stands in the page header of the first page, as on printed paper of an office."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from kehoach.ooxml.package import Parts, R, relationships, w
from kehoach.ooxml.paging import sections
from kehoach.ooxml.style import toggle, value
from kehoach.vietnamese import fold

_BANNERS = ("cong hoa xa hoi chu nghia viet nam", "dang cong san viet nam")


def first_header(parts: Parts, main: str, root: etree._Element) -> str:
    """Return the part with the header of the first page, empty when it has none (17.10.5)."""
    section = next(iter(sections(root)), None)
    if section is None:
        return ""
    kind = "first" if toggle(section, "titlePg") else "default"
    used = {
        value(reference, "type") or "default": reference.get(f"{{{R}}}id", "")
        for reference in section.findall(w("headerReference"))
    }
    targets = {link.id: link.target for link in relationships(parts, main) if not link.external}
    name = targets.get(used.get(kind, ""), "")
    return name if name in parts and name.endswith(".xml") else ""


def is_head(texts: Iterable[str]) -> bool:
    """Return whether lines have what stands above every document: Quốc hiệu, or the Party's."""
    return any(banner in " ".join(fold(text).split()) for text in texts for banner in _BANNERS)
