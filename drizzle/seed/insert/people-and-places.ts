import type { TransactionSql } from 'postgres'
import { triageDueAt } from '@/lib/casework/alerts/due'
import { identityPlace, knownOfAlert } from '@/lib/casework/alerts/identity'
import { tokensFor } from '@/lib/casework/tokens/make-tokens'
import { mintKey } from '@/lib/platform/vault/keys'
import { sealJson } from '@/lib/platform/vault/seal'
import { hasAccounts } from '../demo/directory'
import { idOf } from '../demo/random'
import type { Alert, Demo } from '../demo/records'
import { insertRows } from './bulk'

/** Offices, flow points, partners, directory, users and their passwords (hashed beforehand, by user id). */
export async function insertFoundations(
  tx: TransactionSql,
  demo: Demo,
  hashes: ReadonlyMap<string, string>,
): Promise<void> {
  await insertRows(
    tx,
    'access.offices',
    demo.offices.map(({ id, name, phone, region }) => ({ id, name, phone, region })),
  )
  await insertRows(
    tx,
    'app.cercle_offices',
    demo.offices.flatMap(({ id, cercles }) => cercles.map((cercle) => ({ cercle, officeId: id }))),
  )
  await insertRows(tx, 'app.flow_points', demo.flowPoints)
  await insertRows(tx, 'app.partners', demo.partners)
  const agencies = [...new Set(demo.users.flatMap(({ partner }) => (partner ? [partner] : [])))]
  await insertRows(
    tx,
    'app.partner_bases',
    agencies.map((partner) => ({
      id: baseOf(partner),
      partnerCode: partner,
      name: 'MALI',
      offices: demo.offices.flatMap(({ id }) => (hasAccounts(partner, id) ? [id] : [])),
    })),
  )
  await insertRows(
    tx,
    'access.users',
    demo.users.map(({ id, email, name, role, partner, locale, languages }) => ({
      id,
      email,
      name,
      role,
      partnerCode: partner,
      baseId: partner ? baseOf(partner) : null,
      locale,
      languages,
      active: true,
    })),
  )
  const verifiers = new Map(demo.users.map(({ id, role, partner }) => [partner ?? role, id]))
  await insertRows(
    tx,
    'app.directory_entries',
    demo.directory.map(({ partner, ...entry }) => ({
      ...entry,
      partnerCode: partner,
      verifiedBy: verifiers.get(partner) ?? verifiers.get('ADMIN') ?? null,
    })),
  )
  await insertRows(
    tx,
    'access.user_offices',
    demo.users.flatMap((user) => user.offices.map((officeId) => ({ userId: user.id, officeId }))),
  )
  await insertRows(
    tx,
    'access.credentials',
    demo.users.map(({ id }) => ({ userId: id, passwordHash: hashes.get(id), changedAt: demo.now })),
  )
  const since = '2013-04-01T08:00:00Z'
  await insertRows(
    tx,
    'app.staff_functions',
    demo.functions.map((held) => ({ ...held, fromAt: since })),
  )
}

/** Each agency of the demonstration works from one base that covers every office. */
const baseOf = (partner: string): string => idOf(`base of ${partner}`)

/** Alerts: raised as new, then triaged, so that the trigger judges the move. Cases they led to must exist already. */
export async function insertAlerts(tx: TransactionSql, alerts: readonly Alert[]): Promise<void> {
  const keys = alerts.map((alert) => mintKey({ scope: 'ALERT', alertId: alert.id, officeId: alert.officeId }))
  await insertRows(
    tx,
    'vault.keys',
    keys.map(({ row }) => row),
  )
  await insertRows(
    tx,
    'app.alerts',
    alerts.map((alert, index) => rowOf(alert, keys[index])),
  )
  await insertRows(
    tx,
    'app.alert_tokens',
    alerts
      .filter(({ state }) => state === 'NEW')
      .map((alert) => ({ alertId: alert.id, officeId: alert.officeId, tokens: tokensOf(alert) }))
      .filter(({ tokens }) => tokens.length > 0),
  )
  const triaged = alerts.filter(({ state }) => state !== 'NEW')
  for (const { id, state, caseId, reason, triagedById, triagedAt } of triaged)
    await tx`update app.alerts set state = ${state}, case_id = ${caseId}, reason = ${reason}, triaged_by = ${triagedById},
      triaged_at = ${triagedAt}, version = 2 where id = ${id}`
}

const saidOf = (alert: Alert) => ({
  given: alert.given,
  family: alert.family ?? '',
  safeContact: alert.safeContact,
})

const tokensOf = (alert: Alert) => tokensFor(alert.id, knownOfAlert(saidOf(alert)), 'open').map(String)

function rowOf(alert: Alert, minted: ReturnType<typeof mintKey> | undefined) {
  if (!minted) throw new Error('an alert without a key')
  const { key } = minted
  return {
    id: alert.id,
    code: alert.code,
    state: 'NEW',
    flowPoint: alert.flowPoint,
    officeId: alert.officeId,
    raisedBy: alert.raisedById,
    raisedAt: alert.raisedAt,
    seenOn: alert.seenOn,
    urgency: alert.urgency,
    sex: alert.sex,
    age: alert.age,
    ageEstimated: alert.ageEstimated,
    nationality: alert.nationality,
    vulnerabilities: alert.vulnerabilities,
    contactAgreed: alert.contactAgreed,
    keyId: key.id,
    identity: sealJson(key, identityPlace(alert.id), saidOf(alert)),
    dueAt: triageDueAt(alert.urgency, new Date(alert.raisedAt))?.toISOString() ?? null,
    version: 1,
  }
}
