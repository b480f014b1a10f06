#!/bin/sh
# SPDX-License-Identifier: MIT
# enter.sh root|chroot FOLDER COMMAND...: runs a command where FOLDER is all there is, in a mount namespace of its own. As
# the namespace's root it is a system like any other; after chroot(2) the kernel makes no user namespaces (clone(2), EPERM).
set -e
kind=$1
folder=$2
shift 2

mount --bind "$folder" "$folder"
cd "$folder"
mount -t proc proc proc
mount -t sysfs sysfs sys
mount --rbind /dev dev
mount -t tmpfs tmpfs tmp

if [ "$kind" = chroot ]; then exec chroot . "$@"; fi
pivot_root . mnt
umount --lazy /mnt
exec "$@"
