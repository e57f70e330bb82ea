import { beforeAll, describe, expect, test } from 'vitest'
import { POST as decide } from '@/app/api/v1/cases/[code]/return/decide/route'
import { POST as edit } from '@/app/api/v1/cases/[code]/return/edit/route'
import { POST as plan } from '@/app/api/v1/cases/[code]/return/grant/route'
import { POST as step } from '@/app/api/v1/cases/[code]/return/step/route'
import { caseHead } from '@/lib/desks/case-file/head'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { type Around, around, send } from '@/lib/testing/factories/open-case'
import { answerTo, caseOnPath, homeAlready, shop, toGo } from '@/lib/testing/factories/return-path'
import { draftIn } from '@/lib/testing/requests'
import { changesOf } from './changes'

let all: Around
beforeAll(async () => {
  all = await around()
})

const save = async (...asked: Parameters<typeof send>) => {
  const answer = await send(...asked)
  expect([answer.status, draftIn(answer)]).toEqual([303, undefined])
}
/** The past as somebody reads it, newest first; nothing for whom the case is not there. */
const past = (who: SignedIn, code: string, of?: 'return' | 'case') =>
  as(who, async (ctx) => {
    const head = await caseHead(ctx, code)
    if (!head) return undefined
    const { shown } = await changesOf(ctx, { caseId: head.reach.record.id, keys: head.keys, of })
    return shown.map(({ by, fields }) => [by, fields.map(({ field, from, to }) => [field, from, to])])
  })

describe('the past of a way home', () => {
  test('says what a path said before, who changed it, and stands under its own part alone', async () => {
    const { code } = await caseOnPath(all, toGo)
    expect(await past(all.lead, code, 'return')).toEqual([])
    await save(edit, all.lead, code, { ...toGo, transit1: 'DZA', returnCountry: 'GIN', _version: '1' })
    const [said] = (await past(all.supervisor, code, 'return')) ?? []
    expect(said).toEqual([
      'SOCIAL_WORKER MOP',
      expect.arrayContaining([
        ['path.transit', ['NER'], ['DZA']],
        ['path.return_country', 'MLI', 'GIN'],
      ]),
    ])
    expect(await past(all.lead, code, 'case')).toEqual([])
  })

  test('says each word about a step, the one that was taken back too', async () => {
    const { code, id } = await caseOnPath(all, toGo)
    await answerTo(all, id, 'GIVEN')
    const [row] = await root()`select clock.casework_now()::date::text as day`
    await save(step, all.lead, code, { step: 'FITNESS', did: 'DONE', onDay: String(row?.day) })
    await save(step, all.lead, code, { step: 'FITNESS', did: 'TODO', stepReason: 'ENTERED_WRONGLY' })
    const said = (await past(all.lead, code, 'return')) ?? []
    expect(said.map(([, fields]) => fields)).toEqual([
      [['step.FITNESS', `DONE ${row?.day}`, 'TODO ENTERED_WRONGLY']],
      [['step.FITNESS', 'TODO', `DONE ${row?.day}`]],
    ])
  })

  test('says each line of a budget and who sells, which stands in clear nowhere', async () => {
    const { code, id } = await caseOnPath(all, homeAlready)
    await save(plan, all.lead, code, { ...shop, wants: 'SAVE', _version: '0' })
    await save(plan, all.lead, code, { ...shop, wants: 'SAVE', _version: '1' })
    expect(await past(all.lead, code, 'return')).toEqual([])
    const other = { ...shop, lineEQUIP: '80000', lineFEES: '', supplier: 'Chez Moussa' }
    await save(plan, all.lead, code, { ...other, wants: 'ASK', _version: '2' })
    const [said] = (await past(all.lead, code, 'return')) ?? []
    expect(said?.[1]).toHaveLength(4)
    expect(said?.[1]).toEqual(
      expect.arrayContaining([
        ['grant.lines.EQUIP', '90000', '80000'],
        ['grant.lines.FEES', '15000', undefined],
        ['grant.supplier', 'Quincaillerie du Fleuve', 'Chez Moussa'],
        ['grant.state', 'DRAFT', 'ASKED'],
      ]),
    )
    const lines = JSON.stringify(await root()`select * from app.case_changes where case_id = ${id}`)
    for (const word of ['Quincaillerie', 'Moussa']) expect(lines).not.toContain(word)
    await save(decide, all.supervisor, code, {
      verdict: 'RETURN',
      returnReason: 'QUOTES',
      _version: '3',
    })
    const [back] = (await past(all.lead, code, 'return')) ?? []
    expect(back).toEqual([
      'SUPERVISOR MOP',
      expect.arrayContaining([
        ['grant.state', 'ASKED', 'RETURNED'],
        ['grant.reason', undefined, 'QUOTES'],
      ]),
    ])
  })

  test('is nobody’s for whom the case is not, behind both walls', async () => {
    const { code, id } = await caseOnPath(all, toGo)
    await save(edit, all.lead, code, { ...toGo, returnCountry: 'GIN', _version: '1' })
    const stranger = await signedIn('SOCIAL_WORKER', 'MOP')
    expect(await past(stranger, code)).toBeUndefined()
    const seen = (who: SignedIn) =>
      as(
        who,
        async ({ tx }) => (await tx.execute(`select * from app.case_changes where case_id = '${id}'`)).length,
      )
    expect([await seen(stranger), await seen(all.lead)]).toEqual([0, 1])
  })
})
