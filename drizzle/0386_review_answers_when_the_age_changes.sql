-- An age corrected to a child's, or from one, may leave no rule that allows an answer. The page said so and nothing followed: the
-- agency went on reading, the answer went on counting, nobody had it to do. Now the answer waits to be asked again as the ones from
-- before the rules do (0030): it covers nothing new, agencies stop reading, the supervision has the task. Corrected back, a slip
-- of the hand leaves no trace. Decision record 113.
grant update (needs_review) on app.consents to relais_definer;
create policy definer_reviews on app.consents for update to relais_definer
  using (status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE')) with check (status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE'));
create policy definer_reads_again on app.shares for update to relais_definer using (ended_at is not null)
  with check (ended_at is null and exists (select from app.people p where p.case_id = shares.case_id and p.standing = 'PRINCIPAL'
    and app.is_now(p.changed_at)));

create function app.age_reviews_answers() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare moment timestamptz := clock.casework_now(); file app.cases;
  begin
    update app.consents c set needs_review = app.no_rule_allows(c.status, c.giver, c.legal_basis, c.purpose, c.reason,
        c.situation ->> 'capacity', new.birth_year, c.given_at::date)
      where c.case_id = new.case_id and c.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE')
        and c.needs_review is distinct from app.no_rule_allows(c.status, c.giver, c.legal_basis, c.purpose, c.reason,
          c.situation ->> 'capacity', new.birth_year, c.given_at::date)
        -- What was marked for another reason is not a matter of age.
        and (c.needs_review is null or c.needs_review in ('CHILD_ALONE', 'ADULT_BY_ANOTHER'));
    -- Reading ends with the change, and begins again where that change is taken back.
    update app.shares s set ended_at = moment from app.consents c
      where c.id = s.consent_id and c.case_id = new.case_id and c.needs_review is not null and s.ended_at is null;
    update app.shares s set ended_at = null from app.consents c
      where c.id = s.consent_id and c.case_id = new.case_id and c.needs_review is null and c.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') and c.withdrawn_at is null
        and s.ended_at is not null and exists (select from app.case_changes x where x.case_id = new.case_id and x.at = s.ended_at
          and x.changed ? 'birth_year')
        and not exists (select from app.shares o where o.referral_id = s.referral_id and o.stage = s.stage and o.ended_at is null);
    select c.* into file from app.cases c where c.id = new.case_id;
    if file.state = 'DRAFT' then return null; end if;
    if exists (select from app.consents c where c.case_id = new.case_id and c.needs_review is not null
        and not exists (select from app.consents n where n.case_id = c.case_id and n.given_at > c.given_at and n.purpose = c.purpose
          and n.partner_code is not distinct from c.partner_code and n.needs_review is null)) then
      insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, due_at, reason)
        values ('REVIEW_CONSENT', 'case', file.id, file.id, file.office_id, file.sensitivity, moment + interval '24 hours', 'NO_RULE')
        on conflict (kind, subject_id) where state = 'OPEN' do nothing;
    else
      update app.tasks t set state = 'DROPPED', done_by = access.actor_id(), done_at = moment, outcome = 'CORRECTED'
        where t.kind = 'REVIEW_CONSENT' and t.subject_id = file.id and t.state = 'OPEN';
    end if;
    return null;
  end $$;
create trigger x_age_reviews_answers after update of birth_year on app.people for each row
  when (new.standing = 'PRINCIPAL' and old.birth_year is distinct from new.birth_year) execute function app.age_reviews_answers();
revoke execute on function app.age_reviews_answers() from public;
alter function app.age_reviews_answers() owner to relais_definer;
