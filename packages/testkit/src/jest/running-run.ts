/** What a run of the tests has started and must end. */
export interface Run {
  stop(): Promise<unknown>;
}

const KEY = Symbol.for('coalition-hub.test-run');
const holder = globalThis as { [KEY]?: Run };

/** Jest loads setup and teardown separately, in one process. */
export function keepRun(run: Run): void {
  holder[KEY] = run;
}

/** The run that was kept, if one was. */
export function takeRun(): Run | undefined {
  const run = holder[KEY];
  delete holder[KEY];
  return run;
}
