-- An age corrected to a child's, or from one, may leave no rule that allows an answer. The page said so and nothing followed: the
-- agency went on reading, the answer went on counting, nobody had it to do. Now the answer waits to be asked again as the ones from
-- before the rules do (0030): it covers nothing new, agencies stop reading, the supervision has the task. Corrected back, a slip
-- of the hand leaves no trace. Decision record 113.
create policy definer_reads_again on app.shares for update to relais_definer using (ended_by = 'REVIEW')
  with check (ended_at is null and ended_by is null);

create function app.age_reviews_answers() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare moment timestamptz := clock.casework_now(); file app.cases;
    -- Of the person, whichever of their files they were asked on.
    files uuid[] := array(select d.id from app.cases d where new.case_id in (d.id, d.merged_into));
  begin
    update app.consents c set needs_review = app.no_rule_allows(c.status, c.giver, c.legal_basis, c.purpose, c.reason,
        c.situation ->> 'capacity', new.birth_year, c.given_at::date)
      where c.case_id = any(files) and c.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE')
        and c.needs_review is distinct from app.no_rule_allows(c.status, c.giver, c.legal_basis, c.purpose, c.reason,
          c.situation ->> 'capacity', new.birth_year, c.given_at::date)
        -- What was marked for another reason is not a matter of age.
        and (c.needs_review is null or c.needs_review in ('CHILD_ALONE', 'ADULT_BY_ANOTHER'));
    -- Reading ends with the change, and begins again where that change is taken back.
    update app.shares s set ended_at = moment, ended_by = 'REVIEW' from app.consents c
      where c.id = s.consent_id and c.case_id = any(files) and c.needs_review is not null and s.ended_at is null;
    update app.shares s set ended_at = null, ended_by = null from app.consents c
      where c.id = s.consent_id and c.case_id = any(files) and c.needs_review is null and c.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE')
        and c.withdrawn_at is null and s.ended_by = 'REVIEW'
        and not exists (select from app.shares o where o.referral_id = s.referral_id and o.stage = s.stage and o.ended_at is null);
    select c.* into file from app.cases c where c.id = new.case_id;
    if file.state = 'DRAFT' then return null; end if;
    if exists (select from app.consents c where c.case_id = new.case_id and c.needs_review is not null
        and not exists (select from app.consents n where n.case_id = c.case_id and n.given_at > c.given_at and n.purpose = c.purpose
          and n.partner_code is not distinct from c.partner_code
            and (n.service is null or n.service is not distinct from c.service) and n.needs_review is null)) then
      insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, due_at, reason)
        values ('REVIEW_CONSENT', 'case', file.id, file.id, file.office_id, file.sensitivity, moment + interval '24 hours', 'NO_RULE')
        on conflict (kind, subject_id) where state = 'OPEN' do nothing;
    else
      update app.tasks t set state = 'DROPPED', done_by = access.actor_id(), done_at = moment, outcome = 'CORRECTED'
        where t.kind = 'REVIEW_CONSENT' and t.subject_id = file.id and t.state = 'OPEN' and t.reason = 'NO_RULE';
    end if;
    return null;
  end $$;
create trigger x_age_reviews_answers after update of birth_year on app.people for each row
  when (new.standing = 'PRINCIPAL' and old.birth_year is distinct from new.birth_year) execute function app.age_reviews_answers();
revoke execute on function app.age_reviews_answers() from public;
alter function app.age_reviews_answers() owner to relais_definer;

-- A new yes carries what an answer that waited to be asked again had let go: the agency reads on from there.
set role relais_definer;
create or replace function app.carry_over(consent uuid) returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare c app.consents; r uuid; carried integer := 0; fresh boolean; asked_again constant text[] := array['CHILD_ALONE', 'ADULT_BY_ANOTHER', 'NEWER_NO'];
  begin
    select x.* into c from app.consents x where x.id = consent;
    select x.xmin = pg_catalog.pg_current_xact_id()::xid into fresh from app.consents x where x.id = consent;
    if not coalesce(c.recorded_by = access.actor_id() and (app.is_now(c.given_at) or fresh), false)
      and not exists (select from app.consent_confirmations f where f.consent_id = c.id and f.by_id = access.actor_id()
        and app.is_now(f.at)) then
      raise exception 'not an answer of this moment' using errcode = 'insufficient_privilege';
    end if;
    if c.partner_code is null or not app.consent_stands(c.id)
      or ((c.confirm_by is not null or c.status = 'NOT_POSSIBLE') and not exists (
        select from app.consent_confirmations f where f.consent_id = c.id and f.says = 'YES')) then
      return 0;
    end if;
    update app.shares s set ended_at = null, ended_by = null from app.referrals x join app.consents o on o.id = x.consent_id
      where s.referral_id = x.id and s.consent_id = o.id and s.ended_by = 'REVIEW' and o.needs_review = any(asked_again)
        and x.case_id = c.case_id and x.partner_code = c.partner_code and x.sent_at is not null and x.facts <@ c.facts
        and app.service_covers(app.consent_reach(c.purpose, c.service), x.service) and app.same_kind(o.purpose, c.purpose)
        and o.given_at <= c.given_at;
    for r in select x.id from app.referrals x join app.consents o on o.id = x.consent_id
        join app.act_rules a on a.act = 'renew' and a.state = x.state
        where x.case_id = c.case_id and x.partner_code = c.partner_code
          and app.service_covers(app.consent_reach(c.purpose, c.service), x.service)
          and x.sent_at is not null and x.facts <@ c.facts and o.id <> c.id and app.same_kind(o.purpose, c.purpose)
          and o.given_at <= c.given_at
          and o.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') and o.withdrawn_at is null
          and (o.needs_review is null or o.needs_review = any(asked_again))
          and app.is_shared(x)
        order by x.id for update of x loop
      update app.referrals x set consent_id = c.id, version = x.version + 1, last_verb = 'renew', last_party = 'system',
        last_channel = 'APP', last_actor_id = null, last_at = clock.casework_now() where x.id = r;
      update app.shares s set consent_id = c.id, until = c.expires_on where s.referral_id = r and s.ended_at is null;
      carried := carried + 1;
    end loop;
    return carried;
  end $$;
reset role;
