import { type SQL, sql } from 'drizzle-orm'
import { ageFacts } from '@/lib/base/time/age-on'
import { isoDayOf } from '@/lib/base/time/days'
import { type Retention, retentionFacts, retentionOf } from '@/lib/casework/cases/retention'
import { RISK_SETTINGS } from '@/lib/casework/cases/risk-book'
import type { CaseRow } from '@/lib/casework/cases/scope'
import { birthOf } from '@/lib/casework/people/birth'
import { inReachedCase, placeOf } from '@/lib/casework/staff/reach'
import type { Actor } from '@/lib/platform/access/actor'
import { DEFAULTS, type SettingKey } from '@/lib/platform/settings/defaults'

/** What was said when a closing was asked for; the words are sealed, base64 as JSON carries them. */
export type Closing = {
  id: string
  reason: string
  told: string
  evidence: string[]
  checklist: string[]
  leftOpen: string[]
  /** Criteria of the plan's templates that were said to be met. */
  criteria: string[]
  askedBy: string
  askedByName: string
  askedAt: string
  keyId: string
  words: string
  decided: string | null
}

/** Where the words of a closing are sealed. */
export const wordsPlace = (id: string) => ({ table: 'app.case_closings', column: 'words', row: id })
export const commentPlace = (id: string) => ({ table: 'app.case_closings', column: 'comment', row: id })

/** The newest closing of a case inside the reader's reach, as one JSON value; nothing where the file ended otherwise. */
export const newestClosing = (actor: Actor, caseId: string): SQL => sql`(select json_build_object('id', x.id,
    'reason', x.reason, 'told', x.told, 'evidence', x.evidence, 'checklist', x.checklist, 'leftOpen', x.left_open, 'criteria', x.criteria,
    'askedBy', x.asked_by, 'askedByName', u.name, 'askedAt', x.asked_at, 'keyId', x.key_id, 'decided', x.decided,
    'words', replace(encode(x.words, 'base64'), E'\n', ''))
  from app.case_closings x join access.users u on u.id = x.asked_by
  where x.case_id = ${caseId} and ${inReachedCase(actor, placeOf('x'))} order by x.asked_at desc limit 1)`

type Person = Parameters<typeof birthOf>[0]

/** Whether a reason for children alone is offered. Doubt is on the child's side. PURE. */
export const mayBeChild = (person: Person, now: Date): boolean => {
  const { age, maybe_child } = ageFacts(birthOf(person), isoDayOf(now), RISK_SETTINGS.adult_from)
  return maybe_child === 'YES' || (age !== undefined && age <= RISK_SETTINGS.adult_from)
}

/** The settings of retention by their keys: years, and for a withdrawn consent days. */
export type RetentionSettings = Partial<Record<string, number>>
export const retentionSettings = sql<RetentionSettings | null>`(select json_object_agg(s.key, s.value) from app.settings s
  where s.key like 'retention.%')`

/** What a setting says now, or its default where the table was never filled. */
const says = (settings: RetentionSettings, key: SettingKey): number =>
  settings[key] ?? DEFAULTS[key]?.value ?? 0
export const keptWhenWithdrawn = (settings: RetentionSettings): number =>
  says(settings, 'retention.WITHDRAWN')

type Ended = Pick<CaseRow, 'sensitivity' | 'closureReason'>
type Asked = { person: Person; settings: RetentionSettings; now: Date }

/** How long this file is kept if it closes today, by the settings now. PURE. */
export function keptIfClosed(record: Ended, { person, settings, now }: Asked): Retention {
  const facts = retentionFacts({
    closed: isoDayOf(now),
    reason: record.closureReason,
    restricted: record.sensitivity === 'S4',
    birth: birthOf(person),
    adultFrom: RISK_SETTINGS.adult_from,
  })
  return retentionOf(facts, {
    STANDARD: says(settings, 'retention.STANDARD'),
    RESTRICTED: says(settings, 'retention.RESTRICTED'),
    CHILD: says(settings, 'retention.CHILD'),
    untilAge: says(settings, 'retention.child-until'),
    withdrawnDays: keptWhenWithdrawn(settings),
  })
}
