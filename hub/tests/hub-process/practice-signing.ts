import { setTimeout as sleep } from 'node:timers/promises';
import {
  type AnswerError,
  type GraphClient,
  mutationSource,
  type Outcome,
} from '../whole-hub/graph-client.js';

/** Whom the tests' tokens are for. */
export const email = 'coordinator@example.org';

export interface Acknowledged {
  readonly id: string;
  readonly nameAsSigned: string;
}

/** What a signer met on the way to an acknowledgement. */
export interface Persistence {
  readonly signature: Acknowledged;
  /** Codes of the errors before it, in order; "connection" where nobody answered. */
  readonly codes: readonly string[];
}

const signSource = mutationSource(
  'signStatement',
  '... on SignStatementSuccess { signature { id nameAsSigned } }',
);
const againAfterMs = 50;
const patienceMs = 60_000;

/** Signs the practice statement for organisations that it registers first. */
export class PracticeSigning {
  private constructor(
    private administrator: GraphClient,
    private readonly statementId: string,
    private readonly revisionDigest: string,
  ) {}

  static async prepare(administrator: GraphClient): Promise<PracticeSigning> {
    const { statement } = await administrator.query<{
      statement: { id: string; currentRevision: { digest: string } };
    }>('{ statement(slug: "practice-statement") { id currentRevision { digest } } }');
    return new PracticeSigning(administrator, statement.id, statement.currentRevision.digest);
  }

  /** Registers organisations for which the administrator may sign; returns their ids. */
  organisations(names: readonly string[]): Promise<string[]> {
    return Promise.all(names.map((name) => this.organisation(name)));
  }

  /**
   * Repeats the same request, with the same idempotency key, until it is acknowledged.
   * @throws Error when it is refused, or not acknowledged in time
   */
  async signPersistently(organisationId: string): Promise<Persistence> {
    const codes: string[] = [];
    const deadline = performance.now() + patienceMs;
    while (performance.now() < deadline) {
      const answer = await this.sign(organisationId);
      if ('signature' in answer) return { signature: answer.signature, codes };
      codes.push(...answer.codes);
      await sleep(againAfterMs);
    }
    throw new Error(`The signature was not acknowledged: ${codes.join(', ')}`);
  }

  private async organisation(name: string): Promise<string> {
    const { organisation } = await this.administrator.succeed<{ organisation: { id: string } }>(
      'registerOrganisation',
      { name },
      '... on RegisterOrganisationSuccess { organisation { id } }',
    );
    const mandate = { organisationId: organisation.id, email, scopes: ['SIGN'] };
    await this.administrator.succeed('grantMandate', {
      ...mandate,
      decidedOn: '2022-09-01',
      decidedBy: 'Board',
    });
    return organisation.id;
  }

  /** @throws Error for a refusal */
  private async sign(organisationId: string): Promise<{ signature: Acknowledged } | { codes: string[] }> {
    const { statementId, revisionDigest } = this;
    const input = { statementId, revisionDigest, organisationId, idempotencyKey: `sign-${organisationId}` };
    const answer = await this.administrator.ask(signSource, { input }).catch(() => null);
    if (answer === null) return { codes: ['connection'] };
    const { data, errors } = JSON.parse(answer.text) as {
      data?: { signStatement: Outcome & { signature?: Acknowledged } } | null;
      errors?: AnswerError[];
    };
    if (errors) return { codes: errors.map(({ extensions }) => extensions.code) };
    const signature = data?.signStatement.signature;
    if (signature === undefined) throw new Error(`Signing was refused: ${answer.text}`);
    return { signature };
  }
}
