// SPDX-License-Identifier: MIT
import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { openWindow, prepareWindowTests } from './render-app';
import type { RunningWindow } from './render-app';

prepareWindowTests();

/** As on Windows, where the page draws the title bar. */
class Overlay extends EventTarget {
  visible = true;
}

function layOver(): Overlay {
  const overlay = new Overlay();
  Object.defineProperty(navigator, 'windowControlsOverlay', { value: overlay, configurable: true });
  return overlay;
}

afterEach(() => {
  Reflect.deleteProperty(navigator, 'windowControlsOverlay');
});

const titleBar = () => screen.queryByRole('banner');
const opened = ({ callsTo }: RunningWindow) => callsTo('app.openMenu').flat();

describe('the title bar', () => {
  it('is the system’s where nothing is laid over the page', async () => {
    const { user, callsTo } = openWindow();
    await screen.findByRole('navigation', { name: 'Pages' });
    expect(titleBar()).toBeNull();
    await user.keyboard('{Alt}');
    expect(callsTo('app.openMenu')).toEqual([]);
  });

  it('is the page’s for as long as the buttons of the system lie over it', async () => {
    const overlay = layOver();
    openWindow();
    expect((await screen.findByRole('banner')).textContent).toBe('Interface Panel');
    act(() => {
      overlay.visible = false;
      overlay.dispatchEvent(new Event('geometrychange'));
    });
    expect(titleBar()).toBeNull();
  });

  it('has a button for the menu, which begins at its first item for the keyboard', async () => {
    layOver();
    const window = openWindow();
    const button = await screen.findByRole('button', { name: 'Menu' });
    fireEvent.click(button, { detail: 1 });
    button.focus();
    fireEvent.click(button, { detail: 0 });
    expect(opened(window)).toEqual(['mouse', 'keyboard']);
  });

  it.each(['{Alt}', '{F10}'])('opens the menu by %s', async (keys) => {
    layOver();
    const window = openWindow();
    await screen.findByRole('banner');
    await window.user.keyboard(keys);
    expect(opened(window)).toEqual(['keyboard']);
  });

  it.each([
    ['a shortcut', '{Alt>}x{/Alt}'],
    ['AltGr on Windows', '{Control>}{Alt>}{/Alt}{/Control}'],
    ['another language’s keys', '{Alt>}{Shift}{/Alt}'],
  ])('leaves Alt alone as a part of %s', async (_, keys) => {
    layOver();
    const window = openWindow();
    await screen.findByRole('banner');
    await window.user.keyboard(keys);
    expect(opened(window)).toEqual([]);
  });

  it('leaves Alt alone when it was pressed for the mouse or for another window', async () => {
    layOver();
    const open = openWindow();
    const banner = await screen.findByRole('banner');
    fireEvent.keyDown(document, { key: 'Alt', altKey: true });
    fireEvent.pointerDown(banner);
    fireEvent.keyUp(document, { key: 'Alt' });
    fireEvent.keyDown(document, { key: 'Alt', altKey: true });
    fireEvent.blur(window);
    fireEvent.keyUp(document, { key: 'Alt' });
    expect(opened(open)).toEqual([]);
  });
});
