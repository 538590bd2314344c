/** Every service's projection of who may do what; fed by the events of `organisations`. */
export const rightsTables: readonly string[] = [
  `create table right_role (
    id uuid primary key,
    person_id text not null,
    coalition_id uuid,
    role text not null
  )`,
  'create index right_role_by_person on right_role (person_id)',
  `create table right_mandate (
    mandate_id uuid primary key,
    organisation_id uuid not null,
    person_id text not null,
    scopes text[] not null,
    statement_id uuid,
    ends_on date
  )`,
  'create index right_mandate_by_person on right_mandate (person_id)',
];
