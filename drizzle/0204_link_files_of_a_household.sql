-- Somebody of a household who needs help of their own has a file of their own, with their own yes. The two files know of each
-- other: the link exists for whoever may open both, and for nobody else.
create table app.household_links (
  case_id uuid not null,
  office_id text not null,
  sensitivity text not null,
  own_case_id uuid not null,
  own_office_id text not null,
  own_sensitivity text not null,
  -- The line of the household that became a file. It may be taken away; the link stays.
  member_id uuid references app.people on delete set null,
  linked_by uuid not null references access.users,
  linked_at timestamptz not null default clock.casework_now(),
  primary key (case_id, own_case_id),
  check (case_id <> own_case_id),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity)
    on update cascade on delete cascade,
  foreign key (own_case_id, own_office_id, own_sensitivity) references app.cases (id, office_id, sensitivity)
    on update cascade on delete cascade
);
-- Not unique: a refusal would tell of a file that whoever is refused may not know of.
create index household_links_of_member on app.household_links (member_id) where member_id is not null;
create index household_links_of_own on app.household_links (own_case_id);

alter table app.household_links enable row level security;
alter table app.household_links force row level security;
create policy owner_maintains on app.household_links to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
grant select on app.household_links to relais_web;
grant select, insert on app.household_links to relais_definer;
create policy definer_looks on app.household_links for select to relais_definer using (true);
create policy definer_links on app.household_links for insert to relais_definer with check (linked_by = access.actor_id());
create policy both_sides_read on app.household_links for select to relais_web using (
  (case_id = any(array(select access.my_case_ids()))
    or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices()))))
  and (own_case_id = any(array(select access.my_case_ids()))
    or (own_sensitivity = 'S3' and own_office_id = any(array(select access.supervised_offices())))));

-- A line of the household and the file that this session has just begun for them.
create function app.link_member(member uuid, own_case uuid) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare me uuid := access.actor_id(); p app.people; a app.cases; b app.cases;
  begin
    select x.* into p from app.people x where x.id = member and x.standing = 'HOUSEHOLD';
    select c.* into a from app.cases c where c.id = p.case_id;
    select c.* into b from app.cases c where c.id = own_case;
    if a.id is null or b.id is null or not app.opens_file(a.id) or b.opened_by <> me or b.lead_id <> me or b.state <> 'DRAFT' then
      raise exception 'no household and no file of this session' using errcode = 'insufficient_privilege';
    end if;
    insert into app.household_links (case_id, office_id, sensitivity, own_case_id, own_office_id, own_sensitivity, member_id, linked_by)
      values (a.id, a.office_id, a.sensitivity, b.id, b.office_id, b.sensitivity, member, me);
  end $$;
revoke all on function app.link_member(uuid, uuid) from public;
grant execute on function app.link_member(uuid, uuid) to relais_web;
alter function app.link_member(uuid, uuid) owner to relais_definer;
