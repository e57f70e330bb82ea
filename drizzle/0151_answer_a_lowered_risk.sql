-- A supervisor who reads a risk rated lower than proposed may answer it: give it back to whoever leads, with why, or
-- restrict the file themselves. What was promised when a service was not received stays work until it is kept.
select set_config('relais.maintenance', 'on', true);
insert into app.task_kinds (kind, side, by_partner, ends_with_consent) values
  ('RATE_AGAIN', 'TEAM', false, true), ('PROMISED', 'TEAM', false, true);
insert into app.task_rules (kind, deed, subject_type, party, cause, verbs, codes, within_hours) values
  ('RATE_AGAIN', 'DONE', 'case', 'team', 'RATED', '{}', '{RATED_AGAIN}', null),
  ('RATE_AGAIN', 'DROPPED', 'case', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('RATE_AGAIN', 'DROPPED', 'referral', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('PROMISED', 'OPEN', 'referral', 'team', 'MOVE', '{close-unserved}', '{OTHER_REFERRAL,DIRECT_HELP}', 168),
  ('PROMISED', 'DROPPED', 'case', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('PROMISED', 'DROPPED', 'referral', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null);
select set_config('relais.maintenance', '', true);

-- Whose turn it is to look at this case's lowered risk: a supervisor who reads it. Case first, as every other ending locks.
create function app.lowered_risk_of(of_case uuid) returns uuid
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare c app.cases; found uuid;
  begin
    select x.* into c from app.cases x where x.id = of_case for update;
    if c.id is null or not 'supervisor' = any(access.parties(c.id, c.office_id, c.sensitivity)) then return null; end if;
    select t.id into found from app.tasks t where t.kind = 'SEE_LOWER_RISK' and t.subject_id = c.id and t.state = 'OPEN'
      and (t.holder_id is null or t.holder_id = access.actor_id()
        or not app.able_supervisor(t.holder_id, t.case_id, t.office_id, t.sensitivity)) for update;
    return found;
  end $$;

-- Back to the lead: the look is over, the rating is work again, due like a danger. False when it was not theirs to answer, or is no more.
create function app.return_rating(of_case uuid, why text) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare looked uuid := app.lowered_risk_of(of_case); moment timestamptz := clock.casework_now();
  begin
    if looked is null then return false; end if;
    if why is null or why not in ('DANGER_POSSIBLE', 'NOT_CHECKED', 'RESTRICT', 'TALK_FIRST') then
      raise exception 'no reason to rate again' using errcode = 'check_violation';
    end if;
    update app.tasks t set state = 'DONE', done_by = access.actor_id(), done_at = moment, outcome = 'RETURNED' where t.id = looked;
    insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, holder_id, due_at, reason, opened_by)
      select 'RATE_AGAIN', 'case', c.id, c.id, c.office_id, c.sensitivity, c.lead_id, moment + app.setting('see.SEE_DANGER'), why,
        access.actor_id() from app.cases c where c.id = of_case
      on conflict (kind, subject_id) where state = 'OPEN' do update set reason = excluded.reason, due_at = excluded.due_at;
    return true;
  end $$;
grant execute on function app.return_rating(uuid, text) to relais_web;

-- A supervisor of the office restricts the file: they stay named, and whoever they name beside them. Once, and never back.
create function app.restrict_as_supervisor(of_case uuid, beside uuid[], as_version integer) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare c app.cases; me uuid := access.actor_id();
  begin
    select x.* into c from app.cases x where x.id = of_case for update;
    if c.id is null or not 'supervisor' = any(access.parties(c.id, c.office_id, c.sensitivity)) or not app.worked_on(c.id) then
      raise exception 'not theirs to restrict' using errcode = 'insufficient_privilege';
    end if;
    if c.sensitivity <> 'S3' or c.version is distinct from as_version then return false; end if;
    if exists (select from pg_catalog.unnest(beside) n where not access.works(n, c.office_id, 'SUPERVISOR')) then
      raise exception 'no supervisor of this office' using errcode = 'check_violation';
    end if;
    insert into app.case_members (case_id, user_id, capacity, since)
      select distinct c.id, n, 'NAMED_SUPERVISOR', clock.casework_now() from pg_catalog.unnest(beside || me) n
      on conflict (case_id, user_id, capacity) do update set until = null, since = excluded.since;
    update app.cases x set sensitivity = 'S4', version = x.version + 1 where x.id = c.id;
    return true;
  end $$;
grant execute on function app.restrict_as_supervisor(uuid, uuid[], integer) to relais_web;
grant update (sensitivity) on app.cases to relais_definer;
create policy definer_restricts on app.cases for update to relais_definer using (sensitivity = 'S3') with check (sensitivity = 'S4');

-- What was promised is kept by help that was given, or by another referral that was handed in.
create function app.promise_is_kept() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare kept text := case tg_table_name when 'assistance' then 'DIRECT_HELP' else 'OTHER_REFERRAL' end;
  begin
    update app.tasks t set state = 'DONE', done_by = access.actor_id(), done_at = clock.casework_now(), outcome = kept
      where t.kind = 'PROMISED' and t.case_id = new.case_id and t.state = 'OPEN' and t.reason = kept;
    return null;
  end $$;
create trigger promise_is_kept after insert on app.assistance for each row execute function app.promise_is_kept();
create trigger promise_is_kept after update of state on app.referrals for each row
  when (old.state in ('DRAFT', 'RETURNED') and new.state in ('PENDING_APPROVAL', 'SENT')) execute function app.promise_is_kept();

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
alter function app.lowered_risk_of(uuid) owner to relais_definer;
alter function app.return_rating(uuid, text) owner to relais_definer;
alter function app.restrict_as_supervisor(uuid, uuid[], integer) owner to relais_definer;
alter function app.promise_is_kept() owner to relais_definer;
