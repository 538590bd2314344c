import { type CompiledQuery, type Expression, type Kysely, sql } from 'kysely';

/** Stands in a compiled query for a parameter that each run brings. */
class Placeholder {
  constructor(readonly name: string) {}
}

export type Placeholders<Parameters> = { readonly [Name in keyof Parameters]: Expression<Parameters[Name]> };

interface Buildable<Row> {
  // biome-ignore lint/suspicious/noExplicitAny: query builders take no database here, raw ones take any
  compile(db?: any): CompiledQuery<Row>;
}

/**
 * A query that is built and compiled once and then only run. Building a typical one with Kysely costs about as much
 * CPU as PostgreSQL needs to answer it, which matters for the few that nearly every request asks.
 */
export class PreparedQuery<DB, Parameters extends object, Row> {
  #compiled: CompiledQuery<Row> | undefined;

  constructor(
    private readonly build: (db: Kysely<DB>, parameters: Placeholders<Parameters>) => Buildable<Row>,
  ) {}

  async rows(db: Kysely<DB>, parameters: Parameters): Promise<Row[]> {
    this.#compiled ??= this.build(db, placeholders<Parameters>()).compile(db);
    const values = this.#compiled.parameters.map((value) =>
      value instanceof Placeholder ? parameters[value.name as keyof Parameters] : value,
    );
    const { rows } = await db.executeQuery<Row>({ ...this.#compiled, parameters: values });
    return rows;
  }
}

/** Any name asked of it becomes a placeholder of that name. */
function placeholders<Parameters>(): Placeholders<Parameters> {
  return new Proxy({} as Placeholders<Parameters>, {
    get: (_none, name) => sql.val(new Placeholder(String(name))),
  });
}
