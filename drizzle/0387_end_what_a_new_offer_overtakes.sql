-- "The transfer was refused: decide what follows" stood on after the case was offered again, and travelled with it to the team that
-- took it. A new offer is what follows.
create function app.offer_overtakes() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    update app.tasks t set state = 'DONE', done_by = access.actor_id(), done_at = clock.casework_now(), outcome = 'OFFERED_AGAIN'
      where t.case_id = new.case_id and t.state = 'OPEN' and t.kind in ('TRANSFER_REFUSED', 'SEE_TRANSFER_REFUSED');
    return null;
  end $$;
create trigger offer_overtakes after insert on app.case_transfers for each row execute function app.offer_overtakes();
revoke execute on function app.offer_overtakes() from public;
alter function app.offer_overtakes() owner to relais_definer;
