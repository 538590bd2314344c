import type { Log } from '@coalition-hub/subgraph';
import type { Mailer } from './mail.js';

/** A hub that is reached from outside but has no mail server: nothing is printed, for links sign people in. */
export class NoMailer implements Mailer {
  constructor(private readonly log: Log) {}

  async send(): Promise<void> {
    this.log.warn('a mail could not be sent: SMTP_URL is not set');
  }

  close(): void {}
}
