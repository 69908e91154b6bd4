# SPDX-License-Identifier: Apache-2.0
# What `run` and `test` ask of the machine. Read with `source`; it defines functions only.

# Says a sentence to the person who runs the script.
say() { printf '%s\n' "$*" >&2; }

# Puts a Swift 6 toolchain first in PATH, or says where to get one and ends with 2.
find_swift() {
  local folder version
  for folder in "" "${SWIFT_HOME:+$SWIFT_HOME/usr/bin}" /opt/swift/usr/bin /usr/bin \
    /usr/local/bin /usr/share/swift/usr/bin "${SWIFTLY_BIN_DIR:-}" "$HOME/.swiftly/bin" \
    "$HOME/.local/share/swiftly/bin"; do
    if [ -z "$folder" ]; then
      command -v swift >/dev/null 2>&1 || continue
    else
      [ -x "$folder/swift" ] || continue
    fi
    version=$(PATH="${folder:+$folder:}$PATH" swift --version 2>/dev/null) || continue
    if printf '%s' "$version" | grep -Eq 'Swift version (6\.[1-9]|6\.[1-9][0-9]|[7-9]|[1-9][0-9])'
    then
      [ -z "$folder" ] || export PATH="$folder:$PATH"
      return 0
    fi
  done
  say "Samsyn is written in Swift 6.1 or later, and no such toolchain was found."
  say "Looked in PATH, SWIFT_HOME, /opt/swift/usr/bin, /usr/bin and the folders of swiftly."
  say "Install one from https://www.swift.org/install/linux/ and run this again, or name the"
  say "folder of an unpacked toolchain: SWIFT_HOME=/folder/of/toolchain $0"
  exit 2
}

# Prints the Debian packages that are missing. $1 is `build` or `test`. The programs that check
# uploaded files are needed by whoever runs Samsyn too.
missing_packages() {
  command -v git >/dev/null 2>&1 || echo git
  if command -v pkg-config >/dev/null 2>&1; then
    pkg-config --exists sqlite3 || echo libsqlite3-dev
    pkg-config --exists libxml-2.0 || echo libxml2-dev
    pkg-config --exists libpq || echo libpq-dev
    pkg-config --exists libarchive || echo libarchive-dev
    pkg-config --exists xlsxwriter || echo libxlsxwriter-dev
  else
    printf '%s\n' pkg-config libsqlite3-dev libxml2-dev libpq-dev libarchive-dev \
      libxlsxwriter-dev
  fi
  command -v qpdf >/dev/null 2>&1 || echo qpdf
  { command -v pdftoppm && command -v pdftotext; } >/dev/null 2>&1 || echo poppler-utils
  [ "$1" = test ] || return 0
  postgres_folder >/dev/null || echo postgresql
  find_chromium >/dev/null || echo chromium
  python3 -c 'import ensurepip, venv' >/dev/null 2>&1 || printf '%s\n' python3 python3-venv
}

# Prints the Debian packages that are missing and that Samsyn works without: PDFs are then not
# made, and with `test` what needs them is skipped and said.
missing_optional_packages() {
  command -v weasyprint >/dev/null 2>&1 || echo weasyprint
  [ "$1" = test ] || return 0
  [ -x /usr/sbin/clamd ] || echo clamav-daemon
}

# Prints the folder of PostgreSQL's server programs.
postgres_folder() {
  local folder
  for folder in "${SAMSYN_POSTGRES_BIN:-}" /usr/lib/postgresql/*/bin; do
    if [ -n "$folder" ] && [ -x "$folder/initdb" ]; then echo "$folder"; return 0; fi
  done
  return 1
}

# Prints the path of a Chromium.
find_chromium() {
  local name
  for name in ${CHROMIUM:-} chromium chromium-browser google-chrome; do
    if command -v "$name" 2>/dev/null; then return 0; fi
  done
  return 1
}

# Installs what is missing, as root or with sudo; otherwise says exactly what to install and
# ends with 2. $1 is `build` or `test`.
install_packages() {
  local packages as_root=""
  packages=$(missing_packages "$1" | sort -u | tr '\n' ' ')
  packages=${packages% }
  [ -n "$packages" ] || return 0
  if ! command -v apt-get >/dev/null 2>&1; then
    say "These are missing, by their names in Debian: $packages"
    say "Install them with this system's package manager and run $0 again."
    exit 2
  fi
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null 2>&1 && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
      as_root=sudo
    else
      say "Packages are missing. As root, run:"
      say "  apt-get update && apt-get install --no-install-recommends $packages"
      say "and then $0 again."
      exit 2
    fi
  fi
  say "Installing $packages"
  # The names are separate words.
  # shellcheck disable=SC2086
  if ! { $as_root apt-get update -q &&
    $as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -q -y --no-install-recommends $packages; } >&2; then
    say "The packages could not be installed. As root, run:"
    say "  apt-get update && apt-get install --no-install-recommends $packages"
    exit 2
  fi
  packages=$(missing_packages "$1" | sort -u | tr '\n' ' ')
  if [ -n "${packages% }" ]; then
    say "Still missing after the installation: $packages"
    exit 2
  fi
}

# Tries to install what Samsyn works without, within some minutes, and goes on in any case. $1 is
# `build` or `test`.
install_optional_packages() {
  local packages as_root=""
  packages=$(missing_optional_packages "$1" | tr '\n' ' ')
  packages=${packages% }
  [ -n "$packages" ] || return 0
  if command -v apt-get >/dev/null 2>&1; then
    if [ "$(id -u)" -ne 0 ]; then
      as_root="sudo -n"
      command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null || as_root=none
    fi
    if [ "$as_root" != none ]; then
      say "Installing $packages, which Samsyn works without"
      # shellcheck disable=SC2086
      timeout 300 $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends $packages >&2 || true
    fi
  fi
  packages=$(missing_optional_packages "$1" | tr '\n' ' ')
  [ -z "${packages% }" ] || say "Going on without ${packages% }: see docs/operations.md."
}
