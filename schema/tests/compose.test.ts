import { CompositionError, composeSupergraph, printPublicSchema, type Subgraph } from '@coalition-hub/schema';
import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { changed, organisations, statements } from './small-graph.js';

function faultsOf(...subgraphs: Subgraph[]): readonly string[] {
  try {
    composeSupergraph(subgraphs);
  } catch (error) {
    if (error instanceof CompositionError) return error.faults;
    throw error;
  }
  return [];
}

describe('composition', () => {
  test('joins the subgraphs and says for each field who answers', () => {
    const supergraph = composeSupergraph([
      organisations,
      { ...statements, url: 'https://statements.example/graphql' },
    ]);
    expect(supergraph).toContain(
      'ORGANISATIONS @join__graph(name: "organisations", url: "http://organisations:4000/graphql")',
    );
    expect(supergraph).toContain(
      'STATEMENTS @join__graph(name: "statements", url: "https://statements.example/graphql")',
    );
    expect(supergraph).toContain('type Statement @join__type(graph: STATEMENTS, key: "id")');
    expect(() => buildSchema(supergraph)).not.toThrow();
  });

  test('is the same text whatever the order of subgraphs, types, fields and values', () => {
    const moved = changed(organisations, 'REGISTERED\n', 'MOVED\n').sdl.replace(
      /("Named on a form"\s+NAMED_ONLY)/,
      '$1 "Entered by a person" REGISTERED',
    );
    const reordered = { ...organisations, sdl: moved.replace(/"Entered by a person"\s+MOVED/, '') };
    expect(composeSupergraph([statements, reordered])).toBe(composeSupergraph([organisations, statements]));
  });

  test('keeps the order inside list values', () => {
    const withDefault = changed(
      organisations,
      'first: Int',
      'order: [Int!] = [3, 1, 2] "At most so many" first: Int',
    );
    expect(composeSupergraph([withDefault])).toContain('order: [Int!] = [3, 1, 2]');
  });

  test('lists the faults of all subgraphs at once, with name and line', () => {
    const faults = faultsOf(
      changed(organisations, 'name: String!\n    "How', 'name: Nam!\n    "How'),
      changed(statements, '@shareable {', '{'),
      changed({ ...statements, name: 'other' }, 'title: String!\n    "Who', 'title: Titel!\n    "Who'),
    );
    expect(faults).toContainEqual(
      expect.stringMatching(/^\[organisations\] Unknown type Nam \(line \d+\) INVALID_GRAPHQL$/),
    );
    expect(faults).toContainEqual(
      expect.stringMatching(/^\[other\] Unknown type Titel \(line \d+\) INVALID_GRAPHQL$/),
    );
  });

  test('says which type is not shared as agreed', () => {
    const faults = faultsOf(organisations, changed(statements, '@shareable {', '{'));
    expect(faults.join('\n')).toMatch(/InputRefused\.code.*organisations.*statements/);
  });

  test('a message shows every fault on a line of its own', () => {
    expect(() => composeSupergraph([changed(organisations, 'Standing\n', 'Nope\n'), statements])).toThrow(
      /^The subgraphs do not compose:\n- \[organisations\] Unknown type Nope/,
    );
  });

  test('names the line of a syntax error', () => {
    expect(faultsOf({ name: 'events', sdl: 'type Query {\n  event(: Int\n}' })).toEqual([
      '[events] Syntax Error: Expected Name, found ":". (line 2)',
    ]);
  });

  test('refuses directives that tie the graph to one router', () => {
    const tied = changed(
      organisations,
      'OrganisationConnection!\n',
      'OrganisationConnection! @listSize(assumedSize: 20)\n',
    );
    expect(faultsOf(tied)).toEqual(['[organisations] @listSize is not understood by every router']);
  });
});

describe('the public schema', () => {
  const supergraph = composeSupergraph([organisations, statements]);

  test('has what clients ask for and nothing of federation', () => {
    const contract = printPublicSchema(supergraph);
    expect(contract).toMatch(/^type Statement \{/m);
    expect(contract).not.toMatch(/join__|link__|@|_entities|_service/);
  });

  test('leaves out what is inaccessible', () => {
    const hidden = changed(
      organisations,
      'standing: Standing',
      'standing: Standing @federation__inaccessible',
    );
    expect(printPublicSchema(composeSupergraph([hidden, statements]))).not.toContain('standing');
    expect(printPublicSchema(supergraph)).toContain('standing');
  });
});
