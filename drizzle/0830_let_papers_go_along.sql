-- Papers of a case that go along with a referral. Their bytes stay where they lie: a paper that goes along gets a key of its own, and
-- the agency opens that key and those pieces for as long as it reads the second slip they hang on. Taken away from the case, they
-- are gone for the agency in the same moment.

create table app.share_papers (
  share_id uuid not null references app.shares on delete cascade,
  -- Its place in the list that the slip carries.
  n smallint not null check (n between 1 and 5),
  document_id uuid not null references app.documents on delete cascade,
  primary key (share_id, n),
  unique (share_id, document_id)
);
create index share_papers_of_document on app.share_papers (document_id);

alter table app.share_papers enable row level security;
alter table app.share_papers force row level security;
create policy owner_maintains on app.share_papers to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
grant select on app.share_papers to relais_web, relais_partner;
grant select, insert on app.share_papers to relais_definer;
create policy definer_looks on app.share_papers for select to relais_definer using (true);
create policy definer_sends_along on app.share_papers for insert to relais_definer with check (
  exists (select from app.shares s where s.id = share_id and s.case_id = any(array(select access.my_team_case_ids()))));
-- With the slip: its own policies say who reads it, until when, and by a link which one.
create policy team_reads on app.share_papers for select to relais_web using (
  exists (select from app.shares s where s.id = share_id));
create policy partner_reads on app.share_papers for select to relais_partner using (
  exists (select from app.shares s where s.id = share_id and s.stage = 2));

grant select (document_id) on vault.keys to relais_partner;
create policy partner_opens_paper on vault.keys for select to relais_partner using (
  scope = 'DOCUMENT' and exists (select from app.share_papers p where p.document_id = keys.document_id));
grant select on app.document_pieces to relais_partner;
create policy partner_opens_paper on app.document_pieces for select to relais_partner using (
  part = 'BODY' and exists (select from app.share_papers p where p.document_id = document_pieces.document_id));
-- The team opens its document as before, also once it has a key of its own.
create policy team_opens_document on vault.keys for select to relais_web using (
  scope = 'DOCUMENT' and (case_id = any(array(select access.my_case_ids()))
    or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices()))))
  and exists (select from app.documents d where d.id = keys.document_id and d.reader = 'TEAM'));

grant update (key_id) on app.documents to relais_definer;
grant update (sealed) on app.document_pieces to relais_definer;
create policy definer_reseals on app.document_pieces for update to relais_definer
  using (exists (select from app.documents d where d.id = document_id and d.case_id = any(array(select access.my_team_case_ids()))))
  with check (exists (select from app.documents d where d.id = document_id and d.case_id = any(array(select access.my_team_case_ids()))));

-- Gives a paper of the team a key of its own; its pieces are sealed again in the same moment. Nothing where it has one already.
create function app.give_document_a_key(of_document uuid, with_key uuid, wrapped bytea) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare d app.documents;
  begin
    select x.* into d from app.documents x where x.id = of_document and x.case_id = any(array(select access.my_team_case_ids()))
      and x.reader = 'TEAM' and x.withdrawn_at is null for update;
    if d.id is null or exists (select from vault.keys k where k.id = d.key_id and k.scope = 'DOCUMENT') then return false; end if;
    insert into vault.keys (id, scope, case_id, office_id, sensitivity, document_id, wrapped)
      values (with_key, 'DOCUMENT', d.case_id, d.office_id, d.sensitivity, d.id, wrapped);
    update app.documents x set key_id = with_key where x.id = d.id;
    return true;
  end $$;
create function app.reseal_document_piece(of_document uuid, of_part text, of_n integer, of_sealed bytea) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$
  begin
    perform app.must_hold(exists (select from app.documents d where d.id = of_document and d.reader = 'TEAM'
      and d.case_id = any(array(select access.my_team_case_ids())) and d.xmin = pg_catalog.pg_current_xact_id()::xid),
      'not given a key now');
    update app.document_pieces p set sealed = of_sealed where p.document_id = of_document and p.part = of_part and p.n = of_n;
    return found;
  end $$;

-- A paper goes along with a second slip that is sealed now. Never what a discipline, its author or a lead keeps, a voice, or
-- what our own office signed with the person.
create function app.send_paper_along(of_share uuid, of_n integer, of_document uuid) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare s app.shares;
  begin
    select x.* into s from app.shares x where x.id = of_share and x.case_id = any(array(select access.my_team_case_ids()));
    perform app.must_hold(s.id is not null and s.stage = 2 and s.ended_at is null and app.is_now(s.sealed_at)
      and s.xmin = pg_catalog.pg_current_xact_id()::xid, 'not sealed now');
    perform app.must_hold(exists (select from app.documents d join vault.keys k on k.id = d.key_id and k.scope = 'DOCUMENT'
      where d.id = of_document and d.case_id = s.case_id and d.reader = 'TEAM' and d.withdrawn_at is null
        and d.format in ('JPEG', 'PDF') and d.kind not in ('CONSENT', 'RECEIPT')), 'no paper that may go along');
    insert into app.share_papers (share_id, n, document_id) values (of_share, of_n, of_document);
    return true;
  end $$;

do $$
declare f text;
begin
  foreach f in array array['give_document_a_key(uuid, uuid, bytea)', 'reseal_document_piece(uuid, text, integer, bytea)',
      'send_paper_along(uuid, integer, uuid)'] loop
    execute format('revoke execute on function app.%s from public', f);
    execute format('grant execute on function app.%s to relais_web', f);
  end loop;
  foreach f in array array['give_document_a_key(uuid, uuid, bytea)', 'reseal_document_piece(uuid, text, integer, bytea)',
      'send_paper_along(uuid, integer, uuid)'] loop
    execute format('alter function app.%s owner to relais_definer', f);
  end loop;
end $$;
