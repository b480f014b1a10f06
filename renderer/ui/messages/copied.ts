// SPDX-License-Identifier: MIT

export const copiedMessages = {
  done: 'Copied.',
  failed: 'Nothing was copied.',
};
