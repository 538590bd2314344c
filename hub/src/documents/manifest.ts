import { createHash } from 'node:crypto';

/** Texts of GraphQL documents by their id: what a client's build makes, and what the hub registers. */
export type Manifest = Readonly<Record<string, string>>;

/** `sha256:` and the digest of the text, as GraphQL over HTTP has it in appendix A. */
export function documentId(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/**
 * Reads what clients' tools write: a JSON object from ids to texts, with or without `sha256:` before the digest.
 * @returns null for anything else, and where one id is not that of its text
 */
export function readManifest(content: string): Manifest | null {
  const parsed = parsedJson(content);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null;
  const texts = Object.entries(parsed).map(([id, text]) => {
    const isOurs = typeof text === 'string' && documentId(text) === (id.includes(':') ? id : `sha256:${id}`);
    return isOurs ? ([documentId(text), text] as const) : null;
  });
  return texts.every((entry) => entry !== null) ? Object.fromEntries(texts) : null;
}

function parsedJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}
