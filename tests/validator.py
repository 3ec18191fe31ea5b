"""The schema validator for tests: what is wrong with a .docx by ECMA-376's schemas."""

from __future__ import annotations

import docx_scalpel


def faults(data: bytes) -> list[str]:
    """Return the `openxml.*` findings on the .docx in `data`, empty when it is valid."""
    findings = docx_scalpel.verify_deliverable(data).findings
    return [f"{f.code}: {f.message}" for f in findings if f.code.startswith("openxml.")]
