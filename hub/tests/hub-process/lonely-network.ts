/**
 * A whole life of the hub, from start to end, to be run where there is no network but loopback: starts the command that
 * it is given, asks one question, stops it, and prints as JSON what the kernel counted.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const [url = '', ...command] = process.argv.slice(2);
const [program = '', ...args] = command;
const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
const ended = once(child, 'exit');

while (child.exitCode === null && !(await isReady())) await sleep(50);
const answer = await fetch(
  `${url}/graphql?query={statement(slug:%22ceuta-and-melilla%22){signatures{totalCount}}}`,
  {
    headers: { 'x-apollo-operation-name': 'count', 'apollo-require-preflight': 'true' },
  },
);
const text = await answer.text();
child.kill('SIGTERM');
const [code] = await ended;
process.stdout.write(`\n${JSON.stringify({ text, code, packets: packets() })}\n`);

async function isReady(): Promise<boolean> {
  return fetch(`${url}/health/ready`).then(
    ({ status }) => status === 200,
    () => false,
  );
}

/** Attempts to reach somewhere without a route, and datagrams: a look-up of a name is one or the other. */
function packets(): Record<string, number> {
  const v4 = counters('/proc/net/snmp');
  const v6 = Object.fromEntries(
    readFileSync('/proc/net/snmp6', 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(/\s+/)),
  );
  return {
    noRoute: Number(v4['Ip:OutNoRoutes']),
    datagrams: Number(v4['Udp:OutDatagrams']),
    noRoute6: Number(v6['Ip6OutNoRoutes']),
    datagrams6: Number(v6['Udp6OutDatagrams']),
  };
}

/** The file has a line of names and a line of values for each protocol. */
function counters(path: string): Record<string, string> {
  const lines = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
  const found: Record<string, string> = {};
  for (let line = 0; line < lines.length; line += 2) {
    const [names = [], values = []] = lines.slice(line, line + 2);
    for (const [place, name] of names.entries()) found[`${names[0]}${name}`] = values[place] ?? '';
  }
  return found;
}
