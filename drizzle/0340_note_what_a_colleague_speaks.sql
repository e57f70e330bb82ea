-- What a colleague speaks changes, and whoever chooses hands goes by it: their supervisor writes it down.
create function app.note_languages(person uuid, spoken text[]) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    -- Codes of languages, and no words about anybody.
    if spoken is null or cardinality(spoken) > 40 or exists (select from unnest(spoken) s(code) where s.code is null or s.code !~ '^[a-z]{3}$') then
      return false;
    end if;
    update access.users u set languages = spoken where u.id = person and access.supervises(u.id);
    return found;
  end $$;
grant update (languages) on access.users to relais_definer;
create policy definer_notes_languages on access.users for update to relais_definer
  using (access.supervises(id)) with check (access.supervises(id));

alter function app.note_languages(uuid, text[]) owner to relais_definer;
set role relais_definer;
revoke execute on function app.note_languages(uuid, text[]) from public;
grant execute on function app.note_languages(uuid, text[]) to relais_web;
reset role;
