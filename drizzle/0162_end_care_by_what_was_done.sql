-- Care in time ends by the team's own word, and by "helped" or "met" only where that help or that meeting is written in the
-- same moment: a meeting is no medicine, and a help of another service neither.
grant select (case_id, given_by, recorded_at, service) on app.assistance to relais_definer;
grant select (case_id, written_by, written_at) on app.notes to relais_definer;
create policy definer_sees_this_moment on app.notes for select to relais_definer
  using (written_by = (select access.actor_id()) and app.is_now(written_at));
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
      when 'TOLD' then true
      else false end;
  end $$;
reset role;
select set_config('relais.maintenance', 'on', true);
delete from app.task_rules where cause = 'TOLD' and kind in ('CARE_PEP', 'CARE_EC', 'CARE_INJURY', 'SEE_PERSON');
insert into app.task_rules (kind, deed, subject_type, party, cause, verbs, codes, within_hours) values
  ('CARE_PEP', 'DONE', 'case', 'team', 'TOLD', '{}', '{SAID_DONE}', null),
  ('CARE_PEP', 'DONE', 'case', 'team', 'HELPED', '{MED_CMR}', '{SERVICE}', null),
  ('CARE_EC', 'DONE', 'case', 'team', 'TOLD', '{}', '{SAID_DONE}', null),
  ('CARE_EC', 'DONE', 'case', 'team', 'HELPED', '{MED_CMR}', '{SERVICE}', null),
  ('CARE_INJURY', 'DONE', 'case', 'team', 'TOLD', '{}', '{SAID_DONE}', null),
  ('CARE_INJURY', 'DONE', 'case', 'team', 'HELPED', '{MED_CMR,MED_CONS,MED_HOSP}', '{SERVICE}', null),
  ('SEE_PERSON', 'DONE', 'case', 'team', 'TOLD', '{}', '{SAID_DONE}', null),
  ('SEE_PERSON', 'DONE', 'case', 'team', 'MET', '{}', '{MET}', null);
select set_config('relais.maintenance', '', true);
