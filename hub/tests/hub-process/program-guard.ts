/**
 * Outlives a test run that was killed. Its standard input is a pipe that the run holds, with a line for each process
 * group that was started; when it closes, however the run has ended, those that are left are ended too.
 */
import { createInterface } from 'node:readline';

const groups: number[] = [];
for await (const line of createInterface({ input: process.stdin })) groups.push(Number(line));
for (const group of groups) {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // It has ended long ago.
  }
}
