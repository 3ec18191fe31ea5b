"""Run the command line, as `kehoach` and as `python -m kehoach`."""

from __future__ import annotations

import gc
from typing import NoReturn

SELDOM = 100_000
"""So many objects more before Python looks for circles of garbage: plans and documents have none,
and looking would take a tenth of the time of a short command.
"""


def main() -> NoReturn:
    """Run the command that `sys.argv` names and exit with its code."""
    gc.set_threshold(SELDOM)
    try:
        from kehoach import cli

        cli.main()
    finally:
        # The process ends: what is left needs no last look for circles, nor to be taken apart.
        gc.freeze()


if __name__ == "__main__":
    main()
