/** The caller's own settings, and what a test runner adds for itself, would change what is measured. */
const LEFT_OUT = /^(HUB_|PG|NODE_ENV$|NODE_OPTIONS$|JEST_|DATABASE_URL$|NATS_URL$|SMTP_URL$|PUBLIC_URL$)/;

/** The environment of a process that is started to be measured: the caller's without settings, plus these. */
export function childEnvironment(settings: Record<string, string>): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !LEFT_OUT.test(entry[0]),
  );
  return { ...Object.fromEntries(kept), ...settings };
}
