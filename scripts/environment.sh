# Sourced by build and test: sets `root` and `python`, and makes .venv when it is missing or stale.
# shellcheck shell=bash

root=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P) || exit 2
venv=$root/.venv
python=$venv/bin/python

# Paths and plans are Vietnamese: nothing may depend on the terminal's encoding.
export PYTHONUTF8=1
unset PYTHONHOME PYTHONPATH

# As kehoach.messages does: what KEHOACH_LANG says, else the locale.
is_vietnamese() {
    case ${KEHOACH_LANG:-} in vi) return 0 ;; en) return 1 ;; esac
    [[ ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} == [Vv][Ii]* ]]
}

# say ENGLISH VIETNAMESE: prints the one that the user reads.
say() { if is_vietnamese; then echo "$2"; else echo "$1"; fi; }

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
        found+=("$(say "found, but not usable" "có, nhưng không dùng được"): $candidate ($(
            "$candidate" --version 2>&1 | head -n 1
        ))")
    done
    die "$(say "Python 3.11 or newer is missing" "máy chưa có Python 3.11 trở lên")" "${found[@]}" \
        "Debian, Ubuntu: sudo apt-get install python3 python3-venv" \
        "macOS, Windows: https://www.python.org/downloads/"
}

make_venv() {
    local base said
    base=$(find_python) || exit
    "$base" -c 'import venv, ensurepip' 2>/dev/null ||
        die "$base $(say "has no venv module" "thiếu mô-đun venv")" "Debian, Ubuntu: sudo apt-get install python3-venv"
    said=$("$base" -m venv --clear -- "$venv" 2>&1) || {
        [[ -w $root ]] || die "$(say "no permission to write in" "không có quyền ghi vào") $root" \
            "$(say "copy the folder to a place of your own and run the command there" \
                "chép thư mục sang chỗ có quyền ghi rồi chạy lệnh ở đó")"
        die "$(say "cannot make" "không tạo được") $venv" "${said##*$'\n'}"
    }
}

explain_pip() {
    local log=$1 why
    why=$(grep -E '^ *(ERROR|error):' "$log" | tail -n 1)
    case $(<"$log") in
    *'No space left'*) why=$(say "the disk is full" "đĩa đã đầy") ;;
    *'DO NOT MATCH THE HASHES'*)
        why=$(say "a downloaded package is not the one that was pinned" \
            "gói tải về không phải gói đã chốt")
        ;;
    *'NewConnection'* | *'name resolution'* | *'ConnectTimeout'* | *'unreachable'* | \
        *'ProxyError'* | *'Max retries'* | *'ConnectionReset'* | *'Connection broken'*)
        why=$(say "no network: the first run downloads packages; connect and run it again" \
            "không có mạng: lần chạy đầu phải tải các gói về; nối mạng rồi chạy lại")
        ;;
    esac
    why=${why:-$(say "pip failed" "pip báo lỗi")}
    die "$(say "cannot install the dependencies" "không cài được các gói cần dùng"): $why" \
        "$(say "log" "nhật ký"): $log"
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
    echo "${0##*/}: $(say "preparing $venv; this is done once and takes a minute" \
        "đang chuẩn bị $venv; chỉ làm một lần, mất chừng một phút")" >&2
    is_ready "$1" || make_venv
    rm -f -- "$venv/installed-$wanted"
    install "$wanted"
    for pins; do mark_ready "$pins"; done
}
