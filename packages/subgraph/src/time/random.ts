import { createHmac, randomBytes, randomUUID } from 'node:crypto';

/**
 * Where ids and nonces come from. Handed in by the composition root, so that two hubs can be made to differ in one
 * thing only; `label` names the use, so that one more draw elsewhere does not shift the others.
 */
export interface Random {
  uuid(label: string): string;
  bytes(length: number, label: string): Buffer;
}

export const systemRandom: Random = {
  uuid: () => randomUUID(),
  bytes: (length) => randomBytes(length),
};

/** The same values for the same seed, label and order of calls under that label. For tests and twin hubs only. */
export function seededRandom(seed: string): Random {
  const drawn = new Map<string, number>();
  const draw = (label: string, length: number): Buffer => {
    const turn = drawn.get(label) ?? 0;
    drawn.set(label, turn + 1);
    const blocks: Buffer[] = [];
    for (let block = 0; block * 32 < length; block += 1) {
      blocks.push(
        createHmac('sha256', seed)
          .update(JSON.stringify([label, turn, block]))
          .digest(),
      );
    }
    return Buffer.concat(blocks).subarray(0, length);
  };
  return { bytes: (length, label) => draw(label, length), uuid: (label) => asUuid(draw(label, 16)) };
}

/** RFC 9562, version 4: the version and variant bits are set, the rest is left as drawn. */
function asUuid(bytes: Buffer): string {
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
