import { assessmentAnswers, incidentAnswers } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { createKey } from '@/lib/platform/vault/keys'
import { type OpenKey, sealJson } from '@/lib/platform/vault/seal'
import type { Answers, Instrument } from './instrument'
import { inParts, isApart, type Part, partsOf } from './parts'

/** Where a part of the answers is sealed: the table, and the very version and part. */
export const answersPlace = (
  apart: boolean,
  { id, version, part }: { id: string; version: number; part: string },
) => ({
  table: apart ? 'app.incident_answers' : 'app.assessment_answers',
  column: 'body',
  row: `${id} ${version} ${part}`,
})

type Owner = { caseId: string; officeId: string; sensitivity: string }
export type Keys = ReadonlyMap<Part, OpenKey>

/** A key a part, made once with the assessment by whoever fills it in. */
export async function makeKeys({ tx }: Ctx, id: string, instrument: Instrument, owner: Owner): Promise<Keys> {
  const keys = new Map<Part, OpenKey>()
  for (const part of partsOf(instrument)) {
    const key =
      part === 'INCIDENT' || part === 'WORDS'
        ? await createKey(tx, {
            scope: 'INCIDENT',
            assessmentId: id,
            part,
            officeId: owner.officeId,
            sensitivity: 'S4',
          })
        : await createKey(tx, { scope: 'ASSESSMENT', assessmentId: id, part, ...owner })
    keys.set(part, key)
  }
  return keys
}

type Version = { id: string; version: number; owner: Owner; keys: Keys }

/** Writes the answers of one version, each part under its own key. */
export async function sealAnswers(
  { tx, actor }: Ctx,
  instrument: Instrument,
  answers: Answers,
  { id, version, owner, keys }: Version,
): Promise<void> {
  const apart = isApart(instrument)
  const rows = [...inParts(instrument, answers)].map(([part, own]) => {
    const key = keys.get(part)
    if (!key) throw new Error(`no key of ${part}`)
    return {
      assessmentId: id,
      version,
      part,
      keyId: key.id,
      body: sealJson(key, answersPlace(apart, { id, version, part }), own),
      writtenBy: actor.userId,
      writtenAt: actor.now,
    }
  })
  if (apart) await tx.insert(incidentAnswers).values(rows)
  else await tx.insert(assessmentAnswers).values(rows.map((row) => ({ ...owner, ...row })))
}
