import { and, eq, inArray, sql } from 'drizzle-orm'
import { draftPlace, type ReferralDraft, sharePlace } from '@/lib/base/addresses/referral-places'
import type { Birth } from '@/lib/base/time/age-on'
import { type ConsentJson, consentJson, consentRow, waitsForWord } from '@/lib/casework/consents/consent-rows'
import { FACT_KEYS, FACTS, type FactKey } from '@/lib/casework/consents/facts'
import { lastNo } from '@/lib/casework/consents/standing-no'
import { allowedVerbs } from '@/lib/casework/referrals/machine/policy'
import { staffSituation } from '@/lib/casework/referrals/machine/situation'
import { inReach } from '@/lib/casework/referrals/reach/scope'
import { within } from '@/lib/casework/referrals/reach/within'
import { purposeOf } from '@/lib/casework/referrals/sharing/cover'
import { gonePapers, shownHash } from '@/lib/casework/referrals/sharing/gone-papers'
import type { StagePayload } from '@/lib/casework/referrals/sharing/payload'
import { type Attempt, attemptsJson, nextAfter } from '@/lib/casework/referrals/verbs/next-referral'
import { mayReroute } from '@/lib/casework/referrals/verbs/reroute-referral'
import { answerRate, directory } from '@/lib/casework/services/queries'
import { otherClaim, ownClaim } from '@/lib/casework/tasks/waiting-item'
import type { Priority } from '@/lib/engines/clocks/rules'
import { cases, consents, people, referrals, shares, users, vaultKeys } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { referralRules } from '@/lib/platform/settings/read'
import { unwrap } from '@/lib/platform/vault/keys'
import { unsealJson } from '@/lib/platform/vault/seal'

type Before = { partner: string; service: string; state: string }

/** Facts that say who somebody is or how to reach them: shown by an act of its own. */
export const identifying = (fact: FactKey): boolean =>
  FACTS[fact].sensitivity === 'IDENTITY' || FACTS[fact].sensitivity === 'CONTACT'

/** What is left of a payload while identity stays closed, and which of its facts stay behind. PURE. */
export function closed(payload: StagePayload | undefined): { payload: StagePayload; hidden: FactKey[] } {
  const given = FACT_KEYS.filter((fact) => payload?.[fact] !== undefined)
  const open = Object.entries(payload ?? {}).filter(([fact]) => !identifying(fact as FactKey))
  return { payload: Object.fromEntries(open) as StagePayload, hidden: given.filter(identifying) }
}

/**
 * One referral as the supervisor decides on it: the payload as it will leave, opened; why; consent; partner; before.
 * Identity stays closed unless `names` asks for it.
 */
export async function referralPanel(ctx: Ctx, id: string, names = false) {
  const found = await withContext(ctx, id)
  if (!found) return undefined
  const { referral } = found
  const slips = await slipsOf(ctx, id, referral.keyId)
  const { author, consent, rate, before } = found
  const own = slips.keys.get(referral.keyId)
  const [first, second] = [1, 2].map((stage) => {
    const payload = slips.payloads.get(stage)
    return names ? { payload, hidden: [] } : closed(payload)
  })
  const draft =
    own && referral.draft ? unsealJson<ReferralDraft>(own, draftPlace(id), referral.draft) : undefined
  return {
    id,
    caseCode: found.caseCode,
    caseId: referral.caseId,
    restricted: referral.sensitivity === 'S4',
    state: referral.state,
    version: referral.version,
    hash: shownHash(referral.payloadHash?.toString('hex') ?? '', found.gone),
    /** Kinds of papers on the slip that were taken away since. */
    gone: found.gone.map(({ kind }) => kind),
    partner: referral.partnerCode,
    service: referral.service,
    priority: referral.priority,
    facts: referral.facts as FactKey[],
    need: draft?.reasonText ?? '',
    stage1: first?.payload,
    stage2: second?.payload,
    claim: found.claim && { by: found.claim.by, until: new Date(found.claim.until) },
    claimedByMe: found.own,
    hidden: [...(first?.hidden ?? []), ...(second?.hidden ?? [])],
    submittedAt: referral.submittedAt,
    sentAt: referral.sentAt,
    dueAt: referral.dueAt,
    dueKind: referral.dueKind,
    /** The limits of its clocks by the settings of today. */
    limits: (await referralRules(ctx.tx))[referral.priority as Priority],
    verbs: allowedVerbs(staffSituation(ctx.actor, referral, found)).filter(
      (verb) => !(found.waits && verb === 'approve'),
    ),
    /** What it rests on waits for somebody's own word; whether this person may give it. */
    toConfirm: found.waits ? { consentId: referral.consentId ?? '', mine: found.mine } : undefined,
    author,
    consent: consent && consentRow(consent),
    birth: found.birth,
    lastNo: lastNo((found.nos ?? []).map(consentRow), {
      purpose: purposeOf(referral.service),
      partner: referral.partnerCode,
      service: referral.service,
    }),
    rate,
    before,
    next: ASKED_ELSEWHERE.includes(referral.state) ? await nextAround(ctx, found, id) : undefined,
    /** One press recalls it and has the person asked for the next one. */
    mayReroute: mayReroute(ctx.actor, found).allowed,
  }
}
export type QueuePanel = NonNullable<Awaited<ReturnType<typeof referralPanel>>>

/** Where somebody else may have to be asked for the same service. */
const ASKED_ELSEWHERE = ['SENT', 'ACKNOWLEDGED', 'ACCEPTED', 'IN_PROGRESS', 'CONTESTED', 'NOT_ACCESSED']

/** Who can be asked instead, best first, so that nobody has to look for them. */
async function nextAround(
  ctx: Ctx,
  { referral, cercle }: { referral: { service: string; officeId: string; caseId: string }; cercle: string },
  id: string,
) {
  const { service, officeId: office, caseId } = referral
  const [row] = await ctx.tx.execute<{ attempts: Attempt[] | null }>(
    sql`select ${attemptsJson(ctx.actor, caseId)} as attempts`,
  )
  const entries = await directory(ctx, { office, service })
  return nextAfter(id, { attempts: row?.attempts ?? [], entries, cercle, now: ctx.actor.now })?.offered.slice(
    0,
    2,
  )
}

/** Live slips with their keys, and the case team's key for the need in words. One statement. */
async function slipsOf({ tx }: Ctx, referralId: string, teamKeyId: string) {
  const rows = await tx
    .select({
      keyId: vaultKeys.id,
      wrapped: vaultKeys.wrapped,
      id: shares.id,
      stage: shares.stage,
      payload: shares.payload,
      ended: shares.endedAt,
    })
    .from(vaultKeys)
    .leftJoin(shares, sql`${shares.keyId} = ${vaultKeys.id} and ${shares.endedAt} is null`)
    .where(
      inArray(
        vaultKeys.id,
        sql`(select ${teamKeyId}::uuid union select s.key_id from app.shares s where s.referral_id = ${referralId} and s.ended_at is null)`,
      ),
    )
  const keys = new Map(rows.map((row) => [row.keyId, unwrap({ id: row.keyId, wrapped: row.wrapped })]))
  const payloads = new Map<number, StagePayload>()
  for (const { keyId, id, stage, payload } of rows) {
    const key = keys.get(keyId)
    if (key && id && stage && payload)
      payloads.set(stage, unsealJson<StagePayload>(key, sharePlace(id), payload))
  }
  return { keys, payloads }
}

/** The referral inside what this actor can see, with its author, consent, the partner's record and what went before. */
async function withContext({ tx, actor }: Ctx, id: string) {
  const [row] = await tx
    .select({
      ...inReach(actor.userId),
      author: users.name,
      cercle: cases.cercle,
      consent: sql<ConsentJson | null>`(select ${sql.raw(consentJson)} from ${consents} c where c.id = ${referrals.consentId})`,
      waits: sql<boolean>`exists (select from ${consents} c where c.id = ${referrals.consentId}
        and ${sql.raw(waitsForWord)})`,
      mine: sql<boolean>`exists (select from app.consents_to_confirm() w where w.id = ${referrals.consentId})`,
      birth: sql<Birth>`(select json_build_object('year', p.birth_year, 'basis', p.age_basis) from ${people} p
        where p.case_id = ${referrals.caseId} and p.standing = 'PRINCIPAL')`,
      gone: gonePapers(sql`${referrals.id}`),
      nos: sql<ConsentJson[] | null>`(select json_agg(${sql.raw(consentJson)}) from app.consents c
        where c.case_id = ${referrals.caseId} and c.status in ('REFUSED', 'WITHDRAWN'))`,
      claim: otherClaim(sql`${referrals.id}`),
      own: ownClaim({ actor }, sql`${referrals.id}`),
      rate: answerRate(referrals.partnerCode, referrals.service),
      before: sql<
        Before[]
      >`(select coalesce(json_agg(json_build_object('partner', x.partner_code, 'service', x.service, 'state', x.state)
        order by x.last_at desc), '[]') from ${referrals} x where x.case_id = ${referrals.caseId} and x.id <> ${referrals.id}
        and x.sent_at is not null)`,
    })
    .from(referrals)
    .innerJoin(cases, eq(cases.id, referrals.caseId))
    .innerJoin(users, eq(users.id, referrals.authorId))
    .where(and(eq(referrals.id, id), within(actor)))
  return row
}
