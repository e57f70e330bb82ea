-- What stood in the code is a setting: whose plan needs a supervisor's word, and how long a file that was begun waits.

alter table app.settings drop constraint settings_unit_check, drop constraint settings_value_check,
  add constraint settings_unit_check check (unit in ('HOURS', 'DAYS', 'YEARS', 'PERCENT', 'XOF', 'COUNT', 'FLAG')),
  -- A flag is 1, or 0; everything else is some.
  add constraint settings_value_check check (case unit when 'FLAG' then value in (0, 1) else value > 0 end);
select set_config('relais.maintenance', 'on', true);
insert into app.settings (key, value, unit) values
  ('plan.asks.HIGH', 1, 'FLAG'), ('plan.asks.UNRATED', 1, 'FLAG'), ('plan.asks.MEDIUM', 0, 'FLAG'), ('plan.asks.LOW', 0, 'FLAG'),
  ('plan.asks.NONE', 0, 'FLAG'), ('plan.asks.CHILD', 1, 'FLAG'), ('plan.asks.AGE_UNKNOWN', 1, 'FLAG'), ('upload.keep', 1, 'DAYS')
on conflict (key) do nothing;
select set_config('relais.maintenance', '', true);

set role relais_definer;
-- What nobody went on with for so long, with its sealed pieces.
create or replace function app.drop_left_uploads() returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare gone integer;
  begin
    delete from app.uploads u where u.begun_at < now() - app.setting('upload.keep');
    get diagnostics gone = row_count;
    return gone;
  end $$;
reset role;
