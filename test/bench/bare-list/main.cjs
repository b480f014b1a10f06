// SPDX-License-Identifier: MIT
// A window with nothing but a long list: what keys and clicks in our own are measured against.

const { app, BrowserWindow } = require('electron');

app.whenReady().then(() => {
  new BrowserWindow({ width: 1200, height: 800 }).loadFile('index.html');
});
