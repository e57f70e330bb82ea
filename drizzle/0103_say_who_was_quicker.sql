-- Whoever comes second to a confirmation reads whose word was first. The same people who could have given it, and
-- nobody else: to all others it is as absent as before.
create function app.confirmed_meanwhile(consent uuid) returns table (says text, by_name text, at timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select f.says, u.name, f.at
    from app.consent_confirmations f join app.consents c on c.id = f.consent_id join access.users u on u.id = f.by_id
    where f.consent_id = consent and c.recorded_by <> access.actor_id()
      and case when c.confirm_by = 'SUPERVISOR' then access.actor_role() = 'SUPERVISOR'
          and (c.case_id = any(array(select access.my_case_ids()))
            or (c.sensitivity = 'S3' and c.office_id = any(array(select access.supervised_offices()))))
        else access.actor_role() in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER', 'SUPERVISOR') end $$;
grant execute on function app.confirmed_meanwhile(uuid) to relais_web;
alter function app.confirmed_meanwhile(uuid) owner to relais_definer;
