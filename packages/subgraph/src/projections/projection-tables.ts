/** How far each projection has come in each of its streams. */
const cursor = `
  create table projection_cursor (
    projection text not null,
    stream text not null,
    position bigint not null default 0,
    primary key (projection, stream)
  )`;

/**
 * Moves a cursor, unless it is not where the caller believes. All cursors of the projection are locked first, and in
 * one order: a projection is written by one transaction at a time, whatever the stream or the process.
 */
const advance = `
  create function projection_advance(of_projection text, of_stream text, believed bigint, reached bigint)
  returns boolean language plpgsql volatile as $$
  begin
    perform from projection_cursor as cursor
      where cursor.projection = of_projection order by cursor.stream for update;
    update projection_cursor as cursor set position = reached
      where cursor.projection = of_projection and cursor.stream = of_stream and cursor.position = believed;
    return found;
  end $$`;

/** In the order in which the statements have to run. */
export const projectionTables: readonly string[] = [cursor, advance];
