/** Says on standard error what goes on; standard output belongs to the figures. */
export interface Progress {
  /** For whoever watches: only where a terminal is attached. */
  step(text: string): void;
  always(text: string): void;
}

export function createProgress(stream: NodeJS.WriteStream): Progress {
  return {
    step: (text) => {
      if (stream.isTTY) stream.write(`${text}\n`);
    },
    always: (text) => {
      stream.write(`${text}\n`);
    },
  };
}
