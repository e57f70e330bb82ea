-- A note is corrected by its author and never overwritten: each version is a row of its own, read by whoever reads the note. A
-- note written in error says so with a code; its words stay for whoever could read them. Decision record 121.
create table app.note_changes (
  id uuid primary key,
  note_id uuid not null references app.notes on delete cascade,
  case_id uuid not null,
  office_id text not null,
  sensitivity text not null,
  compartment text not null check (compartment in ('TEAM', 'SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER')),
  -- The note itself is the first.
  version integer not null check (version between 2 and 1000),
  kind text not null check (kind in ('CORRECTED', 'IN_ERROR')),
  reason text not null check (reason in ('SLIP', 'MISHEARD', 'PERSON_CORRECTED', 'LEARNT_SINCE', 'OTHER_PERSON', 'OTHER_READERS', 'NOT_SO', 'TWICE')),
  changed_by uuid not null references access.users,
  changed_at timestamptz not null default clock.casework_now(),
  key_id uuid not null,
  body bytea check (octet_length(body) <= 262144),
  check ((kind = 'CORRECTED') = (body is not null)),
  check ((kind = 'CORRECTED') = (reason in ('SLIP', 'MISHEARD', 'PERSON_CORRECTED', 'LEARNT_SINCE'))),
  unique (note_id, version),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade on delete cascade
);
create index changes_of_case on app.note_changes (case_id);
-- The list is read a page at a time, of a few disciplines or all.
create index notes_by_time on app.notes (case_id, written_at desc, id desc);
drop index app.notes_of_case;

alter table app.note_changes enable row level security;
alter table app.note_changes force row level security;
create policy owner_maintains on app.note_changes to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
create policy definer_reads on app.note_changes for select to relais_definer using (true);
create policy reader_of_compartment on app.note_changes for select to relais_web using (
  (compartment = 'TEAM' and (case_id = any(array(select access.my_case_ids()))
     or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices())))))
  or (compartment = (select access.actor_role()) and case_id = any(array(select access.my_case_ids()))
     and key_id = any(array(select access.my_held_keys()))));
grant select on app.note_changes to relais_web;
grant select (id, note_id, version, kind) on app.note_changes to relais_definer;
grant insert on app.note_changes to relais_definer;
create policy definer_changes on app.note_changes for insert to relais_definer with check (changed_by = access.actor_id());
-- No word before the person's yes, and none after they took it back.
set role relais_definer;
grant execute on function app.written_after_yes(), app.writing_goes_on() to relais_owner;
reset role;
create trigger d_after_yes before insert on app.note_changes for each row execute function app.written_after_yes();
create trigger writing_goes_on before insert on app.note_changes for each row execute function app.writing_goes_on();
set role relais_definer;
revoke execute on function app.written_after_yes(), app.writing_goes_on() from relais_owner;
reset role;

-- A correction, or the word that it was written in error. Answers: done; moved = the note stands at another version, or is said
-- to be in error already; yours = not the author's any more: somebody else's note, off the case, its key not theirs.
create function app.change_note(change uuid, of_note uuid, of_version integer, because text, words bytea) returns text
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare n record; me uuid := access.actor_id(); last integer; ended boolean;
  begin
    select x.id, x.case_id, x.office_id, x.sensitivity, x.compartment, x.key_id into n from app.notes x where x.id = of_note and x.written_by = me;
    if n.id is null or not access.is_caseworker() or not array['lead', 'member'] && access.parties(n.case_id, n.office_id, n.sensitivity)
      or (n.compartment <> 'TEAM' and (n.compartment <> access.actor_role() or not exists (select from vault.key_holders h
        where h.key_id = n.key_id and h.user_id = me and h.until is null))) then
      return 'yours';
    end if;
    perform 1 from app.cases c where c.id = n.case_id for update;
    if not app.worked_on(n.case_id) then return 'yours'; end if;
    select coalesce(max(x.version), 1), coalesce(bool_or(x.kind = 'IN_ERROR'), false) into last, ended
      from app.note_changes x where x.note_id = n.id;
    if last is distinct from of_version or ended then return 'moved'; end if;
    insert into app.note_changes (id, note_id, case_id, office_id, sensitivity, compartment, version, kind, reason, changed_by, key_id, body)
      values (change, n.id, n.case_id, n.office_id, n.sensitivity, n.compartment, last + 1,
        case when words is null then 'IN_ERROR' else 'CORRECTED' end, because, me, n.key_id, words);
    return 'done';
  end $$;
revoke execute on function app.change_note(uuid, uuid, integer, text, bytea) from public;
alter function app.change_note(uuid, uuid, integer, text, bytea) owner to relais_definer;
set role relais_definer;
grant execute on function app.change_note(uuid, uuid, integer, text, bytea) to relais_web;
reset role;
