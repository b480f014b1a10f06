// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { maxFailureStack, maxFailureText } from '../../../electron/contract/page-failure';
import { tellFailure, tellFailures } from '../../../renderer/bridge/tell-failures';
import { createBridgeDouble } from './bridge-double';

function heard() {
  const { bridge, callsTo } = createBridgeDouble({ app: { pageFailed: () => undefined } });
  return { bridge, told: () => callsTo('app.pageFailed').flat() };
}

/** A window of its own: one of the test's would hear of its own failures. */
const newWindow = () => new EventTarget() as unknown as Window;

describe('what nobody expected in the page', () => {
  it('is told when it was thrown, with where', () => {
    const { bridge, told } = heard();
    const window = newWindow();
    tellFailures(bridge, window);
    const error = new TypeError('x is not a function');
    window.dispatchEvent(Object.assign(new Event('error'), { error }));
    const reason = 'no reason';
    window.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason }));
    expect(told()).toEqual([
      { kind: 'error', text: 'TypeError: x is not a function', stack: error.stack },
      { kind: 'rejection', text: 'no reason', stack: '' },
    ]);
  });

  it('is no complaint of the engine itself', () => {
    const { bridge, told } = heard();
    const window = newWindow();
    tellFailures(bridge, window);
    window.dispatchEvent(Object.assign(new Event('error'), { error: null }));
    expect(told()).toEqual([]);
  });

  it('is cut to what main takes', () => {
    const { bridge, told } = heard();
    const error = Object.assign(new Error('x'.repeat(9_999)), { stack: 'y'.repeat(9_999) });
    tellFailure(bridge, 'drawing', error);
    expect(told()).toEqual([
      {
        kind: 'drawing',
        text: `Error: ${'x'.repeat(maxFailureText - 'Error: '.length)}`,
        stack: 'y'.repeat(maxFailureStack),
      },
    ]);
  });
});
