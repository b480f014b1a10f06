// SPDX-License-Identifier: MIT
// The rest of the world: a neighbour to whom everything is sent that leaves, and who writes down what comes.

import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** Also where names are asked for (test/runner/attacks.ts). TEST-NET-1 */
export const outside = '192.0.2.1';
const inside = '192.0.2.2';
const inside6 = '2001:db8:a::2';
const outside6 = '2001:db8:a::1';

/** To this port goes what shows that everything before it has come. */
const markPort = 4711;

const ip = (...words: readonly string[]) => execFileSync('ip', words);

export class Outside {
  readonly #name = `outside-${process.pid}`;
  readonly #sniffer;
  #nameServer: ChildProcess | null = null;
  readonly #lines: string[] = [];
  #heard: () => void = () => undefined;

  private constructor() {
    ip('netns', 'add', this.#name);
    ip('link', 'add', 'way-out', 'type', 'veth', 'peer', 'name', 'outside', 'netns', this.#name);
    for (const [place, link, address, address6] of [
      [[], 'way-out', inside, inside6],
      [['-n', this.#name], 'outside', outside, outside6],
    ] as const) {
      ip(...place, 'address', 'add', `${address}/24`, 'dev', link);
      ip(...place, 'address', 'add', `${address6}/64`, 'dev', link, 'nodad');
      ip(...place, 'link', 'set', link, 'up');
    }
    ip('route', 'add', 'default', 'via', outside);
    ip('-6', 'route', 'add', 'default', 'via', outside6);
    // What programs can send: the kernel by itself speaks of neighbours, routers and groups alone.
    const filter = 'tcp or udp';
    this.#sniffer = spawn(
      'ip',
      ['netns', 'exec', this.#name].concat([
        'tcpdump',
        '--immediate-mode',
        '-l',
        '-nn',
        '-i',
        'outside',
        filter,
      ]),
    );
    for (const stream of [this.#sniffer.stdout, this.#sniffer.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        this.#lines.push(line);
        this.#heard();
      });
    }
  }

  /** Makes it; listens when this resolves. */
  static async open(): Promise<Outside> {
    const made = new Outside();
    await made.#until((line) => line.startsWith('listening on'));
    return made;
  }

  /** From now on somebody there answers for names (name-server.ts); resolves when they listen. */
  async answerNames(): Promise<void> {
    const server = spawn(
      'ip',
      ['netns', 'exec', this.#name, process.execPath, '--import', 'tsx'].concat(
        path.join(__dirname, 'name-server.ts'),
        outside,
      ),
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    this.#nameServer = server;
    await once(server.stdout, 'data');
  }

  /** Everything that has come, once a packet of the test's own has. */
  async heard(): Promise<readonly string[]> {
    const socket = createSocket('udp4');
    await new Promise((resolve) => {
      socket.send('x', markPort, outside, resolve);
    });
    const from = `.${socket.address().port}`;
    socket.close();
    await this.#until((line) => line.includes(`${from} > ${outside}.${markPort}:`));
    const isMark = (line: string) => line.includes(`> ${outside}.${markPort}:`);
    const isAnswer = (line: string) => line.includes(`IP ${outside}`);
    return this.#lines.filter((line) => line.includes('> ') && !isMark(line) && !isAnswer(line));
  }

  close(): void {
    this.#sniffer.kill('SIGKILL');
    this.#nameServer?.kill('SIGKILL');
    ip('link', 'delete', 'way-out');
    ip('netns', 'delete', this.#name);
  }

  #until(holds: (line: string) => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#heard = () => {
        if (this.#lines.some(holds)) resolve();
      };
      this.#heard();
    });
  }
}
