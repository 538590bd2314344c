import type { BusEvent } from '../bus-event.js';

/** The events of one stream as a union that `switch (event.type)` narrows. */
export type EventOf<Stream extends string, Catalogue> = {
  [Type in keyof Catalogue & string]: Omit<BusEvent, 'stream' | 'type' | 'data'> & {
    readonly stream: Stream;
    readonly type: Type;
    readonly data: Catalogue[Type];
  };
}[keyof Catalogue & string];
