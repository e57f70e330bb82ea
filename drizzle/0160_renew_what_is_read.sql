-- A new yes is asked for, and carries a referral, only while its partner still reads something of it or will when the answer
-- is renewed: not after the days of a settled one, not where what left was recalled, not on an answer somebody did not confirm.

-- Something of it was shared and neither the sharing nor the days of its state are over; the consent's own last day apart.
create function app.is_shared(r app.referrals) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select r.partner_deleted_at is null and exists (select from app.shares h where h.referral_id = r.id and h.ended_at is null)
    and exists (select from app.referral_states s where s.state = r.state and case s.reading
      when 'OPEN' then true
      when 'SETTLED' then r.reading_since > clock.casework_now() - app.setting('partner.settled')
      else false end) $$;

set role relais_definer;
create or replace function app.carry_over(consent uuid) returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare c app.consents; r uuid; carried integer := 0; fresh boolean;
  begin
    select x.* into c from app.consents x where x.id = consent;
    select x.xmin = pg_catalog.pg_current_xact_id()::xid into fresh from app.consents x where x.id = consent;
    if not coalesce(c.recorded_by = access.actor_id() and (app.is_now(c.given_at) or fresh), false)
      and not exists (select from app.consent_confirmations f where f.consent_id = c.id and f.by_id = access.actor_id()
        and app.is_now(f.at)) then
      raise exception 'not an answer of this moment' using errcode = 'insufficient_privilege';
    end if;
    if c.partner_code is null or not app.consent_stands(c.id)
      or ((c.confirm_by is not null or c.status = 'NOT_POSSIBLE') and not exists (
        select from app.consent_confirmations f where f.consent_id = c.id and f.says = 'YES')) then
      return 0;
    end if;
    for r in select x.id from app.referrals x join app.consents o on o.id = x.consent_id
        join app.act_rules a on a.act = 'renew' and a.state = x.state
        where x.case_id = c.case_id and x.partner_code = c.partner_code
          and app.service_covers(app.consent_reach(c.purpose, c.service), x.service)
          and x.sent_at is not null and x.facts <@ c.facts and o.id <> c.id and app.same_kind(o.purpose, c.purpose)
          and o.given_at <= c.given_at
          and o.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') and o.withdrawn_at is null and o.needs_review is null
          and app.is_shared(x)
        order by x.id for update of x loop
      update app.referrals x set consent_id = c.id, version = x.version + 1, last_verb = 'renew', last_party = 'system',
        last_channel = 'APP', last_actor_id = null, last_at = clock.casework_now() where x.id = r;
      update app.shares s set consent_id = c.id, until = c.expires_on where s.referral_id = r and s.ended_at is null;
      carried := carried + 1;
    end loop;
    return carried;
  end $$;

create or replace function app.keep_renewals() returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare moment timestamptz := clock.casework_now(); before interval := app.setting('consent.renew'); opened integer;
  begin
    -- What nobody reads any more needs no new answer.
    update app.tasks t set state = 'DROPPED', done_at = moment, outcome = 'ENDED' from app.referrals r
      where t.kind = 'RENEW_CONSENT' and t.state = 'OPEN' and r.id = t.subject_id and not app.is_shared(r);
    insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, holder_id, due_at)
      select 'RENEW_CONSENT', 'referral', r.id, r.case_id, r.office_id, r.sensitivity,
        case when app.able_colleague(k.lead_id, k.id) then k.lead_id end, greatest(moment, c.expires_on - before / 2)
      from app.referrals r join app.act_rules a on a.act = 'renew' and a.state = r.state
        join app.cases k on k.id = r.case_id and k.state in ('OPEN', 'ON_HOLD')
        join app.consents c on c.id = r.consent_id
      where r.sent_at is not null and c.expires_on <= (moment + before)::date
        and c.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') and c.withdrawn_at is null and c.needs_review is null
        and not exists (select from app.consent_confirmations f where f.consent_id = c.id and f.says = 'NO')
        and app.is_shared(r)
        and not exists (select from app.tasks t where t.kind = 'RENEW_CONSENT' and t.subject_id = r.id and t.state = 'OPEN')
      on conflict do nothing;
    get diagnostics opened = row_count;
    return opened;
  end $$;
reset role;

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
alter function app.is_shared(app.referrals) owner to relais_definer;
