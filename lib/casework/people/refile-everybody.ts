import type { TransactionSql } from 'postgres'
import { type AlertIdentity, identityPlace as alertPlace, knownOfAlert } from '@/lib/casework/alerts/identity'
import { madeBy } from '@/lib/casework/tokens/made-by'
import { listed, tokensFor } from '@/lib/casework/tokens/make-tokens'
import type { people } from '@/lib/platform/db/schema'
import { unwrap } from '@/lib/platform/vault/keys'
import { unsealJson } from '@/lib/platform/vault/seal'
import { filedPeople } from './filed'
import { personView } from './queries'

const AT_ONCE = 500
type Row = typeof people.$inferSelect & { wrapped: Buffer | null }

/**
 * Makes everybody's tokens anew where they were made by other rules or keys, or never: after an update, a restore, another
 * secret. In a transaction of the schema's owner that maintains. Answers how many files, nothing when all is as it should be.
 */
export async function refileEverybody(tx: TransactionSql): Promise<number> {
  const now = madeBy()
  const [known] = await tx`select from app.token_makers where made_by = ${now}`
  if (known) return 0
  await tx`delete from app.name_tokens`
  await tx`delete from app.restricted_tokens`
  await tx`delete from app.alert_tokens`
  let files = 0
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const ids = await tx<
      { id: string }[]
    >`select id from app.cases where id > ${after}::uuid order by id limit ${AT_ONCE}`
    const last = ids.at(-1)
    if (!last) break
    await refileCases(
      tx,
      ids.map(({ id }) => id),
    )
    files += ids.length
    after = last.id
  }
  await refileAlerts(tx)
  await rememberMaker(tx)
  return files
}

/** What stands now was made by the rules and keys of this code. */
export async function rememberMaker(tx: TransactionSql): Promise<void> {
  await tx`delete from app.token_makers`
  await tx`insert into app.token_makers (made_by) values (${madeBy()})`
}

async function refileCases(tx: TransactionSql, ids: readonly string[]): Promise<void> {
  const rows = await tx<
    Row[]
  >`select p.id, p.case_id as "caseId", p.sensitivity, p.standing, p.sex, p.birth_year as "birthYear",
      p.age_basis as "ageBasis", p.origin_cercle as "originCercle", p.key_id as "keyId", p.identity, k.wrapped
    from app.people p left join vault.keys k on k.id = p.key_id where p.case_id = any(${ids as string[]}) order by p.id`
  const views = rows.flatMap(({ wrapped, ...row }) => opened(() => personView(row, wrapped)))
  const filed = ids
    .flatMap((id) => filedPeople(views.filter(({ caseId }) => caseId === id)))
    .map(({ id, known, restricted }) => ({
      id,
      restricted,
      tokens: listed(tokensFor(id, known, restricted ? 'restricted' : 'open')),
    }))
  for (const restricted of [false, true]) {
    const some = filed.filter((one) => one.restricted === restricted && one.tokens !== '{}')
    const [persons, tokens] = [some.map(({ id }) => id), some.map((one) => one.tokens)]
    if (restricted)
      await tx`insert into app.restricted_tokens (person_id, case_id, tokens) select p.id, p.case_id, t.tokens::bigint[]
        from unnest(${persons}::uuid[], ${tokens}::text[]) t(id, tokens) join app.people p on p.id = t.id`
    else
      await tx`insert into app.name_tokens (person_id, case_id, office_id, tokens) select p.id, p.case_id, p.office_id, t.tokens::bigint[]
        from unnest(${persons}::uuid[], ${tokens}::text[]) t(id, tokens) join app.people p on p.id = t.id`
  }
}

async function refileAlerts(tx: TransactionSql): Promise<void> {
  const rows = await tx<
    { id: string; keyId: string; identity: Buffer; wrapped: Buffer }[]
  >`select a.id, a.key_id as "keyId",
    a.identity, k.wrapped from app.alerts a join vault.keys k on k.id = a.key_id where a.state = 'NEW'`
  for (const { id, keyId, identity, wrapped } of rows) {
    const known = opened(() =>
      knownOfAlert(unsealJson<AlertIdentity>(unwrap({ id: keyId, wrapped }), alertPlace(id), identity)),
    )
    const tokens = known.flatMap((one) => tokensFor(id, one, 'open'))
    if (tokens.length > 0)
      await tx`insert into app.alert_tokens (alert_id, office_id, tokens)
        select id, office_id, ${listed(tokens)}::bigint[] from app.alerts where id = ${id}`
  }
}

/** A value that does not open stays unfound; it keeps nobody else from being found. */
function opened<T>(open: () => T): T[] {
  try {
    return [open()]
  } catch {
    return []
  }
}
