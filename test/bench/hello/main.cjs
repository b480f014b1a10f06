// SPDX-License-Identifier: MIT
// The least an Electron program can be: what our own window is measured against.

const { app, BrowserWindow } = require('electron');

app.whenReady().then(() => {
  new BrowserWindow({ width: 1200, height: 800 }).loadFile('index.html');
});
