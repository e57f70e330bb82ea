-- Two sends of one form wait for each other; nobody of the field locks anything else. The lock's name is made here, from
-- the session's person: nobody can wait on, or hold up, what is not their own.
create function app.one_at_a_time(form_key text) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('form ' || coalesce(access.actor_id()::text, '') || ' ' || form_key, 50));
  end $$;
grant execute on function app.one_at_a_time(text) to relais_web, relais_partner;
alter function app.one_at_a_time(text) owner to relais_definer;

-- A case's number is drawn here: whoever could choose it could ask, by a number that is taken, whether a case exists.
create function app.drawn_code() returns text
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare
    symbols constant text := '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    drawn text; bits bytea; value integer; total integer;
  begin
    loop
      drawn := ''; total := 0;
      bits := pg_catalog.uuid_send(pg_catalog.gen_random_uuid());
      -- The rule of docs/decisions/0013-case-code.md: Horner at x = 2 in the field of 32 elements, x⁵ + x² + 1.
      for i in 0..6 loop
        -- Bytes 6 and 8 of such an id carry its version; the last seven are free.
        value := pg_catalog.get_byte(bits, 9 + i) % 32;
        drawn := drawn || pg_catalog.substr(symbols, value + 1, 1);
        total := (total * 2 # case when total >= 16 then 37 else 0 end) # value;
      end loop;
      total := total * 2 # case when total >= 16 then 37 else 0 end;
      drawn := 'MLP-' || pg_catalog.substr(drawn, 1, 4) || '-' || pg_catalog.substr(drawn, 5, 3) || pg_catalog.substr(symbols, total + 1, 1);
      if not exists (select from app.cases c where c.code = drawn) then return drawn; end if;
    end loop;
  end $$;
create function app.case_is_numbered() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    new.code := app.drawn_code();
    return new;
  end $$;
create trigger c_is_numbered before insert on app.cases for each row
  when (current_user ~ '^relais_web_') execute function app.case_is_numbered();
alter function app.drawn_code() owner to relais_definer;
alter function app.case_is_numbered() owner to relais_definer;
