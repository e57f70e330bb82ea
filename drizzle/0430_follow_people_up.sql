-- How somebody was followed up: whether they were met or heard, how, what came of it, and when the next time is. An attempt that
-- reached nobody stands in the same list and is no contact. What somebody of the team adds in words is sealed with the team's key.
-- A review looks at everything with the person. Decision record 119.

set role relais_definer;
grant execute on function app.allowed_columns(), app.writing_goes_on() to relais_owner;
reset role;

create table app.follow_ups (
  id uuid primary key,
  case_id uuid not null,
  office_id text not null references access.offices,
  sensitivity text not null,
  type text not null check (type in ('HOME_VISIT', 'OFFICE', 'PHONE', 'ACCOMPANIMENT', 'PROVIDER_CHECK', 'POST_REUNIFICATION', 'POST_RETURN', 'FAILED')),
  channel text not null check (channel in ('AGREED_PLACE', 'PHONE', 'TRUSTED', 'VISIT', 'OFFICE')),
  on_day date not null,
  outcome text not null check (outcome in ('SAFE', 'WORRY', 'NEW_NEED', 'SERVICE_OK', 'SERVICE_NO', 'NOT_REACHED')),
  -- Of an attempt: what met it.
  result text check (result in ('NOT_THERE', 'NO_ANSWER', 'NUMBER_OFF', 'NO_NEWS', 'NO_ACCESS')),
  -- By which risk the next day was proposed, which day was taken, and why it is later than that.
  risk text check (risk in ('HIGH', 'MEDIUM', 'LOW')),
  next_on date,
  later_reason text check (later_reason in ('PERSON_ASKED', 'TRAVELLING', 'NO_ACCESS', 'SAFER_LATER', 'OTHER_FOLLOWS')),
  recorded_by uuid not null references access.users,
  recorded_at timestamptz not null default clock.casework_now(),
  key_id uuid references vault.keys,
  words bytea check (pg_catalog.length(words) <= 262144),
  check ((type = 'FAILED') = (outcome = 'NOT_REACHED')),
  check ((type = 'FAILED') = (result is not null)),
  -- A day is set with the person alone.
  check ((next_on is not null) = (risk is not null)),
  check (next_on is null or (type not in ('FAILED', 'PROVIDER_CHECK') and next_on > on_day)),
  check (later_reason is null or next_on is not null),
  check ((key_id is null) = (words is null)),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade
);
create index follow_ups_of_case on app.follow_ups (case_id, on_day desc, recorded_at desc);

create table app.case_reviews (
  id uuid primary key,
  case_id uuid not null,
  office_id text not null references access.offices,
  sensitivity text not null,
  on_day date not null,
  said_with text not null check (said_with in ('PERSON', 'CAREGIVER', 'TEAM_ALONE')),
  changed text[] not null check (pg_catalog.array_to_string(changed, ' ') ~ '^[A-Z0-9_ ]*$'),
  leads_to text not null check (leads_to in ('GO_ON', 'RATE_AGAIN', 'PLAN', 'CLOSE')),
  reviewed_by uuid not null references access.users,
  reviewed_at timestamptz not null default clock.casework_now(),
  key_id uuid references vault.keys,
  words bytea check (pg_catalog.length(words) <= 262144),
  check ((key_id is null) = (words is null)),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade
);
create index reviews_of_case on app.case_reviews (case_id, on_day desc);

do $$
declare t text;
begin
  foreach t in array array['follow_ups', 'case_reviews'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format('create policy owner_maintains on app.%I to relais_owner
      using (current_setting(''relais.maintenance'', true) = ''on'') with check (current_setting(''relais.maintenance'', true) = ''on'')', t);
    execute format('grant select on app.%I to relais_web, relais_definer', t);
    execute format('grant insert on app.%I to relais_web', t);
    execute format('create policy definer_reads on app.%I for select to relais_definer using (true)', t);
    execute format('create policy team_reads on app.%I for select to relais_web using (case_id = any(array(select access.my_case_ids()))
      or (sensitivity = ''S3'' and office_id = any(array(select access.supervised_offices()))))', t);
    execute format('create trigger allowed_columns before insert or update or delete on app.%I
      for each row when (access.writes_itself()) execute function app.allowed_columns()', t);
    execute format('create trigger writing_goes_on before insert on app.%I for each row execute function app.writing_goes_on()', t);
  end loop;
end $$;
create policy team_records on app.follow_ups for insert to relais_web with check (
  (select access.is_caseworker()) and case_id = any(array(select access.my_case_ids())) and recorded_by = (select access.actor_id()));
create policy team_records on app.case_reviews for insert to relais_web with check (
  (select access.is_caseworker()) and case_id = any(array(select access.my_case_ids())) and reviewed_by = (select access.actor_id()));

-- Days from one contact to the next by risk: the same as engines/clocks/rules.
create function app.follow_up_days(risk text) returns integer
  language sql immutable set search_path = ''
  as $$ select case risk when 'LOW' then 30 when 'MEDIUM' then 14 else 7 end $$;

create function app.follow_ups_hold() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare c app.cases;
  begin
    select x.* into c from app.cases x where x.id = new.case_id;
    perform app.must_hold(c.state in ('OPEN', 'ON_HOLD', 'PENDING_CLOSURE'), 'nobody is followed up here');
    perform app.must_hold(new.on_day between c.opened_at::date - 31 and app.today(), 'nobody was followed up on that day');
    perform app.must_hold(new.key_id is null or app.is_case_key(new.key_id, new.case_id, 'TEAM'), 'sealed with another key');
    -- Sooner as one likes; later than the risk allows with a reason, which the supervisor sees.
    perform app.must_hold(new.next_on is null or (new.risk = case c.risk when 'NONE' then 'LOW' else coalesce(c.risk, 'HIGH') end and new.next_on between app.today() and app.today() + 366
      and (new.next_on > new.on_day + app.follow_up_days(new.risk)) = (new.later_reason is not null)), 'not that day without its reason');
    return new;
  end $$;
create trigger b_holds before insert on app.follow_ups for each row when (access.writes_itself()) execute function app.follow_ups_hold();

create function app.case_reviews_hold() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(app.case_in(new.case_id, 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE'), 'nothing to review');
    perform app.must_hold(new.on_day between (select c.opened_at::date - 31 from app.cases c where c.id = new.case_id) and app.today(), 'nothing was reviewed on that day');
    perform app.must_hold(new.key_id is null or app.is_case_key(new.key_id, new.case_id, 'TEAM'), 'sealed with another key');
    return new;
  end $$;
create trigger b_holds before insert on app.case_reviews for each row when (access.writes_itself()) execute function app.case_reviews_hold();

-- A review falls due by the risk, from the opening and from the review before; a supervisor hears of a contact put off.
alter table app.task_kinds
  -- Rests while its case waits.
  add column rests_on_hold boolean not null default false;
select set_config('relais.maintenance', 'on', true);
insert into app.task_kinds (kind, side, by_partner, ends_with_consent, ends_with_case, comes_back, by_day, rests_on_hold) values
  ('REVIEW_CASE', 'TEAM', false, true, true, 'STILL', true, true),
  ('SEE_LATER_CONTACT', 'SUPERVISOR', false, true, true, null, false, false);
insert into app.settings (key, value, unit) values
  ('see.SEE_LATER_CONTACT', 24, 'HOURS'), ('review.HIGH', 14, 'DAYS'), ('review.MEDIUM', 30, 'DAYS'), ('review.LOW', 90, 'DAYS')
on conflict (key) do nothing;
select set_config('relais.maintenance', '', true);

-- By which risk somebody is followed: nobody rated is followed as the highest.
create function app.rhythm_of(c app.cases) returns text
  language sql immutable set search_path = ''
  as $$ select case c.risk when 'NONE' then 'LOW' else coalesce(c.risk, 'HIGH') end $$;
-- So long after this moment, when the office closes, something of this case is reviewed.
create function app.review_due(c app.cases, since timestamptz) returns timestamptz
  language sql stable set search_path = ''
  as $$ select app.office_closes(since + app.setting('review.' || app.rhythm_of(c))) $$;

create function app.review_follows() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare c app.cases;
  begin
    if tg_table_name = 'case_reviews' then
      select x.* into c from app.cases x where x.id = new.case_id;
      update app.tasks t set state = 'DONE', done_by = new.reviewed_by, done_at = clock.casework_now(), outcome = 'REVIEWED'
        where t.kind = 'REVIEW_CASE' and t.subject_id = c.id and t.state = 'OPEN';
    else
      c := new;
      -- Rated higher, it is sooner; never later (task_keeps_its_date).
      if old.state = new.state then
        update app.tasks t set due_at = least(t.due_at, app.review_due(c, clock.casework_now())), reason = app.rhythm_of(c)
          where t.kind = 'REVIEW_CASE' and t.subject_id = c.id and t.state = 'OPEN' and t.due_at > app.review_due(c, clock.casework_now());
        return null;
      end if;
    end if;
    insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, holder_id, due_at, reason, opened_by)
      values ('REVIEW_CASE', 'case', c.id, c.id, c.office_id, c.sensitivity, null, app.review_due(c, clock.casework_now()),
        app.rhythm_of(c), access.actor_id())
      on conflict (kind, subject_id) where state = 'OPEN' do nothing;
    return null;
  end $$;
create trigger x_review_follows after insert on app.case_reviews for each row execute function app.review_follows();
create trigger x_first_review after update on app.cases for each row
  when ((old.state = 'DRAFT' and new.state = 'OPEN') or (old.state = new.state and old.risk is distinct from new.risk
    and new.state in ('OPEN', 'ON_HOLD', 'PENDING_CLOSURE'))) execute function app.review_follows();

create function app.later_is_seen() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, due_at, reason, opened_by)
      values ('SEE_LATER_CONTACT', 'case', new.case_id, new.case_id, new.office_id, new.sensitivity,
        clock.casework_now() + app.setting('see.SEE_LATER_CONTACT'), new.later_reason, new.recorded_by)
      on conflict (kind, subject_id) where state = 'OPEN' do update set reason = excluded.reason;
    return null;
  end $$;
create trigger x_later_is_seen after insert on app.follow_ups for each row
  when (new.later_reason is not null and access.login() = 'web') execute function app.later_is_seen();

-- The next review ends with the file and holds no closing back.
set role relais_definer;
create or replace function app.closing_blockers(of_case uuid, because text)
  returns table (kind text, subject_id uuid, leavable boolean, team boolean)
  language sql stable security definer set search_path = ''
  as $$
    select case s.life when 'SETTLED' then 'SETTLED_NOT_ASKED' else 'OPEN_REFERRAL' end, r.id, r.sent_at is not null, true
      from app.referrals r join app.referral_states s on s.state = r.state and s.life in ('OPEN', 'SETTLED') where r.case_id = of_case
    union all
    select case when t.kind = 'HARM' then 'HARM_OPEN' when t.kind in ('CONFIRM_BEST_INTERESTS', 'CONFIRM_VITAL') then 'CONFIRMATION_MISSING'
        else 'OPEN_TASK' end, t.id, k.side = 'TEAM', true
      from app.tasks t join app.task_kinds k on k.kind = t.kind
      where t.case_id = of_case and t.state = 'OPEN'
        and (t.kind in ('HARM', 'CONFIRM_BEST_INTERESTS', 'CONFIRM_VITAL')
          or (k.side = 'TEAM' and t.kind not in ('REVIEW_HOLD', 'CLOSURE_RETURNED', 'TRANSFER_WAITS', 'REVIEW_CASE')
            -- What a referral under way asks is the referral's own line.
            and not exists (select from app.referrals r join app.referral_states s on s.state = r.state and s.life in ('OPEN', 'SETTLED')
              where r.id = t.subject_id)))
    union all
    select 'TRANSFER_PENDING', x.id, false, true from app.case_transfers x where x.case_id = of_case
      and (x.state = 'OFFERED' or (x.state = 'ACCEPTED' and x.kind = 'EXTERNAL')) and because is distinct from 'TRANSFERRED'
    union all
    select 'SUICIDE_RISK', f.id, false, false from app.danger_flags f
      where f.case_id = of_case and f.lowered_at is null and f.code = 'SUICIDE'
        and f.raised_at < clock.casework_now() - app.setting('closure.suicide')
        and coalesce(because, '') not in ('DECEASED', 'TRANSFERRED', 'CONSENT_WITHDRAWN', 'LOST_CONTACT')
  $$;
reset role;

-- Whoever met the person by a follow-up or a review has seen them.
set role relais_definer;
create or replace function app.task_fits(cause text, verbs text[], about app.tasks, code text, due timestamptz) returns boolean
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
      when 'RATED' then exists (select from app.case_proposals p where p.case_id = about.case_id and p.rated_by = me
        and app.is_now(p.rated_at))
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
      -- What the code claims stands in this transaction: a help of the services listed, or a note of the person met.
      when 'HELPED' then exists (select from app.assistance a where a.case_id = about.case_id and a.given_by = me
        and app.is_now(a.recorded_at) and a.service = any(verbs))
      when 'MET' then exists (select from app.notes n where n.case_id = about.case_id and n.written_by = me and app.is_now(n.written_at))
        or exists (select from app.follow_ups f where f.case_id = about.case_id and f.recorded_by = me and app.is_now(f.recorded_at)
          and f.type not in ('FAILED', 'PROVIDER_CHECK', 'PHONE'))
        or exists (select from app.case_reviews v where v.case_id = about.case_id and v.reviewed_by = me and app.is_now(v.reviewed_at)
          and v.said_with <> 'TEAM_ALONE')
      when 'TOLD' then true
      else false end;
  end $$;
reset role;

-- The day that was set with the person holds, also later than the risk alone would have it.
set role relais_definer;
create or replace function app.case_due_holds() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if tg_op = 'UPDATE' and new.next_due_at is not distinct from old.next_due_at
      and new.next_due_kind is not distinct from old.next_due_kind then return new; end if;
    perform app.must_hold((new.next_due_at is null) = (new.next_due_kind is null), 'a date has its kind');
    perform app.must_hold(case when new.next_due_at is null then tg_op = 'INSERT' or new.state not in ('DRAFT', 'OPEN') or new.risk = 'NONE'
      else new.next_due_kind in ('first-action', 'follow-up') and new.next_due_at <= greatest(clock.casework_now()
        + case new.risk when 'LOW' then interval '31 days' when 'MEDIUM' then interval '15 days' else interval '8 days' end,
        (select case when f.later_reason is not null then (f.next_on + 1)::timestamp at time zone 'UTC' end from app.follow_ups f
          where f.case_id = new.id and f.next_on is not null order by f.on_day desc, f.recorded_at desc limit 1)) end,
      'not when that is due');
    return new;
  end $$;
reset role;

-- Lost from sight: since the last contact three attempts by two ways that the person agreed to, over thirty days, twenty-one where
-- the risk is high (closure.json). The same as followups/lost-contact.
create function app.contact_lost(of_case uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select coalesce((select pg_catalog.count(*) >= 3 and pg_catalog.count(distinct f.channel) >= 2
      and pg_catalog.max(f.on_day) - pg_catalog.min(f.on_day) >= case when c.risk = 'HIGH' or c.risk is null then 21 else 30 end
    from app.follow_ups f left join app.people p on p.case_id = c.id and p.standing = 'PRINCIPAL'
    where f.case_id = c.id and f.type = 'FAILED' and (c.last_contact_on is null or f.on_day >= c.last_contact_on)
      and case f.channel
        when 'PHONE' then not c.do_not_contact and (p.safe_contact is null or p.safe_contact not in ('VIA_TRUSTED', 'IN_PERSON', 'NEVER_HOME', 'NONE'))
        when 'VISIT' then p.safe_contact is null or p.safe_contact not in ('VIA_TRUSTED', 'NEVER_HOME', 'NONE')
        else true end), false) from app.cases c where c.id = of_case $$;
create function app.lost_contact_holds() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(app.contact_lost(new.case_id), 'not lost from sight yet');
    return new;
  end $$;
create trigger c_lost_contact_holds before insert on app.case_closings for each row
  when (access.writes_itself() and new.reason = 'LOST_CONTACT') execute function app.lost_contact_holds();

revoke execute on function app.follow_up_days(text), app.rhythm_of(app.cases), app.review_due(app.cases, timestamptz), app.contact_lost(uuid) from public;
-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
do $$
declare f text;
begin
  foreach f in array array['app.follow_up_days(text)', 'app.rhythm_of(app.cases)', 'app.follow_ups_hold()', 'app.case_reviews_hold()', 'app.review_due(app.cases, timestamptz)',
      'app.review_follows()', 'app.later_is_seen()', 'app.contact_lost(uuid)', 'app.lost_contact_holds()'] loop
    execute format('alter function %s owner to relais_definer', f);
  end loop;
end $$;

set role relais_definer;
revoke execute on function app.allowed_columns(), app.writing_goes_on() from relais_owner;
reset role;
