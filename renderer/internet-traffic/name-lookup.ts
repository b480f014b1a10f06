// SPDX-License-Identifier: MIT
import type { ResolvedName } from '../../electron/contract/domain-name';
import type { AppError, ErrorCode } from '../../electron/contract/errors';
import { errorText } from '../ui/error-text';
import { messages } from '../ui/messages';

const words = messages.internetTraffic.probes;

/** Where the lookup of a typed name stands. */
export type NameLookup =
  | { readonly kind: 'under-way'; readonly name: string }
  | { readonly kind: 'answered'; readonly name: string; readonly answer: ResolvedName }
  | { readonly kind: 'failed'; readonly name: string; readonly error: AppError };

/** More addresses than this are counted in a sentence; the table has them. */
const mostListed = 4;

function listed({ addresses, more }: ResolvedName): readonly string[] {
  const total = addresses.length + more;
  if (total <= mostListed) return addresses;
  const first = addresses.slice(0, mostListed - 1);
  return [...first, words.others(total - first.length)];
}

/** Which addresses a name has, and for whom. */
export function resolvedText(answer: ResolvedName): string {
  const { name, addresses, more } = answer;
  return [
    words.resolved(name, listed(answer)),
    ...(more > 0 ? [words.firstOnes(addresses.length)] : []),
    words.otherResolvers,
  ].join(' ');
}

/** Why a name has no addresses, and what to do about it. */
export function noAnswerText(name: string, error: AppError): string {
  const sentences: Partial<Record<ErrorCode, (name: string) => string>> = words.noAnswer;
  const sentence = sentences[error.code]?.(name);
  if (sentence === undefined) return errorText(error);
  return error.platform ? `${sentence} ${messages.errors.platform(error.platform)}.` : sentence;
}
