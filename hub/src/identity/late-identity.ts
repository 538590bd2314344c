import type { AnswerElsewhere, EndedSessions } from '@coalition-hub/gateway';
import type { Identity, RunningDesk } from '@coalition-hub/identity';
import { unavailable, type Viewer } from '@coalition-hub/subgraph';

/**
 * Stands for the identity service while it is still starting, so that the front door can open at once. Until then
 * nobody can be recognised, and nobody is: a token is answered with "not yet", never with "signed out".
 */
export class LateIdentity implements EndedSessions {
  #identity: Identity | undefined;
  #desk: RunningDesk | undefined;

  arrive(identity: Identity, desk: RunningDesk): void {
    this.#identity = identity;
    this.#desk = desk;
  }

  async verifyToken(token: string): Promise<Viewer> {
    if (!this.#identity) throw unavailable();
    return this.#identity.verifyToken(token);
  }

  publicKeys() {
    return this.#identity?.tokens.publicKeys() ?? [];
  }

  onEnd(sessionId: string, callback: () => void): () => void {
    return this.#identity?.watch.onEnd(sessionId, callback) ?? (() => undefined);
  }

  readonly answer: AnswerElsewhere = async (request, response, at) => {
    if (this.#desk) return this.#desk.answer(request, response, at);
    if (at.path.startsWith('/auth/')) throw unavailable();
    return false;
  };

  async faults(): Promise<readonly string[]> {
    return this.#identity?.faults() ?? [];
  }
}
