-- What people said of an agency is told in its own month only where it received enough: of one or two it would be somebody's word. By
-- service only where every service of that month had enough, else the rest would say it by subtraction. Decision record 159.
set role relais_definer;
drop function app.received_between(date, date);
create function app.received_between(since date, until date) returns table (month date, office_id text, service text, answer text,
    decline_reason text, word_in_time boolean, in_time boolean, hours double precision, completed boolean, confirmed boolean,
    contested boolean, not_accessed boolean, all_confirmed integer, all_contested integer)
  language plpgsql stable security definer set search_path = ''
  as $$
  declare enough integer := app.setting_value('figures.floor');
  begin
    if access.login() is distinct from 'partner' or access.my_link() is not null then return; end if;
    return query with f as (
      select x.*, x as fact, r.partner_state, pg_catalog.count(*) over (partition by x.month, x.service) as of_service from report.referral_facts x
        join app.referrals r on r.id = x.referral_id
      where x.partner_code = access.my_partner() and x.month between since and until and x.office_id = any(array(select access.base_offices()))),
    told as (
      select g.*, pg_catalog.count(*) over w >= enough as some, pg_catalog.min(g.of_service) over w >= enough as each,
        (pg_catalog.count(*) filter (where g.partner_state = 'VERIFIED') over w)::integer as n_confirmed,
        (pg_catalog.count(*) filter (where g.partner_state = 'CONTESTED') over w)::integer as n_contested
      from f g window w as (partition by g.month))
    select t.month, t.office_id, t.service,
        case when t.accepted then 'ACCEPTED' when t.answered_at is not null then 'DECLINED'
          when report.was_silent(t.fact) then 'SILENT'
          when t.stopped_at is not null then 'STOPPED' else 'WAITING' end, t.decline_reason,
        t.first_word_at <= t.word_by, t.answered_at <= t.answer_by,
        extract(epoch from t.answered_at - t.sent_at - t.paused)::double precision / 3600, t.completed,
        case when t.each then t.partner_state = 'VERIFIED' end, case when t.each then t.partner_state = 'CONTESTED' end,
        t.partner_state = 'NOT_ACCESSED', case when t.some then t.n_confirmed end, case when t.some then t.n_contested end
      from told t;
  end $$;
revoke execute on function app.received_between(date, date) from public;
grant execute on function app.received_between(date, date) to relais_partner;
reset role;
