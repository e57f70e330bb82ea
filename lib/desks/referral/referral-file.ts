import { sql } from 'drizzle-orm'
import { checkPlace, commentPlace, messagePlace, sharePlace } from '@/lib/base/addresses/referral-places'
import { type ConsentJson, consentJson, consentRow } from '@/lib/casework/consents/consent-rows'
import { type Identity, identityPlace } from '@/lib/casework/people/identity'
import type { Receives } from '@/lib/casework/referrals/links/policy'
import type { ReferralAct } from '@/lib/casework/referrals/machine/acts'
import type { ReferralState } from '@/lib/casework/referrals/machine/states'
import type { Channel, Correction, Party, ReferralVerb } from '@/lib/casework/referrals/machine/transitions'
import { type Hand, handOf } from '@/lib/casework/referrals/reach/hand'
import type { StagePayload } from '@/lib/casework/referrals/sharing/payload'
import { inReachedCase, placeOf } from '@/lib/casework/staff/reach'
import { referralDue } from '@/lib/desks/work/duties'
import type { Ctx } from '@/lib/platform/gate/verb'
import { clockSettings, rulesOf, type SettingRow } from '@/lib/platform/settings/read'
import { unwrap } from '@/lib/platform/vault/keys'
import { type OpenKey, unseal, unsealJson } from '@/lib/platform/vault/seal'
import { type HarmJson, harmsJson, openHarm } from './harms'

/** One line of the history with whoever did it; `from` is null for the start. */
export type Happened = {
  verb: ReferralVerb | ReferralAct | Correction
  from: ReferralState | null
  to: ReferralState
  at: Date
  who: string | null
  by: Party
  channel: Channel
  reason: string | null
  /** The referral's after it; by it a comment finds its event. */
  version: number
}
/** A paper that came with a word of the agency; `waits`: nobody of the team has kept it yet. */
type SentPaper = { id: string; format: string; size: number; waits: boolean; gone: boolean }
export type Said = {
  id: string
  at: Date
  who: string | null
  party: 'team' | 'partner'
  paper: SentPaper | undefined
  text: string
}
export type Slips = { stage1: StagePayload; stage2: StagePayload; sealedAt: Date; ended: boolean }
/** What the person answered, the newest time we asked. */
export type Asked = {
  received: string
  satisfied: string
  wanted: string | null
  askedOn: string
  note: string
}

/** How far the newest message to the agency got. Times as the database writes them. */
export type Told = {
  state: 'QUEUED' | 'SENT' | 'FAILED'
  madeAt: string
  sentAt: string | null
  failure: string | null
  way?: 'MAIL' | 'SMS'
}

/** What a live link waits for. */
export type LinkStands = { until: string; asked: boolean; opened: boolean; code: boolean; spent: boolean }

type EventJson = Omit<Happened, 'at' | 'from'> & { at: string; from: string }
type Context = {
  events: EventJson[]
  author: string
  sex: string
  birthYear: number | null
  ageBasis: string | null
  /** The sealed person, and the key of this reader to it. */
  personId: string
  identity: Buffer
  keyId: string
  wrapped: Buffer | null
  cercle: string
  consent: ConsentJson | null
  followedBy: string | null
  /** The limit of what it asks of us, as home and case say it; once that is done, the limit it had. */
  asksBy: string | null
  askedBy: string | null
  place: string | null
  harms: HarmJson[]
  settings: SettingRow[]
  /** The newest word to the agency and how far it got; the agency's number; the task of whoever calls. */
  told: Told | null
  partnerPhone: string
  /** Who of the agency has it in hand, and whether anybody is there. */
  hand: Hand | null
  /** How the agency is reached; the newest link to it, while it lives. */
  receives: Receives
  link: LinkStands | null
  callTask: string | null
  /** Who said that they called the agency because no message reached it, and when. */
  calls: { at: string; who: string | null }[]
  /** Seconds before an agency that was reminded is reminded again. */
  remindAfter: number
}

/**
 * What surrounds a referral: history, author, person's band, consent, the harm reported about it, and the clocks' limits.
 * One statement.
 */
export async function contextOfReferral({ tx, actor }: Ctx, id: string) {
  const [row] = await tx.execute<Context>(sql`
    select u.name as author, p.sex, p.birth_year as "birthYear", p.age_basis as "ageBasis", k.cercle,
      p.id as "personId", p.identity, p.key_id as "keyId", (select v.wrapped from vault.keys v where v.id = p.key_id) as wrapped, d.place,
      ${clockSettings} as settings, ${harmsJson(actor)} as harms,
      (select json_agg(json_build_object('verb', e.verb, 'from', e.from_state, 'to', e.to_state, 'at', e.at,
          'who', a.name, 'by', e.party, 'channel', e.channel, 'reason', e.reason,
          'version', e.version) order by e.id)
        from app.referral_events e left join access.users a on a.id = e.actor_id where e.referral_id = r.id) as events,
      (select ${sql.raw(consentJson)} from app.consents c where c.id = r.consent_id) as consent,
      (select x.id from app.referrals x where x.previous_id = r.id order by x.last_at desc limit 1) as "followedBy",
      app.partner_told(r.id) as told, (select a.phone from app.partners a where a.code = r.partner_code) as "partnerPhone",
      app.receives(r.partner_code, coalesce(r.base_office_id, r.office_id)) as receives,
      ${handOf(sql`r.id`)} as hand,
      (select json_build_object('until', l.expires_at, 'asked', l.asked, 'opened', l.opened_at is not null,
          'code', l.code_seed is not null, 'spent', l.tries_left = 0) from app.link_of(r.id) l where l.live) as link,
      (select t.id from app.tasks t where t.subject_id = r.id and t.kind = 'CALL_PARTNER' and t.state = 'OPEN') as "callTask",
      (select coalesce(json_agg(json_build_object('at', t.done_at, 'who', b.name) order by t.done_at), '[]') from app.tasks t
        left join access.users b on b.id = t.done_by where t.subject_id = r.id and t.kind = 'CALL_PARTNER' and t.outcome = 'SAID_DONE') as calls,
      extract(epoch from app.setting('notice.again'))::float8 as "remindAfter",
      ${referralDue} as "asksBy", (select t.due_at from app.tasks t where t.subject_id = r.id
        and t.kind in ('NOT_CONFIRMED', 'NEXT_STEP') order by t.opened_at desc limit 1) as "askedBy"
    from app.referrals r join app.cases k on k.id = r.case_id
      join app.people p on p.case_id = r.case_id and p.standing = 'PRINCIPAL'
      join access.users u on u.id = r.author_id
      left join app.directory_entries d on d.id = r.entry_id
    where r.id = ${id} and ${inReachedCase(actor, placeOf('r'))}`)
  if (!row) throw new Error('a referral without its case')
  const events = row.events.map(
    (event): Happened => ({
      ...event,
      at: new Date(event.at),
      from: event.from === '' ? null : (event.from as ReferralState),
    }),
  )
  const { settings, harms, consent, asksBy, askedBy, personId, identity, keyId, wrapped, ...context } = row
  const key = wrapped && unwrap({ id: keyId, wrapped })
  return {
    ...context,
    birthDate: key ? unsealJson<Identity>(key, identityPlace(personId), identity).birthDate : undefined,
    asksBy: asksBy === null ? null : new Date(asksBy),
    askedBy: askedBy === null ? null : new Date(askedBy),
    events,
    consent: consent && consentRow(consent),
    harms: harms.map(openHarm),
    rules: rulesOf(settings),
  }
}

type SealedRow = {
  kind: 'share' | 'message' | 'check' | 'comment'
  id: string
  key_id: string
  wrapped: Buffer
  sealed: Buffer
  at: string
  label: string
  who: string | null
  more: {
    ended?: boolean
    received?: string
    satisfied?: string
    wanted?: string | null
    askedOn?: string
    paper?: SentPaper | null
  }
}

/** Everything sealed of a referral, opened with the keys this person may read. One statement. */
export async function sealedOf({ tx }: Pick<Ctx, 'tx'>, id: string) {
  const rows = await tx.execute<SealedRow>(sql`
    select s.*, k.wrapped from (
      select 'share' as kind, id, key_id, payload as sealed, sealed_at as at, stage::text as label, null as who,
        json_build_object('ended', ended_at is not null or until < (clock.casework_now())::date) as more
        from app.shares where referral_id = ${id}
      union all
      select 'message', m.id, m.key_id, m.body, m.at, m.party, u.name, json_build_object('paper', (select json_build_object(
          'id', d.id, 'format', d.format, 'size', d.size, 'waits', d.reader = 'AGENCY', 'gone', d.withdrawn_at is not null)
          from app.documents d where d.message_id = m.id))
        from app.referral_messages m left join access.users u on u.id = m.author_id where m.referral_id = ${id}
      union all
      select 'comment', referral_id, key_id, body, at, version::text, null, '{}'
        from app.referral_comments where referral_id = ${id}
      union all
      select * from (select 'check', referral_id, key_id, note, asked_on, '', null, json_build_object('received', received,
          'satisfied', satisfied, 'wanted', wanted, 'askedOn', asked_on)
        from app.verifications v where referral_id = ${id} order by v.id desc limit 1) newest
    ) s join vault.keys k on k.id = s.key_id order by s.at, s.id`)
  return {
    slips: slipsOf(rows),
    messages: messagesOf(rows),
    asked: askedOf(rows),
    comments: commentsOf(rows),
  }
}

const keyOf = (row: SealedRow): OpenKey => unwrap({ id: row.key_id, wrapped: row.wrapped })

/** The newest pair of slips: a returned referral has older ones that ended. */
function slipsOf(rows: readonly SealedRow[]): Slips | undefined {
  const newest = (stage: string) => rows.findLast((row) => row.kind === 'share' && row.label === stage)
  const [first, second] = [newest('1'), newest('2')]
  if (!first || !second) return undefined
  const open = (row: SealedRow): StagePayload =>
    JSON.parse(unseal(keyOf(row), sharePlace(row.id), row.sealed).toString('utf8'))
  return {
    stage1: open(first),
    stage2: open(second),
    sealedAt: new Date(first.at),
    ended: first.more.ended === true,
  }
}

const messagesOf = (rows: readonly SealedRow[]): Said[] =>
  rows
    .filter((row) => row.kind === 'message')
    .map((row) => ({
      id: row.id,
      at: new Date(row.at),
      who: row.who,
      party: row.label === 'partner' ? 'partner' : 'team',
      paper: row.more.paper ?? undefined,
      text: unseal(keyOf(row), messagePlace(row.id), row.sealed).toString('utf8'),
    }))

/** What was said beside a coded reason, by the version it led to. */
const commentsOf = (rows: readonly SealedRow[]): Record<number, string> =>
  Object.fromEntries(
    rows
      .filter(({ kind }) => kind === 'comment')
      .map((row) => {
        const version = Number(row.label)
        return [version, unseal(keyOf(row), commentPlace(row.id, version), row.sealed).toString('utf8')]
      }),
  )

function askedOf(rows: readonly SealedRow[]): Asked | undefined {
  const row = rows.find(({ kind }) => kind === 'check')
  if (!row) return undefined
  const { received = '', satisfied = '', wanted = null, askedOn = '' } = row.more
  const note = unseal(keyOf(row), checkPlace(row.id), row.sealed).toString('utf8')
  return { received, satisfied, wanted, askedOn, note }
}
