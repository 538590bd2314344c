import { type GraphQLObjectType, type GraphQLSchema, lexicographicSortSchema } from 'graphql';
import type { Subgraph } from '../compose.js';
import { publicSchema } from '../public-schema.js';
import { type Areas, areasOf, SHARED } from './areas.js';
import { entityPicture } from './entity-picture.js';
import { ReferenceLinks } from './reference-links.js';
import { ReferencePage } from './reference-page.js';

const WRITTEN = '<!-- Written by "npm run compose" from the contract. -->';

/** The reference of the public schema as pages of Markdown, by the name of each file. */
export function schemaReference(supergraph: string, subgraphs: readonly Subgraph[]): Map<string, string> {
  const schema = lexicographicSortSchema(publicSchema(supergraph));
  const areas = areasOf(subgraphs);
  const pages = areas.pages.map((page) => [page, new ReferencePage(schema, areas, page).print()] as const);
  const written = pages.filter(([, text]) => text !== '');
  return new Map([
    [
      'README.md',
      index(
        schema,
        areas,
        written.map(([page]) => page),
      ),
    ],
    ...written.map(([page, text]) => [`${page}.md`, pageText(page, text)] as const),
  ]);
}

function pageText(page: string, text: string): string {
  return `${WRITTEN}\n\n# ${titleOf(page)}\n\nPart of the [schema reference](README.md).\n\n${text}`;
}

function index(schema: GraphQLSchema, areas: Areas, pages: readonly string[]): string {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const parts = pages.map((page) => `- [${titleOf(page)}](${page}.md)`);
  return `${[
    WRITTEN,
    '# Schema reference',
    'Everything that clients can ask for, by the subgraph that answers it. What is written here of a field is what GraphiQL shows.',
    parts.join('\n'),
    '## How things lead to each other',
    'The types with an identity that several subgraphs know, and the fields that lead from one to another.',
    entityPicture(schema, areas),
    rules(schema, areas),
    ...roots.flatMap((root) => (root ? [rootSection(root, areas, pages)] : [])),
  ].join('\n\n')}\n`;
}

function rules(schema: GraphQLSchema, areas: Areas): string {
  const links = new ReferenceLinks(schema, areas);
  const named = (name: string) => (schema.getType(name) ? links.name(name, '') : `\`${name}\``);
  return `## What holds everywhere

- \`!\` marks what is never null; everything else may be.
- Lists come in pages. \`XConnection\` has \`edges { cursor node }\` with the X, \`pageInfo\` (${named('PageInfo')}) and \`totalCount\`; it is told with its X. \`first\` is how many to return, 1 to 200, 20 if left out; \`after\` is a cursor of the same list.
- A mutation \`doThis\` takes \`input: DoThisInput!\` and answers \`DoThisSuccess\` or a ${named('Refusal')}, each with \`code\` and \`message\`. Every input has an \`idempotencyKey\` of 8 to 200 visible ASCII characters, which makes a repeat with the same input harmless for 30 days; it is told below only where it may not be left out.
- Forbidden access and faults are GraphQL errors with \`extensions.code\` and \`extensions.requestId\`.`;
}

function rootSection(root: GraphQLObjectType, areas: Areas, pages: readonly string[]): string {
  const names = Object.keys(root.getFields());
  const lines = pages.flatMap((page) => {
    const own = names.filter((name) => areas.ofRootField(root.name, name) === page);
    const section = root.name === 'Mutation' ? '' : `#${root.name === 'Query' ? 'queries' : 'subscriptions'}`;
    const linked = own.map((name) => `[${name}](${page}.md${section || `#${name.toLowerCase()}`})`);
    return own.length === 0 ? [] : [`- ${titleOf(page)}: ${linked.join(', ')}`];
  });
  return `## ${root.name}\n\n${lines.join('\n')}`;
}

function titleOf(page: string): string {
  return page === SHARED ? 'What all share' : page.charAt(0).toUpperCase() + page.slice(1);
}
