-- Whoever raised an alert knows afterwards that it is new or handled, and no more: not what became of it, no case, no key,
-- nothing of the person. Row security shows rows whole, so that they read none: one function says what they may know.

drop policy raiser_reads_own on app.alerts;

create function app.own_alerts()
  returns table (id uuid, code text, flow_point text, office_id text, raised_at timestamptz, state text)
  language sql stable security definer set search_path = ''
  as $$
    select a.id, a.code, a.flow_point, a.office_id, a.raised_at, case a.state when 'NEW' then 'NEW' else 'HANDLED' end
    from app.alerts a
    where (select access.actor_role()) = 'DTM_ENUM' and a.raised_by = (select access.actor_id())
      and a.raised_at > (select clock.casework_now()) - interval '30 days'
  $$;
grant execute on function app.own_alerts() to relais_web;
-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
alter function app.own_alerts() owner to relais_definer;
