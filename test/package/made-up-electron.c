// SPDX-License-Identifier: MIT
// Stands in for electron.exe where it cannot be had: a program with a fuse wire of nine, as Electron has it, that
// does nothing. electron-builder writes fuses and resources into it.

/** The sentinel of @electron/fuses, the version and length of the wire, and nine fuses that are on. */
static volatile const char wire[] = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x09" "111111111";

int main(void) { return wire[0] == 'd' ? 0 : 1; }
