// SPDX-License-Identifier: MIT

export const appScheme = 'app';
export const appHost = 'bundle';

/** The prefix of every address this app's pages and their parts have. */
export const appOrigin = `${appScheme}://${appHost}`;

export const startPage = `${appOrigin}/index.html`;
