import type { Transporter } from 'nodemailer';
import type { Mail, Mailer } from './mail.js';

/** A server that says nothing for so long is given up, in ms. */
const patience = 10_000;

/** Connections to the server at most; mails wait for one. */
const maxConnections = 4;

/** Nobody is away for a machine (RFC 3834 §5). */
const automatic = { 'Auto-Submitted': 'auto-generated' };

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
    await transport.sendMail({
      from: this.from,
      to: { name: '', address: to },
      subject,
      text,
      headers: automatic,
      xMailer: false,
    });
  }

  close(): void {
    void this.#transport?.then((transport) => transport.close());
  }

  private async connect(): Promise<Transporter> {
    const { createTransport } = await import('nodemailer');
    const timeouts = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience };
    const bounds = { pool: true, maxConnections, ...timeouts } as const;
    return createTransport({ url: this.url, ...bounds, disableFileAccess: true, disableUrlAccess: true });
  }
}
