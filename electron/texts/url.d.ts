// SPDX-License-Identifier: MIT

/** The parser of URLs that Node.js and browsers both have, as far as it is used here (https://url.spec.whatwg.org/). */
declare class URL {
  constructor(url: string);
  readonly hostname: string;
}
