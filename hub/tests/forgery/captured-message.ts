/** A request as it went over the wire. */
export interface CapturedMessage {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
}

export function headOf({ method, target, headers }: CapturedMessage): string {
  const lines = [`${method} ${target} HTTP/1.1`, ...headers.map((header) => header.join(': '))];
  return `${lines.join('\r\n')}\r\n\r\n`;
}

export function bytesOf(message: CapturedMessage): Buffer {
  return Buffer.concat([Buffer.from(headOf(message), 'latin1'), message.body]);
}

export function headerOf({ headers }: CapturedMessage, name: string): string {
  return headers.find(([known]) => known.toLowerCase() === name)?.[1] ?? '';
}

export function without(message: CapturedMessage, ...names: readonly string[]): CapturedMessage {
  return { ...message, headers: message.headers.filter(([name]) => !names.includes(name.toLowerCase())) };
}

/** With another value in the same place. */
export function having(message: CapturedMessage, name: string, value: string): CapturedMessage {
  const headers = message.headers.map((header) =>
    header[0].toLowerCase() === name ? ([header[0], value] as const) : header,
  );
  return { ...message, headers };
}

export function adding(message: CapturedMessage, ...headers: readonly (readonly [string, string])[]) {
  return { ...message, headers: [...message.headers, ...headers] };
}

/** With another body, and the length that belongs to it. */
export function saying(message: CapturedMessage, body: Buffer): CapturedMessage {
  return { ...having(message, 'content-length', String(body.length)), body };
}
