import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputField,
  print,
} from 'graphql';
import type { ReferenceLinks } from './reference-links.js';

/** Arguments of every list, told once for all on the index. */
const ofEveryList: ReadonlySet<string> = new Set(['after', 'first']);

type AnyField = GraphQLField<unknown, unknown>;

/** Writes fields, values and arguments as lines of one page, each with its description. */
export class ReferenceLines {
  constructor(
    private readonly links: ReferenceLinks,
    private readonly page: string,
  ) {}

  /** A field, and a line for each of its arguments that is not one of every list. */
  field(field: AnyField): string[] {
    const names = field.args.map(({ name }) => name);
    const call = names.length > 0 ? `(${names.join(', ')})` : '';
    const own = field.args.filter(({ name }) => !ofEveryList.has(name));
    const line = `- ${marked(`${field.name}${call}`, field)}: ${this.links.type(field.type, this.page)}${told(field)}`;
    return [line, ...own.map((arg) => `  ${this.input(arg)}`)];
  }

  input(field: GraphQLInputField | GraphQLArgument): string {
    return `- ${marked(field.name, field)}: ${this.links.type(field.type, this.page)}${preset(field)}${told(field)}`;
  }

  values(type: GraphQLEnumType): string[] {
    return type.getValues().map((value) => `- ${marked(value.name, value)}${told(value)}`);
  }
}

interface Told {
  readonly description?: string | null | undefined;
  readonly deprecationReason?: string | null | undefined;
}

/** A description on one line. */
export function sentence({ description }: Told): string {
  return (description ?? '').replaceAll(/\s*\n\s*/g, ' ').trim();
}

/** As one would write it in an operation: values of enums stand without quotation marks. */
function preset({ type, defaultValue }: GraphQLInputField | GraphQLArgument): string {
  const literal = defaultValue === undefined ? null : astFromValue(defaultValue, type);
  return literal == null ? '' : ` = \`${print(literal)}\``;
}

function marked(name: string, { deprecationReason }: Told): string {
  return deprecationReason == null ? `**${name}**` : `~~${name}~~`;
}

function told(member: Told): string {
  const { deprecationReason } = member;
  const deprecation = deprecationReason == null ? '' : ` *Deprecated: ${deprecationReason}*`;
  const description = sentence(member);
  return `${description === '' ? '' : ` – ${description}`}${deprecation}`;
}
