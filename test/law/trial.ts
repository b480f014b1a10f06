// SPDX-License-Identifier: MIT
// One case on the real kernel: subject and twin, the helper's conversation, the same events in both.

import path from 'node:path';
import { canonicalOrder } from '../../electron/contract/canonical-order';
import { outcomes } from '../../electron/protocol/outcomes';
import type { HelperMessage } from '../../electron/protocol/frames';
import type { Snapshot } from '../../electron/contract/snapshot';
import { openStack } from '../../electron/native/stack';
import { inOutput } from '../../build/project-paths';
import { Conversation, goOn, haltAt } from './conversation';
import type { Told } from './conversation';
import { judge, losesRoutes } from './judgement';
import type { Ended, Judged } from './judgement';
import type { EventKind, LawCase, LawEvent, LawOperation, Step } from './law-case';
import { readLedger } from './ledger';
import type { Ledger } from './ledger';
import type { NamespaceShell } from './namespace-shell';
import { creation } from './random-case';
import { RunningKeeper } from '../keeper/running-keeper';
import { write } from '../keeper/store';

/** A namespace and that of its neighbours. */
export interface Copy {
  readonly here: NamespaceShell;
  readonly neighbours: NamespaceShell;
  readonly neighboursName: string;
}

/** Helpers of this run's own, so that nobody else's is stopped with them. */
export interface Helpers {
  readonly plain: string;
  /** One that halts in the middle, and lies where a halting order may be laid beside it. */
  readonly halting: string;
}

export interface Outcome {
  readonly problems: readonly string[];
  /** How the helper ended: kept, reverted, refused, rolled back, restored. */
  readonly ended: string;
  readonly events: readonly EventKind[];
  /** How often a keeper has set a value again. */
  readonly setAgain: number;
}

/** What is told of one case. */
export interface LawLine extends Outcome {
  readonly lawCase: LawCase;
}

const natives = inOutput('native', `linux-${process.arch}`);
const announceProgram = path.join(natives, 'test', 'law-announce');
const stack = openStack({ stack: 'linux' });

/** Removes what an earlier case made. */
const emptying = `ip link delete group 7 2>/dev/null || true
ip nexthop flush >/dev/null 2>&1 || true
for f in 4 6; do ip -$f rule flush; ip -$f rule add pref 32766 lookup main; done
ip -4 rule add pref 0 lookup local 2>/dev/null || true
ip -4 rule add pref 32767 lookup default`;

/** Addresses are usable at once, and nobody asks for routers unasked. */
const quiet = `cd /proc/sys/net/ipv6/conf
for one in all default; do for file in accept_dad dad_transmits router_solicitations; do echo 0 > $one/$file; done; done
ip link set lo up`;

export async function makeQuiet({ here, neighbours }: Copy): Promise<void> {
  await here.run(quiet);
  await neighbours.run(quiet);
}

function networkScript({ links, commands }: LawCase, neighbours: string): string {
  const all = [
    ...links.flatMap((link) => creation(link, neighbours)),
    ...commands.map(({ text }) => text),
  ].join('\n');
  return `ip -force -batch - <<'THE END' 2>/dev/null || true\n${all}\nTHE END`;
}

const announcing = (lawCase: LawCase, names: readonly string[]) =>
  lawCase.links
    .filter(({ name }) => names.includes(name))
    .map(({ index }) => `${announceProgram} p${index} 1800 2001:db8:a${index}::`)
    .join('\n');

async function build(lawCase: LawCase, copy: Copy): Promise<void> {
  await copy.here.run(emptying);
  await copy.here.run(networkScript(lawCase, copy.neighboursName));
  const settings = [...lawCase.settings, ...lawCase.lasting];
  await copy.here.run(settings.map(({ script }) => script).join('\n'));
  await copy.neighbours.run('for l in $(ls /sys/class/net); do ip link set $l up; done');
}

/** The same text for the same ledger. */
const textOf = ({ entries, routes }: Ledger) =>
  JSON.stringify([[...entries].sort(), routes.map(({ text }) => text)]);

/** Milliseconds for which an event lasts while the helper takes back. */
const lasting = 400;

/** Milliseconds after which two copies count as different for good. */
const patience = 1500;

/** The same where a keeper is at work, which waits for a second of quiet and for helpers. */
const patienceBesideKeeper = 8000;

interface Pair {
  readonly subject: Ledger;
  readonly twin: Ledger;
}

/** Reads both until `isFine`, or until they have stayed as they are for long. */
async function readBoth(
  subject: Copy,
  twin: Copy,
  isFine: (pair: Pair) => boolean,
  bound = patience,
): Promise<Pair> {
  const giveUpAt = performance.now() + bound;
  for (;;) {
    const [a, b] = await Promise.all([readLedger(subject.here), readLedger(twin.here)]);
    const pair = { subject: a, twin: b };
    if (isFine(pair) || performance.now() > giveUpAt) return pair;
  }
}

type Planned = Judged['operation'];

/** A value that a field may take, other than the one that it has. */
function valueFor(field: LawOperation['field'], live: number): number {
  switch (field) {
    case 'NlMtu':
      return live - 100;
    case 'DadTransmits':
    case 'BaseReachableTime':
    case 'RetransmitTime':
      return live + 40;
    case 'LinkLocalAddressBehavior':
      return live === 0 ? 2 : 0;
    case 'DisableDefaultRoutes':
    case 'ForwardingEnabled':
    case 'RouterDiscoveryBehavior':
      return live === 0 ? 1 : 0;
  }
}

function planOf({ operations }: LawCase, snapshot: Snapshot): readonly Planned[] {
  const planned = operations.flatMap(({ link, family, field }): readonly Planned[] => {
    const adapter = snapshot.adapters.find(({ alias }) => alias === link);
    const row = snapshot.ipInterfaces.find(
      (one) => one.luid === adapter?.luid && one.family === family,
    );
    const expected = row?.values[field];
    if (!row || typeof expected !== 'number') return [];
    const value = valueFor(field, expected);
    return [{ luid: row.luid, family, field, expected, value }];
  });
  return canonicalOrder(planned);
}

const indexOf = (luid: string) => Number((BigInt(luid) >> 24n) & 0xffffffn);

/** To an app that has died nothing is told but the exit code. */
function outcomeOf(last: HelperMessage | undefined, exitCode: number | null): Judged['outcome'] {
  if (last?.message !== 'OUTCOME') return null;
  const told = outcomes[last.outcome] ?? null;
  return told === 'applied' && exitCode === 0 ? 'restored' : told;
}

/** What a helper told of a plan, and how it ended. */
interface Course {
  readonly told: Told;
  readonly kept: boolean;
  readonly ended: string;
}

/** A case on its way. */
export class Trial {
  /** How the links were called when the plan was made, by LUID. */
  readonly #names = new Map<string, string>();
  readonly #case: LawCase;
  readonly #subject: Copy;
  readonly #twin: Copy;
  readonly #helpers: Helpers;
  readonly #happened: LawEvent[] = [];
  readonly #left: LawEvent[];
  /** What still has to end. */
  readonly #lasting: LawEvent[] = [];

  #keeper: RunningKeeper | null = null;

  constructor(lawCase: LawCase, subject: Copy, twin: Copy, helpers: Helpers) {
    this.#case = lawCase;
    this.#subject = subject;
    this.#twin = twin;
    this.#helpers = helpers;
    this.#left = [...lawCase.events];
  }

  async run(): Promise<Outcome> {
    try {
      return await this.#run();
    } finally {
      await this.#keeper?.stop();
    }
  }

  async #run(): Promise<Outcome> {
    await Promise.all([build(this.#case, this.#subject), build(this.#case, this.#twin)]);
    for (const copy of [this.#subject, this.#twin]) {
      await copy.neighbours.run(announcing(this.#case, this.#case.announced));
    }
    const { subject, twin } = await readBoth(
      this.#subject,
      this.#twin,
      (pair) => textOf(pair.subject) === textOf(pair.twin),
    );
    if (textOf(subject) !== textOf(twin)) return this.#outcome('not alike', []);
    const snapshot = await stack.snapshot();
    for (const { luid, alias } of snapshot.adapters) this.#names.set(luid, alias);
    const operations = planOf(this.#case, snapshot);
    if (operations.length === 0) return this.#outcome('nothing to do', []);
    await this.#startKeeper();
    const { told, kept, ended, tried } = await this.#insist(operations);
    await this.#act();
    await this.#endLasting();
    return this.#outcome(ended, await this.#judge(tried, twin, told, kept));
  }

  async #startKeeper(): Promise<void> {
    const { lasting } = this.#case;
    if (lasting.length === 0) return;
    const type = 'Ethernet' as const;
    write(
      ...lasting.map(({ link, family, field, value }) => ({
        alias: link,
        type,
        family,
        field,
        value,
      })),
    );
    this.#keeper = new RunningKeeper();
    await this.#keeper.begins();
  }

  /** Leaves out what is refused, as people do, until the rest is accepted. */
  async #insist(operations: readonly Planned[]): Promise<Course & { tried: readonly Planned[] }> {
    const course = await this.#converse(operations);
    const refused = course.told.messages.flatMap((one) =>
      one.message === 'REFUSED' ? [one.operation] : [],
    );
    const rest = operations.filter((_, index) => !refused.includes(index));
    const isOver = course.ended !== 'refused' || rest.length === 0 || refused.length === 0;
    return isOver ? { ...course, tried: operations } : this.#insist(rest);
  }

  #outcome(ended: string, problems: readonly string[]): Outcome {
    const setAgain = this.#keeper?.count(' set again from ') ?? 0;
    return { ended, problems, events: this.#happened.map(({ kind }) => kind), setAgain };
  }

  async #judge(
    operations: readonly Planned[],
    start: Ledger,
    heard: Told,
    kept: boolean,
  ): Promise<readonly string[]> {
    // A restore that was confirmed ends with 0, whatever became of its operations.
    const exitCode =
      this.#case.end === 'helper killed' && heard.exit.code === 0 ? 11 : heard.exit.code;
    const isHeard = this.#case.end !== 'app killed';
    const judged = this.#judged(operations, heard);
    const told = { start, judged, kept, exitCode, isHeard, wentDown: this.#wentDown() };
    const endedWith = (pair: Pair): Ended => ({ ...pair, ...told });
    const pair = await readBoth(
      this.#subject,
      this.#twin,
      (now) => judge(endedWith(now)).length === 0,
      this.#keeper ? patienceBesideKeeper : patience,
    );
    return judge(endedWith(pair));
  }

  #judged(operations: readonly Planned[], { messages, exit }: Told): readonly Judged[] {
    return operations.map((operation, number) => {
      const last = messages.findLast(
        (one) => one.message === 'OUTCOME' && one.operation === number,
      );
      const link = this.#names.get(operation.luid) ?? '';
      return {
        operation,
        index: indexOf(operation.luid),
        link,
        events: this.#eventsOn(link),
        outcome: outcomeOf(last, exit.code),
      };
    });
  }

  /** By index, of the links that the plan was made among. */
  #wentDown(): ReadonlySet<number> {
    const names = new Set(
      this.#happened.filter(({ kind }) => losesRoutes.has(kind)).map(({ link }) => link),
    );
    const luids = [...this.#names].filter(([, name]) => names.has(name)).map(([luid]) => luid);
    return new Set(luids.map(indexOf));
  }

  /** What happened to a link, or to one that it stands on. */
  #eventsOn(name: string): ReadonlySet<EventKind> {
    const near = [name, this.#case.links.find((one) => one.name === name)?.parent];
    return new Set(this.#happened.filter((one) => near.includes(one.link)).map(({ kind }) => kind));
  }

  /** The events of a step, or all that are left, in both copies: alone in the twin. */
  async #act(step?: Step): Promise<void> {
    for (;;) {
      const event = this.#left[0];
      if (!event || (step !== undefined && event.step !== step)) return;
      this.#left.shift();
      const script = `ANNOUNCE=${announceProgram}\n${event.script}`;
      // What the kernel refuses there did not happen.
      if (!(await this.#subject[event.place].run(script)).worked) continue;
      this.#happened.push(event);
      await this.#twin[event.place].run([script, ...this.#setAgainInTwin(event)].join('\n'));
      if (event.later !== null) this.#lasting.push(event);
    }
  }

  /** What a keeper sees to in the subject. */
  #setAgainInTwin({ kind, link }: LawEvent): readonly string[] {
    if (kind !== 'made again') return [];
    return this.#case.lasting.filter((one) => one.link === link).map(({ script }) => script);
  }

  /** Ends what lasts, in both copies. A link that has another name by now stays as it is in both. */
  async #endLasting(): Promise<void> {
    for (const { later, place } of this.#lasting.splice(0)) {
      for (const copy of [this.#subject, this.#twin]) await copy[place].run(later ?? '');
    }
  }

  #has(step: Step): boolean {
    return this.#left.some((event) => event.step === step);
  }

  async #converse(operations: readonly Planned[]): Promise<Course> {
    const point = this.#has('applying') ? 'between-operations' : 'mid-undo';
    const halts = this.#has('applying') || this.#has('taking back');
    const helper = halts ? this.#helpers.halting : this.#helpers.plain;
    if (halts) haltAt(helper, point);
    const { end } = this.#case;
    const planned = operations.map((operation) => ({ kind: 'set', operation }) as const);
    const talk = new Conversation(helper, planned, end === 'deadline' ? 1 : 60);
    if (!(await talk.heard('PREPARED'))) {
      goOn(helper);
      return { told: await talk.ended(), kept: false, ended: 'refused' };
    }
    await this.#act('prepared');
    talk.send({ message: 'COMMIT' });
    if (this.#has('applying')) await this.#meddle(talk, helper, 'applying');
    if (!(await talk.applied())) {
      if (this.#has('taking back')) await this.#meddle(talk, helper, 'taking back');
      goOn(helper);
      return { told: await this.#end(talk), kept: false, ended: 'rolled back' };
    }
    await this.#act('waiting');
    this.#finish(talk);
    if (this.#has('taking back') && end !== 'keep' && end !== 'helper killed') {
      await this.#meddle(talk, helper, 'taking back');
    }
    goOn(helper);
    const told = await this.#end(talk);
    if (end !== 'helper killed') return { told, kept: end === 'keep', ended: end };
    return { told: await this.#restore(talk, operations), kept: false, ended: end };
  }

  /** Acts while the helper halts in the middle, if it comes there. */
  async #meddle(talk: Conversation, helper: string, step: Step): Promise<void> {
    const passes = step === 'applying' ? talk.applied().then(() => false) : talk.ended();
    const comes = (await this.#patiently(talk, Promise.race([talk.halted(), passes]))) === true;
    if (comes) await this.#act(step);
    goOn(helper);
  }

  #finish(talk: Conversation): void {
    switch (this.#case.end) {
      case 'revert':
        talk.send({ message: 'REVERT' });
        break;
      case 'keep':
        talk.send({ message: 'CONFIRM' });
        break;
      case 'app killed':
        talk.close();
        break;
      case 'helper killed':
        talk.kill();
        break;
      case 'signal':
        talk.stop();
        break;
      case 'deadline':
        break;
    }
  }

  async #end(talk: Conversation): Promise<Told> {
    const told = await this.#patiently(talk, talk.ended());
    // The last question may still be on its way.
    await this.#announce();
    return told;
  }

  /** A link that is gone is waited for: the helper is told to stop once it has had its time. */
  async #patiently<Result>(talk: Conversation, work: Promise<Result>): Promise<Result> {
    const patience = this.#case.end === 'deadline' ? 2500 : 1500;
    const impatient = setTimeout(() => {
      talk.stop();
    }, patience);
    try {
      return await this.#answering(work);
    } finally {
      clearTimeout(impatient);
    }
  }

  /** Meanwhile routers answer whoever asks for them. */
  async #answering<Result>(work: Promise<Result>): Promise<Result> {
    const state = { isOver: false };
    const over = () => {
      state.isOver = true;
    };
    work.then(over, over);
    const lastsUntil = performance.now() + lasting;
    while (!state.isOver) {
      if (performance.now() > lastsUntil) await this.#endLasting();
      await this.#announce();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return work;
  }

  async #announce(): Promise<void> {
    const answer = announcing(this.#case, this.#routers());
    await Promise.all([this.#subject, this.#twin].map(({ neighbours }) => neighbours.run(answer)));
  }

  /** Links whose router still speaks. */
  #routers(): readonly string[] {
    const speaking = new Set(this.#case.announced);
    for (const { kind, link } of this.#happened) {
      if (kind === 'advertisement') speaking.add(link);
      if (kind === 'advertisement withdrawn') speaking.delete(link);
    }
    return [...speaking];
  }

  /** The second helper, with what the first one told. */
  async #restore(talk: Conversation, operations: readonly Planned[]): Promise<Told> {
    const plan = talk.restorePlan(operations);
    const second = new Conversation(this.#helpers.plain, plan, 60);
    if (await second.heard('PREPARED')) second.send({ message: 'COMMIT' });
    if (await second.applied()) second.send({ message: 'CONFIRM' });
    const { messages, exit } = await this.#end(second);
    // Its plan is in reverse.
    const renumbered = messages.map((one) =>
      'operation' in one ? { ...one, operation: operations.length - 1 - one.operation } : one,
    );
    return { messages: renumbered, exit };
  }
}
