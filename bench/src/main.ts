import { platform } from 'node:process';
import { type Options, parseOptions, USAGE, UsageError } from './options.js';
import { profileText } from './profile/profile-text.js';
import { runProfile } from './profile/run-profile.js';
import { createProgress } from './progress.js';
import { reportText } from './report-text.js';
import { runBench } from './run-bench.js';
import { runScale } from './scale/run-scale.js';
import { parseScaleOptions, SCALE_USAGE, type ScaleOptions } from './scale/scale-options.js';
import { scaleReportText } from './scale/scale-report-text.js';
import { missedLimits } from './scale/scale-targets.js';
import { missedRequirement } from './targets.js';

const EXIT_MISSED = 1;
const EXIT_FAILED = 2;

const progress = createProgress(process.stderr);
const cleanup = new AsyncDisposableStack();
let ending: Promise<void> | undefined;

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void end(EXIT_FAILED);
  });
}

try {
  await end(await runAsTold(process.argv.slice(2)));
} catch (error) {
  if (ending === undefined) explain(error);
  await end(EXIT_FAILED);
}

async function runAsTold(argv: readonly string[]): Promise<number> {
  if (argv.includes('--scale')) return scale(parseScaleOptions(argv.filter((arg) => arg !== '--scale')));
  const options = parseOptions(argv);
  return options.help ? print(USAGE) : run(options);
}

async function run(options: Options): Promise<number> {
  requireProc();
  return options.profile ? profile(options) : bench(options);
}

function requireProc(): void {
  if (platform !== 'linux') {
    throw new Error('The bench reads processor time from /proc, and so runs on Linux only.');
  }
}

async function scale(options: ScaleOptions): Promise<number> {
  if (options.help) return print(SCALE_USAGE);
  requireProc();
  const report = await runScale(options, progress, cleanup);
  print(options.json ? JSON.stringify(report, null, 2) : scaleReportText(report));
  const missed = options.check ? missedLimits(report) : [];
  for (const sentence of missed) progress.always(sentence);
  return missed.length === 0 ? 0 : EXIT_MISSED;
}

async function bench(options: Options): Promise<number> {
  const report = await runBench(options, progress, cleanup);
  print(options.json ? JSON.stringify(report, null, 2) : reportText(report));
  const missed = options.check ? missedRequirement(report) : null;
  if (missed === null) return 0;
  progress.always(missed);
  return EXIT_MISSED;
}

async function profile(options: Options): Promise<number> {
  const summary = await runProfile(options, progress, cleanup);
  return print(options.json ? JSON.stringify(summary, null, 2) : profileText(summary));
}

function print(text: string): 0 {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  return 0;
}

function explain(error: unknown): void {
  progress.always(error instanceof Error ? error.message : String(error));
  if (error instanceof UsageError)
    progress.always(`\n${process.argv.includes('--scale') ? SCALE_USAGE : USAGE}`);
}

/** Ends all that was started, and then itself; what fails because of that has nothing more to say. */
function end(code: number): Promise<void> {
  ending ??= cleanup.disposeAsync().finally(() => process.exit(code));
  return ending;
}
