import { HubSocket, type SocketOptions } from './hub-socket.js';

/** What a hub lets run on one socket, unless its operators say otherwise. */
const streamsPerSocket = 100;

/** A place on a socket, for as long as a subscription lasts. */
export interface SocketPlace {
  readonly socket: HubSocket;
  /** To be called once. */
  leave(): void;
}

interface Shared {
  readonly socket: HubSocket;
  streams: number;
}

/** As many WebSockets as the subscriptions of a client need, since a hub lets only so many run on one. */
export class HubSockets {
  readonly #sockets: Shared[] = [];

  constructor(private readonly options: SocketOptions) {}

  /** @throws TypeError where neither the platform nor the options have a WebSocket */
  place(): SocketPlace {
    const shared = this.#sockets.find(({ streams }) => streams < streamsPerSocket) ?? this.#another();
    shared.streams += 1;
    const leave = () => {
      shared.streams -= 1;
    };
    return { socket: shared.socket, leave };
  }

  #another(): Shared {
    const shared = { socket: new HubSocket(this.options), streams: 0 };
    this.#sockets.push(shared);
    return shared;
  }
}
