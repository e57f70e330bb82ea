-- A closing drops the team's work, a withdrawal what rests on the file, a merge what its state asks. Opening the file again brought
-- none of it back: care that helps for hours was asked for by the banner and by nobody's list. Now a move that is taken back takes
-- up again what it laid aside and what still holds. Which kinds, and while what: casework/tasks/comes-back, held here as columns; a
-- test compares the two. Decision record 110.

alter table app.task_kinds
  -- Taken up again: IN_TIME only before its hour has passed (care), STILL while what it asks for still stands so; null: never.
  add column comes_back text check (comes_back in ('IN_TIME', 'STILL')),
  -- About a referral: the states in which it still holds.
  add column in_states text[],
  -- Dropped by the closing of its case.
  add column ends_with_case boolean not null default false;
alter table app.task_kinds no force row level security;
update app.task_kinds set ends_with_case = side = 'TEAM' or kind in ('SEE_LOWER_RISK', 'SEE_TRANSFER_REFUSED');
update app.task_kinds set comes_back = 'IN_TIME' where kind in ('CARE_PEP', 'CARE_EC', 'CARE_INJURY', 'SEE_PERSON');
update app.task_kinds set comes_back = 'STILL' where kind in ('TELL_PERSON', 'NOT_CONFIRMED', 'NEXT_STEP', 'PROMISED', 'RENEW_CONSENT',
  'FIND_BASIS', 'RATE_AGAIN', 'SEE_LOWER_RISK', 'TRANSFER_REFUSED', 'SEE_TRANSFER_REFUSED', 'TELL_NEW_TEAM');
update app.task_kinds k set in_states = x.states from (values ('TELL_PERSON', array['ACCEPTED']), ('NOT_CONFIRMED', array['CONTESTED']),
    ('NEXT_STEP', array['DECLINED', 'NOT_ACCESSED']), ('PROMISED', array['CLOSED_UNSERVED'])) x(kind, states) where x.kind = k.kind;
alter table app.task_kinds force row level security;

-- Whether what a task asks for still stands as it did.
create function app.still_asked(t app.tasks) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select case
      when k.comes_back is null then false
      when k.comes_back = 'IN_TIME' then t.due_at > clock.casework_now()
      when k.in_states is not null then exists (select from app.referrals r where r.id = t.subject_id and r.state = any(k.in_states))
      when t.kind = 'RENEW_CONSENT' then exists (select from app.referrals r join app.consents c on c.id = r.consent_id
        where r.id = t.subject_id and app.is_shared(r) and c.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') and c.withdrawn_at is null)
      when t.kind = 'FIND_BASIS' then app.basis_missing(t.case_id)
      when t.kind in ('RATE_AGAIN', 'SEE_LOWER_RISK') then exists (select from app.case_proposals p
        where p.case_id = t.case_id and coalesce(p.lower_reason, p.open_reason) is not null)
      -- An answer of others is over once the case is offered again.
      when t.kind in ('TRANSFER_REFUSED', 'SEE_TRANSFER_REFUSED') then not exists (select from app.case_transfers x
        where x.case_id = t.case_id and x.offered_at > t.opened_at)
      else true end
    from app.task_kinds k where k.kind = t.kind
  $$;

-- Takes up what was laid aside with one of these words since then. What is due later still is the same work as before; what
-- became due meanwhile gets its whole time again from now, as the clocks of referrals do. After a merge that nobody should have
-- made nothing has passed: `as_it_was`.
create function app.take_up(c app.cases, since timestamptz, words text[], as_it_was boolean) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare moment timestamptz := clock.casework_now();
  begin
    insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, holder_id, due_at, reason, opened_by, opened_at)
      select t.kind, t.subject_type, t.subject_id, t.case_id, c.office_id, c.sensitivity,
          case when t.holder_id is not null and k.side = 'TEAM' and app.able_colleague(c.lead_id, c.id) then c.lead_id end,
          case when same_day then t.due_at else moment + (t.due_at - t.opened_at) end, t.reason,
          case when same_day then t.opened_by else c.last_actor_id end, case when same_day then t.opened_at else moment end
        from (select distinct on (x.kind, x.subject_id) x.*, as_it_was or coalesce(x.due_at > moment, true) as same_day
          from app.tasks x where x.case_id = c.id and x.state = 'DROPPED' and x.outcome = any(words) and x.done_at >= since
          order by x.kind, x.subject_id, x.done_at desc) as t
        join app.task_kinds k on k.kind = t.kind
        where as_it_was or app.still_asked((select x from app.tasks x where x.id = t.id))
      on conflict (kind, subject_id) where state = 'OPEN' do nothing;
  end $$;

set role relais_definer;
create or replace function app.case_merged() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    if new.state = 'DUPLICATE' then
      update app.tasks t set state = 'DROPPED', done_by = new.last_actor_id, done_at = clock.casework_now(), outcome = 'MERGED'
        where t.case_id = new.id and t.state = 'OPEN' and t.kind in ('REVIEW_HOLD', 'SEE_HOLD', 'CLOSURE_RETURNED');
    else
      -- Laid aside by the merge that is taken back, not by one before it.
      perform app.take_up(new, (select max(e.at) from app.case_events e where e.case_id = new.id and e.verb = 'merge'), array['MERGED'], true);
    end if;
    return null;
  end $$;

create or replace function app.case_moved() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare moment timestamptz := clock.casework_now(); ends text[]; how text;
  begin
    ends := case new.last_verb when 'resume' then array['REVIEW_HOLD', 'SEE_HOLD'] when 'hold' then array['CLOSURE_RETURNED']
      when 'ask-closure' then array['REVIEW_HOLD', 'SEE_HOLD', 'CLOSURE_RETURNED']
      when 'withdraw-case-consent' then array['REVIEW_HOLD', 'SEE_HOLD', 'CLOSURE_RETURNED']
      when 'close' then array(select k.kind from app.task_kinds k where k.ends_with_case) end;
    how := case new.last_verb when 'resume' then 'RESUMED' when 'hold' then 'HELD' when 'ask-closure' then 'CLOSURE_ASKED'
      when 'close' then 'CASE_CLOSED' else 'CONSENT_WITHDRAWN' end;
    update app.tasks t set state = case when new.last_verb in ('resume', 'hold', 'ask-closure') then 'DONE' else 'DROPPED' end,
        done_by = new.last_actor_id, done_at = moment, outcome = how
      where t.case_id = new.id and t.state = 'OPEN' and t.kind = any(ends);
    if new.last_verb = 'close' then
      update app.referrals r set due_at = null, due_kind = null where r.case_id = new.id and r.due_at is not null;
    elsif new.last_verb = 'reopen' then
      -- What was left to run its course is ours to ask about again, with the whole time from today.
      update app.referrals r set due_kind = s.clock, due_at = moment + app.setting('referral.' || r.priority || '.' || s.clock)
        from app.referral_states s where s.state = r.state and s.clock is not null and r.case_id = new.id and r.due_at is null
          and r.sent_at is not null;
    elsif new.last_verb = 'hold' then
      insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, holder_id, due_at, reason, opened_by)
        values ('REVIEW_HOLD', 'case', new.id, new.id, new.office_id, new.sensitivity, new.lead_id,
          new.hold_until::timestamp at time zone 'UTC' + interval '17 hours', new.last_reason, new.last_actor_id);
      if new.risk is not distinct from 'HIGH' then
        insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, due_at, reason, opened_by)
          values ('SEE_HOLD', 'case', new.id, new.id, new.office_id, new.sensitivity, moment + app.setting('see.SEE_HOLD'),
            new.last_reason, new.last_actor_id)
          on conflict (kind, subject_id) where state = 'OPEN' do update set reason = excluded.reason, due_at = excluded.due_at;
      end if;
    elsif new.last_verb = 'return-closure' then
      insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, holder_id, due_at, opened_by)
        values ('CLOSURE_RETURNED', 'case', new.id, new.id, new.office_id, new.sensitivity, new.lead_id,
          moment + app.setting('closure.again'), new.last_actor_id);
    end if;
    -- The work that ended since the file last stood open: by its closing, or by the person's no that became a yes again.
    if new.last_verb in ('reopen', 'return-closure') then
      perform app.take_up(new, (select max(e.at) from app.case_events e where e.case_id = new.id and e.to_state = 'PENDING_CLOSURE'
        and e.from_state <> 'PENDING_CLOSURE'), array['CASE_CLOSED', 'CONSENT_WITHDRAWN'], false);
    end if;
    return null;
  end $$;

-- What a partner's late answer would ask of the team is laid aside with the rest, and taken up when the file is opened again.
create or replace function app.no_work_after_closing() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    if access.login() = '' or new.case_id is null or new.state <> 'OPEN'
      or not exists (select from app.task_kinds k where k.kind = new.kind and k.side = 'TEAM') then return new; end if;
    if app.case_in(new.case_id, 'CLOSED') then
      new.state := 'DROPPED';
      new.holder_id := coalesce(new.holder_id, (select c.lead_id from app.cases c where c.id = new.case_id));
      new.done_at := clock.casework_now();
      new.outcome := 'CASE_CLOSED';
    elsif app.case_in(new.case_id, 'TRANSFERRED', 'DUPLICATE') then
      return null;
    end if;
    return new;
  end $$;
create or replace function app.handed_out() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    update app.tasks t set state = case t.kind when 'HAND_OUT' then 'DONE' else 'DROPPED' end, done_by = new.last_actor_id,
        done_at = clock.casework_now(), outcome = 'CASE_TRANSFERRED'
      where t.case_id = new.id and t.state = 'OPEN' and (t.kind = 'HAND_OUT' or t.kind in (select k.kind from app.task_kinds k where k.ends_with_case));
    update app.referrals r set due_at = null, due_kind = null where r.case_id = new.id and r.due_at is not null;
    return null;
  end $$;
reset role;
alter policy definer_opens on app.tasks
  with check ((state = 'OPEN' and done_at is null) or (state = 'DROPPED' and outcome = 'CASE_CLOSED' and done_at is not null));

-- Looks at a rating of what is over already are over.
select set_config('relais.maintenance', 'on', true);
update app.tasks t set state = 'DROPPED', done_at = clock.casework_now(), outcome = 'CASE_CLOSED' from app.cases c
  where c.id = t.case_id and t.state = 'OPEN' and c.state in ('CLOSED', 'TRANSFERRED') and t.kind in ('SEE_LOWER_RISK', 'SEE_TRANSFER_REFUSED');
select set_config('relais.maintenance', '', true);

revoke execute on function app.still_asked(app.tasks), app.take_up(app.cases, timestamptz, text[], boolean) from public;
-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
alter function app.still_asked(app.tasks) owner to relais_definer;
alter function app.take_up(app.cases, timestamptz, text[], boolean) owner to relais_definer;
