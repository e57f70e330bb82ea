-- Consents are judged by one table of rules (lib/casework/consents/rules.json). A row keeps what it was judged by, in
-- codes; who must confirm it; and, where it was recorded before the rules and no rule allows it, that it waits for a
-- review. Such a row is not rewritten: it covers nothing new and its slips are closed.

alter table app.consents
  -- The rule that allowed the answer; nothing on rows from before the rules.
  add column rule text check (rule ~ '^[A-Z0-9_]{2,40}$'),
  -- A code of the list that the rule names (mature minor, best interests, vital, incapacity, duty).
  add column reason text check (reason ~ '^[A-Z0-9_]{2,40}$'),
  -- What the answer was judged by, in codes: caregiver, capacity, danger, age band.
  add column situation jsonb not null default '{}' check (jsonb_typeof(situation) = 'object' and length(situation::text) <= 400),
  add column confirm_by text check (confirm_by in ('SUPERVISOR', 'COLLEAGUE')),
  add column needs_review text check (needs_review in ('GIVER', 'CHILD_ALONE', 'ADULT_BY_ANOTHER', 'NOT_VITAL', 'BASIS'));
create index consents_to_confirm on app.consents (office_id, given_at) where confirm_by is not null;
create index consents_to_review on app.consents (case_id) where needs_review is not null;

-- Whoever confirms does so themselves, once, through the function below.
create table app.consent_confirmations (
  consent_id uuid primary key references app.consents,
  case_id uuid not null,
  office_id text not null,
  sensitivity text not null,
  says text not null check (says in ('YES', 'NO')),
  by_id uuid not null references access.users,
  by_role text not null,
  at timestamptz not null default clock.casework_now(),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade
);
create index confirmations_of_case on app.consent_confirmations (case_id);
alter table app.consent_confirmations enable row level security;
alter table app.consent_confirmations force row level security;
create policy owner_maintains on app.consent_confirmations to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
grant select on app.consent_confirmations to relais_web;
create policy team_reads on app.consent_confirmations for select to relais_web using (
  case_id = any(array(select access.my_case_ids()))
  or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices()))));
grant select, insert on app.consent_confirmations to relais_definer;
create policy definer_reads on app.consent_confirmations for select to relais_definer using (true);
create policy definer_adds on app.consent_confirmations for insert to relais_definer with check (by_id = (select access.actor_id()));
grant update (status, withdrawn_at, version) on app.consents to relais_definer;
create policy definer_recalls on app.consents for update to relais_definer
  using (confirm_by is not null and status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE')) with check (status = 'WITHDRAWN');
grant update (ended_at) on app.shares to relais_definer;
create policy definer_ends on app.shares for update to relais_definer using (ended_at is null) with check (ended_at is not null);

-- Why no rule allows an answer, whatever else is known; nothing when one may. Where only a year of birth is known both
-- ages are tried: what one of them allows is not refused here. A birth date that is sealed is judged by the application.
create function app.no_rule_allows(answer text, by_whom text, basis text, what text, why text, able text, born integer, on_day date)
  returns text language sql immutable set search_path = ''
  as $$
    select case
      when answer in ('REFUSED', 'WITHDRAWN', 'EXPIRED') then null
      when by_whom not in ('SELF', 'PARENT', 'GUARDIAN', 'AUTHORITY', 'NONE') then 'GIVER'
      when answer = 'NOT_POSSIBLE' and what in ('STATS', 'PHOTO_STORY', 'CONTACT') then 'NOT_VITAL'
      when answer = 'NOT_POSSIBLE' and (by_whom <> 'NONE' or basis not in ('VITAL', 'BEST_INTERESTS', 'LEGAL_OBL')) then 'BASIS'
      when answer <> 'NOT_POSSIBLE' and by_whom = 'NONE' then 'GIVER'
      when answer = 'GIVEN' and by_whom <> 'SELF' and able is distinct from 'CANNOT' then 'ADULT_BY_ANOTHER'
      when answer = 'GIVEN' and pg_catalog.date_part('year', on_day) - born < 18 then 'CHILD_ALONE'
      when answer = 'ASSENT' and by_whom = 'SELF' and why is null then 'CHILD_ALONE'
      when answer = 'ASSENT' and pg_catalog.date_part('year', on_day) - born - 1 >= 18 then 'ADULT_BY_ANOTHER'
      when answer = 'GIVEN' and basis <> 'CONSENT' then 'BASIS'
    end $$;

grant execute on function app.no_rule_allows(text, text, text, text, text, text, integer, date) to relais_definer;

-- The second wall of the one door: what the web login adds is an answer that a rule can allow, of this moment, judged.
create function app.consent_is_judged() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare born integer;
  begin
    if not pg_catalog.pg_has_role(session_user, 'relais_web', 'usage')
      or pg_catalog.pg_has_role(session_user, 'relais_worker', 'usage') then return new; end if;
    select p.birth_year into born from app.people p where p.case_id = new.case_id and p.standing = 'PRINCIPAL';
    if new.rule is null or new.needs_review is not null or new.recorded_by is distinct from access.actor_id()
      or app.no_rule_allows(new.status, new.giver, new.legal_basis, new.purpose, new.reason, new.situation ->> 'capacity', born,
           new.given_at::date) is not null
      or (new.status <> 'REFUSED' and new.legal_basis in ('BEST_INTERESTS', 'LEGAL_OBL') and new.confirm_by is distinct from 'SUPERVISOR')
      or (new.status <> 'REFUSED' and new.legal_basis = 'VITAL' and new.confirm_by is distinct from 'COLLEAGUE')
      or (new.status = 'GIVEN' and new.giver <> 'SELF' and new.confirm_by is null) then
      raise exception 'no rule allows this answer' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
create trigger consent_is_judged before insert on app.consents for each row execute function app.consent_is_judged();

-- What stands between a referral and its consent: read at sending, when no application looks on. What waits for a
-- supervisor's own word may be prepared but not leave; a danger to life may leave as an emergency within its 24 hours.
create function app.consent_gap(referral app.referrals) returns text
  language sql stable security definer set search_path = ''
  as $$
    select coalesce((select case
        when c.needs_review is not null then 'NEEDS_REVIEW'
        when c.partner_code is distinct from referral.partner_code or c.service <> referral.service then 'OTHER'
        when c.status not in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') or c.withdrawn_at is not null then 'ENDED'
        when c.expires_on < (clock.casework_now())::date then 'EXPIRED'
        when not referral.facts <@ c.facts then 'FACTS'
        when app.no_rule_allows(c.status, c.giver, c.legal_basis, c.purpose, c.reason, c.situation ->> 'capacity', p.birth_year,
          c.given_at::date) is not null then 'NO_RULE'
        -- The newest answer decides: a no said since then, to this agency or for this service to anybody.
        when exists (select from app.consents n where n.case_id = c.case_id and n.id <> c.id and n.purpose = c.purpose
          and n.status in ('REFUSED', 'WITHDRAWN')
          and (n.partner_code is null or n.partner_code = referral.partner_code)
          and (n.service is null or n.service = referral.service)
          and greatest(n.given_at, n.withdrawn_at) >= c.given_at) then 'NEWER_NO'
        when f.says = 'NO' then 'UNCONFIRMED'
        when f.says is null and (c.confirm_by is not null or c.status = 'NOT_POSSIBLE')
          and referral.state <> 'PENDING_APPROVAL'
          and not (referral.emergency_path and c.confirm_by = 'COLLEAGUE'
            and c.given_at > clock.casework_now() - interval '24 hours') then 'UNCONFIRMED'
      end
      from app.consents c left join app.people p on p.case_id = c.case_id and p.standing = 'PRINCIPAL'
        left join app.consent_confirmations f on f.consent_id = c.id
      where c.id = referral.consent_id),
      case when not exists (select from app.consents c where c.id = referral.consent_id) then 'NONE' end) $$;

set role relais_definer;
create or replace function app.sending_problem(referral app.referrals) returns text
  language sql stable security definer set search_path = ''
  as $$
    select case
      when app.consent_gap(referral) is not null then 'COVER_GONE'
      when not exists (select from app.directory_entries d where d.partner_code = referral.partner_code
          and d.service = referral.service and d.office_id = referral.office_id and d.state = 'OPEN') then 'DIRECTORY_CLOSED'
      when not exists (select from app.partners p where p.code = referral.partner_code
          and p.agreement_from <= (clock.casework_now())::date
          and (p.agreement_until is null or p.agreement_until >= (clock.casework_now())::date)) then 'AGREEMENT_GONE'
    end $$;

-- An answer that no rule allows is nobody's agreement to be counted.
create or replace function report.consenting_cases() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select newest.case_id from (
      select distinct on (c.case_id) c.case_id, c.status, c.withdrawn_at, c.expires_on, c.needs_review from app.consents c
      where c.purpose = 'STATS' order by c.case_id, c.given_at desc, c.id) newest
    where newest.status in ('GIVEN', 'ASSENT') and newest.withdrawn_at is null and newest.needs_review is null
      and (newest.expires_on is null or newest.expires_on >= (clock.casework_now() at time zone 'Africa/Bamako')::date) $$;
reset role;

-- What waits to be confirmed by this person: a supervisor for best interests in their reach; for a danger to life any
-- other colleague of the casework teams, of any office, who sees age, sex, danger and what would leave, and no name.
create function app.consents_to_confirm() returns table (id uuid, kind text, sex text, birth_year integer, reason text,
    danger text, caregiver text, purpose text, partner text, service text, facts text[], recorded_at timestamptz,
    due_at timestamptz, recorder text, case_code text)
  language sql stable security definer set search_path = ''
  as $$
    select c.id, c.confirm_by, p.sex, p.birth_year::integer, c.reason, c.situation ->> 'danger', c.situation ->> 'caregiver',
      c.purpose, c.partner_code, c.service, c.facts, c.given_at,
      case when c.confirm_by = 'COLLEAGUE' then c.given_at + interval '24 hours' end, u.name,
      case when reach.mine then k.code end
    from app.consents c join app.cases k on k.id = c.case_id
      join app.people p on p.case_id = c.case_id and p.standing = 'PRINCIPAL'
      join access.users u on u.id = c.recorded_by
      cross join lateral (select c.case_id = any(array(select access.my_case_ids()))
        or (c.sensitivity = 'S3' and c.office_id = any(array(select access.supervised_offices()))) as mine) reach
    where c.confirm_by is not null and c.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') and c.needs_review is null
      and not exists (select from app.consent_confirmations f where f.consent_id = c.id)
      and c.recorded_by <> access.actor_id()
      and case when c.confirm_by = 'SUPERVISOR' then access.actor_role() = 'SUPERVISOR' and reach.mine
        else access.actor_role() in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER', 'SUPERVISOR') end
    order by c.given_at, c.id $$;
grant execute on function app.consents_to_confirm() to relais_web;

-- One person's own word on one of them. A no closes the slips at once and ends the consent: what left is recalled.
create function app.confirm_consent(consent uuid, word text) returns text
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare c app.consents; moment timestamptz := clock.casework_now();
  begin
    select x.* into c from app.consents x where x.id = consent for update;
    if c.id is null or not exists (select from app.consents_to_confirm() w where w.id = consent) then
      raise exception 'nothing to confirm for this person' using errcode = 'insufficient_privilege';
    end if;
    insert into app.consent_confirmations (consent_id, case_id, office_id, sensitivity, says, by_id, by_role, at)
      values (c.id, c.case_id, c.office_id, c.sensitivity, word, access.actor_id(), access.actor_role(), moment);
    if word = 'NO' then
      update app.shares s set ended_at = moment where s.consent_id = c.id and s.ended_at is null;
      update app.consents x set status = 'WITHDRAWN', withdrawn_at = moment, version = x.version + 1 where x.id = c.id;
    end if;
    -- The supervisor's task ends with the last answer that waited on this case.
    if not exists (select from app.consents o where o.case_id = c.case_id and o.confirm_by = c.confirm_by
        and o.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE')
        and not exists (select from app.consent_confirmations f where f.consent_id = o.id)) then
      update app.tasks t set state = 'DONE', done_by = access.actor_id(), done_at = moment, outcome = word
        where t.subject_id = c.case_id and t.state = 'OPEN'
          and t.kind = case when c.confirm_by = 'SUPERVISOR' then 'CONFIRM_BEST_INTERESTS' else 'CONFIRM_VITAL' end;
    end if;
    if word = 'NO' and exists (select from app.referrals r where r.consent_id = c.id and r.sent_at is not null) then
      insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, due_at, reason, opened_by)
        values ('REVIEW_CONSENT', 'case', c.case_id, c.case_id, c.office_id, c.sensitivity, moment + interval '24 hours', 'NOT_CONFIRMED',
          access.actor_id())
        on conflict (kind, subject_id) where state = 'OPEN' do update set reason = excluded.reason, due_at = excluded.due_at;
    end if;
    return word;
  end $$;
grant execute on function app.confirm_consent(uuid, text) to relais_web;

-- What was recorded before the rules. Every row that no rule allows is marked, and only those; the slips of each are
-- closed; each case has its task. A consent that could not be asked for waits for its colleague's own word.
select set_config('relais.maintenance', 'on', true);
alter table app.consents disable trigger user;
do $$
declare wanted integer; marked integer; closed integer; opened integer; cases integer; slips integer;
begin
  select count(*) into wanted from app.consents c left join app.people p on p.case_id = c.case_id and p.standing = 'PRINCIPAL'
    where app.no_rule_allows(c.status, c.giver, c.legal_basis, c.purpose, c.reason, null, p.birth_year, c.given_at::date) is not null;
  update app.consents c set needs_review = app.no_rule_allows(c.status, c.giver, c.legal_basis, c.purpose, c.reason, null,
      (select p.birth_year from app.people p where p.case_id = c.case_id and p.standing = 'PRINCIPAL'), c.given_at::date)
    where app.no_rule_allows(c.status, c.giver, c.legal_basis, c.purpose, c.reason, null,
      (select p.birth_year from app.people p where p.case_id = c.case_id and p.standing = 'PRINCIPAL'), c.given_at::date) is not null;
  get diagnostics marked = row_count;
  if marked <> wanted then raise exception '% consents marked for review of %', marked, wanted; end if;

  update app.consents c set confirm_by = 'COLLEAGUE' where c.status = 'NOT_POSSIBLE' and c.needs_review is null;

  select count(*) into slips from app.shares s join app.consents c on c.id = s.consent_id
    where c.needs_review is not null and s.ended_at is null;
  update app.shares s set ended_at = clock.casework_now() from app.consents c
    where c.id = s.consent_id and c.needs_review is not null and s.ended_at is null;
  get diagnostics closed = row_count;
  if closed <> slips then raise exception '% slips closed of %', closed, slips; end if;

  select count(distinct c.case_id) into cases from app.consents c where c.needs_review is not null;
  insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, due_at, reason)
    select 'REVIEW_CONSENT', 'case', k.id, k.id, k.office_id, k.sensitivity, null, 'NO_RULE'
    from app.cases k where exists (select from app.consents c where c.case_id = k.id and c.needs_review is not null);
  get diagnostics opened = row_count;
  if opened <> cases then raise exception '% reviews opened for % cases', opened, cases; end if;
end $$;
alter table app.consents enable trigger user;

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
alter function app.consent_is_judged() owner to relais_definer;
alter function app.consent_gap(app.referrals) owner to relais_definer;
alter function app.consents_to_confirm() owner to relais_definer;
alter function app.confirm_consent(uuid, text) owner to relais_definer;
