-- A supervisor re-routes what stayed silent: it is recalled, and the lead asks the person for the provider that was chosen. Decision record 165.
set constraints all immediate;
select set_config('relais.maintenance', 'on', true);
insert into app.task_kinds (kind, side, by_partner, ends_with_consent, ends_with_case, comes_back, in_states) values
  ('ASK_NEXT', 'TEAM', false, true, true, 'STILL', array['CANCELLED']);
select set_config('relais.maintenance', '', true);

-- Where the next one is stopped before it leaves, the person is asked again.
set role relais_definer;
create or replace function app.nothing_followed() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    if not app.worked_on(new.case_id) or exists (select from app.referrals o where o.previous_id = new.previous_id and o.state <> 'CANCELLED') then
      return null;
    end if;
    update app.tasks t set state = 'OPEN', done_by = null, done_at = null, outcome = null
      where t.id in (select distinct on (x.kind) x.id from app.tasks x join app.task_kinds k on k.kind = x.kind
          join app.referrals p on p.id = x.subject_id and p.state = any(k.in_states)
        where x.subject_id = new.previous_id and x.kind in ('NEXT_STEP', 'PROMISED', 'ASK_NEXT') order by x.kind, x.opened_at desc, x.id)
        and t.state = 'DONE' and t.outcome = 'OTHER_REFERRAL';
    return null;
  end $$;
create or replace function app.is_followed() returns trigger language plpgsql security definer set search_path = ''
  as $$
  declare wanted text[]; about uuid;
  begin
    case tg_table_name
      when 'call_clearances' then wanted := '{CALLED_ANYWAY}'; about := new.case_id;
      when 'danger_flags' then wanted := '{SEE_DANGER}'; about := new.case_id;
      when 'harm_reports' then wanted := '{HARM}'; about := new.referral_id;
      when 'consents' then
        -- Until somebody has said their word, or the answer ended in the same moment.
        if exists (select from app.consents c where c.id = new.id and c.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE')
            and not exists (select from app.consent_confirmations f where f.consent_id = c.id)) then
          wanted := array[case new.confirm_by when 'SUPERVISOR' then 'CONFIRM_BEST_INTERESTS' else 'CONFIRM_VITAL' end];
        end if;
        about := new.case_id;
      else
        -- On a case that has ended nobody of the team works; what is answered late is the supervisor's.
        if exists (select from app.referrals r join app.cases c on c.id = r.case_id where r.id = new.id and r.version = new.version
            and c.state not in ('CLOSED', 'TRANSFERRED', 'DUPLICATE')) then
          wanted := array(select t.kind from app.task_rules t where t.deed = 'OPEN' and t.cause = 'MOVE'
            and t.subject_type = 'referral' and new.last_verb = any(t.verbs)
            -- Of stopping it only a re-route asks for more: `referral.reroute`.
            and t.kind <> 'ASK_NEXT'
            -- Whoever wants nothing more was promised nothing.
            and (new.last_verb <> 'close-unserved' or new.unserved_follow = any(t.codes)));
        end if;
        about := new.id;
    end case;
    perform app.must_hold(not exists (select from unnest(wanted) w(kind) where not exists (select from app.tasks t
      where t.kind = w.kind and t.subject_id = about and t.state = 'OPEN')), 'nobody was told of it');
    return null;
  end $$;
reset role;
