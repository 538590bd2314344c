/** Where progress is reported; a pino logger fits. */
export interface PostgresLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

const ignore = (): void => undefined;

/** Reports nothing. */
export const silentLog: PostgresLog = { info: ignore, warn: ignore, error: ignore };
