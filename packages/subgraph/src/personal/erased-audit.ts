/** Stands where a person stood who was erased. */
export const erasedPerson = 'erased';

/**
 * The audit stays append-only but for one change: a person becomes "erased", everywhere in an entry and nothing else in
 * it. The trigger works out what an entry must look like afterwards, and refuses any other update.
 */
export const auditForgetsPeople: readonly string[] = [
  'drop trigger audit_entry_append_only on audit_entry',
  `create trigger audit_entry_append_only before delete or truncate on audit_entry
     for each statement execute function refuse_change_of_audit()`,
  `create function allow_only_erasure_in_audit() returns trigger language plpgsql as $$
     declare
       person text := current_setting('hub.erased_person', true);
       forgotten audit_entry := old;
     begin
       if person ~ '^[A-Za-z0-9_-]{43}$' then
         forgotten.actor := case when old.actor = person then '${erasedPerson}' else old.actor end;
         forgotten.detail := replace(old.detail::text, person, '${erasedPerson}')::jsonb;
         if new is not distinct from forgotten then
           return new;
         end if;
       end if;
       raise exception 'the audit is append-only' using errcode = 'insufficient_privilege';
     end $$`,
  `create trigger audit_entry_changes before update on audit_entry
     for each row execute function allow_only_erasure_in_audit()`,
  `create function erase_person_from_audit(person text) returns bigint
     language plpgsql security definer set search_path = public, pg_temp as $$
     declare
       changed bigint;
     begin
       perform set_config('hub.erased_person', person, true);
       update audit_entry
          set actor = case when actor = person then '${erasedPerson}' else actor end,
              detail = replace(detail::text, person, '${erasedPerson}')::jsonb
        where actor = person or position(person in detail::text) > 0;
       get diagnostics changed = row_count;
       perform set_config('hub.erased_person', '', true);
       return changed;
     end $$`,
  'grant update (actor, detail) on audit_entry to current_user',
];
