// SPDX-License-Identifier: MIT
import { inOutput } from '../project-paths';
import { allProblems } from '../messages/language-problems';
import { buildBundles } from '../vite';
import { DoneMark, filesUnder, fingerprint } from './fingerprint';
import { inTurn } from './in-turn';
import { SetUpProblem } from './set-up-problem';

const sources = [
  'electron',
  'renderer',
  'build/vite.ts',
  'build/licences.ts',
  'build/licences',
  'package-lock.json',
];

/** So many digits tell builds apart, and can still be read out on the phone. */
const buildIdLength = 12;

const done = new DoneMark(inOutput('bundles.sha256'));

/** For a script that writes bundles itself: the next provideBundles() builds them again. */
export function disownBundles(): void {
  done.clear();
}

/**
 * Bundles main, preload, renderer and the command line, unless their sources are the ones of the last time. Throws a
 * SetUpProblem where something is wrong with a language.
 */
export const provideBundles = (): Promise<void> => inTurn('bundles', bundleWhatChanged);

async function bundleWhatChanged(): Promise<void> {
  const print = fingerprint(sources.flatMap(filesUnder));
  if (done.isFor(print)) return;
  const problems = allProblems();
  if (problems.length > 0) throw new SetUpProblem(problems.join('\n'));
  console.log('Bundling the app');
  done.clear();
  await buildBundles(print.slice(0, buildIdLength));
  done.set(print);
}
