import { inArray, sql } from 'drizzle-orm'
import { commentPlace, draftPlace, type ReferralDraft } from '@/lib/base/addresses/referral-places'
import { isoDayOf } from '@/lib/base/time/days'
import { isChild } from '@/lib/casework/consents/asked'
import { type ConsentJson, consentJson, consentRow } from '@/lib/casework/consents/consent-rows'
import type { ConsentRow } from '@/lib/casework/consents/cover'
import { type FactKey, isFactKey } from '@/lib/casework/consents/facts'
import { judgedAgain } from '@/lib/casework/consents/judge-again'
import { opens } from '@/lib/casework/documents/within'
import { birthOf } from '@/lib/casework/people/birth'
import type { PersonView } from '@/lib/casework/people/queries'
import { openIdentity } from '@/lib/casework/people/sealed-identity'
import { takes } from '@/lib/casework/services/capacity'
import { agreementInForce } from '@/lib/casework/services/ranking'
import { inReachedCase, placeOf } from '@/lib/casework/staff/reach'
import type { Ctx } from '@/lib/platform/gate/verb'
import { unwrap } from '@/lib/platform/vault/keys'
import { type OpenKey, unseal, unsealJson } from '@/lib/platform/vault/seal'
import { ASKED_FIRST, type HarmKind } from '../harm/kinds'
import type { ReferralRow } from '../reach/scope'
import { type Cover, cover, type SendingProblem, sendingProblems } from './cover'
import { contextOf, sourceOf } from './fact-source'
import type { FactSource, Paper } from './fact-values'
import { isServiceCode } from './need-profiles'
import { type NeedContext, presetFacts } from './need-to-know'
import { coverOfPapers, mayGoAlong, type WentAlong } from './papers'
import { buildPayloads, leavingFacts, type Payloads } from './payload'
import { withoutNames } from './ticks'

type Surroundings = {
  people: SealedPerson[] | null
  cercle: string
  doNotContact: boolean
  consents: ConsentJson[] | null
  harms: HarmKind[] | null
  /** Documents of the team, newest first, and which of them left on which yes. */
  papers: OfferedPaper[] | null
  went: WentAlong[] | null
  entry: { state: string; place: string; verifiedOn: string; pausedUntil: string | null } | null
  /** How it reaches the agency for this office; null: nobody would see it. */
  receives: 'ACCOUNT' | 'PHONE' | null
  /** When the draft was begun: the earliest its answer can have been given. */
  startedAt: string | null
  agreement: { agreementFrom: string | null; agreementUntil: string | null }
  /** While it is given back: why, and the sealed words beside it. */
  returned: { reason: string; version: number; body: string | null } | null
}

/** A document that may go along, with the days by which our own side knows it. */
export type OfferedPaper = Paper & { madeOn: string | null; addedOn: string }

/** A referral on the desk: what it would share, whether that is covered, and whether it could leave now. */
export type Preview = {
  draft: ReferralDraft
  person: PersonView
  source: FactSource
  context: NeedContext
  /** Documents of the case that may go along with it. */
  offered: OfferedPaper[]
  /** What left before, and on which yes. */
  went: WentAlong[]
  /** Facts ticked on the page, or those this service asks for while nobody has ticked anything. */
  ticked: FactKey[]
  /** Ticked and known: exactly these leave. */
  leaving: FactKey[]
  payloads: Payloads
  consents: ConsentJson[]
  /** The answers on file, judged again today. */
  rows: ConsentRow[]
  entry: Surroundings['entry']
  /** Harm at this service of this partner that the person must be asked about before they are sent there again. */
  harms: HarmKind[]
  /** Whether the person is, or may be, under age. */
  child: boolean
  /** When the answer on page 1 was given. */
  answeredAt: Date
  covered: Cover
  problems: SendingProblem[]
  /** Why it was given back, with the words of whoever did; nothing once it was handed in again. */
  returned: { reason: string; words: string } | null
  key: OpenKey
}

/** Reads everything that decides what leaves, in one statement. */
export async function previewOf(ctx: Ctx, referral: ReferralRow): Promise<Preview> {
  const around = await surroundings(ctx, referral)
  const { everyone, keys } = openPeople(around.people ?? [])
  const person = everyone.find((one) => one.standing === 'PRINCIPAL')
  const key = keys.get(referral.keyId)
  if (!person || !key) throw new Error('a case without its person, or its key out of reach')
  const draft: ReferralDraft = referral.draft
    ? unsealJson(key, draftPlace(referral.id), referral.draft)
    : { reasonText: '', meetingPlace: '', askedByPerson: false }
  const { service, priority, partnerCode: partner } = referral
  if (!isServiceCode(service)) throw new Error('a referral to something that is no service')
  const { cercle, doNotContact } = around
  const offered = (around.papers ?? []).filter((paper) => mayGoAlong(service, paper))
  const papers = offered.filter(({ id }) => draft.papers?.includes(id))
  const asked = { service, priority, partner, cercle, doNotContact, draft, papers }
  const when = { asked, now: ctx.actor.now }
  const source = sourceOf(person, everyone, when)
  const context = contextOf(person, when)
  const ticked = ticksOf(referral, presetFacts(service, context))
  const leaving = leavingFacts(source, ticked)
  const rows = judgedAgain((around.consents ?? []).map(consentRow), {
    birth: birthOf(person),
    day: isoDayOf(ctx.actor.now),
    restricted: referral.sensitivity === 'S4',
  })
  const child = isChild(birthOf(person), isoDayOf(ctx.actor.now))
  const went = around.went ?? []
  const covered = coverOfPapers(
    cover(rows, { partner, service, facts: leaving, on: ctx.actor.now, child }),
    leaving.includes('papers') ? papers : [],
    went,
  )
  return {
    draft,
    person,
    source,
    context,
    offered,
    went,
    ticked,
    leaving,
    payloads: buildPayloads(source, leaving, context),
    consents: around.consents ?? [],
    rows,
    entry: around.entry,
    harms: around.harms ?? [],
    child,
    answeredAt: new Date(draft.consent?.askedAt ?? around.startedAt ?? 0),
    covered,
    problems: sendingProblems({
      cover: covered,
      directoryOpen: around.entry !== null && takes(around.entry.state),
      agreementInForce: agreementInForce(around.agreement, isoDayOf(ctx.actor.now)),
      somebodyReceives: around.receives !== null,
    }),
    returned: around.returned && {
      reason: around.returned.reason,
      words: returnWords(key, referral.id, around.returned),
    },
    key,
  }
}

const returnWords = (
  key: OpenKey,
  id: string,
  { version, body }: NonNullable<Surroundings['returned']>,
): string => (body === null ? '' : unseal(key, commentPlace(id, version), bytesOf(body)).toString('utf8'))

function ticksOf({ facts, withoutName }: ReferralRow, preset: FactKey[]): FactKey[] {
  const ticked = facts.length > 0 ? facts.filter(isFactKey) : preset
  return withoutName ? withoutNames(ticked) : ticked
}

type SealedPerson = { person: Record<string, unknown>; wrapped: string }

/** `\x…`, as bytes travel inside JSON. */
const bytesOf = (hex: unknown): Buffer => Buffer.from(String(hex).slice(2), 'hex')
const camel = (name: string): string =>
  name.replace(/_(\w)/g, (_whole, letter: string) => letter.toUpperCase())

function openPeople(rows: readonly SealedPerson[]) {
  const keys = new Map<string, OpenKey>()
  const everyone = rows.map(({ person, wrapped }): PersonView => {
    const { key_id, identity, ...plain } = person
    const id = String(key_id)
    const key = keys.get(id) ?? unwrap({ id, wrapped: bytesOf(wrapped) })
    keys.set(id, key)
    const named = Object.fromEntries(Object.entries(plain).map(([name, value]) => [camel(name), value]))
    return { ...named, identity: openIdentity(key, String(plain.id), bytesOf(identity)) } as PersonView
  })
  return { everyone, keys }
}

async function surroundings({ tx, actor }: Ctx, referral: ReferralRow): Promise<Surroundings> {
  const [row] = await tx.execute<Surroundings>(sql`
    select k.cercle, k.do_not_contact as "doNotContact", app.receives(${referral.partnerCode}, k.office_id) as receives,
      (select min(e.at) from app.referral_events e where e.referral_id = ${referral.id}) as "startedAt",
      (select json_agg(json_build_object('person', to_jsonb(p), 'wrapped', v.wrapped))
        from app.people p join vault.keys v on v.id = p.key_id where p.case_id = k.id) as people,
      (select json_agg(${sql.raw(consentJson)}) from app.consents c where c.case_id = k.id) as consents,
      (select json_agg(distinct h.kind) from app.harm_reports h join app.referrals x on x.id = h.referral_id
        where x.case_id = k.id and x.partner_code = ${referral.partnerCode} and x.service = ${referral.service}
          and ${inArray(sql`h.kind`, ASKED_FIRST)}) as harms,
      (select json_agg(json_build_object('id', d.id, 'kind', d.kind, 'format', d.format, 'size', d.size, 'madeOn', d.made_on,
          'addedOn', (d.added_at)::date) order by d.added_at desc, d.id desc) from app.documents d
        where d.case_id = k.id and d.reader = 'TEAM' and ${opens(actor)}) as papers,
      (select json_agg(json_build_object('consent', s.consent_id, 'document', x.document_id))
        from app.shares s join app.share_papers x on x.share_id = s.id where s.case_id = k.id) as went,
      (select json_build_object('state', d.state, 'place', d.place, 'verifiedOn', d.verified_on,
          'pausedUntil', d.paused_until) from app.directory_entries d
        where d.partner_code = ${referral.partnerCode} and d.service = ${referral.service}
          and d.office_id = k.office_id) as entry,
      (select json_build_object('agreementFrom', p.agreement_from, 'agreementUntil', p.agreement_until)
        from app.partners p where p.code = ${referral.partnerCode}) as agreement,
      (select json_build_object('reason', e.reason, 'version', e.version, 'body', m.body) from app.referral_events e
          left join app.referral_comments m on m.referral_id = e.referral_id and m.version = e.version and m.key_id = ${referral.keyId}
        where e.referral_id = ${referral.id} and e.verb = 'return' and ${referral.state} = 'RETURNED' order by e.id desc limit 1) as returned
    from app.cases k where k.id = ${referral.caseId} and ${inReachedCase(actor, placeOf('k', 'id'))}`)
  if (!row) throw new Error('a referral without its case')
  return row
}
