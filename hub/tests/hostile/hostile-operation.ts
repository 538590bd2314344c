import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isUnionType,
} from 'graphql';
import type { Dice } from '../forgery/dice.js';

/** What one request asks for. */
export interface HostileOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Values that exist, so that some operations get far. */
export interface KnownValues {
  readonly ids: readonly string[];
  readonly slugs: readonly string[];
  readonly digests: readonly string[];
}

const words = [
  '',
  'a',
  'ñandú',
  'x'.repeat(3_000),
  "' or 1=1 --",
  '\u0000',
  '\ud800',
  '\u202e',
  '%_\\',
  '{}',
  '-1',
];
const numbers = [0, 1, 2, 20, 200, 201, -1, 2_147_483_647, -2_147_483_648];
const wrongValues = [null, true, 1.5, 'words', [], {}, [[null]], 2 ** 40, { __proto__: null, a: 1 }];
const days = ['2022-09-27', '2013-06-01', '2022-02-30', '0000-01-01', '9999-12-31', 'yesterday'];
const instants = ['2030-01-01T00:00:00Z', '2022-09-27T10:00:00.000Z', '9999-12-31T23:59:59Z', 'soon'];
const aliases = ['id', 'a', 'b', '_entities', '__typename', 'edges', 'node', '_as_0_id', 'code'];

/** Half a surrogate pair can be sent in a variable only: a document with one is not read at all. */
function isUnwritable(value: unknown): boolean {
  return JSON.stringify(value).includes('\\ud800');
}

/** Writes operations on a schema: most are valid, some nearly, some not at all. */
export class HostileOperations {
  #variables: { name: string; type: string; value: unknown }[] = [];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly known: KnownValues,
    private readonly dice: Dice,
  ) {}

  next(): HostileOperation {
    this.#variables = [];
    const kind = this.dice.of(['query', 'query', 'query', 'mutation', 'mutation'] as const);
    const root = kind === 'query' ? this.schema.getQueryType() : this.schema.getMutationType();
    if (!root) throw new Error(`there is no ${kind}`);
    const selections = this.selections(root, 1 + this.dice.below(5));
    const declared = this.#variables.map(({ name, type }) => `$${name}: ${type}`).join(', ');
    const query = `${kind} ${declared === '' ? '' : `(${declared})`} ${selections}`;
    return { query: this.damaged(query), variables: this.spoiledVariables() };
  }

  private selections(type: GraphQLCompositeType, depth: number): string {
    const count = 1 + this.dice.below(this.chance(0.03) ? 80 : 4);
    return `{ ${Array.from({ length: count }, () => this.selection(type, depth)).join(' ')} }`;
  }

  private selection(type: GraphQLCompositeType, depth: number): string {
    if (this.chance(0.08)) return '__typename';
    if (depth > 0 && (isUnionType(type) || this.chance(0.12))) return this.fragment(type, depth);
    if (isUnionType(type)) return '__typename';
    const fields = Object.values(type.getFields());
    const within = fields.filter((each) => depth > 0 || !isCompositeType(getNamedType(each.type)));
    return within.length === 0 ? '__typename' : this.field(this.dice.of(within), depth);
  }

  private fragment(type: GraphQLCompositeType, depth: number): string {
    const possible = isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type];
    const narrowed = this.dice.of(possible);
    return `... on ${narrowed.name}${this.condition()} ${this.selections(narrowed, depth - 1)}`;
  }

  private field({ name, args, type }: GraphQLField<unknown, unknown>, depth: number): string {
    const named = getNamedType(type);
    const alias = this.chance(0.2)
      ? `${this.chance(0.01) ? 'constructor' : this.dice.of([...aliases, name])}: `
      : '';
    const needed = args.filter((each) => isNonNullType(each.type) || this.chance(0.4));
    const given = needed.map((each) => this.argument(each));
    const below = isCompositeType(named) ? ` ${this.selections(named, depth - 1)}` : '';
    return `${alias}${name}${given.length > 0 ? `(${given.join(', ')})` : ''}${this.condition()}${below}`;
  }

  private condition(): string {
    if (!this.chance(0.08)) return '';
    const value = this.chance(0.5) ? String(this.chance(0.5)) : this.variable('Boolean!', this.chance(0.5));
    return ` @${this.dice.of(['skip', 'include'])}(if: ${value})`;
  }

  private argument({ name, type }: GraphQLArgument): string {
    const value = this.value(type, name, 4);
    return `${name}: ${this.chance(0.5) || isUnwritable(value) ? this.variable(String(type), value) : this.literal(value, type)}`;
  }

  private variable(type: string, value: unknown): string {
    const name = `v${this.#variables.length}`;
    this.#variables.push({ name, type, value });
    return `$${name}`;
  }

  private literal(value: unknown, type: GraphQLInputType): string {
    const named = getNamedType(type);
    if (Array.isArray(value)) return `[${value.map((each) => this.literal(each, named)).join(', ')}]`;
    if (isEnumType(named)) return String(value);
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const fields = Object.entries(value).map(([name, each]) => {
      const field = isInputObjectType(named) ? named.getFields()[name] : undefined;
      return `${name}: ${this.literal(each, field?.type ?? named)}`;
    });
    return `{ ${fields.join(', ')} }`;
  }

  private value(type: GraphQLInputType, name: string, depth: number): unknown {
    if (isNonNullType(type)) return this.value(type.ofType, name, depth);
    if (isListType(type)) {
      const count = this.chance(0.02) ? 300 : this.dice.below(3);
      return Array.from({ length: count }, () => this.value(type.ofType, name, depth));
    }
    if (isEnumType(type)) return this.dice.of(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (each) => isNonNullType(each.type) || (depth > 0 && this.chance(0.5)),
      );
      return Object.fromEntries(
        fields.map((each) => [each.name, this.value(each.type, each.name, depth - 1)]),
      );
    }
    return this.scalar(type.name, name);
  }

  private scalar(type: string, name: string): unknown {
    const { ids, slugs, digests } = this.known;
    if (type === 'Int') return this.dice.of(numbers);
    if (type === 'Float') return this.dice.of([...numbers, 0.5]);
    if (type === 'Boolean') return this.chance(0.5);
    if (type === 'ID') return this.dice.of([...ids, ...ids, ...words]);
    if (type === 'Date') return this.dice.of(days);
    if (type === 'DateTime') return this.dice.of(instants);
    if (name === 'slug') return this.dice.of([...slugs, ...slugs, ...words]);
    if (/digest/i.test(name)) return this.dice.of([...digests, ...words]);
    if (name === 'country') return this.dice.of(['ES', 'FR', 'ZZ', '']);
    if (name === 'email') return this.dice.of(['somebody@example.org', 'nobody', '']);
    return this.dice.of([...words, 'A name', 'en']);
  }

  /** One in eight texts is cut, doubled or changed somewhere. */
  private damaged(query: string): string {
    if (!this.chance(0.125)) return query;
    const at = this.dice.below(query.length);
    const to = Math.min(query.length, at + 1 + this.dice.below(20));
    const instead = [
      '',
      query.slice(at, to).repeat(2),
      '"',
      '{',
      '}',
      '$',
      '...',
      '@',
      '\u0000',
      '\ud800',
      '#',
    ];
    return query.slice(0, at) + this.dice.of(instead) + query.slice(to);
  }

  /** One in eight requests has values of other types, too few or too many. */
  private spoiledVariables(): Record<string, unknown> {
    const entries = this.#variables.map(({ name, value }) => [name, value] as const);
    if (!this.chance(0.125)) return Object.fromEntries(entries);
    const spoiled = entries
      .filter(() => this.chance(0.8))
      .map(([name, value]) => [name, this.chance(0.5) ? this.dice.of(wrongValues) : value] as const);
    return Object.fromEntries([...spoiled, ['surplus', this.dice.of(wrongValues)]]);
  }

  private chance(probability: number): boolean {
    return this.dice.below(1_000) < probability * 1_000;
  }
}
