// SPDX-License-Identifier: MIT
import { availableParallelism } from 'node:os';
import { filesUnder, fingerprint, DoneMark } from '../../build/set-up/fingerprint';
import { cmakeFolder } from '../../build/set-up/native-build';
import { inOutput } from '../../build/project-paths';
import { runCommand } from '../../build/run-command';
import { readCompiledSources } from './compiled-sources';
import { fromExitCode, sum } from './counts';
import type { Counts } from './counts';

interface Check {
  source: string;
  print: string;
  done: DoneMark;
}

/** What every source's result depends on besides the source itself. */
function sharedPrint(): string {
  const headers = filesUnder('native').filter((file) => file.endsWith('.h'));
  return fingerprint([...headers, '.clang-tidy', 'native/cmake/CompilerOptions.cmake']);
}

function checkOf(source: string, shared: string): Check {
  return {
    source,
    print: `${shared}${fingerprint([source])}`,
    done: new DoneMark(inOutput('clang-tidy', `${source.replaceAll('/', '_')}.sha256`)),
  };
}

async function run({ source, print, done }: Check): Promise<Counts> {
  const exitCode = await runCommand('clang-tidy-16', ['--quiet', '-p', cmakeFolder(), source]);
  if (exitCode === 0) done.set(print);
  return fromExitCode(exitCode);
}

/** Checks every compiled source of native/, one count each; what passed unchanged before is not run again. */
export async function runClangTidy(): Promise<Counts> {
  const shared = sharedPrint();
  const checks = readCompiledSources(cmakeFolder()).map((source) => checkOf(source, shared));
  const stale = checks.filter(({ done, print }) => !done.isFor(print));
  console.log(`${String(stale.length)} of ${String(checks.length)} sources to check`);

  const results: Counts[] = [{ passed: checks.length - stale.length, failed: 0 }];
  const worker = async () => {
    for (let check = stale.pop(); check !== undefined; check = stale.pop()) {
      results.push(await run(check));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return sum(results);
}
