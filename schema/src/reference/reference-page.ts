import {
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
} from 'graphql';
import { ownTypes } from '../rules/schema-places.js';
import type { Areas } from './areas.js';
import { ReferenceLines, sentence } from './reference-lines.js';
import { ReferenceLinks } from './reference-links.js';

type Root = GraphQLObjectType | null | undefined;
type Field = GraphQLField<unknown, unknown>;

/** One page of the reference: everything of one area. */
export class ReferencePage {
  readonly #lines: ReferenceLines;
  readonly #links: ReferenceLinks;
  readonly #types: readonly GraphQLNamedType[];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly areas: Areas,
    private readonly page: string,
  ) {
    this.#links = new ReferenceLinks(schema, areas);
    this.#lines = new ReferenceLines(this.#links, page);
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    const elsewhere = this.#links.ofMutations;
    this.#types = ownTypes(schema)
      .filter((type) => areas.ofType(type.name) === page && !roots.includes(type as GraphQLObjectType))
      .filter(({ name }) => !elsewhere.has(name) && this.#links.toldWith(name) === undefined)
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  print(): string {
    const refusals = this.#types.filter(isRefusal);
    const objects = this.#types.filter((type) => isObjectType(type) && !isRefusal(type));
    const sections = [
      section(
        'Queries',
        this.#rootFields(this.schema.getQueryType()).map((field) => this.#lines.field(field)),
      ),
      section(
        'Subscriptions',
        this.#rootFields(this.schema.getSubscriptionType()).map((field) => this.#lines.field(field)),
      ),
      section(
        'Mutations',
        this.#rootFields(this.schema.getMutationType()).map((field) => this.#mutation(field)),
      ),
      section(
        'Types',
        objects.map((type) => this.#type(type)),
      ),
      section(
        'Interfaces and unions',
        this.#types
          .filter((type) => isInterfaceType(type) || isUnionType(type))
          .map((type) => this.#type(type)),
      ),
      section(
        'Refusals',
        refusals.map((type) => this.#type(type)),
      ),
      section(
        'Inputs',
        this.#types.filter(isInputObjectType).map((type) => this.#type(type)),
      ),
      section(
        'Enums',
        this.#types.filter(isEnumType).map((type) => this.#type(type)),
      ),
      section(
        'Scalars',
        this.#types.filter(isScalarType).map((type) => this.#type(type)),
      ),
    ];
    return sections.filter((text) => text !== '').join('\n');
  }

  #rootFields(root: Root): Field[] {
    const fields: Field[] = Object.values(root?.getFields() ?? {});
    return fields
      .filter(({ name }) => this.areas.ofRootField(root?.name ?? '', name) === this.page)
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  #mutation(field: Field): string[] {
    const input = getNamedType(field.args[0]?.type);
    const inputs = isInputObjectType(input) ? this.#inputs(input) : [];
    return [`### ${field.name}`, '', sentence(field), '', ...inputs, '', this.#answers(field)];
  }

  /** What a success holds, then the refusals. */
  #answers({ type }: Field): string {
    const union = getNamedType(type);
    const members = isUnionType(union) ? union.getTypes() : [];
    const success = members.find(({ name }) => name.endsWith('Success'));
    const fields: Field[] = Object.values(success?.getFields() ?? {});
    const holds = fields.map((field) => `${field.name}: ${this.#links.type(field.type, this.page)}`);
    const refusals = members.filter(isRefusal).map(({ name }) => this.#links.name(name, this.page));
    return `Answers \`${success?.name}\` { ${holds.join(', ')} }, or refuses with ${refusals.join(', ')}.`;
  }

  #type(type: GraphQLNamedType): string[] {
    return [`### ${type.name}`, '', sentence(type), '', ...this.#members(type)];
  }

  #members(type: GraphQLNamedType): string[] {
    if (isEnumType(type)) return this.#lines.values(type);
    if (isInputObjectType(type)) return this.#inputs(type);
    if (isUnionType(type)) return type.getTypes().map(({ name }) => `- ${this.#links.name(name, this.page)}`);
    if (isScalarType(type)) return type.specifiedByURL ? [`Specified by <${type.specifiedByURL}>`] : [];
    const hidden = isRefusal(type) ? ['code', 'message'] : [];
    const fields: Field[] = Object.values((type as GraphQLObjectType).getFields());
    return fields.filter(({ name }) => !hidden.includes(name)).flatMap((field) => this.#lines.field(field));
  }

  #inputs(type: GraphQLInputObjectType): string[] {
    const fields = Object.values(type.getFields()).filter(
      ({ name, type: of }) => name !== 'idempotencyKey' || isNonNullType(of),
    );
    return fields.map((field) => this.#lines.input(field));
  }
}

function isRefusal(type: GraphQLNamedType): boolean {
  return isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Refusal');
}

function section(title: string, blocks: readonly string[][]): string {
  if (blocks.length === 0) return '';
  const spaced = blocks.some((block) => block[0]?.startsWith('#'));
  return `## ${title}\n\n${blocks.map((block) => block.join('\n').trim()).join(spaced ? '\n\n' : '\n')}\n`;
}
