import { randomUUID } from 'node:crypto';
import { ask } from './ask.js';
import { type Line } from './line.js';
import type { World } from './world.js';

const register = `mutation ($input: RegisterOrganisationInput!) { registerOrganisation(input: $input) {
  __typename ... on RegisterOrganisationSuccess { organisation { id } } ... on Refusal { message } } }`;

const grant = `mutation ($input: GrantMandateInput!) { grantMandate(input: $input) {
  __typename ... on Refusal { message } } }`;

const sign = `mutation ($input: SignStatementInput!) { signStatement(input: $input) {
  __typename ... on SignStatementSuccess { signature { nameAsSigned organisation { slug } } } ... on Refusal { message } } }`;

const openStatement = `query ($slug: String!) { statement(slug: $slug) { id signing { state revision { digest } } } }`;

/** Signed by the bench where the largest statement is not open. */
const practice = 'practice-statement';

interface OpenStatement {
  readonly statement: {
    readonly id: string;
    readonly signing: { readonly state: string; readonly revision: { readonly digest: string } | null };
  } | null;
}

const newName = () => `Bench organisation ${randomUUID().slice(0, 18)}`;

const registering: Line = {
  name: 'registering an organisation',
  decides: 'ratio',
  question: () => ({
    query: register,
    variables: { input: { name: newName(), country: 'ES' } },
    signedIn: true,
  }),
};

/** Each signature is by an organisation of its own, registered and mandated before the round. */
class Signing implements Line {
  readonly name = 'signing as a representative';
  readonly decides = 'ratio';
  readonly #signers = new Map<string, string>();
  readonly #opened = new Map<string, { readonly statementId: string; readonly revisionDigest: string }>();

  async prepare(world: World, turns: readonly number[]): Promise<void> {
    const { name } = world.hub;
    if (!this.#opened.has(name)) this.#opened.set(name, await statementToSign(world));
    for (const turn of turns) this.#signers.set(`${name} ${turn}`, await mandatedOrganisation(world));
  }

  question({ hub: { name } }: World, turn: number) {
    const input = {
      ...this.#opened.get(name),
      organisationId: this.#signers.get(`${name} ${turn}`),
      idempotencyKey: randomUUID(),
    };
    return { query: sign, variables: { input }, signedIn: true };
  }
}

async function statementToSign({ hub, statement }: World) {
  for (const slug of [statement, practice]) {
    const found = await ask<OpenStatement>(hub, { query: openStatement, variables: { slug } });
    const { id, signing } = found.statement ?? {};
    if (id === undefined || signing?.state !== 'OPEN' || signing.revision === null) continue;
    return { statementId: id, revisionDigest: signing.revision.digest };
  }
  throw new Error(`The ${hub.name} hub has no open statement.`);
}

async function mandatedOrganisation({ hub }: World): Promise<string> {
  const registered = await ask<{ registerOrganisation: { organisation?: { id: string } } }>(hub, {
    query: register,
    variables: { input: { name: newName(), country: 'ES' } },
    signedIn: true,
  });
  const { organisation } = registered.registerOrganisation;
  if (organisation === undefined) throw new Error(`Not registered: ${JSON.stringify(registered)}`);
  const input = {
    organisationId: organisation.id,
    email: hub.mailbox,
    scopes: ['SIGN'],
    decidedOn: '2026-01-15',
    decidedBy: 'Board',
  };
  await ask(hub, { query: grant, variables: { input }, signedIn: true });
  return organisation.id;
}

export const signingLines: readonly Line[] = [registering, new Signing()];
