import { faultOf } from '@coalition-hub/bus';
import { type Viewer, writing } from '@coalition-hub/subgraph';
import type { Kysely } from 'kysely';
import { openDatabase } from './database.js';
import type { FrontDesk, IdentityEnvironment } from './environment.js';
import { migrate } from './migrations/migrate.js';
import { openFrontDesk, type RunningDesk } from './open-front-desk.js';
import { forgetPerson, type HeldHere, personHeld } from './sessions/person-held.js';
import { openScriptSession } from './sessions/script-session.js';
import { SessionWatch } from './sessions/session-watch.js';
import { Sweep } from './sessions/sweep.js';
import { AdministratorLinks } from './sign-in/administrator-links.js';
import type { Tables } from './tables.js';
import { ClientTokens } from './tokens/client-tokens.js';
import { KeyRing } from './tokens/key-ring.js';
import { KeySealer } from './tokens/key-sealer.js';

/** Says who somebody is, and issues tokens: nothing else. Serves people only once its front desk is open. */
export class Identity {
  private constructor(
    readonly environment: IdentityEnvironment,
    readonly db: Kysely<Tables>,
    readonly ring: KeyRing,
    readonly watch: SessionWatch,
    readonly tokens: ClientTokens,
    readonly administratorLinks: AdministratorLinks,
    private readonly started: AsyncDisposableStack,
  ) {}

  /**
   * Opens and migrates the database, makes the first token key, and learns which sessions have ended.
   * @throws NewerDatabase; the errors of `pg`
   */
  static async start(environment: IdentityEnvironment): Promise<Identity> {
    const { databaseUrl, poolSize, clock, secrets } = environment;
    await using started = new AsyncDisposableStack();
    const log = environment.log.child({ service: 'identity' });
    const report = (what: string) => (error: unknown) => log.warn({ fault: faultOf(error) }, what);
    const db = openDatabase({ url: databaseUrl, poolSize });
    started.defer(() => db.destroy());
    await migrate(db);
    const firstKey = environment.firstTokenKey && { firstKey: environment.firstTokenKey };
    const ring = new KeyRing({ db, sealer: new KeySealer(secrets.tokenKeys), clock, ...firstKey });
    const watch = new SessionWatch({
      db,
      alsoRefresh: () => ring.refresh(),
      report: report('ended sessions could not be read'),
    });
    await watch.start();
    started.defer(() => watch.stop());
    await ring.signing();
    const sweep = new Sweep(db, report('what has ended was not removed'));
    sweep.start();
    started.defer(() => sweep.stop());
    const tokens = new ClientTokens({ ring, watch, clock });
    const links = new AdministratorLinks(db, secrets.administratorLinks);
    return new Identity({ ...environment, log }, db, ring, watch, tokens, links, started.move());
  }

  /** @throws jose's errors for a token that is not valid; Fault UNAVAILABLE when that cannot be known */
  verifyToken(token: string): Promise<Viewer> {
    return this.tokens.verify(token);
  }

  /**
   * A token for scripts, with a session of its own.
   * @throws the errors of `pg`
   */
  async issueScriptToken(
    personId: string,
    { lifetimeSeconds, readOnly = false }: { readonly lifetimeSeconds: number; readonly readOnly?: boolean },
  ): Promise<string> {
    const expiresAt = new Date(this.environment.clock.now().getTime() + lifetimeSeconds * 1000);
    const sessionId = await openScriptSession(this.db, personId, expiresAt);
    const scopes = readOnly ? [] : [writing];
    return this.tokens.issue({ personId, sessionId, scopes }, lifetimeSeconds);
  }

  /** What is held about a person here. @throws the errors of `pg` */
  held(personId: string): Promise<readonly HeldHere[]> {
    return personHeld(this.db, personId);
  }

  /** Ends all that signs a person in, and forgets the person. @throws the errors of `pg` */
  forget(personId: string): Promise<number> {
    return forgetPerson(this.db, personId);
  }

  /** Serves `/auth/` and the mailbox page. Stops with the service. */
  openFrontDesk(desk: FrontDesk): RunningDesk {
    const running = openFrontDesk(this, desk);
    this.started.defer(() => running.stop());
    return running;
  }

  /** Reasons why this service cannot serve, empty when it can. */
  async faults(): Promise<readonly string[]> {
    return this.watch.requireFresh().then(
      () => [],
      () => ['identity: it is not known which sessions have ended'],
    );
  }

  /** The last part that was started goes first. */
  async stop(): Promise<void> {
    await this.started.disposeAsync();
  }
}
