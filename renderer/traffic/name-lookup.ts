// SPDX-License-Identifier: MIT
import type { ResolvedName } from '../../electron/contract/domain-name';
import type { AppError, ErrorCode } from '../../electron/contract/errors';
import { errorText } from '../../electron/texts/error-text';
import { conjunction } from '../../electron/language/lists';
import { messages } from '../../electron/language/messages';

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
  return [...first, words.others({ n: total - first.length })];
}

/** Which addresses a name has, and for whom. */
export function resolvedText(answer: ResolvedName): string {
  const { name, addresses, more } = answer;
  return [
    words.resolved({ name, addresses: conjunction(listed(answer)) }),
    ...(more > 0 ? [words.firstOnes({ n: addresses.length })] : []),
    words.otherResolvers,
  ].join(' ');
}

type NoAnswerPhrases = Partial<
  Record<ErrorCode, string | ((values: { readonly name: string }) => string)>
>;

/** Why a name has no addresses, and what to do about it. */
export function noAddressText(name: string, error: AppError): string {
  const sentences: NoAnswerPhrases = words.noAnswer;
  const phrase = sentences[error.code];
  const sentence = typeof phrase === 'function' ? phrase({ name }) : phrase;
  if (sentence === undefined) return errorText(error);
  return error.platform ? `${sentence} ${messages.errors.platform(error.platform)}.` : sentence;
}
