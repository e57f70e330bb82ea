import { beforeEach, describe, expect, test } from 'vitest'
import { POST as giveBack } from '@/app/api/v1/cases/[code]/documents/give-back/route'
import { POST as take } from '@/app/api/v1/cases/[code]/documents/withdraw/route'
import { GET as open } from '@/app/api/v1/documents/[id]/route'
import { presenting } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { documentTeam, type Who } from '@/lib/testing/files/document-team'
import { post } from '@/lib/testing/requests'

let team: Awaited<ReturnType<typeof documentTeam>>

beforeEach(async () => {
  team = await documentTeam()
})

const everybody = () => Object.keys(team.all) as Who[]

describe('who opens a document', () => {
  const opened = async (id: string) => {
    const came: string[] = []
    for (const who of everybody()) if ((await team.fetched(open, who, id)).status === 200) came.push(who)
    return came
  }

  test('sealed for a discipline: that discipline on the case alone; the others see that it is there', async () => {
    await team.send('psychologist', { reader: 'OWN' })
    expect(await opened(await team.newest())).toEqual(['psychologist'])
    expect(await team.listed('lead')).toEqual(['MEDICAL false'])
    expect(await team.listed('supervisor')).toEqual(['MEDICAL false'])
    expect(await team.listed('stranger')).toBe('missing')
  })

  test('for the lead: its author and the lead, not the same discipline, not the supervisor', async () => {
    await team.send('lawyer', { reader: 'LEAD' })
    expect(await opened(await team.newest())).toEqual(['lead', 'lawyer'])
    await team.send('social', { reader: 'LEAD' })
    expect(await opened(await team.newest())).toEqual(['lead', 'social'])
  })

  test('the database says the same on its own, of pieces and keys, in raw SQL', async () => {
    for (const [author, reader, may] of [
      ['lead', 'TEAM', ['lead', 'social', 'psychologist', 'lawyer', 'supervisor']],
      ['psychologist', 'OWN', ['psychologist']],
      ['lawyer', 'LEAD', ['lead', 'lawyer']],
    ] as const) {
      await team.send(author, { reader })
      const id = await team.newest()
      const came = { pieces: [] as string[], keys: [] as string[] }
      for (const who of everybody()) {
        const [row] = await presenting(
          raw('web'),
          team.all[who].token,
          (tx) => tx`select
          (select count(*)::int from app.document_pieces where document_id = ${id}) as pieces,
          (select count(*)::int from vault.keys where id = (select key_id from app.documents where id = ${id})) as keys`,
        )
        if (row?.pieces > 0) came.pieces.push(who)
        if (row?.keys > 0) came.keys.push(who)
      }
      expect(came, reader).toEqual({ pieces: [...may], keys: [...may] })
    }
  })

  test('nobody outside the team adds one, nobody seals for another discipline or in another’s name', async () => {
    expect((await team.send('stranger')).status).toBe(404)
    expect((await team.send('supervisor')).status).toBe(403)
    const rawly = (who: Who, reader: string) =>
      presenting(
        raw('web'),
        team.all[who].token,
        (
          tx,
        ) => tx`select app.add_document(gen_random_uuid(), ${team.caseId}, 'OTHER', ${reader}, 'PDF', 10, null, false,
          (select id from vault.keys where case_id = ${team.caseId} and compartment = 'TEAM'), null, null) as done`,
      )
    await expect(rawly('lead', 'PSYCHOLOGIST')).rejects.toThrow(/another discipline/)
    await expect(rawly('lead', 'SOCIAL_WORKER')).rejects.toThrow(/another key/)
    await expect(rawly('lead', 'TEAM')).rejects.toThrow(/without its bytes/)
    expect((await rawly('stranger', 'TEAM'))[0]?.done).toBe(false)
    for (const table of ['documents', 'document_pieces', 'uploads', 'upload_pieces'])
      await expect(
        presenting(raw('web'), team.all.lead.token, (tx) => tx.unsafe(`delete from app.${table}`)),
      ).rejects.toThrow(/permission denied/)
  })

  test('no piece is added to a document afterwards', async () => {
    await team.send('lead')
    const id = await team.newest()
    const later = presenting(
      raw('web'),
      team.all.lead.token,
      (tx) => tx`select app.add_document_piece(${id}, 'THUMB', 0, decode(repeat('00', 40), 'hex'))`,
    )
    await expect(later).rejects.toThrow(/not added now/)
  })
})

describe('a document that is taken away', () => {
  const withdraw = (who: Who, document: string) =>
    post(take, { as: team.all[who], params: { code: team.code }, values: { document, why: 'UNREADABLE' } })

  test('loses its bytes and its own key at once; the line stays with the reason', async () => {
    await team.send('lawyer', { reader: 'LEAD' })
    const id = await team.newest()
    expect((await withdraw('psychologist', id)).status).toBe(403)
    expect((await withdraw('lawyer', id)).headers.get('location')).toBe(
      `/cases/${team.code}/documents?done=document-withdrawn`,
    )
    const [left] =
      await root()`select (select count(*)::int from app.document_pieces where document_id = ${id}) as pieces,
      (select count(*)::int from vault.keys where document_id = ${id}) as keys, withdrawal from app.documents where id = ${id}`
    expect(left).toEqual({ pieces: 0, keys: 0, withdrawal: 'UNREADABLE' })
    expect((await team.fetched(open, 'lawyer', id)).status).toBe(403)
    expect(await team.listed('lead')).toEqual(['MEDICAL false'])
    expect((await withdraw('lawyer', id)).status).toBe(403)
  })

  test('or replaced says by what', async () => {
    await team.send('lead')
    const old = await team.newest()
    await team.send('lead', { replaces: old, kind: 'CIVIL' })
    const rows =
      await root()`select kind, withdrawal, replaced_by is not null as replaced from app.documents where case_id = ${team.caseId} order by kind`
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { kind: 'CIVIL', withdrawal: null, replaced: false },
      { kind: 'MEDICAL', withdrawal: 'REPLACED', replaced: true },
    ])
  })
})

describe('an original that we keep', () => {
  const give = (who: Who, document: string) =>
    post(giveBack, {
      as: team.all[who],
      params: { code: team.code },
      values: { document, givenTo: 'PERSON' },
    })
  const close = () => root()`update app.cases set state = 'CLOSED' where id = ${team.caseId}`

  test('goes back once, by anybody of the team, whoever may open the scan', async () => {
    await team.send('psychologist', { reader: 'OWN', original: 'SAFE' })
    const id = await team.newest()
    expect((await give('stranger', id)).status).toBe(404)
    expect((await give('supervisor', id)).status).toBe(403)
    expect((await give('lead', id)).headers.get('location')).toBe(
      `/cases/${team.code}/documents?done=original-back`,
    )
    expect((await give('lead', id)).status).toBe(403)
  })

  test('holds every end of the case back, also of a file that the person no longer wants', async () => {
    await team.send('lead', { original: 'CABINET' })
    const id = await team.newest()
    await root().begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`update app.cases set state = 'PENDING_CLOSURE', closure_reason = 'CONSENT_WITHDRAWN' where id = ${team.caseId}`
    })
    await expect(close()).rejects.toThrow(/paper of the person/)
    expect((await give('lead', id)).status).toBe(303)
    await expect(close()).rejects.not.toThrow(/paper of the person/)
  })
})
