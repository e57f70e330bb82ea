import type { Ctx } from '@/lib/platform/gate/verb'
import { returnOf } from './queries'

/** Which step says that a piece of evidence for a closing is so. */
const STEP_OF: Readonly<Record<string, string>> = {
  ARRIVAL_CONFIRMED: 'ARRIVAL',
  CONTACT_AFTER_7_DAYS: 'CONTACT_7',
}

/**
 * The evidence that the path of a case contradicts: it is ticked, and the journey says that it is not so yet. A case without
 * a journey of ours contradicts nothing.
 */
export async function contradicted(ctx: Ctx, caseId: string, evidence: readonly string[]): Promise<string[]> {
  const told = evidence.filter((code) => STEP_OF[code] !== undefined)
  if (told.length === 0) return []
  const { path, plan } = await returnOf(ctx, caseId)
  if (path?.kind !== 'TO_RETURN') return []
  return told.filter((code) => plan.steps.find(({ step }) => step === STEP_OF[code])?.state !== 'DONE')
}
