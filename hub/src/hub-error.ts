/** A failure that its reader can do something about, told in one plain sentence; shown without a stack. */
export class HubError extends Error {
  override readonly name = 'HubError';
}
