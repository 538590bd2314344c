import { Migration } from '@mikro-orm/migrations';

/**
 * How long lists are, as changes whose sum it is: a counter would make signers wait for each other, and counting a
 * list of a million takes longer than reading its page. Changes are folded behind the writes.
 */
const total = `
  create table signature_total (
    statement_id uuid not null,
    country text,
    region text,
    person boolean not null,
    late boolean not null,
    provenance text not null,
    change integer not null
  )`;

const keys = 'statement_id, country, region, organisation_id is null, late, provenance';

const entered = `
  create function signature_total_entered() returns trigger language plpgsql as $$
  begin
    insert into signature_total
    select ${keys}, count(*) from entered where shown group by 1, 2, 3, 4, 5, 6;
    return null;
  end $$`;

/** Most updates change nothing that lists are counted by. */
const changed = `
  create function signature_total_changed() returns trigger language plpgsql as $$
  begin
    insert into signature_total
    select ${keys}, sum(change)
      from (select *, 1 as change from after_it where shown
            union all
            select *, -1 from before_it where shown) as told
     group by 1, 2, 3, 4, 5, 6 having sum(change) <> 0;
    return null;
  end $$`;

const triggers = [
  `create trigger signature_total_entered after insert on signature
     referencing new table as entered
     for each statement execute function signature_total_entered()`,
  `create trigger signature_total_changed after update on signature
     referencing old table as before_it new table as after_it
     for each statement execute function signature_total_changed()`,
];

/** Totals of lists. */
export class Signatories005 extends Migration {
  override up(): void {
    this.addSql(total);
    for (const statement of [entered, changed, ...triggers]) this.addSql(statement);
    // After the triggers, which keep writers away until the end of the migration.
    this.addSql(
      `insert into signature_total select ${keys}, count(*) from signature where shown group by 1, 2, 3, 4, 5, 6`,
    );
    this.addSql('create index signature_total_of_statement on signature_total (statement_id)');
  }
}
