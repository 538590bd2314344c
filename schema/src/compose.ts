import { composeServices, type ServiceDefinition } from '@theguild/federation-composition';
import { type DocumentNode, GraphQLError, parse, Source } from 'graphql';
import { portabilityFaults } from './portability.js';
import { printSorted } from './sorted-sdl.js';

/** One service's part of the graph. */
export interface Subgraph {
  /** As routers name it; lower case. */
  readonly name: string;
  /** Federation 2 SDL, with its `@link`. */
  readonly sdl: string;
  /** Where a router finds it over HTTP; by default the service of that name, as on a container network. */
  readonly url?: string;
}

/** The subgraphs do not fit together; `faults` has one sentence for each reason. */
export class CompositionError extends Error {
  override readonly name = 'CompositionError';

  constructor(readonly faults: readonly string[]) {
    super(['The subgraphs do not compose:', ...faults.map((fault) => `- ${fault}`)].join('\n'));
  }
}

/**
 * The supergraph SDL (Apollo Federation 2, join spec) of these subgraphs: sorted, and the same for any order of them.
 *
 * Throws a CompositionError with all faults at once: syntax, composition, and directives that some routers lack.
 */
export function composeSupergraph(subgraphs: readonly Subgraph[]): string {
  const services = subgraphs.toSorted(byName).map(parseSubgraph);
  refuse(services.flatMap(({ name, typeDefs }) => portabilityFaults(name, typeDefs)));
  const result = composeServices(services);
  if (result.errors) throw new CompositionError(distinct(result.errors.map(sentence)));
  return printSorted(parse(result.supergraphSdl));
}

function byName(a: Subgraph, b: Subgraph): number {
  return a.name < b.name ? -1 : 1;
}

function parseSubgraph({ name, sdl, url }: Subgraph): ServiceDefinition {
  return { name, url: url ?? `http://${name}:4000/graphql`, typeDefs: parseSdl(name, sdl) };
}

function parseSdl(name: string, sdl: string): DocumentNode {
  try {
    return parse(new Source(sdl, name));
  } catch (error) {
    if (error instanceof GraphQLError) throw new CompositionError([`[${name}] ${sentence(error)}`]);
    throw error;
  }
}

/** The composer puts the subgraph's name before its message where one subgraph is at fault. */
function sentence({ message, locations, extensions }: GraphQLError): string {
  const line = locations?.[0] ? ` (line ${locations[0].line})` : '';
  const code = typeof extensions['code'] === 'string' ? ` ${extensions['code']}` : '';
  return `${message}${line}${code}`;
}

function refuse(faults: readonly string[]): void {
  if (faults.length > 0) throw new CompositionError(faults);
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
