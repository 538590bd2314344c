import { timingSafeEqual } from 'node:crypto';
import type { Log } from '@coalition-hub/subgraph';
import type { Mail, Mailer } from './mail.js';

const mostMails = 50;

/** A mail that did not leave the hub. */
export interface KeptMail extends Mail {
  readonly at: Date;
}

/**
 * Keeps mails instead of sending them, in memory only, for whoever runs a hub on the own machine; their text is printed
 * too, without the address.
 */
export class Mailbox implements Mailer {
  readonly #mails: KeptMail[] = [];

  /** @param key what the mailbox page asks for */
  constructor(
    readonly key: string,
    private readonly log: Log,
  ) {}

  async send(mail: Mail): Promise<void> {
    this.#mails.unshift({ ...mail, at: new Date() });
    this.#mails.length = Math.min(this.#mails.length, mostMails);
    this.log.info({ subject: mail.subject, text: mail.text }, 'a mail stays here: SMTP_URL is not set');
  }

  close(): void {
    this.#mails.length = 0;
  }

  /** Newest first. */
  get mails(): readonly KeptMail[] {
    return this.#mails;
  }

  opensWith(key: string): boolean {
    const [given, own] = [Buffer.from(key), Buffer.from(this.key)];
    return given.length === own.length && timingSafeEqual(given, own);
  }
}
