-- People of this session's reach who share compound keys with somebody, those who share most first. Before, whichever two
-- hundred the index met first were compared: where a name is frequent in a town, the one who was meant might not be among them.
create function app.find_alike(open_keys bigint[], restricted_keys bigint[], most integer) returns setof uuid
  language plpgsql stable security definer set search_path = ''
  as $$
  declare
    mine uuid[] := array(select access.my_case_ids());
    offices text[] := array(select access.supervised_offices());
  begin
    if mine = '{}' and offices = '{}' then return; end if;
    return query
      select found.person_id from (
          select t.person_id, (select pg_catalog.count(*) from pg_catalog.unnest(t.tokens) k(token) where k.token = any(open_keys)) as shared
          from app.name_tokens t
          where t.tokens && open_keys and (t.case_id = any(mine) or t.office_id = any(offices))
          union all
          select t.person_id, (select pg_catalog.count(*) from pg_catalog.unnest(t.tokens) k(token) where k.token = any(restricted_keys))
          from app.restricted_tokens t
          where t.tokens && restricted_keys and t.case_id = any(mine)) found
        order by found.shared desc, found.person_id
        limit least(most, 1000);
  end $$;
grant execute on function app.find_alike(bigint[], bigint[], integer) to relais_web;
alter function app.find_alike(bigint[], bigint[], integer) owner to relais_definer;
set role relais_definer;
revoke execute on function app.find_alike(bigint[], bigint[], integer) from public;
reset role;
