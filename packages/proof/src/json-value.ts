/** What JSON can express and RFC 8785 can canonicalise. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/**
 * Throws a TypeError that names the first place, as a JSON Pointer, where `value` is not I-JSON (RFC 7493).
 *
 * `JSON.stringify` drops `undefined`, turns a Map into `{}` and a Date into text: values that differ would share a
 * digest, so everything that is not plain JSON is refused instead.
 */
export function assertJsonValue(value: unknown, pointer = ''): asserts value is JsonValue {
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'number') return assertFinite(value, pointer);
  if (typeof value === 'string') return assertWellFormed(value, pointer);
  if (Array.isArray(value)) return assertItems(value, pointer);
  if (isPlainObject(value)) return assertMembers(value, pointer);
  throw notJson(pointer, `is ${typeof value === 'object' ? 'an object of a class' : typeof value}`);
}

function assertFinite(value: number, pointer: string): void {
  if (!Number.isFinite(value)) throw notJson(pointer, 'is not a finite number');
}

/** A lone surrogate has no UTF-8 form: RFC 8785, section 3.2.2.2, wants an error. */
function assertWellFormed(value: string, pointer: string): void {
  if (!value.isWellFormed()) throw notJson(pointer, 'contains a lone surrogate');
}

/** By index, because `forEach` would step over the holes of a sparse array. */
function assertItems(items: readonly unknown[], pointer: string): void {
  for (let index = 0; index < items.length; index++) assertJsonValue(items[index], `${pointer}/${index}`);
}

function assertMembers(members: object, pointer: string): void {
  for (const [key, member] of Object.entries(members)) {
    assertWellFormed(key, pointer);
    assertJsonValue(member, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  }
}

/** An object literal, the result of JSON.parse, or one without prototype; `toJSON` would replace what is digested. */
function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && !hasToJson(value);
}

function hasToJson(value: object): boolean {
  return typeof (value as { toJSON?: unknown }).toJSON === 'function';
}

function notJson(pointer: string, fault: string): TypeError {
  return new TypeError(`Cannot be digested: ${pointer === '' ? 'the value' : pointer} ${fault}`);
}
