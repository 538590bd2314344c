import { connect, createServer, type Server, type Socket } from 'node:net';
import { freePort } from '@coalition-hub/testkit';

interface Line {
  readonly client: Socket;
  readonly hub: Socket;
}

/** What lies between a client and the hub: connections over it can be cut, silenced, or lose an answer. */
export class UnreliableNetwork {
  readonly #lines = new Set<Line>();
  readonly #server: Server;
  #losesAnswers = 0;
  #silent = false;
  /** How many requests of HTTP came to it, answered or not. */
  requests = 0;
  /** How many answers it has lost. */
  lostAnswers = 0;

  private constructor(
    readonly port: number,
    private readonly hubPort: number,
  ) {
    this.#server = createServer((client) => this.#join(client)).listen(port, '127.0.0.1');
  }

  /** @param hubUrl address of the hub, of which only the port matters */
  static async before(hubUrl: string): Promise<UnreliableNetwork> {
    return new UnreliableNetwork(await freePort(), Number(new URL(hubUrl).port));
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/graphql`;
  }

  /** Connections that are open now. */
  get open(): number {
    return this.#lines.size;
  }

  /** Cuts all connections, in the middle of whatever they carry. */
  cut(): void {
    for (const { client, hub } of this.#lines) {
      client.resetAndDestroy();
      hub.destroy();
    }
  }

  /** Nothing gets through on the connections that are open now; new ones work. */
  silence(): void {
    for (const { client, hub } of this.#lines) {
      client.unpipe(hub);
      hub.unpipe(client);
      client.resume();
      hub.resume();
    }
  }

  /** The next so many answers reach nobody: their connections are cut when they come. */
  loseAnswers(count: number): void {
    this.#losesAnswers = count;
  }

  /** From now on nothing answers. */
  goSilent(): void {
    this.#silent = true;
    this.silence();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #join(client: Socket): void {
    const hub = connect(this.hubPort, '127.0.0.1');
    const line = { client, hub };
    this.#lines.add(line);
    const end = () => {
      this.#lines.delete(line);
      client.destroy();
      hub.destroy();
    };
    for (const socket of [client, hub]) socket.on('error', end).on('close', end);
    client.on('data', (data) => {
      this.requests += Number(/^(POST|GET) /.test(data.toString('latin1', 0, 5)));
    });
    if (this.#silent) return;
    hub.prependListener('data', () => this.#loses() && end());
    client.pipe(hub);
    hub.pipe(client);
  }

  #loses(): boolean {
    if (this.#losesAnswers === 0) return false;
    this.#losesAnswers -= 1;
    this.lostAnswers += 1;
    return true;
  }
}
