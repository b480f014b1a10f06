// SPDX-License-Identifier: MIT
/**
 * `npm test` runs the usual suites, `npm run test:quick` the quick ones, `npm run test:all` every one there is, and
 * `tsx test/run.ts <suite>...` the named ones. The last line is always "N passed, N failed".
 */
import { runScript, SetUpProblem } from '../build/set-up/set-up-problem';
import { provideSystemTools } from '../build/set-up/system-tools';
import { firstLine, sum } from './runner/counts';
import type { Counts } from './runner/counts';
import { suites } from './runner/suites';
import type { Suite, Track } from './runner/suites';

const [quickFlag, allFlag] = ['--quick', '--all'];

interface Result {
  readonly name: string;
  readonly counts: Counts;
  /** How long it took. */
  readonly time: string;
}

function chooseSuites(commandLine: readonly string[]): readonly Suite[] {
  const names = commandLine.filter((argument) => ![quickFlag, allFlag].includes(argument));
  if (commandLine.includes(allFlag)) return suites;
  if (commandLine.includes(quickFlag)) return suites.filter(({ pace }) => pace === 'quick');
  if (names.length === 0) return suites.filter(({ pace }) => pace !== 'long');
  const unknown = names.find((name) => !suites.some((suite) => suite.name === name));
  if (unknown !== undefined) {
    const known = suites.map(({ name }) => name).join(', ');
    throw new SetUpProblem(`There is no suite '${unknown}'. The suites: ${known}.`);
  }
  return suites.filter(({ name }) => names.includes(name));
}

const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;

const line = ({ passed, failed }: Counts): string =>
  `${String(passed)} passed, ${String(failed)} failed`;

/** Where thousands of lines were printed, the last ones say what to look for. */
const failures = (results: readonly Result[]): string =>
  results
    .flatMap(({ name, counts }) => (counts.failures ?? []).map((one) => `  ${name}: ${one}`))
    .join('\n');

/** A suite that cannot run counts as one failure. */
async function runSuite(suite: Suite, quick: boolean): Promise<Result> {
  console.log(`\n=== ${suite.name}`);
  const began = Date.now();
  let counts: Counts;
  try {
    counts = await suite.run({ quick });
  } catch (error) {
    console.error(error instanceof SetUpProblem ? error.message : error);
    counts = { passed: 0, failed: 1, failures: [firstLine(String(error))] };
  }
  const time = seconds(began);
  console.log(`=== ${suite.name}: ${line(counts)} in ${time}`);
  return { name: suite.name, counts, time };
}

/** Ctrl+C ends the runner at work by itself; its suite still cleans up, and no other one starts. */
function watchInterrupts(): () => boolean {
  let interrupted = false;
  const note = () => {
    interrupted = true;
  };
  process.on('SIGINT', note).on('SIGTERM', note);
  return () => interrupted;
}

/** Tests read English, whatever language the developer has. */
function speakEnglish(): void {
  Object.assign(process.env, { LC_ALL: 'C.UTF-8', LANGUAGE: 'en' });
}

async function runAll(): Promise<number> {
  speakEnglish();
  const commandLine = process.argv.slice(2);
  const quick = commandLine.includes(quickFlag);
  const chosen = chooseSuites(commandLine);
  provideSystemTools('test');

  const isInterrupted = watchInterrupts();
  const began = Date.now();
  const results: Result[] = [];
  const runTrack = async (track: Track) => {
    for (const suite of chosen.filter((one) => one.track === track)) {
      if (isInterrupted()) return;
      results.push(await runSuite(suite, quick));
    }
  };
  await Promise.all((['processor', 'screen', 'network'] as const).map(runTrack));
  await runTrack('alone');
  if (isInterrupted()) return 130;
  const total = sum(results.map(({ counts }) => counts));
  console.log(`\nAll suites in ${seconds(began)}`);
  for (const { name, counts, time } of results) {
    console.log(`  ${name.padEnd(16)} ${time.padStart(9)}  ${line(counts)}`);
  }
  if (total.failed > 0) console.log(`What failed:\n${failures(results)}`);
  console.log(line(total));
  return total.failed === 0 ? 0 : 1;
}

void runScript(runAll);
