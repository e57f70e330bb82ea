import { draftPlace } from '@/lib/base/addresses/referral-places'
import { unwrap } from '@/lib/platform/vault/keys'
import { sealJson } from '@/lib/platform/vault/seal'
import { root } from '../database'
import { insertCases } from './case-rows'
import { makeReadable } from './readable'
import { draftReferral, ordinaryCase } from './walk'

const ticked = ['urgency', 'need', 'sex', 'age_band', 'cercle']

/** The casework clock, so many hours ago. */
export const hoursAgo = async (hours: number): Promise<string> => {
  const [row] = await root()<
    { at: Date }[]
  >`select clock.casework_now() - make_interval(hours => ${hours}) as at`
  if (!row) throw new Error('no clock')
  return row.at.toISOString()
}

/** A draft whose first page was answered so many hours ago, of an adult, ready to leave. */
export async function readyDraft(
  leadId: string,
  consent: object | undefined,
  { hours = 2, service = 'CP_BIA', partner = 'UNICEF' } = {},
) {
  const referral = draftReferral({ service, partner })
  const file = ordinaryCase(leadId, [referral])
  await insertCases([file])
  await makeReadable(file.id, { phone: '65 12 34 56' })
  const [key] =
    await root()`select v.id, v.wrapped from app.referrals r join vault.keys v on v.id = r.key_id where r.id = ${referral.id}`
  const words = { reasonText: 'besoin', meetingPlace: '', askedByPerson: false, ...(consent && { consent }) }
  const sealed = sealJson(
    unwrap({ id: String(key?.id), wrapped: key?.wrapped }),
    draftPlace(referral.id),
    words,
  )
  const started = await hoursAgo(hours)
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update app.people set birth_year = 1980, safe_contact = 'CALL_OK' where case_id = ${file.id}`
    await tx`delete from app.consents where case_id = ${file.id} and purpose <> 'CASE_MGMT'`
    await tx`update app.shares set ended_at = clock.casework_now() where referral_id = ${referral.id}`
    await tx`update app.referrals set facts = ${ticked}, priority = 'EMERGENCY', draft = ${sealed}, consent_id = null,
      entry_id = (select d.id from app.directory_entries d where d.partner_code = ${partner} and d.service = ${service} and d.office_id = 'MOP')
      where id = ${referral.id}`
    await tx`update app.referral_events set verb = 'start', at = ${started} where referral_id = ${referral.id}`
  })
  const [row] = await root()`select code from app.cases where id = ${file.id}`
  return { id: referral.id, caseId: file.id, code: String(row?.code) }
}
