// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';

/** IMAGE_DLLCHARACTERISTICS_* of the optional header. */
export const dllCharacteristics = {
  highEntropy: 0x0020,
  dynamicBase: 0x0040,
  nxCompatible: 0x0100,
};

/** Types of resources (winuser.h). */
export const resourceType = { version: 16, manifest: 24 };

const directories = { imports: 1, resources: 2 };
const importDescriptorBytes = 20;

interface Section {
  readonly address: number;
  readonly size: number;
  readonly offset: number;
}

/** What is read of a 64-bit Windows program or library (the PE format). */
export class PeFile {
  readonly #bytes: Buffer;
  readonly #optionalHeader: number;
  readonly #sections: readonly Section[];

  constructor(file: string) {
    this.#bytes = readFileSync(file);
    const peHeader = this.#bytes.readUInt32LE(0x3c);
    if (this.#bytes.toString('latin1', peHeader, peHeader + 4) !== 'PE\0\0') {
      throw new Error(`${file} is not a program for Windows`);
    }
    this.#optionalHeader = peHeader + 24;
    const sectionTable = this.#optionalHeader + this.#bytes.readUInt16LE(peHeader + 20);
    const sections = this.#bytes.readUInt16LE(peHeader + 6);
    this.#sections = Array.from({ length: sections }, (_, index) => {
      const at = sectionTable + index * 40;
      return {
        address: this.#bytes.readUInt32LE(at + 12),
        size: Math.max(this.#bytes.readUInt32LE(at + 8), this.#bytes.readUInt32LE(at + 16)),
        offset: this.#bytes.readUInt32LE(at + 20),
      };
    });
  }

  get dllCharacteristics(): number {
    return this.#bytes.readUInt16LE(this.#optionalHeader + 70);
  }

  /** Names of the DLLs in the import table, lower case, sorted. */
  get imports(): readonly string[] {
    const start = this.#directory(directories.imports);
    const names: string[] = [];
    for (let at = this.#offset(start); ; at += importDescriptorBytes) {
      const name = this.#bytes.readUInt32LE(at + 12);
      if (name === 0) return names.sort();
      const from = this.#offset(name);
      names.push(this.#bytes.toString('latin1', from, this.#bytes.indexOf(0, from)).toLowerCase());
    }
  }

  /** The first resource of a type, as it is; undefined if there is none. */
  resource(type: number): Buffer | undefined {
    const root = this.#directory(directories.resources);
    if (root === 0) return undefined;
    const base = this.#offset(root);
    const table = this.#entries(base, base).find(({ id }) => id === type)?.at;
    if (table === undefined) return undefined;
    const name = this.#entries(table, base)[0]?.at;
    const language = name === undefined ? undefined : this.#entries(name, base)[0]?.at;
    if (language === undefined) return undefined;
    const at = this.#offset(this.#bytes.readUInt32LE(language));
    return this.#bytes.subarray(at, at + this.#bytes.readUInt32LE(language + 4));
  }

  /** The entries of a resource directory with the file offset of what they lead to. */
  #entries(at: number, base: number): readonly { id: number; at: number }[] {
    const count = this.#bytes.readUInt16LE(at + 12) + this.#bytes.readUInt16LE(at + 14);
    return Array.from({ length: count }, (_, index) => {
      const entry = at + 16 + index * 8;
      const target = this.#bytes.readUInt32LE(entry + 4) & 0x7fffffff;
      return { id: this.#bytes.readUInt32LE(entry), at: base + target };
    });
  }

  /** Relative address of a data directory; 0 if it is not there. */
  #directory(index: number): number {
    return this.#bytes.readUInt32LE(this.#optionalHeader + 112 + index * 8);
  }

  /** File offset of a relative address. */
  #offset(address: number): number {
    const section = this.#sections.find(
      ({ address: start, size }) => address >= start && address < start + size,
    );
    if (!section) throw new Error(`No section holds the address ${String(address)}`);
    return address - section.address + section.offset;
  }
}
