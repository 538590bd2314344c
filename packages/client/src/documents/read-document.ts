import { type DocumentNode, Kind, type OperationDefinitionNode, parse, print } from '@0no-co/graphql.web';
import { HubError } from '../errors/hub-error.js';
import type { HubDocument } from './typed-document.js';

/** What has to be known of a document to send it. */
export interface ReadDocument {
  readonly text: string;
  readonly type: 'query' | 'mutation' | 'subscription';
  /** Whether all that it does is one field whose only argument is the variable `$input`. */
  readonly takesInput: boolean;
}

const ofObjects = new WeakMap<object, ReadDocument>();

/** @throws HubError GRAPHQL_PARSE_FAILED for what is no document, or has not exactly one operation */
export function readDocument(document: HubDocument<unknown, never>): ReadDocument {
  if (typeof document === 'string') return readNodes(parsed(document));
  const known = ofObjects.get(document);
  if (known !== undefined) return known;
  const read = readNodes('definitions' in document ? (document as DocumentNode) : parsed(String(document)));
  ofObjects.set(document, read);
  return read;
}

function readNodes(document: DocumentNode): ReadDocument {
  const operations = document.definitions.filter(isOperation);
  const [operation] = operations;
  if (operation === undefined || operations.length > 1) {
    throw unreadable(`One operation is expected, this document has ${operations.length}`);
  }
  return { text: print(document), type: operation.operation, takesInput: takesInput(operation) };
}

function takesInput({ selectionSet }: OperationDefinitionNode): boolean {
  const [field, ...others] = selectionSet.selections;
  if (field?.kind !== Kind.FIELD || others.length > 0) return false;
  const [input, ...more] = field.arguments ?? [];
  return more.length === 0 && input?.value.kind === Kind.VARIABLE && input.value.name.value === 'input';
}

function isOperation(node: { readonly kind: string }): node is OperationDefinitionNode {
  return node.kind === Kind.OPERATION_DEFINITION;
}

function parsed(text: string): DocumentNode {
  try {
    return parse(text);
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : String(error));
  }
}

function unreadable(message: string): HubError {
  return new HubError('GRAPHQL_PARSE_FAILED', message);
}
