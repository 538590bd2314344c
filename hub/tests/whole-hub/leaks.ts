/** What must not be in any answer, by what it would give away. */
const traces: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a stack trace', /\bat (async )?[\w.<>]+ \(|:\d+:\d+\)|\bnode:internal\b/],
  ['SQL', /\b(select|insert into|update|delete from)\b[^"]*\b(from|values|set|where)\b/i],
  [
    'a part of PostgreSQL',
    /\b(postgres|relation|constraint|violates|SQLSTATE|byte sequence|kysely|mikro)\b/i,
  ],
  ['a file', /(?<![\w:/])\/(?!graphql\b)[\w.-]+\/[\w.-]+|\.(ts|js|mjs)\b|node_modules|file:\/\//],
  ['a class of JavaScript', /\b(TypeError|RangeError|undefined|\[object)\b/],
];

/** What an answer gives away of the inside of the hub; none for a good one. */
export function leaksOf(text: string): string[] {
  return traces.flatMap(([what, pattern]) => {
    const found = pattern.exec(text);
    return found ? [`${what}: ${text.slice(Math.max(0, found.index - 60), found.index + 120)}`] : [];
  });
}
