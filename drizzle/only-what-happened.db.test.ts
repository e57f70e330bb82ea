import { readFileSync } from 'node:fs'
import type { Sql } from 'postgres'
import { beforeAll, describe, expect, test } from 'vitest'
import { holdSeconds } from '@/lib/casework/referrals/machine/hold'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { everyVerb } from '@/lib/testing/every-verb'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { draftReferral, ordinaryCase, TO_APPROVED, walk } from '@/lib/testing/factories/walk'
import { actionsFile, actionsInCode } from '@/scripts/write-actions'

let web: Sql
let lead: SignedIn
let supervisor: SignedIn
let agency: SignedIn
let pending: string
let approved: string

beforeAll(async () => {
  web = raw('web')
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  agency = await signedIn('PARTNER_FP', 'UNICEF')
  const [one, two] = [draftReferral(), draftReferral()]
  await insertCases([ordinaryCase(lead.id, [one, two])])
  await walk([one.id], TO_APPROVED.slice(0, 1), supervisor.id)
  await walk([two.id], TO_APPROVED, supervisor.id)
  pending = one.id
  approved = two.id
})

const refused = async (login: Sql, token: string, statement: string) => {
  await expect(
    presenting(login, token, (tx) => tx.unsafe(statement)),
    statement,
  ).rejects.toThrow(
    /nothing of this person|nobody acts|no such act|no stories|no such case|permission denied/,
  )
}

const approve = `update app.referrals set state = 'APPROVED', version = version + 1, last_verb = 'approve', last_party = 'supervisor',
  last_channel = 'APP', last_actor_id = access.actor_id(), last_at = clock.casework_now(), reason = null,
  approved_by = access.actor_id(), approved_at = clock.casework_now(), approved_hash = payload_hash`

describe('waiting work', () => {
  test('is enqueued only by whoever has just approved it', async () => {
    for (const { token } of [lead, supervisor])
      for (const id of [pending, approved, crypto.randomUUID()])
        await refused(web, token, `select jobs.enqueue('send-referral', '${id}', '{}', '1 hour')`)
    await refused(web, '', `select jobs.enqueue('send-referral', '${approved}', '{}', '0')`)
  })

  test('waits for the hold, whatever was asked for', async () => {
    await presenting(web, supervisor.token, async (tx) => {
      await tx.unsafe(`${approve} where id = '${pending}'`)
      await tx.unsafe(`select jobs.enqueue('send-referral', '${pending}', '{}', '0')`)
    })
    const [row] =
      await root()`select extract(epoch from run_at - created_at)::int as wait from jobs.outbox where subject_id = ${pending}`
    expect(row?.wait).toBe(holdSeconds)
  })

  test('is done by the worker’s login only when it is due, and moved by it no other way', async () => {
    const worker = raw('worker')
    const [job] = await root()`select id from jobs.outbox where subject_id = ${pending}`
    const [sent] = await worker`select jobs.send_referral(${job?.id}) as state`
    expect(sent?.state).toBe('NOT_DUE')
    for (const way of [
      `select app.send_referral('${pending}')`,
      'update jobs.outbox set run_at = now()',
      'select * from jobs.outbox',
      `select jobs.try_again(${job?.id})`,
    ])
      await refused(worker, '', way)
  })

  test('is no mail that somebody writes, and nothing of a partner', async () => {
    for (const { token } of [lead, supervisor])
      await refused(web, token, `select jobs.enqueue('send-mail', '${approved}', '{}', '1 hour')`)
    for (const task of ['send-mail', 'send-referral'])
      await refused(
        raw('partner'),
        agency.token,
        `select jobs.enqueue('${task}', '${approved}', '{}', '1 hour')`,
      )
  })

  test('is taken back only by whoever has just moved the referral', async () => {
    await presenting(web, lead.token, (tx) => tx.unsafe(`select jobs.cancel('send-referral', '${pending}')`))
    const [row] = await root()`select count(*)::int as n from jobs.outbox where subject_id = ${pending}`
    expect(row?.n).toBe(1)
  })
})

describe('the log', () => {
  const say = (action: string, more = "'referral', '', null, 'done', '{}'") =>
    `select audit.append('${action}', ${more})`

  test('takes nothing from nobody', async () => {
    for (const token of ['', 'x', agency.token]) await refused(web, token, say('case.list'))
  })

  test('takes no act that the code does not know, and none that did not happen', async () => {
    for (const action of ['referral.send', 'case.destroy', 'Case.List', 'case', ''])
      await refused(web, lead.token, say(action))
    await refused(web, lead.token, say('referral.approve'))
    await refused(web, lead.token, say('case.list', `'case', '', '${crypto.randomUUID()}', 'done', '{}'`))
  })

  test('takes no act that this transaction did not do, whatever else it wrote', async () => {
    const enumerator = await signedIn('DTM_ENUM', 'MOP')
    const [{ id: caseId } = {}] = await root()`select case_id as id from app.referrals where id = ${pending}`
    const about = `'case', '${caseId}', '${caseId}', 'done', '{}'`
    for (const { token } of [enumerator, lead]) {
      for (const action of ['case.close', 'case.restrict', 'referral.cancel', 'referral.return'])
        await refused(web, token, say(action, about))
      const spent = `insert into app.spent_keys (user_id, key, body_mac, status, location, answer)
        values (access.actor_id(), gen_random_uuid(), sha256(''), 303, '/', '');`
      await refused(web, token, `${spent} ${say('referral.approve', "'referral', '', null, 'done', '{}'")}`)
    }
    // Neither done nor refused, shown nor read: it is out of reach.
    for (const outcome of ['done', 'refused', 'shown'])
      for (const action of ['case.view', 'case.close'])
        await refused(
          web,
          enumerator.token,
          say(action, `'case', '${caseId}', '${caseId}', '${outcome}', '{}'`),
        )
  })

  test('takes no stories: eight kilobytes of detail, one word of subject', async () => {
    await refused(web, lead.token, say('case.list', `'case', '', null, 'done', repeat('a', 20000000)`))
    await refused(web, lead.token, say('case.list', `'a case of mine', '', null, 'done', '{}'`))
  })

  test('keeps ids and codes of what was asked for, and nothing that somebody typed', async () => {
    const id = crypto.randomUUID()
    const asked = [
      id,
      'MLP-1234-567A',
      'R-AB12-34',
      '2014-06',
      'Awa Traoré de Gao',
      '65 12 34 56',
      'violée par',
    ]
    await presenting(web, lead.token, async (tx) => {
      for (const one of asked)
        await tx`select audit.append('case.open', 'case', ${one}, null, 'missing', '{}')`
    })
    const rows =
      await root()`select object_id from audit.events where actor_id = ${lead.id} and action = 'case.open' order by id`
    expect(rows.map((row) => row.object_id)).toEqual([...asked.slice(0, 4), 'typed', 'typed', 'typed'])
  })

  test('keeps codes, ids, numbers and dates of a detail, and no word or phone number', async () => {
    const id = crypto.randomUUID()
    const fit = {
      reason: 'NOT_NOW',
      count: 12,
      id,
      on: '2014-06-30',
      list: ['MED_HOSP', 'case.open'],
      none: null,
    }
    const told = { n: 'Awa Traoré rue 12', tel: 65123456, list: ['65 12 34 56', 'MED_HOSP'], 'Awa T': 1 }
    const who = await signedIn('SOCIAL_WORKER', 'MOP')
    await presenting(web, who.token, async (tx) => {
      for (const detail of [fit, told])
        await tx`select audit.append('case.list', 'case-list', '', null, 'done', ${JSON.stringify(detail)})`
    })
    const rows =
      await root()`select detail from audit.events where actor_id = ${who.id} and action = 'case.list' order by id`
    expect(rows.map(({ detail }) => JSON.parse(String(detail)))).toEqual([
      fit,
      { n: 'typed', tel: 'typed', list: ['typed', 'MED_HOSP'] },
    ])
    expect(rows[0]?.detail).toBe(JSON.stringify(fit))
  })

  test('takes an act only from a role that does or sees it', async () => {
    const enumerator = await signedIn('DTM_ENUM', 'MOP')
    for (const action of ['referral.others', 'case.view', 'statistics.read', 'outbox.list'])
      await refused(web, enumerator.token, say(action, "'page', '', null, 'done', '{}'"))
    await refused(web, enumerator.token, say('case.restrict', "'case', '', null, 'shown', '{}'"))
  })

  test('asks of every verb no other roles than its own', async () => {
    const listed = actionsInCode()
    for (const { name, roles } of await everyVerb()) {
      const allowed = listed[name]?.roles
      if (allowed) expect(allowed, name).toEqual(expect.arrayContaining([...roles]))
    }
    const anybodys = Object.keys(listed).filter((name) => !listed[name]?.roles)
    expect(anybodys).toEqual([
      'help.glossary',
      'link.open',
      'menu.open',
      'queue.open',
      'queue.view',
      'session.end',
      'session.start',
    ])
  })

  test('takes from an agent, an officer and an agency no act of others, whatever else they wrote', async () => {
    const spent = `insert into app.spent_keys (user_id, key, body_mac, status, location, answer)
      values (access.actor_id(), gen_random_uuid(), sha256(''), 303, '/', '')`
    const people = [await signedIn('DTM_ENUM', 'MOP'), await signedIn('DPO', 'MOP'), agency]
    for (const { role, kind, token } of people)
      for (const [action, { writes, roles }] of Object.entries(actionsInCode()))
        if (writes && roles && !roles.includes(role))
          await refused(
            kind === 'partner' ? raw('partner') : web,
            token,
            `${spent}; ${say(action, "'page', '', null, 'done', '{}'")}`,
          )
  })

  test('has an end of wrong passwords, an account', async () => {
    await raw('auth')`select audit.append_wrong_password(${lead.id}) from generate_series(1, 620)`
    await raw('auth')`select audit.append_wrong_password(gen_random_uuid()) from generate_series(1, 620)`
    const rows = await root()`select object_id = '' as nobody, count(*)::int as n from audit.events
      where action = 'session.start' and outcome = 'refused' and object_id in ('', ${lead.id}) group by 1 order by 1`
    expect(rows.map(({ n }) => n)).toEqual([600, 600])
  })

  test('knows the acts of this code, no more and no fewer', async () => {
    expect(readFileSync('lib/platform/db/actions.json', 'utf8')).toBe(actionsFile())
    const rows = await root()`select action, writes, roles from audit.actions order by action collate "C"`
    expect(Object.fromEntries(rows.map(({ action, writes, roles }) => [action, { writes, roles }]))).toEqual(
      JSON.parse(actionsFile()),
    )
  })
})
