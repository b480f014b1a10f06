#!/bin/sh
# SPDX-License-Identifier: MIT
# enter.sh root|chroot FOLDER [--share PLACE]... COMMAND...: runs a command where FOLDER is all there is, and what is
# shared with the outside under one name, in a mount namespace of its own. As the namespace's root it is a system like any
# other; after chroot(2) the kernel makes no user namespaces (clone(2), EPERM).
set -e
kind=$1
folder=$2
here=$PWD
shift 2

mount --bind "$folder" "$folder"
cd "$folder"
mount -t proc proc proc
mount -t sysfs sysfs sys
mount --rbind /dev dev
mount -t tmpfs tmpfs tmp
while [ "$1" = --share ]; do
  mkdir -p ".$2"
  mount --rbind "$2" ".$2"
  shift 2
done

if [ "$kind" = chroot ]; then exec chroot . "$@"; fi
pivot_root . mnt
umount --lazy /mnt
# The folder it was called in, where that is shared.
cd "$here" 2> /dev/null || cd /
exec "$@"
