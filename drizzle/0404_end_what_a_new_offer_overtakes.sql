-- "The transfer was refused: decide what follows" stood on after the case was offered again, and travelled with it to the team that
-- took it. A new offer is what follows.
create function app.offer_overtakes() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    update app.tasks t set state = 'DONE', done_by = access.actor_id(), done_at = clock.casework_now(), outcome = 'OFFERED_AGAIN'
      where t.case_id = new.case_id and t.state = 'OPEN' and t.kind in ('TRANSFER_REFUSED', 'SEE_TRANSFER_REFUSED');
    return null;
  end $$;
create trigger offer_overtakes after insert on app.case_transfers for each row execute function app.offer_overtakes();
revoke execute on function app.offer_overtakes() from public;
alter function app.offer_overtakes() owner to relais_definer;

-- Where the person takes back the yes on which an agency was asked, somebody has to tell the agency: it holds no account to read it in.
select set_config('relais.maintenance', 'on', true);
insert into app.task_kinds (kind, side, by_partner, ends_with_consent, ends_with_case) values ('TELL_AGENCY', 'TEAM', false, false, true);
select set_config('relais.maintenance', '', true);
set role relais_definer;
create or replace function app.transfer_loses_consent() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare c app.cases;
  begin
    update app.case_transfers t set state = 'ENDED', answered_at = coalesce(t.answered_at, clock.casework_now()), version = t.version + 1
      where t.case_id = new.case_id and t.kind = 'EXTERNAL' and t.partner_code = new.partner_code and t.state in ('OFFERED', 'ACCEPTED');
    if found then
      select k.* into c from app.cases k where k.id = new.case_id;
      perform app.end_transfer_task(c.id, 'TRANSFER_WAITS', 'DROPPED', 'CONSENT_WITHDRAWN');
      perform app.end_transfer_task(c.id, 'HAND_OUT', 'DROPPED', 'CONSENT_WITHDRAWN');
      perform app.note_transfer(c, 'end-transfer', 'system', 'CONSENT_WITHDRAWN');
      insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, holder_id, due_at, reason, opened_by)
        values ('TELL_AGENCY', 'case', c.id, c.id, c.office_id, c.sensitivity, c.lead_id, clock.casework_now() + interval '24 hours',
          'CONSENT_WITHDRAWN', access.actor_id())
        on conflict (kind, subject_id) where state = 'OPEN' do nothing;
    end if;
    return null;
  end $$;
reset role;
