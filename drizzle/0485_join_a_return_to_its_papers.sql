-- A visit that was noted leads to its sheet: the assessment REINT_VISIT says of which visit it is, one sheet a visit. What a visit found
-- is counted from the visit alone.
alter table app.grant_visits add unique (id, case_id);
alter table app.assessments add column visit_id uuid,
  add check (visit_id is null or instrument = 'REINT_VISIT'),
  add foreign key (visit_id, case_id) references app.grant_visits (id, case_id);
create unique index one_sheet_a_visit on app.assessments (visit_id) where visit_id is not null;

-- The receipt of a delivery is a document of the same case, which everybody of its team opens: tied by whoever works on it, never untied.
-- A document that is withdrawn stays named here, and says so itself.
alter table app.grant_deliveries add unique (id, case_id);
alter table app.documents add unique (id, case_id);
create table app.delivery_receipts (
  id uuid primary key,
  case_id uuid not null,
  office_id text not null,
  sensitivity text not null,
  delivery_id uuid not null,
  document_id uuid not null,
  tied_by uuid not null references access.users,
  tied_at timestamptz not null default clock.casework_now(),
  unique (delivery_id, document_id),
  foreign key (delivery_id, case_id) references app.grant_deliveries (id, case_id),
  foreign key (document_id, case_id) references app.documents (id, case_id),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade
);
create index delivery_receipts_of_case on app.delivery_receipts (case_id);
alter table app.delivery_receipts enable row level security;
alter table app.delivery_receipts force row level security;
create policy owner_maintains on app.delivery_receipts to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
create policy team_reads on app.delivery_receipts for select to relais_web using (
  case_id = any(array(select access.my_case_ids()))
  or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices()))));
create policy caseworker_adds on app.delivery_receipts for insert to relais_web with check (
  (select access.is_caseworker()) and case_id = any(array(select access.my_case_ids())));
create policy definer_reads on app.delivery_receipts for select to relais_definer using (true);
grant select, insert on app.delivery_receipts to relais_web;
grant select on app.delivery_receipts to relais_definer;
set role relais_definer;
grant execute on function app.allowed_columns() to relais_owner;
reset role;
create trigger allowed_columns before insert or update or delete on app.delivery_receipts
  for each row when (access.writes_itself()) execute function app.allowed_columns();
set role relais_definer;
revoke execute on function app.allowed_columns() from relais_owner;
reset role;

create function app.delivery_receipts_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(app.worked_on(new.case_id), 'the case is no longer worked on');
    perform app.must_hold(exists (select from app.documents d where d.id = new.document_id and d.case_id = new.case_id
      and d.kind = 'RECEIPT' and d.reader = 'TEAM' and d.withdrawn_at is null), 'no receipt that the team opens');
    return new;
  end $$;
create trigger b_holds before insert or update on app.delivery_receipts for each row
  when (access.writes_itself()) execute function app.delivery_receipts_hold();
alter function app.delivery_receipts_hold() owner to relais_definer;
set role relais_definer;
revoke execute on function app.delivery_receipts_hold() from public;
reset role;
