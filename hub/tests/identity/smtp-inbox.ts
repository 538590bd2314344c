import { freePort, waitUntil } from '@coalition-hub/testkit';
import { SMTPServer } from 'smtp-server';

/** A real mail server on this machine that keeps what it is handed. */
export class SmtpInbox {
  readonly #mails: { readonly to: readonly string[]; readonly text: string }[] = [];

  private constructor(
    readonly url: string,
    private readonly server: SMTPServer,
  ) {}

  static async start(): Promise<SmtpInbox> {
    const port = await freePort();
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          inbox.#mails.push({
            to: session.envelope.rcptTo.map(({ address }) => address),
            text: Buffer.concat(chunks).toString('utf8'),
          });
          done();
        });
      },
    });
    const inbox = new SmtpInbox(`smtp://127.0.0.1:${port}`, server);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return inbox;
  }

  get size(): number {
    return this.#mails.length;
  }

  countTo(address: string): number {
    return this.#mails.filter(({ to }) => to.includes(address)).length;
  }

  /** The link in the mail number `nth` to an address, counted from 1; waits until it has come. */
  async link(to: string, nth = 1): Promise<string> {
    const mine = () => this.#mails.filter((mail) => mail.to.includes(to));
    await waitUntil(() => mine().length >= nth, { what: `mail ${nth} to ${to}` });
    return linkIn(unfolded(mine()[nth - 1]?.text ?? ''));
  }

  /** The first mail to an address as it came. */
  textTo(address: string): string {
    return this.#mails.find(({ to }) => to.includes(address))?.text ?? '';
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}

/** @throws Error when there is no link */
export function linkIn(text: string): string {
  const link = /https?:\/\/[^\s"<>]+\/auth\/link\?token=[\w-]+/.exec(text)?.[0];
  if (link === undefined) throw new Error(`There is no link in:\n${text}`);
  return link;
}

/** Undoes quoted-printable (RFC 2045 §6.7), as far as links need it. */
function unfolded(text: string): string {
  return text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
