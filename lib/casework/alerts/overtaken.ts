import { nameOf, type Overtaken } from '@/lib/platform/gate/overtaken'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { AlertState } from './states'

type Row = { id: string; state: string; triagedBy: string | null; triagedAt: Date | null }

/** Somebody else decided on the alert meanwhile: who, when, what became of it. */
export async function overtakenAlert(ctx: Ctx, row: Row, reason: string): Promise<Overtaken | undefined> {
  if (reason !== 'alert-already-triaged') return undefined
  return {
    by: await nameOf(ctx.tx, row.triagedBy),
    at: row.triagedAt,
    now: `alerts.state.${row.state as AlertState}`,
    links: [
      { href: '/alerts', label: 'alerts.waiting.title' },
      { href: `/alerts/${row.id}`, label: 'forms.overtaken-open' },
    ],
  }
}
