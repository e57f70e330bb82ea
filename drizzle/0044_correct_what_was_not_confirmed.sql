-- Rows that were wrong by the rules of the release before: VERIFIED although the person had said "no" becomes CONTESTED,
-- with an event of its own; whoever said they were harmed is heard now. Received but harmed stays VERIFIED. What the
-- partner reads is not prolonged: its days count from the verification on.

select set_config('relais.maintenance', 'on', true);
alter table app.referrals disable trigger user;
do $$
declare moment timestamptz := clock.casework_now(); wrong integer; corrected integer; told integer; harmed integer; heard integer;
begin
  select count(*) into wrong from app.referrals r join app.verifications v on v.referral_id = r.id
    where r.state = 'VERIFIED' and v.received = 'NO';
  insert into app.referral_events (referral_id, verb, from_state, to_state, at, actor_id, party, channel, reason, version)
    select r.id, 'correct', 'VERIFIED', 'CONTESTED', moment, null, 'system', 'APP', null, r.version + 1
    from app.referrals r join app.verifications v on v.referral_id = r.id where r.state = 'VERIFIED' and v.received = 'NO';
  get diagnostics told = row_count;
  update app.referrals r set state = 'CONTESTED', version = r.version + 1, last_verb = 'correct', last_party = 'system',
      last_channel = 'APP', last_actor_id = null, last_at = moment, reason = null, ended_at = null,
      due_kind = 'follow-on', due_at = moment + app.setting('referral.' || r.priority || '.follow-on')
    from app.verifications v where v.referral_id = r.id and r.state = 'VERIFIED' and v.received = 'NO';
  get diagnostics corrected = row_count;
  if corrected <> wrong or told <> wrong then
    raise exception 'corrected % of % referrals, % told in their history', corrected, wrong, told;
  end if;

  insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, due_at)
    select 'NOT_CONFIRMED', 'referral', r.id, r.case_id, r.office_id, r.sensitivity, r.due_at
    from app.referrals r where r.state = 'CONTESTED' and r.last_verb = 'correct';
  get diagnostics told = row_count;
  if told <> wrong then raise exception 'opened % tasks of %', told, wrong; end if;

  select count(*) into harmed from app.verifications v where v.harm = 'YES';
  insert into app.harm_reports (id, referral_id, case_id, office_id, sensitivity, kind, reported_by, reported_at, verification_id)
    select gen_random_uuid(), r.id, r.case_id, r.office_id, r.sensitivity, 'OTHER', v.asked_by, moment, v.id
    from app.verifications v join app.referrals r on r.id = v.referral_id where v.harm = 'YES';
  get diagnostics heard = row_count;
  if heard <> harmed then raise exception 'heard % of % harms', heard, harmed; end if;
  insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, due_at, reason)
    select 'HARM', 'referral', h.referral_id, h.case_id, h.office_id, h.sensitivity, h.due_at, h.kind
    from app.harm_reports h;
  get diagnostics told = row_count;
  if told <> harmed then raise exception 'opened % tasks of % harms', told, harmed; end if;
end $$;
alter table app.referrals enable trigger user;

-- The log says it too, without an actor: nobody of today did it.
set role relais_definer;
select audit.write(null, 'referral.correct', 'referral', r.id::text, r.case_id, 'done', '{"rule":"not-received"}')
  from app.referrals r where r.last_verb = 'correct';
reset role;
