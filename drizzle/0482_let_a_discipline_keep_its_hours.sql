-- What a discipline works with is read by whoever of it works on the case: its instruments (ruling 26), and the hours that it
-- keeps in court or at a registry. Until now such an hour was sealed like a note, with a key that somebody holds: who took a case
-- over read "Appointment", and a hearing went by. Its key is the discipline's own now, one a case. Decision record 131.
alter table vault.keys drop constraint keys_scope_check, drop constraint keys_part_check,
  add constraint keys_scope_check check (scope in ('CASE', 'ALERT', 'SHARE', 'PSEA', 'TRANSFER', 'ASSESSMENT', 'INCIDENT', 'DOCUMENT', 'WORK')),
  add constraint keys_part_check check (case scope
    when 'ASSESSMENT' then part in ('TEAM', 'SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER') and part is not null
    when 'INCIDENT' then part in ('INCIDENT', 'WORDS') and part is not null
    when 'WORK' then part in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER') and part is not null
    else part is null end);
create unique index one_work_key_a_discipline on vault.keys (case_id, part) where scope = 'WORK';
create policy discipline_opens_work on vault.keys for select to relais_web using (
  scope = 'WORK' and part = (select access.actor_role()) and case_id = any(array(select access.my_case_ids())));
create policy discipline_seals_work on vault.keys for insert to relais_web with check (
  scope = 'WORK' and part = (select access.actor_role()) and case_id = any(array(select access.my_case_ids())));

set role relais_definer;
create or replace function app.appointments_hold() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(app.case_in(new.case_id, 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE'), 'nobody meets on this case');
    if tg_op = 'INSERT' then
      perform app.must_hold(case when new.kind is null
        then exists (select from vault.keys k where k.id = new.key_id and k.scope = 'WORK' and k.case_id = new.case_id and k.part = access.actor_role())
        else app.is_case_key(new.key_id, new.case_id, 'TEAM') end, 'sealed with another key');
      perform app.must_hold(new.starts_at between (app.today()::timestamp at time zone 'UTC') and clock.casework_now() + interval '400 days', 'no believable day');
      perform app.must_hold(new.with_id is null or exists (select from app.case_members m where m.case_id = new.case_id and m.user_id = new.with_id
        and m.until is null and m.capacity in ('LEAD', 'MEMBER')), 'nobody of the team goes along');
      perform app.must_hold(new.moved_from is null or exists (select from app.appointments a where a.id = new.moved_from
        and a.case_id = new.case_id and a.state = 'PLANNED' and (a.kind is null) = (new.kind is null)), 'nothing was moved');
      return new;
    end if;
    perform app.must_hold(old.state = 'PLANNED' and case new.state
      when 'KEPT' then old.starts_at <= clock.casework_now()
      when 'MISSED' then old.starts_at <= clock.casework_now()
      when 'MOVED' then exists (select from app.appointments a where a.moved_from = new.id and app.is_now(a.booked_at))
      else new.state = 'CANCELLED' end, 'what this says has not happened');
    return new;
  end $$;
reset role;
