# Sourced by build and test: sets `root` and `python`, and makes .venv when it is missing or stale.
# shellcheck shell=bash

root=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P) || exit 2
venv=$root/.venv
python=$venv/bin/python

# Paths and plans are Vietnamese: nothing may depend on the terminal's encoding.
export PYTHONUTF8=1
unset PYTHONHOME PYTHONPATH

die() {
    printf '%s: %s\n' "${0##*/}" "$1" >&2
    shift
    (($# == 0)) || printf '  %s\n' "$@" >&2
    exit 2
}

# Everything the installed packages depend on. It is compared with the copy that a finished set-up
# leaves in .venv, so an interrupted set-up, a new pin and a moved folder are all done again.
fingerprint() { printf '%s\n' "$root" && cat -- "$root/pyproject.toml" "$root/$1"; }

is_ready() { [[ -x $python ]] && fingerprint "$1" | cmp -s - "$venv/installed-$1"; }

mark_ready() {
    fingerprint "$1" >"$venv/installed-$1.tmp" && mv -f -- "$venv/installed-$1.tmp" "$venv/installed-$1"
}

find_python() {
    local candidate found=()
    for candidate in python3.11 python3.12 python3.13 python3 python; do
        command -v "$candidate" >/dev/null || continue
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
        found+=("found, but not usable: $candidate ($("$candidate" --version 2>&1 | head -n 1))")
    done
    die "Python 3.11 or newer is missing" "${found[@]}" \
        "Debian, Ubuntu: sudo apt-get install python3 python3-venv" \
        "macOS, Windows: https://www.python.org/downloads/"
}

make_venv() {
    local base said
    base=$(find_python) || exit
    "$base" -c 'import venv, ensurepip' 2>/dev/null ||
        die "$base has no venv module" "Debian, Ubuntu: sudo apt-get install python3-venv"
    said=$("$base" -m venv --clear -- "$venv" 2>&1) || {
        [[ -w $root ]] || die "no permission to write in $root" \
            "copy the folder to a place of your own and run the command there"
        die "cannot make $venv" "${said##*$'\n'}"
    }
}

explain_pip() {
    local log=$1 why
    why=$(grep -E '^ *(ERROR|error):' "$log" | tail -n 1)
    case $(<"$log") in
    *'No space left'*) why="the disk is full" ;;
    *'DO NOT MATCH THE HASHES'*) why="a downloaded package is not the one that was pinned" ;;
    *'NewConnection'* | *'name resolution'* | *'ConnectTimeout'* | *'unreachable'* | \
        *'ProxyError'* | *'Max retries'* | *'ConnectionReset'* | *'Connection broken'*)
        why="no network: the first run downloads packages; connect and run it again" ;;
    esac
    die "cannot install the dependencies: ${why:-pip failed}" "log: $log"
}

install() {
    local log=$venv/setup.log
    "$python" -m pip install --no-user --retries 2 --no-input --requirement "$root/$1" >"$log" 2>&1 &&
        "$python" -m pip install --no-user --no-deps --no-build-isolation --no-index \
            --editable "$root" >>"$log" 2>&1 ||
        explain_pip "$log"
}

# prepare PINS…: leaves a .venv that has the last of PINS installed; each list includes the one before.
prepare() {
    local wanted=${*: -1} pins
    is_ready "$wanted" && return
    echo "${0##*/}: preparing $venv; this is done once and takes a minute" >&2
    is_ready "$1" || make_venv
    rm -f -- "$venv/installed-$wanted"
    install "$wanted"
    for pins; do mark_ready "$pins"; done
}
