-- At night no message leaves, but of an emergency and of harm; which limit passed is said; a second reminder within its time is refused
-- by the database too. Decision record 161.
set constraints all immediate;
select set_config('relais.maintenance', 'on', true);
-- Hours of the day, in Mali's time: nothing leaves from the first to the second. The same twice: messages leave at any hour.
insert into app.settings (key, value, unit) values ('notice.quiet-from', 21, 'HOURS'), ('notice.quiet-until', 6, 'HOURS')
on conflict (key) do nothing;
-- Which limit, of what passes one.
alter table app.notices add column clock text generated always as (case when event like 'clock.%' then split_part(key, '/', 3) end) stored;
-- Whether a reader is told at night as well.
alter table app.notice_choices add column night boolean not null default false;
select set_config('relais.maintenance', '', true);
grant update (night) on app.notice_choices to relais_definer;
grant select (clock) on app.notices to relais_web;

set role relais_definer;
create function app.quiet_until(moment timestamptz) returns timestamptz
  language sql stable security definer set search_path = ''
  as $$ select case when f = u then null
      when f < u and t >= f and t < u then (d + u) at time zone 'UTC'
      when f > u and t >= f then (d + interval '1 day' + u) at time zone 'UTC'
      when f > u and t < u then (d + u) at time zone 'UTC' end
    from (select pg_catalog.date_trunc('day', moment at time zone 'UTC') as d, (moment at time zone 'UTC') - pg_catalog.date_trunc('day', moment at time zone 'UTC') as t,
      app.setting('notice.quiet-from') as f, app.setting('notice.quiet-until') as u) x $$;
-- Leaves at any hour: an emergency, harm, and whatever its reader wants so.
create function app.wakes(n app.notices) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from app.notice_rules r where r.event = n.event and r.about in ('EMERGENCY', 'HARM'))
    or exists (select from app.referrals r where r.id = n.referral_id and r.priority = 'EMERGENCY')
    or exists (select from app.notice_choices c where c.line = app.notice_line(n) and c.night) $$;

do $$
declare said text; now_said text;
begin
  said := pg_get_functiondef('jobs.take_notice(bigint)'::regprocedure);
  now_said := replace(said, 'of_line := app.notice_line(n);', 'of_line := app.notice_line(n);
    if app.quiet_until(moment) is not null and not app.wakes(n) then
      perform jobs.again(job, app.quiet_until(moment) - moment, 0);
      return query select ''LATER'', null::uuid, null::text[], null::text[]; return;
    end if;');
  if now_said = said then raise exception 'jobs.take_notice is not as it was understood'; end if;
  execute now_said;
  -- A letter that waits for the morning is not one that never left.
  said := pg_get_functiondef('jobs.end_links(bigint)'::regprocedure);
  now_said := replace(said, 'n.due_at < clock.casework_now() - interval ''15 minutes''',
    'coalesce(case when not app.wakes(n) then app.quiet_until(n.due_at) end, n.due_at) < clock.casework_now() - interval ''15 minutes''');
  if now_said = said then raise exception 'jobs.end_links is not as it was understood'; end if;
  execute now_said;
end $$;

drop function app.my_notice_choices();
create function app.my_notice_choices() returns table (phone text, ways jsonb, failed boolean, night boolean)
  language sql stable security definer set search_path = ''
  as $$ select coalesce(c.phone, ''), coalesce(c.ways, '{}'), coalesce((select x.state = 'FAILED' from app.notices x
      where app.notice_line(x) = l.line and (x.to_user = access.actor_id() or x.base_id is not null) and x.state in ('SENT', 'FAILED')
      order by x.made_at desc, x.id limit 1), false), coalesce(c.night, false)
    from (select app.my_line() as line) l left join app.notice_choices c on c.line = l.line where l.line is not null $$;
create function app.choose_nights(at_night boolean) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    update app.notice_choices c set night = at_night where c.line = app.my_line();
  end $$;

-- A reminder too soon after the last: whatever the program thought.
create function app.reminders_rest() returns trigger
  language plpgsql stable security definer set search_path = ''
  as $$ begin
    perform app.must_hold(not exists (select from app.referral_events e where e.referral_id = new.id and e.verb = 'remind'
      and e.at > clock.casework_now() - app.setting('notice.again')), 'reminded a short while ago');
    return new;
  end $$;

revoke execute on function app.quiet_until(timestamptz), app.wakes(app.notices), app.my_notice_choices(), app.choose_nights(boolean), app.reminders_rest() from public;
grant execute on function app.my_notice_choices(), app.choose_nights(boolean) to relais_web, relais_partner;
grant execute on function app.reminders_rest() to relais_owner;
reset role;
create trigger reminders_rest before update on app.referrals for each row
  when (new.version <> old.version and new.last_verb = 'remind' and access.writes_itself()) execute function app.reminders_rest();
set role relais_definer;
revoke execute on function app.reminders_rest() from relais_owner;
reset role;

drop function app.my_notices();
create function app.my_notices() returns table (id uuid, event text, referral_id uuid, made_at timestamptz, read_at timestamptz, clock text)
  language sql stable set search_path = ''
  as $$ select n.id, n.event, n.referral_id, n.made_at, n.read_at, n.clock from app.notices n
    where n.to_user = (select access.actor_id()) and n.made_at > clock.casework_now() - interval '30 days'
    order by n.made_at desc, n.id limit 100 $$;
revoke execute on function app.my_notices() from public;
grant execute on function app.my_notices() to relais_web;
