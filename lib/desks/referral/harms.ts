import { sql } from 'drizzle-orm'
import { harmPlace } from '@/lib/base/addresses/referral-places'
import { HARM, isHarm } from '@/lib/casework/referrals/harm/kinds'
import { inReachedCase, placeOf } from '@/lib/casework/staff/reach'
import type { Actor } from '@/lib/platform/access/actor'
import { unwrap } from '@/lib/platform/vault/keys'
import { unseal } from '@/lib/platform/vault/seal'

/** A report as SQL hands it over in JSON: instants are text, bytes are base64. */
export type HarmJson = {
  id: string
  kind: string
  name: string
  reportedAt: string
  dueAt: string | null
  handledAt: string | null
  action: string | null
  words: string | null
  key: { id: string; wrapped: string } | null
}

/** The harms reported about `app.referrals r`, as far as they exist for this actor: one column of a statement. */
export const harmsJson = (actor: Actor) => sql`(
  select coalesce(json_agg(json_build_object('id', h.id, 'kind', h.kind, 'name', n.name, 'reportedAt', h.reported_at,
    'dueAt', h.due_at, 'handledAt', h.handled_at, 'action', h.action, 'words', encode(h.words, 'base64'),
    'key', case when v.id is not null then json_build_object('id', v.id, 'wrapped', encode(v.wrapped, 'base64')) end)
    order by h.reported_at), '[]')
  from app.harm_reports h join access.users n on n.id = h.reported_by left join vault.keys v on v.id = h.key_id
  where h.referral_id = r.id and ${inReachedCase(actor, placeOf('h'))})`

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text))

function wordsOf({ id, key, words }: HarmJson): string {
  if (!key || !words) return ''
  const opened = unwrap({ id: key.id, wrapped: Buffer.from(key.wrapped, 'base64') })
  return unseal(opened, harmPlace(id), Buffer.from(words, 'base64')).toString('utf8')
}

/** One report for the team and the supervisors, with the words as they were said. */
export const openHarm = (json: HarmJson) => ({
  id: json.id,
  kind: json.kind,
  firstHelp: isHarm(json.kind) ? HARM[json.kind].firstHelp : [],
  name: json.name,
  reportedAt: new Date(json.reportedAt),
  dueAt: instant(json.dueAt),
  handledAt: instant(json.handledAt),
  action: json.action,
  words: wordsOf(json),
})
export type Harm = ReturnType<typeof openHarm>
