"""The language that the user reads: Vietnamese under a Vietnamese locale, else English.

Messages are English in the source, marked `N_("…")` or `_("…")`; `scripts/messages` collects
them into `locale/vi/LC_MESSAGES/kehoach.po`, and this module reads what it was compiled to.
"""

from __future__ import annotations

import gettext
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from kehoach.diagnostic import N_

DOMAIN = "kehoach"
LOCALE = Path(__file__).parent / "locale"


def _plural(one: str, many: str) -> tuple[str, str]:
    """Mark a message that depends on a number."""
    return one, many


CLICK = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("Positional arguments"),
    N_("Error: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("Missing argument"),
    N_("Missing parameter: {param_name}"),
    N_("No such command {name!r}."),
    N_("No such option {name!r}."),
    N_("Show the version and exit."),
    N_("Show this message and exit."),
    N_("Try '{command} {option}' for help."),
    N_("default: {default}"),
    _plural("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    _plural("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)
"""What click says by itself and looks up in the current catalogue, so ours translates it too."""


SYSTEM = (
    N_("Argument list too long"),
    N_("Cannot allocate memory"),
    N_("Device or resource busy"),
    N_("Directory not empty"),
    N_("Disk quota exceeded"),
    N_("File exists"),
    N_("File name too long"),
    N_("File too large"),
    N_("Input/output error"),
    N_("Invalid argument"),
    N_("Is a directory"),
    N_("No such device or address"),
    N_("No such file or directory"),
    N_("No space left on device"),
    N_("Not a directory"),
    N_("Operation not permitted"),
    N_("Permission denied"),
    N_("Read-only file system"),
    N_("Stale file handle"),
    N_("Too many levels of symbolic links"),
    N_("Too many open files"),
)
"""What the system says of a file, as `OSError.strerror` has it; `report.phrase` translates it."""


def language(environment: Mapping[str, str]) -> str:
    """Return `vi` or `en`: what `KEHOACH_LANG` says, else the locale of `environment`."""
    chosen = environment.get("KEHOACH_LANG", "")
    if chosen in {"vi", "en"}:
        return chosen
    named = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next((value for value in named if value), "") or _windows_locale()
    return "vi" if locale.lower().startswith("vi") else "en"


def translator(language: str) -> Callable[[str], str]:
    """Return the function that gives a message in `language`, English where it has none."""
    catalogue = gettext.translation(DOMAIN, LOCALE, [language], fallback=True)
    # The empty message is the catalogue's own header.
    return lambda message: catalogue.gettext(message) if message else ""


def install() -> Callable[[str], str]:
    """Make the user's language that of this process, click's words included; return `translator`.

    Reads and sets the environment (`LANGUAGE`, which gettext asks first).
    """
    chosen = language(os.environ)
    os.environ["LANGUAGE"] = chosen
    gettext.bindtextdomain(DOMAIN, LOCALE)
    gettext.textdomain(DOMAIN)
    return translator(chosen)


def _windows_locale() -> str:
    if sys.platform != "win32":
        return ""
    import ctypes
    import locale

    return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
