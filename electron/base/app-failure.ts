// SPDX-License-Identifier: MIT

import type { AppError, ErrorCode } from '../contract/errors';

/** Thrown inside main where a caller is to be told why: it carries what crosses the border. */
export class AppFailure extends Error {
  readonly appError: AppError;

  constructor(appError: AppError) {
    super(appError.message);
    this.name = 'AppFailure';
    this.appError = appError;
  }
}

/** A failure with a code and one plain sentence. */
export function appFailure(code: ErrorCode, message: string): AppFailure {
  return new AppFailure({ code, message });
}
