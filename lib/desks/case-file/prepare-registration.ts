import { mayLead, mayWorkOn } from '@/lib/casework/cases/policy'
import { donePages } from '@/lib/casework/registration/registration'
import { findDraft } from '@/lib/platform/gate/drafts'
import type { Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { type BesideWhat, besideRegistration } from './beside-registration'
import { gapOf } from './gap-of'
import { caseHead, hasAnswered } from './head'

type Ask = { query: Query; forms: readonly string[]; first?: boolean; beside?: BesideWhat }

/** What every registration page needs: the head, which pages are done, drafts that came back. */
export async function prepareRegistration(reading: Reading, code: string, ask: Ask) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const { record } = head.reach
  const subject = { type: 'case', id: code, caseId: record.id }
  const verdict = mayWorkOn(reading.actor, head.reach)
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  // Nothing is asked of a person who has not said yes; the first page and the overview are always there.
  const pages = ask.forms.length > 0 && !ask.first
  if (pages && !hasAnswered(head)) return { refused: 'ask-first', subject }
  const known = {
    person: head.person,
    listed: head.people.length,
    risk: record.risk,
    consents: head.consents,
  }
  const drafts = await Promise.all(
    ask.forms.map((form) => findDraft(reading.tx, reading.actor.userId, form, ask.query.draft)),
  )
  return {
    view: {
      head,
      done: donePages(known),
      // Said on the overview, where the draft is opened.
      gap: ask.forms.length === 0 ? await gapOf(reading, head) : null,
      leads: mayLead(reading.actor, head.reach).allowed,
      drafts,
      ...(await besideRegistration(reading, record, ask.beside)),
    },
    subject,
  }
}
export type Registration = Extract<Awaited<ReturnType<typeof prepareRegistration>>, { view: unknown }>['view']
