"""What can be read and cannot be meant; the faults themselves are in test_faulty_inputs."""

from __future__ import annotations

import pytest

import cases


@pytest.mark.parametrize(
    "line",
    [
        "number: 5",
        "number: 05",
        "number: 12a",
        "number: 12B",
        "number: 10/KH-BCĐ-CAT",
        "number: 714/KH-UBND",
        "number: /KH-UBND",
        "number: '{{ year }}'",
        "number:",
        "year: 1945",
        "year: 2100",
        "targets: {kdc: {value: 100%, of: [xa]}}",
        "targets: {kdc: {value: 185 mô hình, of: [xa]}}",
        "targets: {kdc: {value: '{{ year }}%', of: [xa]}}",
    ],
)
def test_what_may_be_meant(line: str) -> None:
    assert not cases.findings(f"{line}\n")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("year: 1944", "P023"),
        ("year: 2101", "P023"),
        ("number: số 5", "P024"),
        ("number: 5ab", "P024"),
        ("number: 5/6", "P024"),
        ("number: 1.5", "P024"),
        ("targets: {kdc: {value: '100,5% trở lên', of: [xa]}}", "P025"),
    ],
)
def test_what_cannot_be_meant(line: str, code: str) -> None:
    assert [found.code for found in cases.findings(f"{line}\n")] == [code]
