#!/bin/sh
# Builds the demo program for both architectures, statically with musl, on Debian:
#   apt-get install gcc musl-tools gcc-aarch64-linux-gnu
#   dpkg --add-architecture arm64 && apt-get update
# musl for arm64 is taken from Debian's package without installing it.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
options="-Os -std=gnu11 -Wall -Wextra -Werror -static -s -ffunction-sections -fdata-sections -Wl,--gc-sections -Wl,--build-id=none"


# shellcheck disable=SC2086
musl-gcc $options -o "$here/server-amd64" "$here/server.c"

package=musl-dev
(cd "$work" && apt-get download "$package:arm64" && dpkg -x "$package"_*_arm64.deb musl)
lib=$work/musl/usr/lib/aarch64-linux-musl
sed "s|/usr/|$work/musl/usr/|g" "$lib/musl-gcc.specs" >"$work/specs"
# shellcheck disable=SC2086
aarch64-linux-gnu-gcc -specs="$work/specs" $options -mno-outline-atomics -o "$here/server-arm64" "$here/server.c"
ls -l "$here"/server-*
