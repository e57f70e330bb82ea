import { beforeAll, describe, expect, test } from 'vitest'
import { POST as correct } from '@/app/api/v1/cases/[code]/notes/[id]/correct/route'
import { POST as addNote } from '@/app/api/v1/cases/[code]/notes/route'
import { POST as printAppointment } from '@/app/api/v1/cases/[code]/papers/appointment/route'
import { planDemo } from '@/drizzle/seed/demo/plan-demo'
import type { CaseFile } from '@/drizzle/seed/demo/records'
import { seedDemo } from '@/drizzle/seed/seed'
import { notePlace } from '@/lib/casework/cases/note-place'
import { unwrap } from '@/lib/platform/vault/keys'
import { unseal } from '@/lib/platform/vault/seal'
import { sessionOf } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { post } from '@/lib/testing/requests'

/** Enough files for 300 different texts; every one with a sealed note is among them. */
const FILES = 500
/** Keys of the plan under which somebody’s own words stand, or what only they told us. */
const TOLD = [
  'detail',
  'motherName',
  'witness',
  'needText',
  'note',
  'text',
  'words',
  'who',
  'safeContact',
  'phone',
]

type Table = { name: string; bytes: Buffer }
let texts: string[]
let dump: Table[]

function told(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return TOLD.includes(key) && /\s/.test(value) ? [value] : []
  if (Array.isArray(value)) return value.flatMap((one) => told(one, key))
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, one]) => told(one, name))
}

const sealedIn = ({ notes }: CaseFile) => notes.some(({ compartment }) => compartment !== 'TEAM')

/** A demonstration cut short: whole files, and the alerts that led to them or to none. */
function shortDemo() {
  const demo = planDemo()
  const files = demo.files.filter((file, index) => index < FILES || sealedIn(file))
  const kept = new Set(files.map(({ case: { id } }) => id))
  const alerts = demo.alerts.filter(({ caseId }) => caseId === null || kept.has(caseId))
  return { ...demo, files, alerts }
}

/** Words that this test writes itself, through the doors of the nouns that the demonstration does not fill. */
const WRITTEN = {
  note: 'Paroles confiées au bord du fleuve',
  corrected: 'Paroles corrigées au bord du fleuve',
  refused: 'Paroles gardées dans un brouillon',
  place: 'Derrière la grande mosquée bleue',
  who: 'Madame Inventée du guichet trois',
}

async function writeMore(): Promise<void> {
  const [row] =
    await root()`select c.code, u.id, u.role, u.email from app.cases c join access.users u on u.id = c.lead_id
    where c.state = 'OPEN' and u.role in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER') order by c.code limit 1`
  const code = String(row?.code)
  const who = {
    id: String(row?.id),
    email: '',
    role: row?.role,
    offices: [],
    partner: null,
    kind: 'staff' as const,
  }
  const as = await sessionOf(who)
  const params = { code }
  const values = { compartment: 'OWN', body: WRITTEN.note, metOn: '' }
  expect((await post(addNote, { as, params, values })).headers.get('location')).toContain('done=added')
  const [note] =
    await root()`select id from app.notes where written_by = ${as.id} order by written_at desc limit 1`
  const id = String(note?.id)
  const correction = { body: WRITTEN.corrected, correctionReason: 'SLIP', _version: '1' }
  expect((await post(correct, { as, params: { code, id }, values: correction })).status).toBe(303)
  // A form that came back keeps what was typed.
  const refused = { compartment: 'OWN', body: WRITTEN.refused, metOn: '1/1/2099' }
  expect((await post(addNote, { as, params, values: refused })).headers.get('location')).toContain('draft=')
  const slip = { carry: 'SAFE', language: 'fr', on: '3/7/2014', time: '9h', call: '20 00 00 01' }
  const printed = await post(printAppointment, {
    as,
    params,
    values: { ...slip, place: WRITTEN.place, who: WRITTEN.who },
  })
  expect(printed.headers.get('location')).toMatch(/^\/papers\//)
}

/** Every table of the database as the bytes that a copy of it holds: bytes as they are, all else as text. */
async function dumped(): Promise<Table[]> {
  const tables = await root()`select format('%I.%I', n.nspname, c.relname) as name,
      string_agg(case a.atttypid when 'bytea'::regtype then format($f$coalesce(%I, '')$f$, a.attname)
        else format($f$convert_to(coalesce(%I::text, ''), 'UTF8')$f$, a.attname) end, ' || ' order by a.attnum) as bytes
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') group by 1 order by 1`
  const all: Table[] = []
  for (const { name, bytes } of tables) {
    const [row] = await root().unsafe(`select string_agg(${bytes}, '\\x00') as bytes from ${name}`)
    all.push({ name: String(name), bytes: row?.bytes ?? Buffer.alloc(0) })
  }
  return all
}

beforeAll(async () => {
  const demo = shortDemo()
  // The fixture's places are its own, and the tests' template is a real instance.
  await root()`truncate access.offices, access.users, app.cercle_offices, app.partners cascade`
  await root()`update app.instance set demo = true`
  expect(await seedDemo(demo)).toBe('seeded')
  await writeMore()
  // Names that staff bear as well stand in the list of staff.
  const staff = new Set(demo.users.map(({ name }) => name))
  const all = told([demo.files, demo.alerts]).filter((text) => !staff.has(text))
  texts = [...new Set([...all, ...Object.values(WRITTEN)])]
  dump = await dumped()
}, 600_000)

describe('a full dump of a seeded database', () => {
  test('holds the rows: each table of cases has its bytes, and what is plain is found in them', () => {
    expect(dump.length).toBeGreaterThan(60)
    const users = dump.find(({ name }) => name === 'access.users')
    expect(users?.bytes.includes('Fatoumata Maïga')).toBe(true)
    expect(dump.find(({ name }) => name === 'app.notes')?.bytes.length).toBeGreaterThan(10_000)
  })

  test('shows none of at least 300 texts that people confided', () => {
    console.log(`texts looked for: ${texts.length}, in ${dump.length} tables`)
    expect(texts.length).toBeGreaterThan(300)
    const shown = texts.flatMap((text) =>
      dump.filter(({ bytes }) => bytes.includes(text)).map(({ name }) => `${name}: ${text}`),
    )
    expect(shown).toEqual([])
  })
})

describe('a sealed note out of a dump', () => {
  type Sealed = { id: string; compartment: string; key_id: string; body: Buffer; case_id: string }

  test('opens with the key of its own discipline and with no other key of the database', async () => {
    const notes = await root()<
      Sealed[]
    >`select id, compartment, key_id, body, case_id from app.notes where compartment <> 'TEAM'`
    const keys = await root()<
      { id: string; wrapped: Buffer }[]
    >`select id, wrapped from vault.keys where scope = 'CASE'`
    expect(notes.length).toBeGreaterThan(3)
    expect(keys.length).toBeGreaterThan(FILES - 1)
    for (const note of notes) {
      const opening = keys.filter((row) => {
        try {
          // Even a key that pretends to be this one.
          return unseal({ ...unwrap(row), id: note.key_id }, notePlace(note.id), note.body).length > 0
        } catch {
          return false
        }
      })
      expect(opening.map(({ id }) => id)).toEqual([note.key_id])
    }
  })

  test('opens with no key as it lies in the dump: without the instance’s secret they are noise', async () => {
    const [note] = await root()<
      Sealed[]
    >`select id, compartment, key_id, body, case_id from app.notes where compartment <> 'TEAM' limit 1`
    const [key] = await root()<
      { wrapped: Buffer }[]
    >`select wrapped from vault.keys where id = ${note?.key_id ?? ''}`
    if (!note || !key) throw new Error('no sealed note')
    for (let from = 0; from + 32 <= key.wrapped.length; from++)
      expect(() =>
        unseal(
          { id: note.key_id, bytes: key.wrapped.subarray(from, from + 32) },
          notePlace(note.id),
          note.body,
        ),
      ).toThrow()
  })
})
