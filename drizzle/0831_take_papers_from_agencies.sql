-- A paper that an agency sends with its word is a document of the case from the moment it comes, sealed with the key of that
-- conversation: whoever reads the message opens it. The team keeps it under its own key with one press; the agency does not read
-- it again.

alter table app.documents drop constraint documents_reader_check,
  add constraint documents_reader_check check (reader in ('TEAM', 'SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER', 'LEAD', 'AGENCY')),
  add column message_id uuid unique references app.referral_messages on delete cascade,
  add constraint came_with_a_word check (reader <> 'AGENCY' or message_id is not null);

alter policy reader_opens on app.document_pieces using (
  exists (select from app.documents d where d.id = document_id and d.withdrawn_at is null and (
    (d.reader in ('TEAM', 'AGENCY') and (d.case_id = any(array(select access.my_case_ids()))
      or (d.sensitivity = 'S3' and d.office_id = any(array(select access.supervised_offices())))))
    or (d.reader = (select access.actor_role()) and d.case_id = any(array(select access.my_case_ids()))
      and d.key_id = any(array(select access.my_held_keys())))
    or (d.reader = 'LEAD' and d.case_id = any(array(select access.my_team_case_ids()))
      and (d.added_by = (select access.actor_id())
        or exists (select from app.cases c where c.id = d.case_id and c.lead_id = (select access.actor_id())))))));

-- That it came, of what kind of file and how heavy: what the agency reads beside its own word, and nothing of what is in it.
grant select (message_id, format, size) on app.documents to relais_partner;
create policy partner_sees_own on app.documents for select to relais_partner using (
  message_id is not null and exists (select from app.referral_messages m where m.id = documents.message_id));
grant update (reader, kind) on app.documents to relais_definer;
create policy definer_receives on app.documents for insert to relais_definer with check (
  reader = 'AGENCY' and added_by = access.actor_id() and exists (select from app.referral_messages m
    where m.id = message_id and m.author_id = access.actor_id() and m.party = 'partner'));

-- Comes with a word that the agency writes in the same moment, under the key of that word.
create function app.receive_document(of_id uuid, of_message uuid, of_format text, of_size integer) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare m app.referral_messages; r app.referrals;
  begin
    select x.* into m from app.referral_messages x where x.id = of_message and x.author_id = access.actor_id()
      and x.party = 'partner' and app.is_now(x.at) and x.xmin = pg_catalog.pg_current_xact_id()::xid;
    select x.* into r from app.referrals x where x.id = m.referral_id;
    perform app.must_hold(r.id is not null and r.partner_code = access.my_partner() and access.within_link(r.id), 'no word of theirs');
    insert into app.documents (id, case_id, office_id, sensitivity, kind, reader, format, size, agreed, key_id, added_by, message_id)
      values (of_id, r.case_id, r.office_id, r.sensitivity, 'OTHER', 'AGENCY', of_format, of_size, false, m.key_id,
        access.actor_id(), m.id);
    return true;
  end $$;

-- The team keeps it: under its own key, as what it is. Its pieces are sealed again in the same moment.
create function app.keep_received(of_document uuid, of_kind text, with_key uuid) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare d app.documents;
  begin
    select x.* into d from app.documents x where x.id = of_document and x.case_id = any(array(select access.my_team_case_ids()))
      and x.reader = 'AGENCY' and x.withdrawn_at is null for update;
    if d.id is null or not app.worked_on(d.case_id) then return false; end if;
    perform app.must_hold(of_kind not in ('PHOTO', 'CONSENT', 'RECEIPT'), 'no paper of an agency');
    perform app.must_hold(app.is_case_key(with_key, d.case_id, 'TEAM'), 'sealed with another key');
    update app.documents x set reader = 'TEAM', kind = of_kind, key_id = with_key where x.id = d.id;
    return true;
  end $$;

-- Whoever may open it may take it away, as what the team added itself.
do $$
declare told text := pg_get_functiondef('app.withdraw_document(uuid, text, uuid)'::regprocedure);
begin
  if position('x.reader = ''TEAM''' in told) = 0 then raise exception 'withdraw_document is not told as it was'; end if;
  execute 'set role relais_definer';
  execute replace(told, 'x.reader = ''TEAM''', 'x.reader in (''TEAM'', ''AGENCY'')');
  execute 'reset role';
end $$;

set role relais_definer;
grant execute on function app.add_document_piece(uuid, text, integer, bytea) to relais_partner;
reset role;
grant select on app.referral_messages to relais_definer;
do $$
begin
  if not exists (select from pg_policies where schemaname = 'app' and tablename = 'referral_messages' and policyname = 'definer_looks') then
    create policy definer_looks on app.referral_messages for select to relais_definer using (true);
  end if;
end $$;

do $$
declare f text;
begin
  foreach f in array array['receive_document(uuid, uuid, text, integer)', 'keep_received(uuid, text, uuid)'] loop
    execute format('revoke execute on function app.%s from public', f);
  end loop;
  grant execute on function app.receive_document(uuid, uuid, text, integer) to relais_partner;
  grant execute on function app.keep_received(uuid, text, uuid) to relais_web;
  foreach f in array array['receive_document(uuid, uuid, text, integer)', 'keep_received(uuid, text, uuid)'] loop
    execute format('alter function app.%s owner to relais_definer', f);
  end loop;
end $$;
