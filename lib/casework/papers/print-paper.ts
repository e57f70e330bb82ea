import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { isoDayOf } from '@/lib/base/time/days'
import { onCase } from '@/lib/casework/cases/on-case'
import type { CaseInReach, CaseRow } from '@/lib/casework/cases/scope'
import { caseRoles } from '@/lib/platform/access/roles'
import { type Applied, type Ctx, verb } from '@/lib/platform/gate/verb'
import { caseKey, workKey } from '@/lib/platform/vault/keys'
import { sealJson } from '@/lib/platform/vault/seal'
import { appointmentForm, clockTime, sheetForm, summaryForm } from './form'
import {
  type AppointmentDetail,
  type Carry,
  type PaperKind,
  type PaperPart,
  paperPlace,
  slipReaders,
} from './kinds'
import { mayPrint } from './policy'
import type { PaperLanguage } from './words'

type Printed = {
  kind: PaperKind
  language: PaperLanguage
  carry: Carry | null
  parts: PaperPart[]
  detail?: AppointmentDetail
}

type Owner = Parameters<typeof workKey>[1]
const slipKey = (tx: Ctx['tx'], owner: Owner, readers: ReturnType<typeof slipReaders>) =>
  readers === 'TEAM' ? caseKey(tx, owner, 'TEAM') : workKey(tx, owner, readers)

/** Notes what is printed, and leads to it. */
async function note({ tx, actor }: Ctx, record: CaseRow, paper: Printed): Promise<Applied> {
  const id = randomUUID()
  const key = paper.detail
    ? await slipKey(tx, { ...record, caseId: record.id }, slipReaders(actor.role))
    : null
  const detail = key && paper.detail ? sealJson(key, paperPlace(id), paper.detail) : null
  const parts = sql.param(`{${paper.parts.join(',')}}`)
  const [row] = await tx.execute<{
    noted: boolean
  }>(sql`select app.note_paper(${id}, ${record.id}, ${paper.kind},
    ${paper.language}, ${paper.carry}, ${parts}::text[], ${key?.id ?? null}, ${detail}) as noted`)
  if (!row?.noted) return { conflict: true }
  const { kind, carry, language } = paper
  return {
    location: `/papers/${id}`,
    id,
    detail: { kind, language, parts: paper.parts, ...(carry && { carry }) },
  }
}

const onPaper = {
  ...onCase,
  roles: caseRoles,
  policy: (actor: Ctx['actor'], reach: CaseInReach) => mayPrint(actor, reach),
} as const

/** The summary of the file, for whoever takes the case over. */
export const printSummary = verb({
  ...onPaper,
  name: 'paper.print-summary',
  form: summaryForm,
  page: ({ code }) => `/cases/${code}/papers/summary`,
  apply: (ctx, { record }, { withNotes }) =>
    note(ctx, record, {
      kind: 'SUMMARY',
      language: ctx.actor.locale,
      carry: null,
      parts: ['PERSON', 'CONSENTS', 'HELP', 'REFERRALS', ...(withNotes ? (['NOTES'] as const) : [])],
    }),
})

/** What we hold about the person, for them. */
export const printMyData = verb({
  ...onPaper,
  name: 'paper.print-my-data',
  form: sheetForm,
  page: ({ code }) => `/cases/${code}/papers/my-data`,
  apply: (ctx, { record }, { carry, language }) =>
    note(ctx, record, { kind: 'MY_DATA', language, carry, parts: ['DATA', 'SEEN_BY', 'RIGHTS'] }),
})

/** What was agreed, for the person to keep. */
export const printPlan = verb({
  ...onPaper,
  name: 'paper.print-plan',
  form: sheetForm,
  page: ({ code }) => `/cases/${code}/papers/plan`,
  apply: (ctx, { record }, { carry, language }) =>
    note(ctx, record, { kind: 'PLAN', language, carry, parts: ['GOALS'] }),
})

/** When and where, on a paper that says nothing else, or aloud. */
export const printAppointment = verb({
  ...onPaper,
  name: 'paper.print-appointment',
  form: appointmentForm,
  page: ({ code }) => `/cases/${code}/papers/appointment`,
  apply: (ctx, { record }, { carry, language, time, ...detail }) =>
    detail.on < isoDayOf(ctx.actor.now)
      ? Promise.resolve({ invalid: { on: 'in-past' } })
      : note(ctx, record, {
          kind: 'APPOINTMENT',
          language,
          carry,
          parts: detail.who ? ['TIME_AND_PLACE', 'WITH_WHOM'] : ['TIME_AND_PLACE'],
          detail: { ...detail, time: clockTime(time) },
        }),
})
