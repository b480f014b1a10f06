// SPDX-License-Identifier: MIT
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ignoreStrayClicks } from '../../../renderer/ui/stray-clicks';

/** Presses and releases the mouse on an element, the so-manieth time at one place. */
function click(element: Element, detail: number): void {
  for (const type of ['mousedown', 'mouseup', 'click']) {
    element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, detail }));
  }
}

function find(selector: string): Element {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`There is no ${selector}`);
  return element;
}

describe('the second click of a double click', () => {
  const heard = vi.fn<(id: string) => void>();

  beforeAll(() => {
    ignoreStrayClicks(document);
    document.addEventListener('click', ({ target }) => {
      heard((target as Element).id);
    });
  });

  beforeEach(() => {
    document.body.innerHTML = `
      <button id="keep"><span id="icon"></span><span id="word"></span></button>
      <button id="copy"></button>
      <label id="label" for="box"></label><input id="box" type="checkbox" />
      <div role="row" id="row"><span id="cell"></span></div>`;
    heard.mockClear();
  });

  const heardAfter = (first: string, second: string) => {
    click(find(first), 1);
    heard.mockClear();
    click(find(second), 2);
    return heard.mock.calls.flat();
  };

  it('does nothing on another control than the first', () => {
    expect(heardAfter('#keep', '#copy')).toEqual([]);
    expect(heardAfter('#row', '#copy')).toEqual([]);
    expect(heardAfter('body', '#copy')).toEqual([]);
  });

  it('does nothing on what has come in place of the first', () => {
    click(find('#keep'), 1);
    find('#keep').remove();
    heard.mockClear();
    click(find('#copy'), 2);
    expect(heard).not.toHaveBeenCalled();
  });

  it('acts on the same control, wherever it is hit', () => {
    expect(heardAfter('#icon', '#word')).toEqual(['word']);
    expect(heardAfter('#row', '#cell')).toEqual(['cell']);
    expect(heardAfter('#label', '#box')).toEqual(['box']);
  });

  it('is none after a click of its own, or of the keyboard', () => {
    click(find('#keep'), 1);
    heard.mockClear();
    click(find('#copy'), 1);
    find('#copy').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 0 }));
    expect(heard.mock.calls.flat()).toEqual(['copy', 'copy']);
  });
});
