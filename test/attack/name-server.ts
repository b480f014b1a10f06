// SPDX-License-Identifier: MIT
// `name-server.ts <address>`: answers every question about a name with one address of each family (RFC 1035), and none
// about a name that begins with "silent".

import { createSocket } from 'node:dgram';

/** Type of the question, and the address in the answer: A, and AAAA (RFC 3596). */
const addresses: Readonly<Record<number, readonly number[]>> = {
  1: [203, 0, 113, 7],
  28: [0x20, 0x01, 0x0d, 0xb8, ...Array.from({ length: 11 }, () => 0), 7],
};

const headerLength = 12;

/** Where the one question of a query ends: behind its labels, its type and its class. */
function questionEnd(query: Buffer): number {
  let at = headerLength;
  while (query.readUInt8(at) !== 0) at += query.readUInt8(at) + 1;
  return at + 5;
}

function answerTo(query: Buffer): Buffer {
  const end = questionEnd(query);
  const type = query.readUInt16BE(end - 4);
  const address = addresses[type];
  const header = Buffer.alloc(headerLength);
  query.copy(header, 0, 0, 2);
  // A response without an error, recursion desired and available; one question, and an answer where there is one.
  header.writeUInt16BE(0x8180, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(address ? 1 : 0, 6);
  const question = query.subarray(headerLength, end);
  if (!address) return Buffer.concat([header, question]);
  // The name of the question, its type, class IN, a minute.
  const record = [0xc0, headerLength, 0, type, 0, 1, 0, 0, 0, 60, 0, address.length, ...address];
  return Buffer.concat([header, question, Buffer.from(record)]);
}

const socket = createSocket('udp4');
socket.on('message', (query, { port, address }) => {
  const isSilent = query.toString('latin1', headerLength + 1).startsWith('silent');
  if (!isSilent) socket.send(answerTo(query), port, address);
});
socket.bind(53, process.argv[2], () => {
  console.log('listening');
});
