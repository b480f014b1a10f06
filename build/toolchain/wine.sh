#!/bin/sh
# SPDX-License-Identifier: MIT
# wine.sh PROGRAM [ARGUMENT]...: runs a Windows program by the Wine that WINE names, else by this system's. Debian's
# package wine64 puts no command on the path.
PATH=$PATH:/usr/lib/wine
exec "${WINE:-wine64}" "$@"
