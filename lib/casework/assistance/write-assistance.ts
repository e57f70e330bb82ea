import { unitOf } from '@/lib/base/codes/codes'
import type { CodeOf } from '@/lib/base/codes/lists'
import type { CaseRow } from '@/lib/casework/cases/scope'
import type { Ctx } from '@/lib/platform/gate/verb'
import { listedOn } from './judge-line'
import { reachOf } from './whom'
import { writeLine } from './write-line'

type Given = { service: CodeOf<'service_type'>; quantity: number; givenOn: string; donor: CodeOf<'donor'> }

/**
 * One help to the person of a case that another act records: what is handed over of a grant. In its service's own unit, with the
 * care it meets. Its id; throws for a service that is not counted, which is the caller's mistake.
 */
export async function writeAssistance(ctx: Ctx, record: CaseRow, given: Given): Promise<string> {
  const unit = unitOf(given.service)
  const reach = reachOf('PERSON', [], await listedOn(ctx, record.id))
  if (!unit || !reach) throw new Error(`${given.service} is not counted`)
  return writeLine(ctx, record, { ...given, ...reach, unit, projectId: null })
}
