import { type DestinationStream, type Logger, pino } from 'pino';

export type Log = Logger;

export interface LogOptions {
  readonly level: string;
  readonly name: string;
}

/** JSON lines on standard output. Callers log ids, codes and durations; names, addresses and inputs never. */
export function createLog(
  { level, name }: LogOptions,
  destination: DestinationStream = pino.destination(1),
): Log {
  return pino(
    {
      level,
      name,
      redact: { paths: ['authorization', '*.authorization', 'email', '*.email'], remove: true },
    },
    destination,
  );
}

export const silentLog: Log = pino({ level: 'silent' });
