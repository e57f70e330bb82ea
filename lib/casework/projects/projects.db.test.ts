import { beforeEach, describe, expect, test } from 'vitest'
import { POST as changeProject } from '@/app/api/v1/projects/[id]/route'
import { POST as addProject } from '@/app/api/v1/projects/route'
import { fundOn } from '@/lib/casework/assistance/funds'
import { prepareProject, viewProjects } from '@/lib/desks/administration/view-projects'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { ledCase } from '@/lib/testing/factories/led-case'
import { reading } from '@/lib/testing/reading'
import { post } from '@/lib/testing/requests'

let admin: SignedIn
let lead: SignedIn
let name: string
let n = 0

beforeEach(async () => {
  admin = await signedIn('ADMIN')
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  n += 1
  name = `Abris du fleuve ${n}`
})

const values = (more: Record<string, string> = {}) => ({
  donor: 'CERF',
  name,
  fromOn: '2014-01-01',
  untilOn: '',
  ...more,
})
const add = (more?: Record<string, string>, as = admin) => post(addProject, { as, values: values(more) })
const change = (id: string, more: Record<string, string>, { as = admin, version = 1 } = {}) =>
  post(changeProject, {
    as,
    params: { id },
    values: { _version: String(version), name, untilOn: '', ...more },
  })
const rowOf = async () =>
  (
    await root()`select id, donor, name, from_on::text as "fromOn", until_on::text as "untilOn" from app.projects where name = ${name}`
  )[0]
const added = async () => {
  await add()
  return String((await rowOf())?.id)
}

describe('a project of a donor', () => {
  test('is added by administration, and a line of help may name it from its first day on', async () => {
    expect((await add()).headers.get('location')).toContain('done=added')
    const row = await rowOf()
    expect(row).toMatchObject({ id: `CERF_ABRIS_DU_FLEUVE_${n}`, donor: 'CERF', untilOn: null })
    const on = (day: string) => reading(lead, (ctx) => fundOn(ctx, String(row?.id), day))
    expect(await on('2014-01-01')).toEqual({ donor: 'CERF', projectId: row?.id })
    expect(await on('2013-12-31')).toBeUndefined()
  })

  test('of the same donor and name stands once, and does not end before it begins', async () => {
    await add()
    expect((await add()).headers.get('location')).toContain('draft=')
    expect((await add({ name: `${name} bis`, untilOn: '2013-12-31' })).headers.get('location')).toContain(
      'draft=',
    )
  })

  test('is renamed and ended, and what it said before stays, with who changed it', async () => {
    const id = await added()
    await change(id, { name: `${name}, phase 2`, untilOn: '2014-12-31' })
    const found = await reading(admin, (ctx) => prepareProject(ctx, id, {}))
    const project = 'view' in found ? found.view?.project : undefined
    expect(project).toMatchObject({ name: `${name}, phase 2`, untilOn: '2014-12-31' })
    expect(project?.changes.map(({ added, name, untilOn }) => [added, name, untilOn])).toEqual([
      [false, name, null],
      [true, null, null],
    ])
    const log =
      await root()`select action from audit.events where actor_id = ${admin.id} and outcome = 'done' order by id`
    expect(log.map(({ action }) => action)).toContain('project.change')
  })

  test('does not end before help that names it, by form and in raw SQL', async () => {
    const id = await added()
    const { id: caseId } = await ledCase(lead, lead)
    await root().begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`insert into app.assistance (id, case_id, office_id, sensitivity, service, quantity, unit, given_on, donor, given_by, project_id)
        select gen_random_uuid(), c.id, c.office_id, c.sensitivity, 'FOOD_RATION', 1, 'RATION', '2014-06-20', 'CERF', ${lead.id}, ${id}
        from app.cases c where c.id = ${caseId}`
    })
    expect((await change(id, { untilOn: '2014-06-19' })).headers.get('location')).toContain('draft=')
    await expect(
      presenting(
        raw('web'),
        admin.token,
        (tx) => tx`update app.projects set until_on = '2014-06-19', version = 2 where id = ${id}`,
      ),
    ).rejects.toThrow()
    expect((await change(id, { untilOn: '2014-06-20' })).headers.get('location')).toContain('done=changed')
  })

  test('changed meanwhile by somebody else is not written over', async () => {
    const id = await added()
    await change(id, { untilOn: '2014-12-31' })
    await change(id, { untilOn: '2015-12-31' }, { version: 1 })
    expect((await rowOf())?.untilOn).toBe('2014-12-31')
  })

  test('is nobody else’s to change, and nobody’s to delete, by form and in raw SQL', async () => {
    const id = await added()
    const supervisor = await signedIn('SUPERVISOR', 'MOP')
    for (const as of [lead, supervisor]) {
      expect((await add({ name: `${name} ter` }, as)).status).toBe(403)
      expect((await change(id, { untilOn: '2014-12-31' }, { as })).status).toBe(403)
      const sql = (statement: string) => presenting(raw('web'), as.token, (tx) => tx.unsafe(statement))
      expect((await sql(`update app.projects set name = 'X', version = 2 where id = '${id}'`)).count).toBe(0)
      await expect(
        sql(
          `insert into app.projects (id, donor, name, from_on) values ('CERF_X', 'CERF', 'X', '2014-01-01')`,
        ),
      ).rejects.toThrow()
      expect(await sql(`select from app.project_changes`)).toHaveLength(0)
    }
    for (const statement of [
      `delete from app.projects where id = '${id}'`,
      `update app.projects set donor = 'OFDA' where id = '${id}'`,
      `update app.project_changes set name = 'X'`,
      `delete from app.project_changes`,
    ])
      await expect(presenting(raw('web'), admin.token, (tx) => tx.unsafe(statement))).rejects.toThrow(
        /permission denied/,
      )
  })

  test('says on the list whether it runs', async () => {
    await add({ fromOn: '2014-08-01' })
    const { view } = await reading(admin, viewProjects)
    expect(view.projects.find((one) => one.name === name)?.standing).toBe('later')
  })
})
