// SPDX-License-Identifier: MIT

/** A function that makes its result once for each object: lists and rows that did not change are the very same. */
export function onceFor<From extends object, Made>(
  make: (from: From) => Made,
): (from: From) => Made {
  const known = new WeakMap<From, { readonly made: Made }>();
  return (from) => {
    let found = known.get(from);
    if (!found) {
      found = { made: make(from) };
      known.set(from, found);
    }
    return found.made;
  };
}
