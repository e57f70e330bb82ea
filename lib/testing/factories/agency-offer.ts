import { root } from '../database'

/** An open case that Save the Children takes, as its lead noted: it waits to be handed out. Answers the offer's id. */
export async function agencyTakes(caseId: string, leadId: string): Promise<string> {
  const [answer, offer, key] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  await root()`insert into app.consents (id, case_id, office_id, sensitivity, purpose, partner_code, status, giver, wording_version,
    recorded_by, key_id, detail) select ${answer}, c.id, c.office_id, c.sensitivity, 'TRANSFER', 'SAVE', 'GIVEN', 'SELF', '2014-2',
      ${leadId}, k.id, '' from vault.keys k join app.cases c on c.id = k.case_id where c.id = ${caseId} and k.compartment = 'TEAM'`
  await root()`insert into vault.keys (id, scope, case_id, office_id, sensitivity, transfer_id, wrapped)
    select ${key}, 'TRANSFER', c.id, c.office_id, c.sensitivity, ${offer}, '' from app.cases c where c.id = ${caseId}`
  await root()`insert into app.case_transfers (id, case_id, office_id, sensitivity, code, kind, from_office, partner_code, consent_id, reason,
    told, offered_by, offered_as, answer_by, key_id, note, state, answered_by, answered_at, answer_how, answer_on, answer_words)
    select ${offer}, c.id, c.office_id, c.sensitivity, c.code, 'EXTERNAL', c.office_id, 'SAVE', ${answer}, 'SPECIALIST', 'AGREED', ${leadId},
      'lead', clock.casework_now(), ${key}, '', 'ACCEPTED', ${leadId}, clock.casework_now(), 'PHONE', (clock.casework_now())::date, ''
    from app.cases c where c.id = ${caseId}`
  return offer
}
