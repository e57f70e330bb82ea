-- More of what a person says on one file and holds for all of them (decision record 113): a no to the whole file, a no to figures, an
-- age that only a pointing file knows; a newer no under a referral that runs is somebody's work; a reopened file is settled anew.
select set_config('relais.maintenance', 'on', true);
-- Whether something is to be asked again. What rests on a newer no of another file waits where that yes still carries something: the
-- file itself, or a referral that runs and whose agency reads nothing now. What no rule allows waits for a newer answer to the same.
-- What a colleague or supervisor still confirms is asked of them.
create or replace function app.answers_wait(of_case uuid) returns boolean
  language sql stable set search_path = ''
  as $$
    with f as (select app.files_of_person(of_case) as files),
    o as (select x.*, exists (select from app.consents n where n.case_id = any(f.files) and n.given_at > x.given_at and n.needs_review is null
          and n.purpose = x.purpose and n.partner_code is not distinct from x.partner_code
          and (n.service is null or n.service is not distinct from x.service)
          and (x.needs_review <> 'NEWER_NO' or n.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE'))) as asked_again,
        exists (select from app.referrals r join app.referral_states s on s.state = r.state
          where r.consent_id = x.id and r.sent_at is not null and s.life = 'OPEN')
        and not exists (select from app.consents n where n.case_id = any(f.files) and n.given_at > x.given_at and n.needs_review is null
          and n.confirm_by is not null and n.partner_code = x.partner_code) as runs_blind
      from app.consents x, f where x.case_id = any(f.files) and x.needs_review is not null)
    select exists (select from o where o.runs_blind
      or (not o.asked_again and (o.needs_review <> 'NEWER_NO' or o.purpose = 'CASE_MGMT'))) $$;

set role relais_definer;
create or replace function app.settle_answers(of_case uuid) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare moment timestamptz := clock.casework_now(); files uuid[] := app.files_of_person(of_case); known app.cases; born integer;
    worked_out constant text[] := array['CHILD_ALONE', 'ADULT_BY_ANOTHER', 'NEWER_NO'];
  begin
    select k.* into known from app.cases c join app.cases k on k.id = coalesce(c.merged_into, c.id) where c.id = of_case;
    -- The known file's year of birth; where it has none, the latest that another file knows: doubt is the child's.
    select coalesce(max(p.birth_year) filter (where p.case_id = known.id), max(p.birth_year)) into born
      from app.people p where p.case_id = any(files) and p.standing = 'PRINCIPAL';
    -- Marks of another reason (from before the rules) are not worked out here.
    update app.consents y set needs_review = j.why from (
        select x.id, case
            when a.rule in ('CHILD_ALONE', 'ADULT_BY_ANOTHER') then a.rule
            when exists (select from app.consents n where n.case_id = any(files) and n.case_id <> x.case_id
              and app.said_at(n) >= app.said_at(x) and n.status in ('REFUSED', 'WITHDRAWN')
              -- To the same; or to the whole file, which ends all but the figures.
              and (n.purpose = 'CASE_MGMT' and x.purpose <> 'STATS'
                or case when x.partner_code is null then n.purpose = x.purpose and n.partner_code is null
                  else app.no_to(n, x.purpose, x.partner_code, x.service) end)) then 'NEWER_NO'
          end as why
        from app.consents x, lateral (select app.no_rule_allows(x.status, x.giver, x.legal_basis, x.purpose, x.reason,
            x.situation ->> 'capacity', born, x.given_at::date) as rule) a
        where x.case_id = any(files) and x.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') and x.withdrawn_at is null
          and (x.needs_review is null or x.needs_review = any(worked_out))) j
      where y.id = j.id and y.needs_review is distinct from j.why;
    update app.shares s set ended_at = moment, ended_by = 'REVIEW' from app.consents y
      where y.id = s.consent_id and y.case_id = any(files) and y.needs_review = any(worked_out) and s.ended_at is null;
    update app.shares s set ended_at = null, ended_by = null from app.consents y, app.referrals r
      where y.id = s.consent_id and y.case_id = any(files) and y.needs_review is null and y.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE')
        and y.withdrawn_at is null and s.ended_by = 'REVIEW' and r.id = s.referral_id and r.consent_id = y.id
        and r.state not in ('DECLINED', 'CANCELLED', 'CONSENT_WITHDRAWN')
        and not exists (select from app.shares o where o.referral_id = s.referral_id and o.stage = s.stage and o.ended_at is null);
    if known.state not in ('OPEN', 'ON_HOLD', 'PENDING_CLOSURE') or known.closure_reason = 'CONSENT_WITHDRAWN' then return; end if;
    if app.answers_wait(known.id) then
      insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, due_at, reason)
        values ('REVIEW_CONSENT', 'case', known.id, known.id, known.office_id, known.sensitivity, moment + interval '24 hours',
          case when exists (select from app.consents y where y.case_id = any(files) and y.needs_review = 'NEWER_NO') then 'NEWER_NO' else 'NO_RULE' end)
        on conflict (kind, subject_id) where state = 'OPEN' do nothing;
    else
      update app.tasks t set state = 'DROPPED', done_by = access.actor_id(), done_at = moment, outcome = 'CORRECTED'
        where t.kind = 'REVIEW_CONSENT' and t.subject_id = known.id and t.state = 'OPEN' and t.reason in ('NO_RULE', 'NEWER_NO');
    end if;
  end $$;

-- What a no on the known file ended of a file that points may be read again if they turn out to be two people.
create or replace function app.twins_follow() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare moment timestamptz := clock.casework_now();
  begin
    if new.closure_reason = 'CONSENT_WITHDRAWN' and old.closure_reason is distinct from new.closure_reason then
      update app.shares s set ended_at = moment, ended_by = 'REVIEW' from app.cases d
        where d.merged_into = new.id and s.case_id = d.id and s.ended_at is null;
    end if;
    update app.cases d set erase_on = new.erase_on, retention_class = new.retention_class, version = d.version + 1
      where d.merged_into = new.id and (d.erase_on is distinct from new.erase_on or d.retention_class is distinct from new.retention_class);
    return null;
  end $$;

-- Whoever was on a file long ago and comes back with a merge comes from then on: what the merge brought, its undo takes away.
create or replace function app.let_known_team_read(pointing app.cases, known app.cases) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    if pointing.sensitivity = 'S4' and known.sensitivity <> 'S4' then return; end if;
    insert into app.case_members (case_id, user_id, capacity, since)
      select pointing.id, k.user_id, 'MEMBER', clock.casework_now() from app.case_members k
        where k.case_id = known.id and k.until is null and k.capacity in ('LEAD', 'MEMBER')
          and not exists (select from app.case_members m where m.case_id = pointing.id and m.user_id = k.user_id and m.until is null)
      on conflict (case_id, user_id, capacity) do update set until = null, since = excluded.since;
    if pointing.sensitivity <> 'S4' then return; end if;
    insert into app.case_members as m (case_id, user_id, capacity, since)
      select pointing.id, k.user_id, 'NAMED_SUPERVISOR', clock.casework_now() from app.case_members k
        where k.case_id = known.id and k.until is null and k.capacity = 'NAMED_SUPERVISOR'
      on conflict (case_id, user_id, capacity) do update set until = null, since = excluded.since where m.until is not null;
  end $$;
create or replace function app.merge_lets_read() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare known app.cases; pointing app.cases; merged timestamptz;
  begin
    perform app.hold_person(coalesce(new.merged_into, old.merged_into));
    select c.* into known from app.cases c where c.id = coalesce(new.merged_into, old.merged_into);
    if new.merged_into is not null then
      if known.sensitivity = 'S4' and new.sensitivity <> 'S4' then
        perform app.restrict_pointing(new, known);
        -- Whoever just said so goes on reading what they decided, as whoever restricts does.
        if access.actor_role() = 'SUPERVISOR' then
          insert into app.case_members as m (case_id, user_id, capacity, since)
            values (new.id, access.actor_id(), 'NAMED_SUPERVISOR', clock.casework_now())
            on conflict (case_id, user_id, capacity) do update set until = null, since = excluded.since where m.until is not null;
        end if;
      end if;
      select c.* into pointing from app.cases c where c.id = new.id;
      perform app.let_known_team_read(pointing, known);
    else
      select max(p.decided_at) into merged from app.same_person p
        where p.case_id = new.id and p.into_case_id = known.id and p.decided = 'YES';
      update app.case_members m set until = clock.casework_now()
        where m.case_id = new.id and m.capacity in ('MEMBER', 'NAMED_SUPERVISOR') and m.until is null and m.since >= merged
          and exists (select from app.case_members k where k.case_id = known.id and k.user_id = m.user_id and k.until is null);
      select c.* into pointing from app.cases c where c.id = new.id;
      perform app.open_pointing(pointing, known.id);
      update app.people x set safe_contact = p.stood_way, version = x.version + 1 from app.same_person p
        where p.case_id = new.id and p.into_case_id = known.id and p.decided = 'YES' and p.undone_at is null and p.stood_stop is not null
          and x.case_id = new.id and x.standing = 'PRINCIPAL' and x.safe_contact is distinct from p.stood_way;
      -- The days until it is erased were the other person's, unless it had ended itself.
      update app.cases d set erase_on = null, retention_class = null
        where d.id = new.id and d.state not in ('CLOSED', 'TRANSFERRED') and d.erase_on is not null;
    end if;
    return null;
  end $$;

-- A no of the person, on whichever of their files, is passed over by nobody.
create or replace function app.standing_no_before(c app.consents) returns uuid
  language sql stable security definer set search_path = ''
  as $$
    select n.id from app.consents n
    left join app.people p on p.case_id = c.case_id and p.standing = 'PRINCIPAL'
    where n.case_id = any(app.files_of_person(c.case_id)) and n.id <> c.id and app.no_to(n, c.purpose, c.partner_code, c.service)
      and case n.status
        when 'REFUSED' then n.giver not in ('PARENT', 'GUARDIAN', 'AUTHORITY') and coalesce(n.situation ->> 'capacity', 'CAN') = 'CAN'
        else not exists (select from app.consent_confirmations f where f.consent_id = n.id and f.says = 'NO'
          and n.withdrawn_at <= f.at) end
      and not exists (select from app.consents y where y.case_id = any(app.files_of_person(c.case_id)) and y.giver = 'SELF'
        and app.yes_to(y, c.purpose, c.partner_code, c.service) and app.said_at(y) > app.said_at(n))
      and (coalesce(pg_catalog.date_part('year', clock.casework_now()) - p.birth_year - 1 >= 18, true)
        or n.situation ->> 'ageGroup' in ('A18_59', 'A60P')
        or (c.legal_basis <> 'CONSENT' and coalesce(n.situation ->> 'ageGroup', 'AU') not in ('A0_4', 'A5_11', 'A12_17')))
    order by app.said_at(n) desc, n.id limit 1 $$;

-- Somebody who came back works on with their own file: it does not point at one that they themselves ended.
create or replace function app.merge_goes_on() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare known app.cases;
  begin
    select c.* into known from app.cases c where c.id = new.merged_into;
    perform app.must_hold((known.state not in ('CLOSED', 'TRANSFERRED') and known.closure_reason is distinct from 'CONSENT_WITHDRAWN')
      or old.state in ('CLOSED', 'TRANSFERRED') or old.closure_reason = 'CONSENT_WITHDRAWN', 'nobody works on the known file');
    perform app.must_hold(known.sensitivity = 'S4' or old.sensitivity <> 'S4', 'the known file is open to more');
    return new;
  end $$;
reset role;
create policy definer_gives_days_back on app.cases for update to relais_definer
  using (merged_into is null and state not in ('CLOSED', 'TRANSFERRED')) with check (erase_on is null and retention_class is null);
drop function app.known_of(uuid);
create function app.known_of(pair uuid) returns table (state text, sensitivity text, closure_reason text)
  language sql stable security definer set search_path = ''
  as $$ select k.state, k.sensitivity, k.closure_reason from app.same_person p join app.cases k on k.id = p.into_case_id
    where p.id = pair and app.opens_file(p.case_id) $$;
revoke execute on function app.known_of(uuid) from public;
grant execute on function app.known_of(uuid) to relais_web;
alter function app.known_of(uuid) owner to relais_definer;

create function app.reopening_settles() returns trigger language plpgsql volatile security definer set search_path = ''
  as $$ begin perform app.settle_answers(new.id); return null; end $$;
revoke execute on function app.reopening_settles() from public;
create trigger y_reopening_settles after update of state on app.cases for each row
  when (old.state in ('CLOSED', 'TRANSFERRED') and new.state = 'OPEN') execute function app.reopening_settles();
alter function app.reopening_settles() owner to relais_definer;

-- An agency's page: an answer since then, on whichever file of the person, is the answer.
set role relais_definer;
create or replace function app.reading_waits(referral uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from app.referrals r join app.shares s on s.referral_id = r.id and s.ended_by = 'REVIEW'
        join app.consents c on c.id = s.consent_id and c.withdrawn_at is null and c.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE')
        and c.needs_review in ('CHILD_ALONE', 'ADULT_BY_ANOTHER') and not exists (select from app.consents n
          where n.case_id = any(app.files_of_person(c.case_id)) and n.given_at > c.given_at
            and (app.no_to(n, c.purpose, c.partner_code, c.service) or (n.purpose = 'CASE_MGMT' and n.status in ('REFUSED', 'WITHDRAWN'))
              or (n.purpose = c.purpose and n.partner_code = c.partner_code and (n.service is null or n.service = c.service))))
      where r.id = referral and r.sent_at is not null and r.partner_code = (select access.my_partner()) and r.partner_deleted_at is null
        and r.state not in ('CANCELLED', 'CONSENT_WITHDRAWN', 'DECLINED', 'CLOSED_UNSERVED')
        and not exists (select from app.shares o where o.referral_id = r.id and o.stage = s.stage and o.ended_at is null)) $$;
reset role;
