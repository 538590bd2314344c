import { setTimeout as sleep } from 'node:timers/promises';
import { faultOf } from '@coalition-hub/bus';
import type { Log } from '@coalition-hub/subgraph';
import type { Mail, Mailer } from './mail.js';

/** Mails that may be under way at once: more than that is no mail of people who sign in. */
const mostUnderWay = 500;

/** Rests before a mail is tried again, in ms. */
const rests = [1_000, 5_000];

/** Mails under way: nobody who asked for one waits for the mail server, or learns from it how long it took. */
export class Deliveries {
  readonly #running = new Set<Promise<void>>();
  readonly #stopping = new AbortController();

  constructor(
    private readonly mailer: Mailer,
    private readonly log: Log,
  ) {}

  /** @param compose makes the mail; null when there is none to send */
  start(compose: () => Promise<Mail | null>): void {
    if (this.#running.size >= mostUnderWay) {
      this.log.warn('a mail was not sent: too many are under way');
      return;
    }
    const running = this.deliver(compose)
      .catch((error: unknown) => {
        // Without its message: mail servers repeat addresses in it.
        this.log.warn({ fault: faultOf(error) }, 'a mail was not sent');
      })
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Waits for mails that are being handed over; those that wait for another try are given up. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#running);
    this.mailer.close();
  }

  private async deliver(compose: () => Promise<Mail | null>): Promise<void> {
    const mail = await compose();
    if (mail === null) return;
    for (const rest of rests) {
      const sent = await this.mailer.send(mail).then(
        () => true,
        () => false,
      );
      if (sent) return;
      await sleep(rest, undefined, { signal: this.#stopping.signal, ref: false });
    }
    await this.mailer.send(mail);
  }
}
