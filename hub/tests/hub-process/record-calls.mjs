/**
 * Loaded into every Node.js process of a start (NODE_OPTIONS), also into those of an older Node.js that npm runs on:
 * writes down each name that is looked up and each address that a connection or a datagram goes to, a line each, into
 * the file that its own address names after "?to=": other settings do not reach the processes of every tool.
 */
import { appendFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const file = new URL(import.meta.url).searchParams.get('to') ?? '';

// The CommonJS views of the modules, because those of ES modules cannot be changed.
const require = createRequire(import.meta.url);
const dns = require('node:dns');
const net = require('node:net');
const dgram = require('node:dgram');

function record(kind, address) {
  appendFileSync(file, `${kind} ${address}\n`);
}

function watch(owner, name, tell) {
  const original = owner[name];
  owner[name] = function watched(...args) {
    tell(args);
    return original.apply(this, args);
  };
}

/** Node.js itself calls with its arguments gathered in one array. */
function connectionOptions([first, second]) {
  const options = Array.isArray(first) ? first[0] : first;
  return typeof options === 'object' && options !== null ? options : { port: options, host: second };
}

watch(net.Socket.prototype, 'connect', (args) => {
  const { host, port, path } = connectionOptions(args);
  record('connect', path ?? `${host ?? 'localhost'}:${port}`);
});
watch(dgram.Socket.prototype, 'send', (args) => {
  record('datagram', args.slice(1).find((part) => typeof part === 'string') ?? 'localhost');
});
watch(dgram.Socket.prototype, 'connect', ([port, host]) => record('datagram', `${host}:${port}`));
for (const owner of [dns, dns.promises]) {
  for (const name of Object.keys(owner).filter((key) => /^(lookup|resolve|reverse)/.test(key)))
    watch(owner, name, ([address]) => record('lookup', address));
}
record('watching', process.pid);
