-- An hour of a discipline is sealed with the key of its work (0482), and moved it stays under it. Decision record 131.
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
        and a.case_id = new.case_id and a.state = 'PLANNED' and (a.kind is null) = (new.kind is null)
        and (new.kind is not null or a.key_id = new.key_id)), 'nothing was moved');
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
