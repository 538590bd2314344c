import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** One keep-alive connection with one request in flight. */
export class LoadConnection {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(
    readonly url: string,
    private readonly token?: string,
  ) {}

  /** @throws where the answer is not a 200 */
  async post(body: Buffer): Promise<Buffer> {
    const response = await this.#send(body);
    const answer = await buffer(response);
    if (response.statusCode === 200) return answer;
    throw new Error(`${this.url} answered ${response.statusCode}: ${answer.toString().slice(0, 600)}`);
  }

  #send(body: Buffer): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const sent: ClientRequest = request(this.url, {
        agent: this.#agent,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': body.length,
          ...(this.token !== undefined && { authorization: `Bearer ${this.token}` }),
        },
      });
      sent.once('response', resolve).once('error', reject).end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
