import type { Viewer } from '@coalition-hub/subgraph';
import { idOf, Workbench } from './workbench.js';

export const decision = { decidedOn: '2024-01-31', decidedBy: 'Board' };

/** Organisations with people who administer them. */
export class AccessBench {
  #people = 0;

  private constructor(readonly bench: Workbench) {}

  static async start(): Promise<AccessBench> {
    return new AccessBench(await Workbench.start());
  }

  /** A mailbox that nobody used yet. */
  email(kind = 'person', domain = 'example.org'): string {
    this.#people += 1;
    return `${kind}-${this.#people}@${domain}`;
  }

  viewer(email: string): Viewer {
    return this.bench.test.viewer(email);
  }

  /** Gives a mandate outright, as the hub's administrator. @returns its id */
  async mandate(organisationId: string, email: string, input: object = {}): Promise<string> {
    const given = { organisationId, email, scopes: ['ADMINISTER'], ...decision, ...input };
    return idOf((await this.bench.answer('grantMandate', given)).mandate);
  }

  /** An organisation, and somebody who administers it. */
  async administered(input: object = {}) {
    const organisationId = await this.bench.organisation(input);
    const email = this.email('administers');
    const mandateId = await this.mandate(organisationId, email);
    await this.bench.test.settled();
    return { organisationId, email, mandateId, viewer: this.viewer(email) };
  }

  /** @returns the offered mandate */
  async offer(from: { organisationId: string; viewer: Viewer }, email: string, input: object = {}) {
    const { organisationId, viewer } = from;
    const offered = { organisationId, email, scopes: ['SIGN'], ...decision, ...input };
    return idOf((await this.bench.answer('inviteRepresentative', offered, viewer)).mandate);
  }

  /** What a person may do for an organisation today, as the person is shown. */
  async scopesOf(email: string, organisationId: string): Promise<readonly string[]> {
    const { viewer } = await this.bench.test.data<{
      viewer: { mandates: { scopes: string[]; organisation: { id: string } }[] };
    }>('{ viewer { mandates { scopes organisation { id } } } }', { viewer: this.viewer(email) });
    return viewer.mandates
      .filter(({ organisation }) => organisation.id === organisationId)
      .flatMap(({ scopes }) => scopes);
  }

  /** A refusal's code, an error's code, or "done". */
  async outcome(...[name, input, viewer]: Parameters<Workbench['fault']>): Promise<string> {
    const { data, errors } = await this.bench.execute(name, input, viewer);
    const code = errors?.[0]?.extensions?.['code'];
    if (code !== undefined) return String(code);
    return ((data as Record<string, { code?: string }>)[name]?.code ?? 'done') as string;
  }
}
