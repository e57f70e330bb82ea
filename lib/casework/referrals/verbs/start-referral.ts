import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { type ConsentAnswers, draftPlace, type ReferralDraft } from '@/lib/base/addresses/referral-places'
import { onCase } from '@/lib/casework/cases/on-case'
import { mayHelp } from '@/lib/casework/cases/policy'
import type { CaseInReach } from '@/lib/casework/cases/scope'
import { canBeJudged } from '@/lib/casework/consents/asked'
import { saidBefore } from '@/lib/casework/consents/queries'
import { saidYesTo } from '@/lib/casework/consents/said-yes'
import { peopleOf, principalOf } from '@/lib/casework/people/queries'
import { nextBest } from '@/lib/casework/services/next-best'
import { directory } from '@/lib/casework/services/queries'
import { ranked } from '@/lib/casework/services/ranking'
import { referrals } from '@/lib/platform/db/schema'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { caseKey } from '@/lib/platform/vault/keys'
import { sealJson } from '@/lib/platform/vault/seal'
import type { ReferralRow } from '../reach/scope'
import { within } from '../reach/within'
import { purposeOf } from '../sharing/cover'
import { answeredNow, answerProblem, recordNo } from './ask-person'
import { type Filling, fillingOf } from './fill-from'
import { endAfterNext } from './follow-on'
import { startForm } from './forms'
import { type Attempt, attemptsJson } from './next-referral'

/**
 * Page 1: the person was asked. A no is recorded and stops here. Anything else begins a draft towards the first partner
 * of the directory that can be chosen for this service; page 2 confirms it or takes another. One that follows another
 * of the same service, towards a chosen partner, begins filled with what that one said: only the check is left.
 */
export const startReferral = verb({
  ...onCase,
  name: 'referral.start',
  form: startForm,
  page: ({ code }) => `/cases/${code}/refer`,
  policy: (actor, found) => mayHelp(actor, found),
  doubts: async (ctx, { record }, { service, answer, ...rest }) => {
    if (!service || answer === 'EXISTING' || answer === 'REFUSED') return {}
    if (!canBeJudged({ answer, giver: rest.giver })) return {}
    return (await answerProblem(ctx, record, { service, consent: { answer, ...rest } })) ?? {}
  },
  apply: async (ctx, found, { service, previous, entry, keepRunning, ...consent }) => {
    const page = `/cases/${found.record.code}/refer`
    const { answer, ...rest } = consent
    if (answer === 'REFUSED') {
      const no = await recordNo(ctx, found.record, { service, keepRunning, asked: { answer, ...rest } })
      return 'invalid' in no
        ? no
        : { location: `${page}?refused=${service}`, detail: { stopped: no.stopped } }
    }
    const wrong = await answerProblem(ctx, found.record, { service, consent: { answer, ...rest } })
    if (wrong) return { invalid: wrong }
    const entries = await offering(ctx, found, service)
    const named = entries.find(({ id, choosable }) => id === entry && choosable)
    // Who receives it is known already: "already asked" is only true of them.
    if (answer === 'EXISTING' && named && !(await wasAsked(ctx, found, { service, partner: named.partner })))
      return { invalid: { answer: 'not-asked' } }
    const before = previous === '' ? undefined : await earlier(ctx, previous, found.record.id)
    if (previous !== '' && !before) return { invalid: { previous: 'not-a-code' } }
    const same = before?.service === service ? before : undefined
    const { offered } = nextBest(entries, await aroundCase(ctx, found, service))
    const chosen = offered.find(({ id, choosable }) => id === entry && choosable)
    if (same && named && !chosen) return { invalid: { entry: 'tried' } }
    const first = chosen ?? offered[0] ?? entries[0]
    if (!first) return { invalid: { service: 'nobody' } }
    const filling = chosen && same && (await fillingOf(ctx, same))
    const id = await begin(ctx, found, {
      service,
      partner: first.partner,
      previous: previous || null,
      consent: answeredNow(ctx, { answer, ...rest }),
      filled: chosen && filling && { ...filling, entry: chosen.id },
    })
    const confirm = `service${chosen ? `?entry=${chosen.id}` : ''}`
    return {
      location: `${page}/${id}/${filling ? 'check' : confirm}`,
      id,
      detail: { referral: id },
    }
  },
})

async function offering(ctx: Ctx, { record }: CaseInReach, service: string) {
  const entries = await directory(ctx, { office: record.officeId, service })
  return ranked(entries, record.cercle, ctx.actor.now)
}

/** What was tried for this service already: nobody who said no lately, did harm or has it is asked again. */
async function aroundCase({ tx, actor }: Ctx, { record }: CaseInReach, service: string) {
  const [row] = await tx.execute<{ attempts: Attempt[] | null }>(
    sql`select ${attemptsJson(actor, record.id)} as attempts`,
  )
  const tried = (row?.attempts ?? []).filter((one) => one.service === service)
  return { cercle: record.cercle, tried, now: actor.now }
}

const wasAsked = async (
  ctx: Ctx,
  { record }: CaseInReach,
  { service, partner }: { service: string; partner: string },
): Promise<boolean> =>
  saidYesTo(await saidBefore(ctx, record.id), { purpose: purposeOf(service), partner, service })

async function earlier(
  { tx, actor }: Ctx,
  referralId: string,
  caseId: string,
): Promise<ReferralRow | undefined> {
  const [row] = await tx
    .select()
    .from(referrals)
    .where(and(eq(referrals.id, referralId), eq(referrals.caseId, caseId), within(actor)))
  return row
}

type Beginning = {
  service: string
  partner: string
  previous: string | null
  consent: ConsentAnswers
  filled: (Filling & { entry: string }) | undefined
}

async function begin({ tx, actor }: Ctx, { record }: CaseInReach, wanted: Beginning): Promise<string> {
  const owner = { caseId: record.id, officeId: record.officeId, sensitivity: record.sensitivity }
  const key = await caseKey(tx, owner, 'TEAM')
  const person = principalOf(await peopleOf({ tx, actor }, record.id))
  const id = randomUUID()
  const { words, row, entry } = wanted.filled ?? {}
  const draft: ReferralDraft = {
    reasonText: words?.reasonText ?? '',
    meetingPlace: words?.meetingPlace || (person?.identity.meetingPlace ?? ''),
    askedByPerson: words?.askedByPerson ?? false,
    ...(words?.papers && { papers: words.papers }),
    consent: wanted.consent,
  }
  await tx.insert(referrals).values({
    ...owner,
    id,
    partnerCode: wanted.partner,
    service: wanted.service,
    priority: 'NORMAL',
    ...row,
    entryId: entry ?? null,
    authorId: actor.userId,
    previousId: wanted.previous,
    keyId: key.id,
    draft: sealJson(key, draftPlace(id), draft),
    lastActorId: actor.userId,
    lastAt: actor.now,
  })
  if (wanted.previous) await endAfterNext({ tx, actor }, { id: wanted.previous })
  return id
}
