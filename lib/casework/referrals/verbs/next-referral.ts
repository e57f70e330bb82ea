import { inArray, type SQL, sql } from 'drizzle-orm'
import type { SaidConsent } from '@/lib/casework/consents/consent-rows'
import { newestFor } from '@/lib/casework/consents/newest'
import { type NextBest, nextBest, type Tried } from '@/lib/casework/services/next-best'
import type { Entry } from '@/lib/casework/services/ranking'
import { inReachedCase, placeOf } from '@/lib/casework/staff/reach'
import type { Actor } from '@/lib/platform/access/actor'
import { ASKED_FIRST } from '../harm/kinds'
import { purposeOf } from '../sharing/cover'

/** One attempt to get a service for this person. */
export type Attempt = Tried & { id: string; service: string }

/** Every partner asked for anything for this person, with a harm that has to be asked about, as one JSON value. */
export const attemptsJson = (actor: Actor, caseId: string): SQL<Attempt[] | null> =>
  sql`(select json_agg(json_build_object('id', r.id, 'service', r.service, 'partner', r.partner_code, 'state', r.state, 'reason', r.reason, 'at', r.last_at,
    'harmed', exists (select from app.harm_reports h where h.referral_id = r.id and ${inArray(sql`h.kind`, ASKED_FIRST)})))
    from app.referrals r where r.case_id = ${caseId} and ${inReachedCase(actor, placeOf('r'))})`

/** The referral that the next one follows, and who can be asked instead, best first. */
export type NextReferral = NextBest & { after: Attempt }

type Around = { attempts: readonly Attempt[]; entries: readonly Entry[]; cercle: string; now: Date }

/** What follows this referral of the case; nothing where it is none of this case's. PURE. */
export function nextAfter(id: string, { attempts, entries, cercle, now }: Around): NextReferral | undefined {
  const after = attempts.find((one) => one.id === id)
  if (!after) return undefined
  const same = <T extends { service: string }>(all: readonly T[]) =>
    all.filter(({ service }) => service === after.service)
  return { after, ...nextBest(same(entries), { cercle, tried: same(attempts), now }) }
}

/** Ways to answer that leave a paper or need somebody beside: said anew each time. */
const DONE_ANEW = ['SIGN', 'THUMB', 'VERBAL_WIT']

/**
 * How they answered for this service last: who, in which language, and how, unless that was an act of that day. The
 * answer itself is never among it: it was for another recipient. PURE.
 */
export function askedLast(consents: readonly SaidConsent[], { partner, service }: Attempt) {
  const last = newestFor(consents, { purpose: purposeOf(service), partner, service })
  const { giver = null, language = null, mode = null } = last ?? {}
  return { giver: giver ?? '', language: language ?? '', mode: mode && !DONE_ANEW.includes(mode) ? mode : '' }
}
