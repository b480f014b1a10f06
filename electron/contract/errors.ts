// SPDX-License-Identifier: MIT

/** What went wrong, for a program to tell apart. The renderer has a sentence for each. */
export type ErrorCode =
  | 'platform'
  | 'invalid-request'
  | 'forbidden-sender'
  | 'busy'
  | 'declined'
  | 'too-soon'
  | 'dialog-open'
  | 'read-only'
  | 'addon-missing'
  | 'not-found'
  | 'timed-out'
  | 'offline'
  | 'journal'
  /** What was changed before can't be told, since there is no journal to read. */
  | 'journal-unread'
  | 'lasting'
  | 'changed'
  | 'file'
  | 'internal';

/** An error as plain data: it crosses process borders, where an Error object would lose its members. */
export interface AppError {
  readonly code: ErrorCode;
  /** One plain sentence in English, for details and logs. */
  readonly message: string;
  /** As the platform gives it. */
  readonly platform?: {
    readonly domain: 'win32' | 'errno';
    /** "ERROR_ACCESS_DENIED", "EPERM". */
    readonly name: string;
    readonly number: number;
    /** The call or file that failed. */
    readonly call: string;
  };
}

/** What every call over IPC answers: nothing is thrown across the border. */
export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError };
