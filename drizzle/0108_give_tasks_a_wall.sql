-- Tasks have a wall of their own: nobody opens, moves or ends one for its own sake. Each follows from something that stands
-- in the same transaction (a move, an answer that waits, a harm that was heard), is due within the hours of its kind, and
-- carries a code of its kind or none. Who opens and ends which is one list (lib/casework/tasks/wall.ts); a kind without a
-- row is opened and ended by the database alone.
create table app.task_rules (
  kind text not null references app.task_kinds,
  deed text not null check (deed in ('OPEN', 'DONE', 'DROPPED')),
  subject_type text not null check (subject_type in ('case', 'referral')),
  party text not null check (party in ('team', 'supervisor', 'partner')),
  cause text not null,
  verbs text[] not null,
  -- The only codes it may carry; empty: none; null: the cause says which.
  codes text[],
  -- Hours within which it is due; null: it has no date.
  within_hours integer,
  primary key (kind, deed, subject_type, party, cause)
);
alter table app.task_rules enable row level security;
alter table app.task_rules force row level security;
create policy owner_maintains on app.task_rules to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
create policy definer_reads on app.task_rules for select to relais_definer using (true);
grant select on app.task_rules to relais_definer;

select set_config('relais.maintenance', 'on', true);
delete from app.task_rules;
insert into app.task_rules (kind, deed, subject_type, party, cause, verbs, codes, within_hours) values
  ('TELL_PERSON', 'OPEN', 'referral', 'team', 'MOVE', '{accept,rebook}', '{}', 24),
  ('TELL_PERSON', 'OPEN', 'referral', 'supervisor', 'MOVE', '{accept,rebook}', '{}', 24),
  ('TELL_PERSON', 'OPEN', 'referral', 'partner', 'MOVE', '{accept,rebook}', '{}', 24),
  ('TELL_PERSON', 'DONE', 'referral', 'team', 'TOLD', '{}', '{PHONE,IN_PERSON,BY_POINT}', null),
  ('TELL_PERSON', 'DROPPED', 'referral', 'team', 'MOVE', '{complete,report-not-accessed,cancel,withdraw-consent}', '{}', null),
  ('TELL_PERSON', 'DROPPED', 'referral', 'supervisor', 'MOVE', '{complete,report-not-accessed,cancel,withdraw-consent}', '{}', null),
  ('TELL_PERSON', 'DROPPED', 'referral', 'partner', 'MOVE', '{complete,report-not-accessed,cancel,withdraw-consent}', '{}', null),
  ('NOT_CONFIRMED', 'OPEN', 'referral', 'team', 'MOVE', '{contest}', '{}', 744),
  ('NEXT_STEP', 'OPEN', 'referral', 'team', 'MOVE', '{decline,report-not-accessed}', '{NEXT_PROVIDER,FIX_DIRECTORY,ASK_PERSON,CONTACT,SAFETY,PAY,TRANSPORT,PROVIDER,TRANSFER}', 168),
  ('NEXT_STEP', 'OPEN', 'referral', 'supervisor', 'MOVE', '{decline,report-not-accessed}', '{NEXT_PROVIDER,FIX_DIRECTORY,ASK_PERSON,CONTACT,SAFETY,PAY,TRANSPORT,PROVIDER,TRANSFER}', 168),
  ('NEXT_STEP', 'OPEN', 'referral', 'partner', 'MOVE', '{decline,report-not-accessed}', '{NEXT_PROVIDER,FIX_DIRECTORY,ASK_PERSON,CONTACT,SAFETY,PAY,TRANSPORT,PROVIDER,TRANSFER}', 168),
  ('NOT_CONFIRMED', 'DONE', 'referral', 'team', 'MOVE', '{verify,rebook,close-unserved}', '{VERIFIED,REBOOKED,OTHER_REFERRAL,DIRECT_HELP,NOTHING_WANTED}', null),
  ('NOT_CONFIRMED', 'DONE', 'referral', 'supervisor', 'MOVE', '{verify,rebook,close-unserved}', '{VERIFIED,REBOOKED,OTHER_REFERRAL,DIRECT_HELP,NOTHING_WANTED}', null),
  ('NEXT_STEP', 'DONE', 'referral', 'team', 'MOVE', '{verify,rebook,close-unserved}', '{VERIFIED,REBOOKED,OTHER_REFERRAL,DIRECT_HELP,NOTHING_WANTED}', null),
  ('NEXT_STEP', 'DONE', 'referral', 'supervisor', 'MOVE', '{verify,rebook,close-unserved}', '{VERIFIED,REBOOKED,OTHER_REFERRAL,DIRECT_HELP,NOTHING_WANTED}', null),
  ('NEXT_STEP', 'DONE', 'referral', 'partner', 'MOVE', '{verify,rebook,close-unserved}', '{VERIFIED,REBOOKED,OTHER_REFERRAL,DIRECT_HELP,NOTHING_WANTED}', null),
  ('NEXT_STEP', 'DONE', 'referral', 'team', 'OTHER_REFERRAL', '{}', '{OTHER_REFERRAL}', null),
  ('HARM', 'OPEN', 'referral', 'team', 'HARM_HEARD', '{}', null, 744),
  ('HARM', 'DONE', 'referral', 'supervisor', 'HARM_SETTLED', '{}', null, null),
  ('SEE_LOWER_RISK', 'OPEN', 'case', 'team', 'RATED_LOWER', '{}', null, null),
  ('SEE_LOWER_RISK', 'DROPPED', 'case', 'team', 'RATED_AS_PROPOSED', '{}', '{AS_PROPOSED}', null),
  ('SEE_DANGER', 'OPEN', 'case', 'team', 'DANGER_RAISED', '{}', null, 0),
  ('CALLED_ANYWAY', 'OPEN', 'case', 'team', 'CALLED', '{}', '{}', 0),
  ('SEE_LOWER_RISK', 'DONE', 'case', 'supervisor', 'LOOKED', '{}', '{SEEN}', null),
  ('SEE_DANGER', 'DONE', 'case', 'supervisor', 'LOOKED', '{}', '{SEEN}', null),
  ('CALLED_ANYWAY', 'DONE', 'case', 'supervisor', 'LOOKED', '{}', '{SEEN}', null),
  ('CONFIRM_BEST_INTERESTS', 'OPEN', 'case', 'team', 'CONFIRM_SUPERVISOR', '{}', null, 24),
  ('CONFIRM_VITAL', 'OPEN', 'case', 'team', 'CONFIRM_COLLEAGUE', '{}', null, 24),
  ('REVIEW_CONSENT', 'DONE', 'case', 'team', 'ASKED_AGAIN', '{}', '{ASKED_AGAIN}', null),
  ('TELL_PERSON', 'DROPPED', 'case', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('TELL_PERSON', 'DROPPED', 'referral', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('NOT_CONFIRMED', 'DROPPED', 'case', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('NOT_CONFIRMED', 'DROPPED', 'referral', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('NEXT_STEP', 'DROPPED', 'case', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('NEXT_STEP', 'DROPPED', 'referral', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('RENEW_CONSENT', 'DROPPED', 'case', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('RENEW_CONSENT', 'DROPPED', 'referral', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('CONFIRM_BEST_INTERESTS', 'DROPPED', 'case', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('CONFIRM_BEST_INTERESTS', 'DROPPED', 'referral', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('CONFIRM_VITAL', 'DROPPED', 'case', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('CONFIRM_VITAL', 'DROPPED', 'referral', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('REVIEW_CONSENT', 'DROPPED', 'case', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('REVIEW_CONSENT', 'DROPPED', 'referral', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('SEE_LOWER_RISK', 'DROPPED', 'case', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('SEE_LOWER_RISK', 'DROPPED', 'referral', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null);
select set_config('relais.maintenance', '', true);

-- How this session stands to what a task is about.
create function app.task_parties(about app.tasks) returns text[]
  language sql stable security definer set search_path = ''
  as $$ select case
    when about.case_id is null then '{}'::text[]
    when access.login() = 'partner' then case when exists (select from app.referrals r where r.id = about.subject_id
        and r.partner_code = access.my_partner() and r.office_id = any(array(select access.base_offices())))
      then array['partner'] else '{}'::text[] end
    else access.parties(about.case_id, about.office_id, about.sensitivity) end $$;

-- Does what a task follows from stand here, done by this person now? The words are those of lib/casework/tasks/wall.ts.
create function app.task_fits(cause text, verbs text[], about app.tasks, code text, due timestamptz) returns boolean
  language plpgsql stable security definer set search_path = ''
  as $$
  declare me uuid := access.actor_id(); r app.referrals;
  begin
    if about.subject_type = 'referral' then select x.* into r from app.referrals x where x.id = about.subject_id; end if;
    return case cause
      when 'MOVE' then app.moved_by_me(r.id) and r.last_verb = any(verbs)
      when 'OTHER_REFERRAL' then exists (select from app.referrals n where n.previous_id = r.id and n.case_id = r.case_id
        and n.author_id = me and app.is_now(n.last_at) and n.version = 1)
      when 'HARM_HEARD' then exists (select from app.harm_reports h where h.referral_id = r.id and h.reported_by = me
        and app.is_now(h.reported_at) and h.kind = code
        -- The application counts in milliseconds.
        and h.due_at >= due and h.due_at < due + interval '1 millisecond')
      when 'HARM_SETTLED' then exists (select from app.harm_reports h where h.referral_id = r.id and h.handled_by = me
          and app.is_now(h.handled_at) and h.action = code)
        and not exists (select from app.harm_reports h where h.referral_id = r.id and h.handled_at is null)
      when 'CONFIRM_SUPERVISOR' then app.answer_waits(about.case_id, 'SUPERVISOR', code)
      when 'CONFIRM_COLLEAGUE' then app.answer_waits(about.case_id, 'COLLEAGUE', code)
      when 'RATED_LOWER' then exists (select from app.case_proposals p where p.case_id = about.case_id and p.rated_by = me
        and app.is_now(p.rated_at) and code = coalesce(p.lower_reason, p.open_reason))
      when 'RATED_AS_PROPOSED' then exists (select from app.case_proposals p where p.case_id = about.case_id and p.rated_by = me
        and app.is_now(p.rated_at) and p.lower_reason is null and p.open_reason is null)
      when 'DANGER_RAISED' then exists (select from app.danger_flags f where f.case_id = about.case_id and f.raised_by = me
        and app.is_now(f.raised_at) and f.lowered_at is null and f.code = task_fits.code)
      when 'CALLED' then exists (select from app.call_clearances c where c.case_id = about.case_id and c.user_id = me
        and app.is_now(c.at))
      when 'ASKED_AGAIN' then exists (select from app.consents c where c.case_id = about.case_id and c.recorded_by = me
          and app.is_now(c.given_at))
        and not exists (select from app.consents o where o.case_id = about.case_id and o.needs_review is not null
          and not exists (select from app.consents n where n.case_id = o.case_id and n.given_at > o.given_at
            and n.purpose = o.purpose and n.partner_code is not distinct from o.partner_code and n.needs_review is null))
      when 'CONSENT_ENDED' then exists (select from app.consents s where s.case_id = about.case_id
        and s.purpose = 'CASE_MGMT' and s.status in ('REFUSED', 'WITHDRAWN')) and not exists (select from app.consents s where s.case_id = about.case_id
        and s.purpose = 'CASE_MGMT' and s.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') and s.withdrawn_at is null)
      when 'LOOKED' then exists (select from app.tasks t where t.kind = about.kind and t.subject_id = about.subject_id
        and t.state = 'OPEN' and (t.holder_id is null or t.holder_id = me
          or not app.able_supervisor(t.holder_id, t.case_id, t.office_id, t.sensitivity)))
      when 'TOLD' then true
      else false end;
  end $$;

-- An answer of this case that waits for that word, and is why.
create function app.answer_waits(of_case uuid, word_of text, why text) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from app.consents c where c.case_id = of_case and c.confirm_by = word_of
      and c.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') and why in (c.reason, c.rule)
      and not exists (select from app.consent_confirmations f where f.consent_id = c.id)) $$;
grant select on app.call_clearances, app.danger_flags to relais_definer;
create policy definer_reads on app.call_clearances for select to relais_definer using (true);
create policy definer_reads on app.danger_flags for select to relais_definer using (true);

create function app.must_follow(about app.tasks, wanted_deed text, code text, due timestamptz) returns void
  language plpgsql stable security definer set search_path = ''
  as $$
  declare parties text[] := app.task_parties(about);
  begin
    -- Nobody of the field: the worker and the owner open and end what the code says.
    if access.login() = '' then return; end if;
    if access.actor_id() is null or not exists (select from app.task_rules t where t.kind = about.kind and t.deed = wanted_deed
        and t.subject_type = about.subject_type and t.party = any(parties)
        and case when t.codes is null then code ~ '^[A-Z][A-Z0-9_]{1,59}$'
          when t.codes = '{}' then code is null else code = any(t.codes) end
        and case when wanted_deed <> 'OPEN' then true when t.within_hours is null then due is null
          else due <= clock.casework_now() + pg_catalog.make_interval(hours => t.within_hours) + interval '1 second' end
        and app.task_fits(t.cause, t.verbs, about, code, due)) then
      raise exception 'nothing that this session did asks for %', about.kind using errcode = 'insufficient_privilege';
    end if;
  end $$;

set role relais_definer;
create or replace function app.open_task(wanted text, of_type text, of_id uuid, holder uuid, due timestamptz, why text) returns uuid
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare
    about app.tasks := app.task_subject(of_type, of_id, wanted);
    side text := (select k.side from app.task_kinds k where k.kind = wanted);
    opened uuid;
  begin
    perform app.must_follow(about, 'OPEN', why, due);
    if side = 'SUPERVISOR' and not app.able_supervisor(holder, about.case_id, about.office_id, about.sensitivity)
      or side = 'TEAM' and not app.able_colleague(holder, about.case_id) then
      holder := null;
    end if;
    insert into app.tasks (kind, subject_type, subject_id, case_id, alert_id, office_id, sensitivity, holder_id, due_at, reason, opened_by)
      values (wanted, of_type, of_id, about.case_id, about.alert_id, about.office_id, about.sensitivity, holder, due, why,
        access.actor_id())
      on conflict (kind, subject_id) where state = 'OPEN'
        do update set holder_id = excluded.holder_id, due_at = excluded.due_at, reason = excluded.reason
      returning id into opened;
    return opened;
  end $$;
create or replace function app.end_task(wanted text, of_type text, of_id uuid, as_state text, how text) returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare ended integer; about app.tasks := app.task_subject(of_type, of_id, wanted);
  begin
    -- What is not open needs no reason not to end.
    if not exists (select from app.tasks t where t.kind = wanted and t.subject_id = of_id and t.state = 'OPEN') then return 0; end if;
    if as_state is null or as_state not in ('DONE', 'DROPPED') then
      raise exception 'a task ends as done or dropped' using errcode = 'check_violation';
    end if;
    perform app.must_follow(about, as_state, how, null);
    update app.tasks t set state = as_state, done_by = access.actor_id(), done_at = clock.casework_now(), outcome = how
      where t.kind = wanted and t.subject_id = of_id and t.state = 'OPEN';
    get diagnostics ended = row_count;
    return ended;
  end $$;
reset role;

-- Codes, never words, whoever writes.
alter table app.tasks add constraint tasks_are_coded check (reason ~ '^[A-Z][A-Z0-9_]{1,59}$' and outcome ~ '^[A-Z][A-Z0-9_]{1,59}$') not valid;

-- Who can act is a question of somebody who is signed in.
set role relais_definer;
create or replace function app.able_supervisor(person uuid, of_case uuid, of_office text, of_sensitivity text) returns boolean
  language plpgsql stable security definer set search_path = ''
  as $$ begin
    if access.login() <> '' and access.actor_id() is null then return false; end if;
    return exists (select from access.users u where u.id = person and u.active and u.role = 'SUPERVISOR'
      and case when of_sensitivity = 'S4'
        then exists (select from app.case_members m where m.case_id = of_case and m.user_id = person
          and m.capacity = 'NAMED_SUPERVISOR' and m.until is null)
        else exists (select from access.user_offices o where o.user_id = person and o.office_id = of_office) end);
  end $$;
create or replace function app.able_colleague(person uuid, of_case uuid) returns boolean
  language plpgsql stable security definer set search_path = ''
  as $$ begin
    if access.login() <> '' and access.actor_id() is null then return false; end if;
    return exists (select from access.users u join app.case_members m on m.user_id = u.id
      where u.id = person and u.active and u.role in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER')
        and m.case_id = of_case and m.capacity in ('LEAD', 'MEMBER') and m.until is null);
  end $$;
create or replace function app.psea_hearer(of_office text, author uuid, named uuid) returns uuid
  language sql stable security definer set search_path = ''
  as $$
    select f.person_id from app.staff_functions f join access.users u on u.id = f.person_id and u.active
    where (access.login() = '' or access.actor_id() is not null) and f.function in ('PSEA_FOCAL_POINT', 'PSEA_DEPUTY')
      and f.from_at <= clock.casework_now() and (f.until_at is null or f.until_at > clock.casework_now())
      and (f.office_id = of_office or (f.office_id is null and f.region is null)
        or f.region = (select o.region from access.offices o where o.id = of_office))
      and f.person_id is distinct from author and f.person_id is distinct from named
    order by f.function = 'PSEA_DEPUTY', f.office_id is null, f.region is null, f.from_at, f.id limit 1 $$;
reset role;

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
alter function app.task_parties(app.tasks) owner to relais_definer;
alter function app.answer_waits(uuid, text, text) owner to relais_definer;
alter function app.task_fits(text, text[], app.tasks, text, timestamptz) owner to relais_definer;
alter function app.must_follow(app.tasks, text, text, timestamptz) owner to relais_definer;
