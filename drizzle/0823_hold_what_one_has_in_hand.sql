-- Several focal points of one base: one of them has a referral in hand at a time, and whoever sent it reads who. Nobody is held back from
-- answering: silence is worse than two who look. Who is away holds nothing; that everybody of a base is away is said to the team.
-- Decision record 160.
create table app.receiving_hands (
  id uuid primary key default gen_random_uuid(),
  referral_id uuid not null references app.referrals on delete cascade,
  user_id uuid not null references access.users,
  taken_at timestamptz not null,
  ended_at timestamptz check (ended_at >= taken_at),
  ended_how text check (ended_how in ('LET_GO', 'AWAY', 'DEACTIVATED', 'OVER')),
  check ((ended_at is null) = (ended_how is null))
);
create unique index one_hand on app.receiving_hands (referral_id) where ended_at is null;
create index hands_of_user on app.receiving_hands (user_id) where ended_at is null;
alter table app.receiving_hands enable row level security;
alter table app.receiving_hands force row level security;
create policy owner_maintains on app.receiving_hands to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
grant select, insert, update (ended_at, ended_how) on app.receiving_hands to relais_definer;
create policy definer_reads on app.receiving_hands for select to relais_definer using (true);
create policy definer_takes on app.receiving_hands for insert to relais_definer with check (ended_at is null);
create policy definer_ends on app.receiving_hands for update to relais_definer using (ended_at is null) with check (ended_at is not null);

-- One's own absence, for whoever has an account of an agency.
create policy definer_drops_own on app.leaves for delete to relais_definer using (user_id = access.actor_id());

set role relais_definer;
-- Somebody of a base that receives this referral, working there now: active, and not by a link.
create function app.receives_it(r app.referrals, person uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from access.users u join app.partner_bases b on b.id = u.base_id where u.id = person and u.active
    and u.role = 'PARTNER_FP' and not u.by_link and b.partner_code = r.partner_code and coalesce(r.base_office_id, r.office_id) = any(b.offices)) $$;
create function app.is_away(person uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from app.leaves l where l.user_id = person and app.today() between l.from_on and l.to_on) $$;

-- Takes it in hand. `taken`: a colleague who is there was quicker; `gone`: nothing of it is read here any more; `back`: whoever was noted
-- away takes it, and is not away any more.
create function app.take_received(of_referral uuid) returns text
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare me uuid := access.actor_id(); r app.referrals; moment timestamptz := clock.casework_now();
  begin
    if access.login() is distinct from 'partner' or access.my_link() is not null then return 'gone'; end if;
    -- Held: a recall in the same moment comes before, and nothing is taken, or after, and ends what was.
    select x.* into r from app.referrals x where x.id = of_referral and x.partner_code = access.my_partner() for update;
    if r.id is null or not app.receives_it(r, me) or not app.link_reads(r) then return 'gone'; end if;
    update app.receiving_hands h set ended_at = greatest(h.taken_at, moment), ended_how = 'AWAY'
      where h.referral_id = of_referral and h.ended_at is null and (app.is_away(h.user_id) or not app.receives_it(r, h.user_id)) and h.user_id <> me;
    insert into app.receiving_hands (referral_id, user_id, taken_at) values (of_referral, me, moment)
      on conflict (referral_id) where ended_at is null do nothing;
    if not found and not exists (select from app.receiving_hands h where h.referral_id = of_referral and h.ended_at is null and h.user_id = me) then
      return 'taken'; end if;
    delete from app.leaves l where l.user_id = me and app.today() between l.from_on and l.to_on;
    return case when found then 'back' else 'done' end;
  end $$;
create function app.let_go_received(of_referral uuid) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    update app.receiving_hands h set ended_at = greatest(h.taken_at, clock.casework_now()), ended_how = 'LET_GO'
      where h.referral_id = of_referral and h.ended_at is null and h.user_id = access.actor_id();
    return found;
  end $$;

-- Who has it in hand, and whether anybody is there: for the base that received it and for whoever works on its case. `back`: the first day
-- on which somebody of the base is there again, where nobody is.
create function app.hand_of(of_referral uuid) returns json
  language sql stable security definer set search_path = ''
  as $$
    select pg_catalog.json_build_object('name', u.name, 'since', h.taken_at, 'mine', coalesce(h.user_id = access.actor_id(), false),
        'away', access.login() = 'partner' and app.is_away(access.actor_id()),
        'there', p.there, 'people', p.people, 'back', case when p.people > 0 and p.there = 0 then p.back end)
    from app.referrals r
      left join app.receiving_hands h on h.referral_id = r.id and h.ended_at is null and app.receives_it(r, h.user_id) and not app.is_away(h.user_id)
      left join access.users u on u.id = h.user_id
      cross join lateral (select count(*)::integer as people, (count(*) filter (where not app.is_away(x.id)))::integer as there,
          min((select max(l.to_on) + 1 from app.leaves l where l.user_id = x.id and app.today() between l.from_on and l.to_on)) as back
        from access.users x join app.partner_bases b on b.id = x.base_id where b.partner_code = r.partner_code and x.active and not x.by_link
          and coalesce(r.base_office_id, r.office_id) = any(b.offices)) p
    where r.id = of_referral and r.sent_at is not null and app.link_reads(r) and case access.login()
      when 'partner' then access.my_link() is null and app.receives_it(r, access.actor_id())
      else pg_catalog.cardinality(access.parties(r.case_id, r.office_id, r.sensitivity)) > 0 end $$;

-- When somebody of a base is away: one's own word, of oneself. Whoever leaves today has nothing in hand any more.
create function app.note_own_leave(first_day date, last_day date) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare me uuid := access.actor_id();
  begin
    if access.login() is distinct from 'partner' or access.my_link() is not null or last_day < app.today() or last_day < first_day
      or first_day < app.today() - 31 or last_day - first_day > 365 then return false; end if;
    delete from app.leaves l where l.user_id = me;
    insert into app.leaves (user_id, from_on, to_on, recorded_by) values (me, first_day, last_day, me);
    update app.receiving_hands h set ended_at = greatest(h.taken_at, clock.casework_now()), ended_how = 'AWAY'
      where h.user_id = me and h.ended_at is null and app.is_away(me);
    return true;
  end $$;
create function app.drop_own_leave() returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    if access.login() is distinct from 'partner' or access.my_link() is not null then return false; end if;
    delete from app.leaves l where l.user_id = access.actor_id();
    return found;
  end $$;
-- Who works at one's base, and until when each is away.
create function app.my_base_people() returns table (id uuid, name text, mine boolean, from_on date, to_on date)
  language sql stable security definer set search_path = ''
  as $$ select u.id, u.name, u.id = me.id, l.from_on, l.to_on from access.users me join access.users u on u.base_id = me.base_id and u.active and not u.by_link
      left join lateral (select x.from_on, x.to_on from app.leaves x where x.user_id = u.id and x.to_on >= app.today() order by x.from_on limit 1) l on true
    where me.id = access.actor_id() and me.role = 'PARTNER_FP' and not me.by_link and access.login() = 'partner'
    order by u.name, u.id $$;

-- Whoever answers has it in hand, where nobody has; what is over is in nobody's hand.
create function app.hands_follow() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    if not app.link_reads(new) then
      update app.receiving_hands h set ended_at = greatest(h.taken_at, clock.casework_now()), ended_how = 'OVER'
        where h.referral_id = new.id and h.ended_at is null;
    elsif new.last_party = 'partner' and app.is_now(new.last_at) and app.receives_it(new, new.last_actor_id) then
      insert into app.receiving_hands (referral_id, user_id, taken_at) values (new.id, new.last_actor_id, clock.casework_now())
        on conflict (referral_id) where ended_at is null do nothing;
    end if;
    return null;
  end $$;
create function app.hands_end() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    update app.receiving_hands h set ended_at = greatest(h.taken_at, clock.casework_now()), ended_how = 'DEACTIVATED'
      where h.user_id = new.id and h.ended_at is null;
    return null;
  end $$;

revoke execute on function app.receives_it(app.referrals, uuid), app.is_away(uuid), app.take_received(uuid), app.let_go_received(uuid), app.hand_of(uuid),
  app.note_own_leave(date, date), app.drop_own_leave(), app.my_base_people(), app.hands_follow(), app.hands_end() from public;
grant execute on function app.take_received(uuid), app.let_go_received(uuid), app.hand_of(uuid), app.note_own_leave(date, date),
  app.drop_own_leave(), app.my_base_people() to relais_partner;
grant execute on function app.hand_of(uuid) to relais_web;
grant execute on function app.hands_follow(), app.hands_end() to relais_owner;
reset role;
create constraint trigger zz_hands_follow after update on app.referrals deferrable initially deferred for each row
  when (old.version <> new.version) execute function app.hands_follow();
create trigger zz_hands_end after update of active, base_id on access.users for each row
  when ((old.active and not new.active) or old.base_id is distinct from new.base_id) execute function app.hands_end();
set role relais_definer;
revoke execute on function app.hands_follow(), app.hands_end() from relais_owner;
reset role;
