import { Migration } from '@mikro-orm/migrations';

/**
 * By what members are ordered and chosen, beside what they are: no index reaches over two tables, so that a page deep in
 * a long list would be made by sorting all of it. Triggers keep it, so that no command can forget to. The lock makes
 * whoever enters a membership and whoever renames the organisation wait for each other; without it, one of them would
 * not see the other.
 */
const memberColumns = `
  alter table membership
    add column name text collate "und-x-icu",
    add column country text,
    add column region text`;

const nameMember = `
  create function membership_is_named() returns trigger language plpgsql as $$
  begin
    select organisation.name, organisation.country, organisation.region into new.name, new.country, new.region
      from organisation where id = new.organisation_id for share;
    return new;
  end $$`;

const renameMembers = `
  create function membership_is_renamed() returns trigger language plpgsql as $$
  begin
    update membership set name = new.name, country = new.country, region = new.region
     where organisation_id = new.id;
    return null;
  end $$`;

const naming = [
  memberColumns,
  nameMember,
  `create trigger membership_is_named before insert or update of organisation_id on membership
     for each row execute function membership_is_named()`,
  renameMembers,
  `create trigger membership_is_renamed after update on organisation for each row
     when ((old.name, old.country, old.region) is distinct from (new.name, new.country, new.region))
     execute function membership_is_renamed()`,
  `update membership set name = organisation.name, country = organisation.country, region = organisation.region
     from organisation where organisation.id = membership.organisation_id`,
];

const indexes = [
  'create index membership_in_order on membership (coalition_id, name, id)',
  'create index membership_of_country on membership (coalition_id, country, name, id)',
  'create index membership_counted on membership (coalition_id, country, role, joined_on, ended_on, region)',
  'create index organisation_of_country on organisation (country, name, id) where merged_into is null',
  // Nothing looks organisations up by identifier: the index only made writing slower.
  'drop index organisation_identifier',
];

/**
 * How long lists are, as changes whose sum it is; see `TotalsTable`. Of members, by the day from which it counts, for all
 * together (`whole`) and for each region.
 */
const totals = [
  'create table organisation_total (country text, region text, change integer not null)',
  `create table membership_total (
     coalition_id uuid not null, whole boolean not null, region text, day date not null, change integer not null)`,
];

/** What stays in a coalition add to its totals, or take from them. */
const changesBy = (table: string, sign: '' | '-') => `
  select coalition_id, region, joined_on as day, ${sign}1 as change from ${table}
   union all
  select coalition_id, region, ended_on + 1, -(${sign}1) from ${table} where ended_on is not null`;

const memberTotals = (changes: string) => `
  insert into membership_total
  select coalition_id, grouping(region) = 1, region, day, sum(change) from (${changes}) as told
   group by grouping sets ((coalition_id, day), (coalition_id, region, day)) having sum(change) <> 0`;

const stays = {
  entered: changesBy('entered', ''),
  left: changesBy('before_it', '-'),
  changed: `${changesBy('after_it', '')} union all ${changesBy('before_it', '-')}`,
};

const totalFunctions = [
  `create function organisation_total_entered() returns trigger language plpgsql as $$
  begin
    insert into organisation_total
    select country, region, count(*) from entered where merged_into is null group by 1, 2;
    return null;
  end $$`,
  `create function organisation_total_changed() returns trigger language plpgsql as $$
  begin
    insert into organisation_total
    select country, region, sum(change)
      from (select country, region, 1 as change from after_it where merged_into is null
            union all
            select country, region, -1 from before_it where merged_into is null) as told
     group by 1, 2 having sum(change) <> 0;
    return null;
  end $$`,
  ...(['entered', 'left', 'changed'] as const).map(
    (when) => `create function membership_total_${when}() returns trigger language plpgsql as $$
  begin
    ${memberTotals(stays[when])};
    return null;
  end $$`,
  ),
];

const onInsert = (table: string) => `
  create trigger ${table}_total_entered after insert on ${table} referencing new table as entered
  for each statement execute function ${table}_total_entered()`;

const onUpdate = (table: string) => `
  create trigger ${table}_total_changed after update on ${table}
  referencing old table as before_it new table as after_it
  for each statement execute function ${table}_total_changed()`;

const totalTriggers = [
  onInsert('organisation'),
  onUpdate('organisation'),
  onInsert('membership'),
  onUpdate('membership'),
  `create trigger membership_total_left after delete on membership referencing old table as before_it
   for each statement execute function membership_total_left()`,
];

/** After the triggers, which keep writers away until the end of the migration. */
const counted = [
  `insert into organisation_total
   select country, region, count(*) from organisation where merged_into is null group by 1, 2`,
  memberTotals(changesBy('membership', '')),
  'create index membership_total_of_coalition on membership_total (coalition_id, whole, region, day) include (change)',
];

/** Long lists: pages by an index of their own, and totals that are not counted anew. */
export class Organisations004 extends Migration {
  override up(): void {
    for (const statement of [
      ...naming,
      ...indexes,
      ...totals,
      ...totalFunctions,
      ...totalTriggers,
      ...counted,
    ]) {
      this.addSql(statement);
    }
    this.addSql('alter table membership alter column name set not null');
  }
}
