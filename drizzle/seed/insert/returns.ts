import type { TransactionSql } from 'postgres'
import { supplierPlace, witnessPlace } from '@/lib/casework/reintegration/places'
import { type OpenKey, seal } from '@/lib/platform/vault/seal'
import { at } from '../demo/moments'
import { officeOfCercle } from '../demo/places'
import { idOf } from '../demo/random'
import { type CaseFile, ownerOf } from '../demo/records'
import { beginningOf, TOLD_RETURNS, type ToldReturn } from '../demo/returns'
import { supervisorsOf } from '../demo/staff'
import { insertRows, type SeedRow } from './bulk'

/** The paths of the told cases: the way, the journey, the grant and its visits; what falls due follows from the rows. */
export async function insertReturns(
  tx: TransactionSql,
  files: readonly CaseFile[],
  teamKeys: ReadonlyMap<string, OpenKey>,
): Promise<void> {
  for (const file of files) {
    const told = TOLD_RETURNS[beginningOf(file.case.code)]
    const key = teamKeys.get(file.case.id)
    if (!told || !key) continue
    const owner = ownerOf(file)
    await insertRows(tx, 'app.return_paths', [pathRow(file, told, owner)])
    await insertRows(tx, 'app.return_steps', stepRows(file, told, owner))
    if (told.grant) await insertGrant(tx, { file, grant: told.grant, owner, key })
  }
}

type Owner = { caseId: string; officeId: string; sensitivity: string }

const pathRow = ({ case: { code, leadId } }: CaseFile, told: ToldReturn, owner: Owner): SeedRow => ({
  id: idOf(`return:${code}`),
  ...owner,
  kind: told.kind,
  because: told.because,
  originCountry: told.origin,
  transit: told.transit,
  returnCountry: told.country,
  needs: told.needs,
  escort: false,
  departsOn: null,
  arrivedOn: told.arrivedOn,
  openedBy: leadId,
  openedAt: at(told.openedOn, '10:20'),
  version: 1,
})

const stepRows = (
  { case: { code, leadId } }: CaseFile,
  { steps, openedOn }: ToldReturn,
  owner: Owner,
): SeedRow[] =>
  steps.map(({ step, on, notNeeded }) => ({
    id: idOf(`return:${code}:${step}`),
    ...owner,
    step,
    state: on ? 'DONE' : 'NOT_NEEDED',
    onDay: on ?? null,
    reason: notNeeded ?? null,
    notedBy: leadId,
    notedAt: at(on ?? openedOn, '11:40'),
  }))

type Granted = { file: CaseFile; grant: NonNullable<ToldReturn['grant']>; owner: Owner; key: OpenKey }

async function insertGrant(tx: TransactionSql, { file, grant, owner, key }: Granted): Promise<void> {
  const { code, leadId } = file.case
  const grantId = idOf(`grant:${code}`)
  const deliveryId = idOf(`delivery:${code}`)
  await insertRows(tx, 'app.return_grants', [
    {
      id: grantId,
      ...owner,
      kind: grant.kind,
      model: grant.model,
      lines: grant.lines,
      quotes: 3,
      sure: false,
      keyId: key.id,
      supplier: seal(key, supplierPlace(grantId), grant.supplier),
      state: 'APPROVED',
      lastVerb: 'approve',
      madeBy: leadId,
      madeAt: at(grant.askedOn, '09:10'),
      askedBy: leadId,
      askedAt: at(grant.askedOn, '09:30'),
      decidedBy: supervisorsOf(officeOfCercle(file.case.cercle))[0]?.id,
      decidedAt: at(grant.decidedOn, '08:30'),
      version: 3,
    },
  ])
  await insertRows(tx, 'app.grant_deliveries', [
    {
      id: deliveryId,
      ...owner,
      grantId,
      deliveredOn: grant.deliveredOn,
      lines: grant.lines,
      receipt: 'SIGNED',
      keyId: key.id,
      witness: seal(key, witnessPlace(deliveryId), grant.witness),
      givenBy: leadId,
      notedAt: at(grant.deliveredOn, '16:00'),
    },
  ])
  await insertRows(
    tx,
    'app.grant_visits',
    grant.visits.map(({ visit, on, outcome }) => ({
      id: idOf(`visit:${code}:${visit}`),
      ...owner,
      grantId,
      visit,
      visitedOn: on,
      outcome,
      follow: 'NOTHING',
      visitedBy: leadId,
      notedAt: at(on, '15:20'),
    })),
  )
}
