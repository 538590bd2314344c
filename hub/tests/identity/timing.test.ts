import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { withDatabase } from '../hub-process/hub-database.js';
import { InProcessHub } from '../whole-hub/in-process-hub.js';
import { Browser } from './browser.js';
import { SmtpInbox } from './smtp-inbox.js';

jest.setTimeout(120_000);

/** Of each kind, asked in turns. */
const requests = 200;
/** A mailbox gets at most so many mails. */
const perMailbox = 5;

let inbox: SmtpInbox;
let hub: InProcessHub;

beforeAll(async () => {
  inbox = await SmtpInbox.start();
  hub = await InProcessHub.start({ SMTP_URL: inbox.url });
});

afterAll(async () => {
  await hub?.stop();
  await inbox?.stop();
});

interface Asked {
  readonly told: string;
  /** The answer itself, in ms. */
  readonly answered: number;
  /** A request right behind it, which would feel what the first has left to be done. */
  readonly next: number;
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const begun = performance.now();
  const result = await work();
  return [result, performance.now() - begun];
}

async function ask(email: string): Promise<Asked> {
  const browser = new Browser(hub.hub.url);
  const [{ status, text, headers }, answered] = await timed(() => browser.post('/auth/link', { email }));
  const [, next] = await timed(() => browser.post('/auth/token'));
  return { told: JSON.stringify([status, text, [...headers.keys()]]), answered, next };
}

/**
 * How often a value of the one kind is above one of the other, 0.5 if they do not differ (Mann–Whitney's U over the
 * number of pairs): what somebody gains who guesses by time. Rare slow answers do not move it, as they do a mean.
 */
function chanceToBeSlower(ones: readonly number[], others: readonly number[]): number {
  const wins = ones.map((one) => others.filter((other) => one > other).length);
  return wins.reduce((sum, count) => sum + count) / (ones.length * others.length);
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

test('neither bytes nor time tell whether an address is known', async () => {
  const [known, unknown]: [Asked[], Asked[]] = [[], []];
  const mailboxes = requests / perMailbox;
  for (let n = 0; n < mailboxes; n += 1)
    await hub.hub.identity.issueScriptToken(hub.personId(`known${n}@example.org`), { lifetimeSeconds: 60 });
  const url = await hub.identityUrl();
  for (let n = 0; n < requests; n += 1) {
    const nth = Math.floor(n / mailboxes) + 1;
    const pair = [
      { email: `known${n % mailboxes}@example.org`, asked: known },
      { email: `other${n % mailboxes}@example.org`, asked: unknown },
    ];
    for (const { email, asked } of n % 2 === 0 ? pair : pair.reverse()) {
      asked.push(await ask(email));
      // What is left to be done must not slow down the next one, whose it is not.
      await inbox.link(email, nth);
    }
    // One network asks more than it may.
    if (n % 20 === 0) await withDatabase(url, (session) => session.query('delete from attempt'));
  }
  expect(new Set([...known, ...unknown].map(({ told }) => told)).size).toBe(1);
  for (const what of ['answered', 'next'] as const) {
    const [ones, others] = [known, unknown].map((asked) => asked.map((one) => one[what])) as [
      number[],
      number[],
    ];
    const chance = chanceToBeSlower(ones, others);
    console.log(
      `${what}, ${requests} of each: known ${median(ones).toFixed(2)} ms, unknown ${median(others).toFixed(2)} ms ` +
        `(medians); known is slower in ${(chance * 100).toFixed(1)} % of all pairs`,
    );
    // By chance alone 2.9 points from 50 (one standard deviation for 200 of each).
    expect(Math.abs(chance - 0.5)).toBeLessThan(4.5 * Math.sqrt((2 * requests + 1) / (12 * requests ** 2)));
  }
});
