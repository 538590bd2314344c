const signals = ['SIGINT', 'SIGTERM'] as const;

/** Resolves at the first request to stop. A second one, from somebody who will not wait, ends the process at once. */
export function nextSignal(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const onSignal = () => {
      if (asked) process.exit(130);
      asked = true;
      resolve();
    };
    for (const signal of signals) process.on(signal, onSignal);
  });
}
