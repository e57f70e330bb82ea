import { sql } from 'drizzle-orm'
import { draftPlace, type ReferralDraft, sharePlace } from '@/lib/base/addresses/referral-places'
import { waitsForWord } from '@/lib/casework/consents/consent-rows'
import { type GonePaper, gonePapers, shownHash } from '@/lib/casework/referrals/sharing/gone-papers'
import { isServiceCode } from '@/lib/casework/referrals/sharing/need-profiles'
import type { StagePayload } from '@/lib/casework/referrals/sharing/payload'
import { inReachedCase, placeOf } from '@/lib/casework/staff/reach'
import { ofLowRisk } from '@/lib/casework/tasks/low-risk'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { SEVERAL } from '@/lib/platform/gate/several'
import { openKeys } from '@/lib/platform/vault/keys'
import { unsealJson } from '@/lib/platform/vault/seal'
import { closed } from './panel-queries'

type Row = {
  id: string
  version: number
  hash: string
  code: string
  author: string
  keyId: string
  draft: string | null
  gone: GonePaper[]
  slips: { id: string; stage: number; keyId: string; payload: string }[] | null
}

/**
 * Whether a referral may be approved together with others (rows `r`, their cases `c`): a case of low risk, an ordinary limit,
 * nothing that waits for somebody's word, nobody else at it. One's own work is nobody's to approve.
 */
const mayGoTogether = ({
  actor,
}: Pick<Reading, 'actor'>) => sql`(r.state = 'PENDING_APPROVAL' and ${ofLowRisk}
  and r.author_id <> ${actor.userId} and r.payload_hash is not null
  and not exists (select from app.consents c where c.id = r.consent_id and ${sql.raw(waitsForWord)})
  and app.claimed_by_other(r.id) is null)`

/** Referrals of one service to one agency that can be let go together, each with what will leave of it. */
export async function viewTogether(reading: Reading, query: Query) {
  const { tx, actor } = reading
  const [partner = '', service = ''] = [one(query, 'partner'), one(query, 'service')]
  const subject = { type: 'queue', id: 'together', caseId: null }
  if (!isServiceCode(service) || !/^[A-Z0-9_]{2,40}$/.test(partner)) return { missing: subject }
  const rows = await tx.execute<Row>(sql`
    select r.id, r.version, encode(r.payload_hash, 'hex') as hash, c.code, u.name as author, r.key_id as "keyId", encode(r.draft, 'base64') as draft, ${gonePapers(sql`r.id`)} as gone,
      (select json_agg(json_build_object('id', s.id, 'stage', s.stage, 'keyId', s.key_id, 'payload', encode(s.payload, 'base64')))
        from app.shares s where s.referral_id = r.id and s.ended_at is null) as slips
    from app.referrals r join app.cases c on c.id = r.case_id join access.users u on u.id = r.author_id
    where r.partner_code = ${partner} and r.service = ${service} and ${inReachedCase(actor, placeOf('r'))} and ${mayGoTogether(reading)}
      and (r.supervisor_id is null or r.supervisor_id = ${actor.userId} or not app.supervisor_can_act(r.supervisor_id, r.case_id, r.office_id, r.sensitivity))
    order by r.due_at, r.id limit ${SEVERAL}`)
  const keys = await openKeys(
    tx,
    rows.flatMap(({ keyId, slips }) => [keyId, ...(slips ?? []).map((slip) => slip.keyId)]),
  )
  const bytes = (text: string) => Buffer.from(text, 'base64')
  return {
    view: {
      partner,
      service,
      rows: [...rows].map(({ id, version, hash, code, author, keyId, draft, slips, gone }) => {
        const team = keys.get(keyId)
        const stage = (which: number) => {
          const slip = slips?.find((some) => some.stage === which)
          const key = slip && keys.get(slip.keyId)
          return closed(key && unsealJson<StagePayload>(key, sharePlace(slip.id), bytes(slip.payload)))
        }
        const [first, second] = [stage(1), stage(2)]
        return {
          id,
          version,
          hash: shownHash(hash, gone),
          gone: gone.map(({ kind }) => kind),
          code,
          author,
          need: team && draft ? unsealJson<ReferralDraft>(team, draftPlace(id), bytes(draft)).reasonText : '',
          stage1: first.payload,
          stage2: second.payload,
          hidden: [...first.hidden, ...second.hidden],
        }
      }),
    },
    subject,
    // Whose need was read, as each panel of the queue says it.
    detail: { referrals: rows.map(({ id }) => id) },
  }
}
