import { isoDayOf } from '@/lib/base/time/days'
import { mayHelp } from '@/lib/casework/cases/policy'
import { caseInReach } from '@/lib/casework/cases/scope'
import { isChild } from '@/lib/casework/consents/asked'
import { newestAnswers } from '@/lib/casework/consents/newest'
import { parseCode } from '@/lib/casework/numbers/case-code'
import { birthOf } from '@/lib/casework/people/birth'
import { type ReferralInReach, referralInReach } from '@/lib/casework/referrals/reach/scope'
import { needsLook } from '@/lib/casework/referrals/sharing/doubts'
import { consentShown, serviceShown, shareShown } from '@/lib/casework/referrals/sharing/draft-shown'
import { verdictOf } from '@/lib/casework/referrals/sharing/judged'
import { isServiceCode } from '@/lib/casework/referrals/sharing/need-profiles'
import { needTable } from '@/lib/casework/referrals/sharing/need-to-know'
import { previewOf } from '@/lib/casework/referrals/sharing/preview-queries'
import { listMark } from '@/lib/casework/referrals/sharing/shown-list'
import { askedLast, type NextReferral, nextAfter } from '@/lib/casework/referrals/verbs/next-referral'
import { directory } from '@/lib/casework/services/queries'
import { ranked } from '@/lib/casework/services/ranking'
import { type Draft, findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { checkedFor, sameTicked, sendingDraft, ticksTyped } from './checked'
import { besideStart, frequentOf, offers } from './frequent'
import { principalWithConsents } from './principal'

type Where = { code: string; id: string }
type Step = { verb: 'edit' | 'submit' | 'send-emergency'; form: string; query: Query }

/** Page 1 before there is a draft. */
export async function prepareStart(reading: Reading, code: string, query: Query) {
  const subject = { type: 'case', id: code }
  const found = await caseInReach(reading, code)
  if (!found) return { missing: subject }
  const about = { ...subject, caseId: found.record.id }
  const verdict = mayHelp(reading.actor, found)
  if (!verdict.allowed) return { refused: verdict.reason, subject: about }
  const { id, officeId, cercle } = found.record
  const { now } = reading.actor
  const draft = await findDraft(reading.tx, reading.actor.userId, 'referral.start', one(query, 'draft'))
  const said = await principalWithConsents(reading, id, besideStart(reading, id))
  const entries = await directory(reading, { office: officeId })
  const previous = draft?.values.previous?.toString() || one(query, 'previous')
  const next = nextAfter(previous ?? '', { attempts: said.beside?.attempts ?? [], entries, cercle, now })
  const filled = next && followsOn(next, draft, query) ? next : undefined
  const wanted = said.beside?.proposed?.[previous ?? '']
  const proposed = filled?.offered.find(({ partner }) => partner === wanted)
  return {
    view: {
      code: found.record.code,
      draft,
      ...knownAnswers(said, filled, now),
      offers: offers(entries, now),
      frequent: frequentOf(said.beside?.frequent ?? [], entries, now),
      previous,
      next: filled,
      proposed,
      service: one(query, 'service'),
      entry: one(query, 'entry'),
      refused: one(query, 'refused'),
    },
    subject: about,
  }
}

type Said = Pick<Awaited<ReturnType<typeof principalWithConsents>>, 'person' | 'consents'>

const childOf = (person: Parameters<typeof birthOf>[0] | undefined, now: Date): boolean =>
  person !== undefined && isChild(birthOf(person), isoDayOf(now))

/** The next one begins filled for the same service; somebody who looks for another need begins anew. PURE. */
function followsOn({ after: { service } }: NextReferral, draft: Draft | undefined, query: Query): boolean {
  if (draft) return draft.values.service === service
  return one(query, 'need') !== 'other' && (one(query, 'service') ?? service) === service
}

/**
 * What page 1 knows already: whether the person is a child, who cares for them as they last said it, who answers and in which
 * language: as for the file, and after an earlier referral as for that one, and how. The answer itself is never known. PURE.
 */
function knownAnswers({ person, consents }: Said, next: NextReferral | undefined, now: Date) {
  const [file] = newestAnswers(consents.filter(({ purpose }) => purpose === 'CASE_MGMT'))
  const { caregiver = '', capacity = '' } = file?.situation ?? {}
  const last = next
    ? askedLast(consents, next.after)
    : { giver: file?.giver ?? '', language: file?.language ?? '' }
  return { child: childOf(person, now), known: { caregiver, capacity, ...last } }
}

/** Loads one page of a draft, or says why it cannot be worked on. */
async function step<V>(
  reading: Reading,
  where: Where,
  { verb, form, query, load }: Step & { load: (found: ReferralInReach) => Promise<V> },
) {
  const subject = { type: 'referral', id: where.id }
  const found = await referralInReach(reading, where.id)
  if (!found || parseCode(where.code) !== found.caseCode) return { missing: subject }
  const about = { ...subject, caseId: found.referral.caseId }
  const verdict = verdictOf({ verb }, reading.actor, found)
  if (!verdict.allowed) return { refused: verdict.reason, subject: about }
  const draft = await findDraft(reading.tx, reading.actor.userId, form, one(query, 'draft'))
  const { id, version, service, partnerCode: partner, priority, entryId } = found.referral
  const frame = {
    id,
    code: found.caseCode,
    version,
    service,
    partner,
    priority,
    chosen: entryId !== null,
    draft,
  }
  return { view: { ...frame, ...(await load(found)) }, subject: about }
}

/** Page 1 of a draft. */
export const prepareConsent = (reading: Reading, where: Where, query: Query) =>
  step(reading, where, {
    verb: 'edit',
    form: 'referral.edit-consent',
    query,
    load: async ({ referral }) => {
      const { draft, person } = await previewOf(reading, referral)
      const answers = consentShown(draft)
      return { answers, shown: answers, child: childOf(person, reading.actor.now) }
    },
  })

/** Page 2. `?service=` looks at another need without changing the draft. */
export const prepareService = (reading: Reading, where: Where, query: Query) =>
  step(reading, where, {
    verb: 'edit',
    form: 'referral.edit-service',
    query,
    load: async ({ referral }) => {
      const preview = await previewOf(reading, referral)
      const all = await directory(reading, { office: referral.officeId })
      const asked = one(query, 'service') ?? ''
      const looking = isServiceCode(asked) ? asked : referral.service
      const entries = ranked(
        all.filter((entry) => entry.service === looking),
        preview.source.cercle ?? '',
        reading.actor.now,
      )
      return {
        words: preview.draft,
        shown: serviceShown(referral, preview.draft),
        entryId: referral.entryId,
        looking,
        entries,
        offers: offers(all, reading.actor.now),
      }
    },
  })

/** Page 3: every fact with its rule, the slip as the partner will read it, and what the check says of it. */
export const prepareShare = (reading: Reading, where: Where, query: Query) =>
  step(reading, where, {
    verb: 'edit',
    form: 'referral.edit-share',
    query,
    load: async ({ referral }) => {
      const preview = await previewOf(reading, referral)
      const { source, context } = preview
      const sending = await sendingDraft(reading, query)
      const shown = shareShown(referral, preview)
      const checked = await checkedFor(reading, referral, { preview, verb: 'submit' })
      const ticks = ticksTyped(shown, sending)
      return {
        ...checked,
        sending,
        shown,
        ticks,
        // Sent with other ticks than those it showed: kept and read first.
        changed: !sameTicked(shown, ticks),
        withoutName: referral.withoutName,
        table: needTable(source.service, context),
        contactAsked: context.stopped.length > 0 || preview.draft.contactAgreed === true,
        list: listMark(preview, referral),
        look: needsLook({ ...referral, partner: referral.partnerCode, ...checked }),
        saved: one(query, 'saved') === '1',
      }
    },
  })

/** Page 4, and the confirmation before an emergency leaves. */
export const prepareCheck = (
  reading: Reading,
  where: Where,
  query: Query,
  verb: 'submit' | 'send-emergency',
) =>
  step(reading, where, {
    verb,
    form: `referral.${verb}`,
    query,
    load: async ({ referral }) => {
      const preview = await previewOf(reading, referral)
      const checked = await checkedFor(reading, referral, { preview, verb })
      return {
        ...checked,
        withoutName: referral.withoutName,
        table: needTable(preview.source.service, preview.context),
      }
    },
  })

type ViewOf<F extends (...args: never[]) => Promise<unknown>> = Extract<
  Awaited<ReturnType<F>>,
  { view: unknown }
>['view']
export type ServiceView = ViewOf<typeof prepareService>
export type ShareView = ViewOf<typeof prepareShare>
export type CheckView = ViewOf<typeof prepareCheck>
