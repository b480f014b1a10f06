// SPDX-License-Identifier: MIT

/** A function that makes its result once for each list: lists that did not change are the very objects they were. */
export function onceFor<List extends object, Made>(
  make: (list: List) => Made,
): (list: List) => Made {
  const known = new WeakMap<List, { readonly made: Made }>();
  return (list) => {
    let found = known.get(list);
    if (!found) {
      found = { made: make(list) };
      known.set(list, found);
    }
    return found.made;
  };
}
