-- Sending, two minutes after approval, by the worker: no session, no key. Cover, agreement and directory are checked
-- again here; what fails goes back to the caseworker with the reason. Audited as the system, on behalf of the approver.

create function app.sending_problem(referral app.referrals) returns text
  language sql stable security definer set search_path = ''
  as $$
    select case
      when not exists (select from app.consents c where c.id = referral.consent_id and c.partner_code = referral.partner_code
          and c.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') and c.withdrawn_at is null
          and (c.service is null or c.service = referral.service)
          and (c.expires_on is null or c.expires_on >= (clock.casework_now())::date)
          and referral.facts <@ c.facts) then 'COVER_GONE'
      when not exists (select from app.directory_entries d where d.partner_code = referral.partner_code
          and d.service = referral.service and d.office_id = referral.office_id and d.state = 'OPEN') then 'DIRECTORY_CLOSED'
      when not exists (select from app.partners p where p.code = referral.partner_code
          and p.agreement_from <= (clock.casework_now())::date
          and (p.agreement_until is null or p.agreement_until >= (clock.casework_now())::date)) then 'AGREEMENT_GONE'
    end $$;

create function app.send_referral(referral_id uuid) returns text
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare r app.referrals; problem text; moment timestamptz := clock.casework_now();
  begin
    select x.* into r from app.referrals x where x.id = referral_id for update;
    -- Undone, withdrawn or cancelled in the meantime: nothing to send.
    if r.id is null or r.state <> 'APPROVED' then return 'NOT_APPROVED'; end if;
    problem := app.sending_problem(r);
    if r.approved_hash is distinct from r.payload_hash then problem := 'COVER_GONE'; end if;
    if problem is null then
      update app.referrals x set state = 'SENT', version = x.version + 1, last_verb = 'send', last_party = 'system',
        last_channel = 'APP', last_actor_id = null, last_at = moment, sent_at = moment, reason = null,
        due_kind = 'acknowledge', due_at = moment + case x.priority when 'EMERGENCY' then interval '4 hours'
          when 'URGENT' then interval '24 hours' else interval '48 hours' end
        where x.id = referral_id;
    else
      update app.referrals x set state = 'RETURNED', version = x.version + 1, last_verb = 'return', last_party = 'system',
        last_channel = 'APP', last_actor_id = null, last_at = moment, reason = problem, due_kind = null, due_at = null
        where x.id = referral_id;
    end if;
    perform audit.write(r.approved_by, 'referral.send', 'referral', referral_id::text, r.case_id,
      case when problem is null then 'done' else 'refused' end,
      case when problem is null then '{}' else '{"reason":"' || problem || '"}' end);
    return coalesce(problem, 'SENT');
  end $$;

-- Takes up to `most` due jobs; those of a crashed worker come again. A job that fails waits, longer each time, and does
-- not hold up the others.
create function jobs.run_due(most integer) returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare job jobs.outbox; done integer := 0;
  begin
    for job in select o.* from jobs.outbox o where o.done_at is null and o.task = 'send-referral'
        and o.run_at <= pg_catalog.now() order by o.run_at, o.id limit most for update skip locked loop
      begin
        update jobs.outbox o set done_at = pg_catalog.now(), attempts = o.attempts + 1,
          result = app.send_referral(job.subject_id) where o.id = job.id;
        done := done + 1;
      exception when others then
        update jobs.outbox o set attempts = o.attempts + 1, result = 'ERROR ' || sqlstate,
          run_at = pg_catalog.now() + least(interval '1 minute' * pg_catalog.power(2, o.attempts), interval '1 hour')
          where o.id = job.id;
      end;
    end loop;
    return done;
  end $$;

grant update on app.referrals to relais_definer;
create policy definer_sends on app.referrals for update to relais_definer using (true) with check (true);
grant execute on function jobs.run_due(integer) to relais_worker;

create function jobs.cancel(job_task text, subject uuid) returns void
  language sql volatile security definer set search_path = ''
  as $$ delete from jobs.outbox o where o.task = job_task and o.subject_id = subject and o.done_at is null
        -- Only what has just been taken back: an approved referral stays on its way.
        and not exists (select from app.referrals r where r.id = subject and r.state = 'APPROVED') $$;
grant execute on function jobs.cancel(text, uuid) to relais_web;

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
alter function app.sending_problem(app.referrals) owner to relais_definer;
alter function app.send_referral(uuid) owner to relais_definer;
alter function jobs.run_due(integer) owner to relais_definer;
alter function jobs.cancel(text, uuid) owner to relais_definer;
