import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitUntil } from '@coalition-hub/testkit';
import { Programs } from '../hub-process/programs.js';
import type { RunningProgram } from '../hub-process/running-program.js';

const repository = join(import.meta.dirname, '../../..');

/** Which of the guests of the walk-through. */
export type GuestName = 'press' | 'live';

/** A guest of docs/guest-subgraph.md: its code blocks, in a folder of their own, run as a process of their own. */
export class DocumentedGuest {
  readonly #programs = new Programs();
  #program: RunningProgram | undefined;

  private constructor(
    private readonly folder: string,
    readonly port: number,
    private readonly hubUrl: string,
    private readonly name: GuestName,
  ) {}

  static async build(port: number, hubUrl: string, name: GuestName = 'press'): Promise<DocumentedGuest> {
    const folder = await mkdtemp(join(tmpdir(), 'documented-guest-'));
    const text = await readFile(join(repository, 'docs/guest-subgraph.md'), 'utf8');
    await writeFile(join(folder, 'package.json'), block(text, 'json'));
    await writeFile(join(folder, 'from-hub.js'), block(text, 'js', '// from-hub.js\n'));
    await writeFile(join(folder, `${name}.js`), block(text, 'js', `// ${name}.js\n`));
    // Stands for "npm install", which tests do not run.
    await symlink(join(repository, 'node_modules'), join(folder, 'node_modules'));
    return new DocumentedGuest(folder, port, hubUrl, name);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/graphql`;
  }

  /** The setting that names it. */
  get setting(): string {
    return `${this.name}=${this.url}`;
  }

  async start(): Promise<void> {
    const env = { PORT: String(this.port), HUB: this.hubUrl, NODE_ENV: 'production' };
    const program = this.#programs.start([process.execPath, `${this.name}.js`], { cwd: this.folder, env });
    this.#program = program;
    const what = 'the guest listens';
    await waitUntil(() => program.said.includes(`${this.name} listens`) || !program.alive, {
      what,
      timeoutMs: 20_000,
    });
    if (!program.alive) throw new Error(program.said);
  }

  async kill(): Promise<void> {
    this.#program?.killGroup();
    await this.#program?.ended;
  }

  /** It takes connections and says nothing, until it goes on. */
  pause(): void {
    this.#program?.send('SIGSTOP');
  }

  goOn(): void {
    this.#program?.send('SIGCONT');
  }

  async remove(): Promise<void> {
    await this.#programs.endAll();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** The first code block of a language that begins like this. */
function block(text: string, language: string, beginning = ''): string {
  const found = text.match(new RegExp(`^\`\`\`${language}\n(${beginning}[^]*?)^\`\`\`$`, 'm'))?.[1];
  if (found === undefined) throw new Error(`The walk-through has no ${language} ${beginning}`);
  return found;
}
