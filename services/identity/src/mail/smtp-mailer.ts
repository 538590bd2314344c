import type { Transporter } from 'nodemailer';
import type { Mail, Mailer } from './mail.js';

/** A server that says nothing for so long is given up, in ms. */
const patience = 10_000;

/** Sends by SMTP. The library is loaded with the first mail. */
export class SmtpMailer implements Mailer {
  #transport: Promise<Transporter> | undefined;

  constructor(
    private readonly url: string,
    private readonly from: string,
  ) {}

  async send({ to, subject, text }: Mail): Promise<void> {
    this.#transport ??= this.connect();
    const transport = await this.#transport;
    // An object is taken as it is: a string would be parsed, and a comma in it would add a second recipient.
    await transport.sendMail({ from: this.from, to: { name: '', address: to }, subject, text });
  }

  close(): void {
    void this.#transport?.then((transport) => transport.close());
  }

  private async connect(): Promise<Transporter> {
    const { createTransport } = await import('nodemailer');
    const timeouts = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience };
    return createTransport({ url: this.url, ...timeouts, disableFileAccess: true, disableUrlAccess: true });
  }
}
