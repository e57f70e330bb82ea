-- A month counts the person a case is about. Somebody else of the household counts in none of it, so a household that is written
-- down counts its case not once more a member.
set role relais_definer;
create or replace function report.count_fresh() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare ids uuid[];
  begin
    if tg_table_name = 'consents' then
      ids := array(select distinct f.case_id from fresh f where f.purpose = 'STATS'
        and (exists (select from app.assistance a where a.case_id = f.case_id)
          or exists (select from app.referrals r where r.case_id = f.case_id and r.sent_at is not null)));
    elsif tg_table_name = 'people' then
      ids := array(select distinct f.case_id from fresh f where f.standing = 'PRINCIPAL'
        and (exists (select from app.assistance a where a.case_id = f.case_id)
          or exists (select from app.referrals r where r.case_id = f.case_id and r.sent_at is not null)));
    else
      ids := array(select distinct f.case_id from fresh f);
    end if;
    if ids <> '{}' then perform report.recount(ids); end if;
    return null;
  end $$;
reset role;
