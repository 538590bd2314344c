import { type DirectiveNode, type DocumentNode, Kind, visit } from 'graphql';

/** What a guest may write. The others change what belongs to the hub, or promise a check that nobody makes. */
const allowed = new Set([
  ...['link', 'key', 'shareable', 'external', 'requires', 'extends', 'tag', 'deprecated', 'specifiedBy'],
  ...['authenticated', 'requiresScopes'],
]);

const reasons: Readonly<Record<string, string>> = {
  override: 'would take a field over',
  provides: 'would answer fields of the hub in its stead',
  interfaceObject: 'would add fields to types that it does not name',
  inaccessible: 'would hide what others see',
  policy: 'is checked by nobody: look at the token in the guest itself',
};

const federation = /^https:\/\/specs\.apollo\.dev\/federation\/v2\.\d+$/;

/** One sentence for each directive that a guest may not use, and for links to anything but Federation 2. */
export function directiveFaults(document: DocumentNode): string[] {
  const used: DirectiveNode[] = [];
  visit(document, { Directive: (node) => void used.push(node) });
  const names = new Set(used.map(({ name }) => name.value.replace(/^federation__/, '')));
  const forbidden = [...names].filter((name) => !allowed.has(name));
  return [
    ...forbidden.map((name) => `@${name} ${reasons[name] ?? 'is not known here'}.`),
    ...linkFaults(used.filter(({ name }) => name.value === 'link')),
  ];
}

function linkFaults(links: readonly DirectiveNode[]): string[] {
  const urls = links.map((link) => stringArgument(link, 'url'));
  const renaming = links.some((link) => stringArgument(link, 'as') !== null || importsRenamed(link));
  return [
    ...(urls.some((url) => url !== null && federation.test(url))
      ? []
      : [
          'It must be a subgraph of Federation 2: extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", …).',
        ]),
    ...urls.filter((url) => !federation.test(url ?? '')).map((url) => `@link to ${url} is not known here.`),
    ...(renaming ? ['@link must not rename what it imports.'] : []),
  ];
}

function stringArgument({ arguments: args = [] }: DirectiveNode, name: string): string | null {
  const value = args.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : null;
}

function importsRenamed({ arguments: args = [] }: DirectiveNode): boolean {
  const imports = args.find(({ name }) => name.value === 'import')?.value;
  return imports?.kind === Kind.LIST && imports.values.some(({ kind }) => kind === Kind.OBJECT);
}
