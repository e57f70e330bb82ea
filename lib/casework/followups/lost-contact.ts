import { contactStop } from '@/lib/casework/cases/contact'
import { rhythmOf } from './rhythm'

/** What the evidence of a lost contact asks (`closure-rules.json`): attempts, ways, days. The database says the same (app.contact_lost). */
const ATTEMPTS = 3
const WAYS = 2
const OVER_DAYS = { HIGH: 21, MEDIUM: 30, LOW: 30 } as const

/** ISO day. */
export type Attempt = { channel: string; on: string }
type Said = { doNotContact: boolean; safeContact: string | null }

/** Whether an attempt by this way is one that the person agreed to: what was said of safe contact rules out the others. PURE. */
export function agreedWay(channel: string, said: Said): boolean {
  if (channel === 'PHONE') return contactStop(said) === null
  if (channel === 'VISIT') return !['VIA_TRUSTED', 'NEVER_HOME', 'NONE'].includes(said.safeContact ?? '')
  return true
}

export type Lost = {
  attempts: number
  ways: number
  /** From the first to the last of them. */
  days: number
  needs: { attempts: number; ways: number; days: number }
  lost: boolean
}
type Since = Said & { attempts: readonly Attempt[]; lastContactOn: string | null; risk: string | null }

/** How far the attempts since the last contact have come, by ways that were agreed to. PURE. */
export function lostContact({ attempts, lastContactOn, risk, ...said }: Since): Lost {
  const counted = attempts.filter(
    ({ channel, on }) => agreedWay(channel, said) && (!lastContactOn || on >= lastContactOn),
  )
  const days = counted.map(({ on }) => Date.parse(on) / 86_400_000)
  const span = days.length === 0 ? 0 : Math.max(...days) - Math.min(...days)
  const needs = { attempts: ATTEMPTS, ways: WAYS, days: OVER_DAYS[rhythmOf(risk)] }
  const ways = new Set(counted.map(({ channel }) => channel)).size
  const lost = counted.length >= needs.attempts && ways >= needs.ways && span >= needs.days
  return { attempts: counted.length, ways, days: span, needs, lost }
}
