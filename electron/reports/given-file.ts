// SPDX-License-Identifier: MIT

/** The file that the system gave the program to open, until the page takes it; a later one takes its place. */
export class GivenFile {
  #file: string | null;
  readonly #tell: () => void;

  /** `tell` is called when another one comes. */
  constructor(first: string | null, tell: () => void) {
    this.#file = first;
    this.#tell = tell;
  }

  readonly give = (file: string): void => {
    this.#file = file;
    this.#tell();
  };

  readonly take = (): string | null => {
    const file = this.#file;
    this.#file = null;
    return file;
  };
}
