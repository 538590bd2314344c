import { type CommandScope, cleanLine, InvalidInput, refuse } from '@coalition-hub/subgraph';
import { bodyCodeOf, isBodyCode } from '../bodies/body-code.js';
import type { Tables } from '../entities/tables.js';

/**
 * The id of the body that an input names, which is made if nobody named it before. Its row is read in a statement after
 * the insert: another transaction may have made it while ours waited.
 */
export async function bodyOf(
  scope: CommandScope<Tables>,
  input: { readonly code: string; readonly name: string },
): Promise<string> {
  const code = cleanCode(input.code);
  const name = cleanLine(input.name, { field: 'body.name', max: 200 });
  await scope.sql
    .insertInto('body')
    .values({ id: scope.newId('body'), code, name })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute();
  const body = await scope.sql
    .selectFrom('body')
    .select(['id', 'name'])
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  if (body.name !== name)
    refuse(new InvalidInput('body.name', `"${code}" is known as "${body.name}" already.`));
  return body.id;
}

function cleanCode(code: string): string {
  const cleaned = bodyCodeOf(cleanLine(code, { field: 'body.code', max: 20 }));
  if (isBodyCode(cleaned)) return cleaned;
  return refuse(
    new InvalidInput('body.code', '"body.code" may have letters, digits and hyphens, 20 at most.'),
  );
}
