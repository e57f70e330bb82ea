-- What was printed of a case: which paper, in which language, with which parts, by whom, and, of a paper that the person carries,
-- whether that is safe for them. Where it is not, the same words are said aloud. Decision record 122.
create table app.papers (
  id uuid primary key,
  case_id uuid not null,
  office_id text not null,
  sensitivity text not null,
  kind text not null check (kind in ('SUMMARY', 'MY_DATA', 'APPOINTMENT', 'PLAN')),
  language text not null check (language in ('fr', 'en', 'ar')),
  carry text check (carry in ('SAFE', 'NOT_SAFE')),
  parts text[] not null check (parts <@ array['PERSON', 'CONSENTS', 'HELP', 'REFERRALS', 'NOTES', 'DATA', 'SEEN_BY', 'RIGHTS', 'TIME_AND_PLACE',
    'WITH_WHOM', 'GOALS']::text[]),
  printed_by uuid not null references access.users,
  printed_at timestamptz not null default clock.casework_now(),
  key_id uuid,
  detail bytea check (octet_length(detail) <= 8192),
  -- Our own paper stays with us; every other is carried, and was asked about first.
  check ((kind = 'SUMMARY') = (carry is null)),
  check ((kind = 'APPOINTMENT') = (detail is not null) and (detail is null) = (key_id is null)),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade on delete cascade
);
create index papers_of_case on app.papers (case_id, printed_at desc);
alter table app.papers enable row level security;
alter table app.papers force row level security;
create policy owner_maintains on app.papers to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
create policy reach_reads on app.papers for select to relais_web using (
  case_id = any(array(select access.my_case_ids()))
  or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices()))));
grant select on app.papers to relais_web;
grant insert on app.papers to relais_definer;
create policy definer_notes on app.papers for insert to relais_definer with check (printed_by = access.actor_id());

-- Answers whether it was noted: whoever is on the case's team or supervises it, and the key of a detail is the team's.
create function app.note_paper(paper uuid, of_case uuid, kind text, language text, carry text, parts text[], key uuid, detail bytea)
  returns boolean language plpgsql volatile security definer set search_path = ''
  as $$
  declare c app.cases;
  begin
    select x.* into c from app.cases x where x.id = of_case;
    if c.id is null or not array['lead', 'member', 'supervisor'] && access.parties(c.id, c.office_id, c.sensitivity)
      or (key is not null and not app.is_case_key(key, c.id, 'TEAM')) then
      return false;
    end if;
    insert into app.papers (id, case_id, office_id, sensitivity, kind, language, carry, parts, printed_by, key_id, detail)
      values (paper, c.id, c.office_id, c.sensitivity, note_paper.kind, note_paper.language, note_paper.carry, note_paper.parts,
        access.actor_id(), key, note_paper.detail);
    return true;
  end $$;
revoke execute on function app.note_paper(uuid, uuid, text, text, text, text[], uuid, bytea) from public;
alter function app.note_paper(uuid, uuid, text, text, text, text[], uuid, bytea) owner to relais_definer;
set role relais_definer;
grant execute on function app.note_paper(uuid, uuid, text, text, text, text[], uuid, bytea) to relais_web;
reset role;
