// SPDX-License-Identifier: MIT
import type { AppError } from '../contract/errors';
import { messages } from '../language/messages';

/** One sentence about an error, followed by what the platform calls it. */
export function errorText(error: AppError): string {
  const sentence = messages.errors.codes[error.code];
  return error.platform ? `${sentence} ${messages.errors.platform(error.platform)}.` : sentence;
}

/** Everything known about an error, for the clipboard. */
export function errorDetails(error: AppError): string {
  const lines = [error.code, error.message];
  if (error.platform) lines.push(messages.errors.platform(error.platform));
  return lines.join('\n');
}

const forbiddenNames: readonly string[] = ['ERROR_ACCESS_DENIED', 'EACCES', 'EPERM'];

/** What to do about an error of the platform. */
export function nextStepText({ platform }: AppError): string {
  const { forbidden, sendDetails } = messages.errors;
  return platform && forbiddenNames.includes(platform.name) ? forbidden : sendDetails;
}

const diskFullNames: readonly string[] = ['ENOSPC', 'EDQUOT', 'ERROR_DISK_FULL'];

/** Whether there is no room left to write. */
export function isDiskFull({ platform }: AppError): boolean {
  return platform !== undefined && diskFullNames.includes(platform.name);
}
