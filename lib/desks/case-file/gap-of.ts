import { unanswered } from '@/lib/casework/likeness/unanswered'
import { type OpeningGap, openingGap } from '@/lib/casework/registration/registration'
import type { Reading } from '@/lib/platform/gate/read'
import type { CaseHead } from './head'

/** Why a draft cannot be opened yet. Files alike are looked for where nothing else keeps it shut. */
export async function gapOf(
  reading: Reading,
  { reach: { record }, consents, people }: Pick<CaseHead, 'reach' | 'consents' | 'people'>,
): Promise<OpeningGap | null> {
  const known = { risk: record.risk, consents }
  const { now } = reading.actor
  const alike = openingGap({ ...known, alike: 0 }, now) ? [] : await unanswered(reading, record, people)
  return openingGap({ ...known, alike: alike.length }, now)
}
