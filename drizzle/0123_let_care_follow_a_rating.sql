-- What has to be done in time after a rating follows from the rating, and ends by the team's own word; what a supervisor
-- looks at has its limit.
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
      when 'TOLD' then true
      else false end;
  end $$;
reset role;
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
  ('SEE_LOWER_RISK', 'OPEN', 'case', 'team', 'RATED_LOWER', '{}', null, 24),
  ('SEE_LOWER_RISK', 'DROPPED', 'case', 'team', 'RATED_AS_PROPOSED', '{}', '{AS_PROPOSED}', null),
  ('SEE_DANGER', 'OPEN', 'case', 'team', 'DANGER_RAISED', '{}', null, 4),
  ('CALLED_ANYWAY', 'OPEN', 'case', 'team', 'CALLED', '{}', '{}', 24),
  ('SEE_LOWER_RISK', 'DONE', 'case', 'supervisor', 'LOOKED', '{}', '{SEEN}', null),
  ('SEE_DANGER', 'DONE', 'case', 'supervisor', 'LOOKED', '{}', '{SEEN}', null),
  ('CALLED_ANYWAY', 'DONE', 'case', 'supervisor', 'LOOKED', '{}', '{SEEN}', null),
  ('CARE_PEP', 'OPEN', 'case', 'team', 'RATED', '{}', '{}', 120),
  ('CARE_PEP', 'DONE', 'case', 'team', 'TOLD', '{}', '{SERVICE,MET,SAID_DONE}', null),
  ('CARE_EC', 'OPEN', 'case', 'team', 'RATED', '{}', '{}', 120),
  ('CARE_EC', 'DONE', 'case', 'team', 'TOLD', '{}', '{SERVICE,MET,SAID_DONE}', null),
  ('CARE_INJURY', 'OPEN', 'case', 'team', 'RATED', '{}', '{}', 120),
  ('CARE_INJURY', 'DONE', 'case', 'team', 'TOLD', '{}', '{SERVICE,MET,SAID_DONE}', null),
  ('SEE_PERSON', 'OPEN', 'case', 'team', 'RATED', '{}', '{}', 120),
  ('SEE_PERSON', 'DONE', 'case', 'team', 'TOLD', '{}', '{SERVICE,MET,SAID_DONE}', null),
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
  ('CARE_PEP', 'DROPPED', 'case', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('CARE_PEP', 'DROPPED', 'referral', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('CARE_EC', 'DROPPED', 'case', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('CARE_EC', 'DROPPED', 'referral', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('CARE_INJURY', 'DROPPED', 'case', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('CARE_INJURY', 'DROPPED', 'referral', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('SEE_PERSON', 'DROPPED', 'case', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('SEE_PERSON', 'DROPPED', 'referral', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('CONFIRM_BEST_INTERESTS', 'DROPPED', 'case', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('CONFIRM_BEST_INTERESTS', 'DROPPED', 'referral', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('CONFIRM_VITAL', 'DROPPED', 'case', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('CONFIRM_VITAL', 'DROPPED', 'referral', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('REVIEW_CONSENT', 'DROPPED', 'case', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('REVIEW_CONSENT', 'DROPPED', 'referral', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('SEE_LOWER_RISK', 'DROPPED', 'case', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('SEE_LOWER_RISK', 'DROPPED', 'referral', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null);
select set_config('relais.maintenance', '', true);
