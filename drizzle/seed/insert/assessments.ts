import type { TransactionSql } from 'postgres'
import { inParts, isApart } from '@/lib/casework/assessments/parts'
import { answersPlace } from '@/lib/casework/assessments/sealed'
import { type KeyScope, mintKey } from '@/lib/platform/vault/keys'
import { sealJson } from '@/lib/platform/vault/seal'
import { demoAssessments } from '../demo/assessments'
import { type CaseFile, officeOf } from '../demo/records'
import { insertRows, type SeedRow } from './bulk'

/** What was assessed on the told cases, each part sealed under a key of its own. */
export async function insertAssessments(tx: TransactionSql, files: readonly CaseFile[]): Promise<void> {
  const rows: Record<'assessments' | 'keys' | 'answers' | 'incidents', SeedRow[]> = {
    assessments: [],
    keys: [],
    answers: [],
    incidents: [],
  }
  for (const { id, case: file, instrument, ...one } of demoAssessments(files)) {
    const owner = { caseId: file.id, officeId: officeOf({ case: file }), sensitivity: file.sensitivity }
    const moment = { writtenBy: one.byId, writtenAt: one.finishedAt }
    rows.assessments.push({
      ...owner,
      id,
      instrument: instrument.id,
      discipline: one.discipline,
      state: 'FINISHED',
      results: one.results,
      writtenBy: one.byId,
      begunAt: one.finishedAt,
      changedBy: one.byId,
      changedAt: one.finishedAt,
      finishedAt: one.finishedAt,
      version: 1,
    })
    const apart = isApart(instrument)
    for (const [part, answers] of inParts(instrument, one.answers)) {
      const scope: KeyScope =
        part === 'INCIDENT' || part === 'WORDS'
          ? { scope: 'INCIDENT', assessmentId: id, part, officeId: owner.officeId, sensitivity: 'S4' }
          : { scope: 'ASSESSMENT', assessmentId: id, part, ...owner }
      const { key, row } = mintKey(scope)
      rows.keys.push({ caseId: null, ...row })
      const body = sealJson(key, answersPlace(apart, { id, version: 1, part }), answers)
      const sealed = { assessmentId: id, version: 1, part, keyId: key.id, body, ...moment }
      if (apart) rows.incidents.push(sealed)
      else rows.answers.push({ ...owner, ...sealed })
    }
  }
  await insertRows(tx, 'app.assessments', rows.assessments)
  await insertRows(tx, 'vault.keys', rows.keys)
  await insertRows(tx, 'app.assessment_answers', rows.answers)
  await insertRows(tx, 'app.incident_answers', rows.incidents)
}
