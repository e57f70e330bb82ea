import { POST as add } from '@/app/api/v1/cases/[code]/documents/route'
import type { GET as open } from '@/app/api/v1/documents/[id]/route'
import { viewDocuments } from '@/lib/desks/case-file/view-documents'
import { sessionCookie } from '@/lib/platform/access/cookies'
import { type SignedIn, signedIn } from '../actors'
import { root } from '../database'
import { insertCases } from '../factories/case-rows'
import { makeReadable } from '../factories/readable'
import { reading } from '../reading'
import { pdf } from './pdfs'
import { sendFile } from './send-file'

export type Who = 'lead' | 'social' | 'psychologist' | 'lawyer' | 'supervisor' | 'stranger'
type File = { name: string; bytes: Buffer }

export const page = (): File => ({ name: 'certificat.pdf', bytes: pdf() })
export const certificate = { kind: 'MEDICAL', reader: 'TEAM', madeOn: '28/6/2014' }

/** An open case of Mopti with a team of four, its supervisor, and somebody who has nothing to do with it. */
export async function documentTeam() {
  const all: Record<Who, SignedIn> = {
    lead: await signedIn('SOCIAL_WORKER', 'MOP'),
    social: await signedIn('SOCIAL_WORKER', 'MOP'),
    psychologist: await signedIn('PSYCHOLOGIST', 'MOP'),
    lawyer: await signedIn('LAWYER', 'MOP'),
    supervisor: await signedIn('SUPERVISOR', 'MOP'),
    stranger: await signedIn('SOCIAL_WORKER', 'MOP'),
  }
  const caseId = crypto.randomUUID()
  const members = (['lead', 'social', 'psychologist', 'lawyer'] as const).map((who) => ({
    userId: all[who].id,
    capacity: who === 'lead' ? ('LEAD' as const) : ('MEMBER' as const),
  }))
  await insertCases([
    { id: caseId, officeId: 'MOP', sensitivity: 'S3', leadId: all.lead.id, members, referrals: [] },
  ])
  await makeReadable(caseId)
  const code = String((await root()`select code from app.cases where id = ${caseId}`)[0]?.code)

  /** Sends the form with a file, or with none. */
  const send = (who: Who, values: Record<string, string> = {}, file: File | 'none' = page()) =>
    sendFile(add, {
      as: all[who],
      params: { code },
      values: { ...certificate, ...values },
      ...(file !== 'none' && { file }),
    })
  const newest = async () =>
    String(
      (
        await root()`select id from app.documents where case_id = ${caseId} and replaced_by is null order by xmin::text::bigint desc limit 1`
      )[0]?.id,
    )
  const fetched = (route: typeof open, who: Who, id: string) =>
    route(
      new Request(`http://127.0.0.1:3000/api/v1/documents/${id}`, {
        headers: {
          cookie: `${sessionCookie('staff')}=${all[who].token}`,
          'sec-fetch-site': 'same-origin',
          accept: 'text/html',
        },
      }),
      { params: Promise.resolve({ id }) },
    )
  const seen = async (who: Who, query = {}) => {
    const found = await reading(all[who], (ctx) => viewDocuments(ctx, code, query))
    return 'view' in found ? found.view : undefined
  }
  const listed = async (who: Who) =>
    (await seen(who))?.shown.map(({ kind, opens }) => `${kind} ${opens}`) ?? 'missing'
  const count = async (table: 'documents' | 'uploads') =>
    (await root().unsafe(`select count(*)::int as n from app.${table} where case_id = '${caseId}'`))[0]?.n
  return { all, caseId, code, send, newest, fetched, seen, listed, count }
}
