// SPDX-License-Identifier: MIT

import { messages } from '../../language/messages';
import type { Command } from '../context';
import { restoreTransaction, restoreWhatIsOpen } from '../restoring';
import type { Session } from '../session';
import { UsageProblem } from '../usage-problem';

/** The transaction whose id begins so. @throws {UsageProblem} unless there is exactly one. */
async function transactionNamed(session: Session, beginning: string): Promise<string> {
  const { index } = await session.history();
  const [found, another] = index
    .slice(0, index.size)
    .filter(({ id }) => id.startsWith(beginning.toLowerCase()));
  const { noTransaction, severalTransactions } = messages.terminal.usage;
  if (!found || beginning === '') throw new UsageProblem(noTransaction({ name: beginning }));
  if (another) throw new UsageProblem(severalTransactions({ name: beginning }));
  return found.id;
}

/** Takes back what an interrupted run left changed, or the transaction that is named. */
export const restore: Command = async ({ session, line, terminal }) => {
  const [name] = line.arguments;
  const options = session.writing(false);
  if (name !== undefined) {
    return restoreTransaction(await transactionNamed(session, name), options, terminal);
  }
  return (await restoreWhatIsOpen(options, terminal)) ? 'done' : 'failed';
};
