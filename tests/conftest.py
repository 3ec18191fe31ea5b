"""What holds for every test."""

from __future__ import annotations

import os
import signal
from collections.abc import Generator

import pytest
from hypothesis import settings

# How long an example takes depends on the machine, so it is never a reason to fail; the same
# commit is tested with the same examples everywhere. scripts/evidence looks for new ones.
settings.register_profile("suite", deadline=None, derandomize=True)
settings.load_profile("suite")

# A shell that starts the suite in the background lets it ignore Ctrl-C, and all that it starts:
# then no test of an interrupt would ever end.
signal.signal(signal.SIGINT, signal.default_int_handler)

MAY_SKIP = ("the original document is not beside the repository",)
"""The reasons that hold in CI too; what else skips there has not been tested, and fails."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skipped test into a failed one in CI."""
    report = yield
    if report.skipped and os.environ.get("CI") and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if not any(allowed in reason for allowed in MAY_SKIP):
            report.outcome = "failed"
            report.longrepr = f"skipped in CI: {reason}"
    return report
