-- A view of the case list that somebody comes back to: which cases, in which order, under one of a few names. It holds codes and
-- the ids of colleagues and offices only, so that nothing in it can tell who is helped. One's own, or an office's, which its
-- supervisor keeps for everybody there. What it opens is decided by who opens it.
create table app.case_views (
  id uuid primary key default gen_random_uuid(),
  owner_id uuid references access.users,
  office_id text references access.offices,
  name text not null check (name in ('MORNING', 'MEETING', 'FIELD', 'CALLS', 'FOLLOW_UP', 'REMINDERS', 'URGENT', 'PRIORITY', 'CHECK',
    'HAND_OVER', 'CLOSING', 'LATER')),
  of_view text not null check (of_view in ('open', 'turn', 'late', 'high', 'silent', 'drafts', 'closed')),
  risk text check (risk in ('HIGH', 'MEDIUM', 'LOW', 'NONE')),
  turn text check (turn in ('us', 'them')),
  sex text check (sex in ('F', 'M', 'X', 'U')),
  of_office text references access.offices,
  of_lead uuid references access.users,
  sort text not null check (sort in ('step', 'code', 'risk', 'turn', 'contact')),
  falling boolean not null,
  kept_by uuid not null references access.users,
  kept_at timestamptz not null default clock.casework_now(),
  check (num_nonnulls(owner_id, office_id) = 1),
  -- Everybody's view names nobody and no other office.
  check (office_id is null or (of_office is null and of_lead is null))
);
-- One view of a name, for one person and for one office: twelve at most.
create unique index case_views_of_owner on app.case_views (owner_id, name) where owner_id is not null;
create unique index case_views_of_office on app.case_views (office_id, name) where office_id is not null;
alter table app.case_views enable row level security;
alter table app.case_views force row level security;
create policy owner_maintains on app.case_views to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
grant select on app.case_views to relais_web, relais_definer;
grant insert, update (name), delete on app.case_views to relais_definer;
create policy definer_reads on app.case_views for select to relais_definer using (true);
create policy own_or_offices_reads on app.case_views for select to relais_web using (
  owner_id = (select access.actor_id())
  or (office_id = any(array(select access.my_offices())) and (select access.actor_role()) in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER', 'SUPERVISOR')));

-- Whose views this person decides about: their own, and as a supervisor their offices'.
create function app.keeps_view(of_owner uuid, of_office text) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select coalesce(access.actor_role() in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER', 'SUPERVISOR')
    and (of_owner = access.actor_id() or of_office = any(array(select access.supervised_offices()))), false) $$;
create policy definer_keeps on app.case_views for insert to relais_definer
  with check (kept_by = access.actor_id() and app.keeps_view(owner_id, office_id));
create policy definer_names on app.case_views for update to relais_definer
  using (app.keeps_view(owner_id, office_id)) with check (app.keeps_view(owner_id, office_id));
create policy definer_drops on app.case_views for delete to relais_definer using (app.keeps_view(owner_id, office_id));

-- Keeps a view: for this person, or for everybody of an office. Answers done, taken (there is one of that name) or yours (not theirs
-- to keep: only a supervisor asks by colleague or office, and only of their own).
create function app.keep_view(for_office text, of_name text, view text, of_risk text, whose_turn text, of_sex text, in_office text,
    led_by uuid, sorted text, is_falling boolean) returns text
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare me uuid := access.actor_id(); owner uuid := case when for_office is null then access.actor_id() end;
  begin
    if me is null or not app.keeps_view(owner, for_office)
      or (in_office is not null and in_office <> all(array(select access.supervised_offices())))
      or (led_by is not null and not access.supervises(led_by)) then
      return 'yours';
    end if;
    insert into app.case_views (owner_id, office_id, name, of_view, risk, turn, sex, of_office, of_lead, sort, falling, kept_by)
      values (owner, for_office, of_name, view, of_risk, whose_turn, of_sex, in_office, led_by, sorted, is_falling, me)
      on conflict do nothing;
    return case when found then 'done' else 'taken' end;
  end $$;

create function app.name_view(of_id uuid, to_name text) returns text
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare v app.case_views;
  begin
    select x.* into v from app.case_views x where x.id = of_id and app.keeps_view(x.owner_id, x.office_id) for update;
    if v.id is null then return 'yours'; end if;
    if exists (select from app.case_views x where x.id <> v.id and x.name = to_name
      and (x.owner_id = v.owner_id or x.office_id = v.office_id)) then return 'taken'; end if;
    update app.case_views x set name = to_name where x.id = v.id;
    return 'done';
  exception when unique_violation then return 'taken';
  end $$;

create function app.drop_view(of_id uuid) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    delete from app.case_views x where x.id = of_id and app.keeps_view(x.owner_id, x.office_id);
    return found;
  end $$;

alter function app.keeps_view(uuid, text) owner to relais_definer;
alter function app.keep_view(text, text, text, text, text, text, text, uuid, text, boolean) owner to relais_definer;
alter function app.name_view(uuid, text) owner to relais_definer;
alter function app.drop_view(uuid) owner to relais_definer;
set role relais_definer;
revoke execute on function app.keeps_view(uuid, text), app.keep_view(text, text, text, text, text, text, text, uuid, text, boolean),
  app.name_view(uuid, text), app.drop_view(uuid) from public;
grant execute on function app.keep_view(text, text, text, text, text, text, text, uuid, text, boolean), app.name_view(uuid, text),
  app.drop_view(uuid) to relais_web;
reset role;
