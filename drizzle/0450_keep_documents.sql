-- Papers, pictures and recordings of a case. The bytes stand here in sealed pieces and nowhere else: no file system, no address
-- that opens by itself. What is plain is codes, a day and a size, so that a list says what there is to whoever may not open it.

-- A file on its way in, sealed for whoever sends it. What was received stays for a day, so that a broken line goes on.
create table app.uploads (
  id uuid primary key,
  user_id uuid not null references access.users,
  case_id uuid not null references app.cases on delete cascade,
  size integer not null check (size between 1 and 10000000),
  -- How the file's own name ended; of the name nothing else is kept.
  ending text not null check (ending ~ '^[a-z0-9]{1,5}$'),
  declared text not null check (octet_length(declared) <= 60),
  -- A keyed number of the contents: the same file goes on where it stopped.
  mark text not null check (octet_length(mark) <= 64),
  begun_at timestamptz not null default now(),
  unique (user_id, case_id, mark)
);
create index uploads_by_age on app.uploads (begun_at);
create index uploads_of_case on app.uploads (case_id);
create table app.upload_pieces (
  upload_id uuid not null references app.uploads on delete cascade,
  n smallint not null check (n between 0 and 38),
  sealed bytea not null check (octet_length(sealed) between 30 and 262173),
  primary key (upload_id, n)
);

create table app.documents (
  id uuid primary key,
  case_id uuid not null,
  office_id text not null,
  sensitivity text not null,
  kind text not null check (kind in ('IDENTITY', 'CIVIL', 'MEDICAL', 'COURT', 'PHOTO', 'TRACING', 'CONSENT', 'RECEIPT', 'OTHER')),
  -- Who opens it: the team, those of a discipline who hold its key, or its author and the lead.
  reader text not null check (reader in ('TEAM', 'SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER', 'LEAD')),
  format text not null check (format in ('JPEG', 'PDF', 'OGG', 'MP3', 'M4A', 'AMR', 'WAV')),
  size integer not null check (size between 1 and 10000000),
  made_on date,
  -- The person agreed to the picture.
  agreed boolean not null,
  key_id uuid not null,
  added_by uuid not null references access.users,
  added_at timestamptz not null default clock.casework_now(),
  original_place text check (original_place in ('SAFE', 'CABINET', 'LAWYER', 'ELSEWHERE')),
  given_to text check (given_to in ('PERSON', 'CAREGIVER', 'FAMILY', 'AUTHORITY', 'AGENCY')),
  given_by uuid references access.users,
  given_at timestamptz,
  withdrawal text check (withdrawal in ('WRONG_CASE', 'WRONG_DOCUMENT', 'UNREADABLE', 'TWICE', 'NOT_WANTED', 'REPLACED')),
  withdrawn_by uuid references access.users,
  withdrawn_at timestamptz,
  replaced_by uuid references app.documents,
  check (kind <> 'PHOTO' or agreed),
  check (num_nulls(given_to, given_by, given_at) in (0, 3) and (given_to is null or original_place is not null)),
  check (num_nulls(withdrawal, withdrawn_by, withdrawn_at) in (0, 3)),
  check ((withdrawal is not distinct from 'REPLACED') = (replaced_by is not null)),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity)
    on update cascade on delete cascade
);
create index documents_of_case on app.documents (case_id, added_at desc, id desc);
create table app.document_pieces (
  document_id uuid not null references app.documents on delete cascade,
  part text not null check (part in ('BODY', 'THUMB')),
  n smallint not null check (n between 0 and 38 and (part = 'BODY' or n = 0)),
  sealed bytea not null check (octet_length(sealed) between 30 and 262173),
  primary key (document_id, part, n)
);

-- What its author and the lead alone open has a key of its own.
alter table vault.keys add column document_id uuid;
alter table vault.keys drop constraint keys_scope_check,
  add constraint keys_scope_check check (scope in ('CASE', 'ALERT', 'SHARE', 'PSEA', 'TRANSFER', 'ASSESSMENT', 'INCIDENT', 'DOCUMENT')),
  add constraint keys_document_check check ((scope = 'DOCUMENT') = (document_id is not null));
create unique index one_key_a_document on vault.keys (document_id) where scope = 'DOCUMENT';

do $$
declare t text;
begin
  foreach t in array array['uploads', 'upload_pieces', 'documents', 'document_pieces'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format('create policy owner_maintains on app.%I to relais_owner
      using (current_setting(''relais.maintenance'', true) = ''on'')
      with check (current_setting(''relais.maintenance'', true) = ''on'')', t);
    execute format('grant select on app.%I to relais_web', t);
    execute format('grant select, insert, delete on app.%I to relais_definer', t);
    execute format('create policy definer_looks on app.%I for select to relais_definer using (true)', t);
  end loop;
end $$;
grant update (given_to, given_by, given_at, withdrawal, withdrawn_by, withdrawn_at, replaced_by) on app.documents to relais_definer;
grant update (begun_at) on app.uploads to relais_definer;
grant select (document_id) on vault.keys to relais_definer;

create policy own_reads on app.uploads for select to relais_web using (user_id = (select access.actor_id()));
create policy own_reads on app.upload_pieces for select to relais_web using (
  exists (select from app.uploads u where u.id = upload_id and u.user_id = (select access.actor_id())));
-- That there is one is known to whoever reads the case; its bytes are for those it was sealed for.
create policy team_reads on app.documents for select to relais_web using (
  case_id = any(array(select access.my_case_ids()))
  or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices()))));
create policy reader_opens on app.document_pieces for select to relais_web using (
  exists (select from app.documents d where d.id = document_id and d.withdrawn_at is null and (
    (d.reader = 'TEAM' and (d.case_id = any(array(select access.my_case_ids()))
      or (d.sensitivity = 'S3' and d.office_id = any(array(select access.supervised_offices())))))
    or (d.reader = (select access.actor_role()) and d.case_id = any(array(select access.my_case_ids()))
      and d.key_id = any(array(select access.my_held_keys())))
    or (d.reader = 'LEAD' and d.case_id = any(array(select access.my_team_case_ids()))
      and (d.added_by = (select access.actor_id())
        or exists (select from app.cases c where c.id = d.case_id and c.lead_id = (select access.actor_id())))))));
create policy reader_opens_document on vault.keys for select to relais_web using (
  scope = 'DOCUMENT' and case_id = any(array(select access.my_team_case_ids()))
  and exists (select from app.documents d where d.id = document_id and (d.added_by = (select access.actor_id())
    or exists (select from app.cases c where c.id = d.case_id and c.lead_id = (select access.actor_id())))));
create policy definer_seals_document on vault.keys for insert to relais_definer with check (
  scope = 'DOCUMENT' and case_id = any(array(select access.my_team_case_ids())));
create policy definer_drops_of_documents on vault.keys for delete to relais_definer using (
  scope = 'DOCUMENT' and exists (select from app.documents d where d.id = document_id and d.withdrawn_by = access.actor_id()));

create policy definer_begins on app.uploads for insert to relais_definer with check (user_id = access.actor_id());
create policy definer_goes_on on app.uploads for update to relais_definer
  using (user_id = access.actor_id()) with check (user_id = access.actor_id());
create policy definer_drops on app.uploads for delete to relais_definer
  using (user_id = access.actor_id() or begun_at < now() - interval '1 day');
create policy definer_keeps on app.upload_pieces for insert to relais_definer with check (
  exists (select from app.uploads u where u.id = upload_id and u.user_id = access.actor_id()));
create policy definer_adds on app.documents for insert to relais_definer with check (
  added_by = access.actor_id() and case_id = any(array(select access.my_team_case_ids())));
create policy definer_changes on app.documents for update to relais_definer
  using (case_id = any(array(select access.my_team_case_ids())))
  with check (case_id = any(array(select access.my_team_case_ids())));
create policy definer_adds on app.document_pieces for insert to relais_definer with check (
  exists (select from app.documents d where d.id = document_id and d.added_by = access.actor_id()));
create policy definer_drops on app.document_pieces for delete to relais_definer using (
  exists (select from app.documents d where d.id = document_id and d.withdrawn_by = access.actor_id()));

-- Begins to receive a file, or goes on with the same one: its id and which piece comes next. Nothing: no case of theirs that is
-- worked on. Five wait for one person at most; the oldest gives way.
create function app.begin_upload(of_id uuid, of_case uuid, of_size integer, of_ending text, of_type text, of_mark text)
  returns table (id uuid, next integer)
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare me uuid := access.actor_id();
  begin
    if me is null or of_case <> all(array(select access.my_team_case_ids())) or not app.worked_on(of_case) then return; end if;
    insert into app.uploads (id, user_id, case_id, size, ending, declared, mark)
      values (of_id, me, of_case, of_size, of_ending, of_type, of_mark)
      on conflict (user_id, case_id, mark) do update set begun_at = now();
    delete from app.uploads u where u.user_id = me and u.id in (
      select o.id from app.uploads o where o.user_id = me order by o.begun_at desc, o.id offset 5);
    return query select u.id, (select count(*)::integer from app.upload_pieces p where p.upload_id = u.id)
      from app.uploads u where u.user_id = me and u.case_id = of_case and u.mark = of_mark;
  end $$;

-- Keeps the next piece; one that came before is kept once. Answers which piece comes next; nothing where there is no such upload.
create function app.keep_piece(of_upload uuid, of_n integer, of_sealed bytea) returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare u app.uploads; came integer;
  begin
    select x.* into u from app.uploads x where x.id = of_upload and x.user_id = access.actor_id();
    if u.id is null then return null; end if;
    select count(*)::integer into came from app.upload_pieces p where p.upload_id = u.id;
    if of_n = came and came * 262144 < u.size then
      insert into app.upload_pieces (upload_id, n, sealed) values (u.id, of_n, of_sealed) on conflict do nothing;
      came := came + 1;
    end if;
    return came;
  end $$;

create function app.drop_upload(of_upload uuid) returns void
  language sql volatile security definer set search_path = ''
  as $$ delete from app.uploads u where u.id = of_upload and u.user_id = access.actor_id() $$;

-- What nobody went on with for a day.
create function app.drop_left_uploads() returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare gone integer;
  begin
    delete from app.uploads u where u.begun_at < now() - interval '1 day';
    get diagnostics gone = row_count;
    return gone;
  end $$;

-- Adds a document of a case that is worked on; its pieces follow in the same moment. `wrapped`: the key of its own, where its author and the
-- lead alone open it.
create function app.add_document(of_id uuid, of_case uuid, of_kind text, of_reader text, of_format text, of_size integer, on_day date,
    with_agreement boolean, with_key uuid, wrapped bytea, kept_at text) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare c app.cases;
  begin
    select x.* into c from app.cases x where x.id = of_case and x.id = any(array(select access.my_team_case_ids()));
    if c.id is null or not app.worked_on(c.id) then return false; end if;
    perform app.must_hold(c.state <> 'PENDING_CLOSURE' or c.closure_reason is distinct from 'CONSENT_WITHDRAWN', 'the person wants no file');
    perform app.must_hold(on_day is null or on_day <= app.today(), 'of a day to come');
    perform app.must_hold(of_reader in ('TEAM', 'LEAD', access.actor_role()), 'for another discipline');
    if of_reader = 'LEAD' then
      insert into vault.keys (id, scope, case_id, office_id, sensitivity, document_id, wrapped)
        values (with_key, 'DOCUMENT', c.id, c.office_id, c.sensitivity, of_id, wrapped);
    else
      perform app.must_hold(wrapped is null and app.is_case_key(with_key, c.id, of_reader)
        and (of_reader = 'TEAM' or with_key = any(array(select access.my_held_keys()))), 'sealed with another key');
    end if;
    insert into app.documents (id, case_id, office_id, sensitivity, kind, reader, format, size, made_on, agreed, key_id, added_by, original_place)
      values (of_id, c.id, c.office_id, c.sensitivity, of_kind, of_reader, of_format, of_size, on_day, with_agreement, with_key,
        access.actor_id(), kept_at);
    return true;
  end $$;

-- A piece of a document that its author adds now; never one later.
create function app.add_document_piece(of_document uuid, of_part text, of_n integer, of_sealed bytea) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$
  begin
    perform app.must_hold(exists (select from app.documents d where d.id = of_document and d.added_by = access.actor_id()
      and app.is_now(d.added_at) and d.xmin = pg_catalog.pg_current_xact_id()::xid), 'not added now');
    insert into app.document_pieces (document_id, part, n, sealed) values (of_document, of_part, of_n, of_sealed);
    return true;
  end $$;

-- A document is all there when it was added: as many pieces as its size says.
create function app.document_is_whole() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold((select count(*) from app.document_pieces p where p.document_id = new.id and p.part = 'BODY')
      = pg_catalog.ceil(new.size / 262144.0), 'a document without its bytes');
    return null;
  end $$;
create constraint trigger e_is_whole after insert on app.documents deferrable initially deferred for each row when (new.withdrawn_at is null)
  execute function app.document_is_whole();

-- Wrong, unwanted or replaced: the bytes and a key of its own are deleted, the line stays. By whoever may open it.
create function app.withdraw_document(of_document uuid, because text, instead uuid) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare d app.documents; me uuid := access.actor_id();
  begin
    select x.* into d from app.documents x where x.id = of_document and x.case_id = any(array(select access.my_team_case_ids()))
      and x.withdrawn_at is null and (x.reader = 'TEAM'
        or (x.reader = access.actor_role() and x.key_id = any(array(select access.my_held_keys())))
        or (x.reader = 'LEAD' and (x.added_by = me or exists (select from app.cases c where c.id = x.case_id and c.lead_id = me)))) for update;
    if d.id is null or not app.worked_on(d.case_id) then return false; end if;
    perform app.must_hold(instead is null or exists (select from app.documents n where n.id = instead and n.case_id = d.case_id
      and n.id <> d.id and n.withdrawn_at is null and n.added_at >= d.added_at), 'not what replaces it');
    update app.documents x set withdrawal = because, withdrawn_by = me, withdrawn_at = clock.casework_now(), replaced_by = instead
      where x.id = d.id;
    delete from app.document_pieces p where p.document_id = d.id;
    delete from vault.keys k where k.scope = 'DOCUMENT' and k.document_id = d.id;
    return true;
  end $$;

-- The paper itself goes back: by anybody of the team, also after the person wants no file any more.
create function app.give_original_back(of_document uuid, given text) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    update app.documents d set given_to = given, given_by = access.actor_id(), given_at = clock.casework_now()
      where d.id = of_document and d.case_id = any(array(select access.my_team_case_ids())) and app.worked_on(d.case_id)
        and d.original_place is not null and d.given_at is null;
    return found;
  end $$;

-- No case ends while we keep a paper of the person: not for any reason, and not when they want no file either.
create function app.originals_are_back() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(not exists (select from app.documents d where d.case_id = new.id and d.original_place is not null
      and d.given_at is null), 'a paper of the person is kept');
    return new;
  end $$;
create trigger a_originals_are_back before update of state on app.cases for each row
  when (new.state = 'CLOSED' and old.state = 'PENDING_CLOSURE') execute function app.originals_are_back();

-- Told again beside what else holds a closing back, whatever that is by now.
do $$
declare told text := pg_get_functiondef('app.closing_blockers(uuid, text)'::regprocedure);
  ours text := E'\n    union all\n    select ''ORIGINALS_KEPT'', d.id, false, true from app.documents d where d.case_id = of_case'
    || E'\n      and d.original_place is not null and d.given_at is null\n  $function$';
begin
  if told !~ '\s*\$function\$\s*$' then raise exception 'closing_blockers is not told as it was'; end if;
  execute 'set role relais_definer';
  execute regexp_replace(told, '\s*\$function\$\s*$', ours);
  execute 'reset role';
end $$;

do $$
declare f text;
begin
  foreach f in array array['begin_upload(uuid, uuid, integer, text, text, text)', 'keep_piece(uuid, integer, bytea)', 'drop_upload(uuid)',
      'drop_left_uploads()', 'add_document(uuid, uuid, text, text, text, integer, date, boolean, uuid, bytea, text)',
      'add_document_piece(uuid, text, integer, bytea)', 'document_is_whole()', 'withdraw_document(uuid, text, uuid)',
      'give_original_back(uuid, text)', 'originals_are_back()'] loop
    execute format('revoke execute on function app.%s from public', f);
    if f !~ '^(drop_left_uploads|document_is_whole|originals_are_back)' then
      execute format('grant execute on function app.%s to relais_web', f);
    end if;
  end loop;
  grant execute on function app.drop_left_uploads() to relais_worker;
  -- Handed over last: the owner inherits nothing of the definer and could grant them no more.
  foreach f in array array['begin_upload(uuid, uuid, integer, text, text, text)', 'keep_piece(uuid, integer, bytea)', 'drop_upload(uuid)',
      'drop_left_uploads()', 'add_document(uuid, uuid, text, text, text, integer, date, boolean, uuid, bytea, text)',
      'add_document_piece(uuid, text, integer, bytea)', 'document_is_whole()', 'withdraw_document(uuid, text, uuid)',
      'give_original_back(uuid, text)', 'originals_are_back()'] loop
    execute format('alter function app.%s owner to relais_definer', f);
  end loop;
end $$;

-- One more kind of job; the list stands again in lib/server/tasks.ts.
do $$
declare listed text;
begin
  select pg_get_constraintdef(oid) into listed from pg_constraint where conname = 'outbox_task_check';
  alter table jobs.outbox drop constraint outbox_task_check;
  execute 'alter table jobs.outbox add constraint outbox_task_check '
    || replace(listed, '''forget-done-jobs''', '''drop-left-uploads''::text, ''forget-done-jobs''');
end $$;
