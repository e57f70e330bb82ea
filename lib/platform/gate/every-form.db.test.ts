import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Field } from '@/lib/base/forms/fields'
import type { RawValues } from '@/lib/base/forms/form'
import type { Role } from '@/lib/platform/access/roles'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { draftIn, post } from '@/lib/testing/requests'
import { command } from './command'
import { findDraft } from './drafts'
import type { Verb } from './verb'

type AnyVerb = Verb<Record<string, Field>, unknown>

const isVerb = (value: unknown): value is AnyVerb =>
  typeof value === 'object' && value !== null && 'form' in value && 'apply' in value && 'scope' in value

/** Every write of casework, found by its shape in every file: a new one is walked without a line here. */
async function everyVerb(): Promise<AnyVerb[]> {
  const folder = join(process.cwd(), 'lib/casework')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('examples'),
  )
  const modules = await Promise.all(files.map((file) => import(/* @vite-ignore */ join(folder, file))))
  const found = modules.flatMap((module) => Object.values(module as object)).filter(isVerb)
  return [...new Map(found.map((verb) => [verb.name + verb.session, verb])).values()]
}

const people = new Map<Role, SignedIn>()
async function somebody(role: Role): Promise<SignedIn> {
  const known = people.get(role)
  if (known) return known
  const made = role === 'PARTNER_FP' ? await signedIn(role, 'UNICEF') : await signedIn(role, 'MOP')
  people.set(role, made)
  return made
}

const params = { id: '7b0d1c8e-0000-4000-8000-000000000001', code: 'MLP-0000-00' }
const isTyped = ({ kind }: Field) => kind === 'text' || kind === 'long-text'
/** No code, number, day or choice anywhere: sends the form back, whatever its texts say. */
const wrong = 'n’importe quoi'

type Typing = (field: Extract<Field, { kind: 'text' | 'long-text' }>) => string

const filled = (verb: AnyVerb, typing: Typing): RawValues =>
  Object.fromEntries(
    Object.entries(verb.form.fields).map(([name, field]) => [
      name,
      field.kind === 'text' || field.kind === 'long-text' ? typing(field) : wrong,
    ]),
  )

/** Sends it, and gives back what the page would show. */
async function comesBack(verb: AnyVerb, values: RawValues) {
  const [role] = verb.roles
  if (!role) throw new Error(`${verb.name} belongs to nobody`)
  const who = await somebody(role)
  const answer = await post(command(verb), { as: who, params, values })
  const draft = await as(who, ({ tx }) => findDraft(tx, who.id, verb.name, draftIn(answer)))
  return { status: answer.status, draft }
}

let verbs: AnyVerb[]
beforeAll(async () => {
  verbs = (await everyVerb()).filter((verb) => Object.keys(verb.form.fields).length > 0)
})

const faults: [what: string, typing: Typing, error: string][] = [
  ['one character too long', ({ max }) => 'é'.repeat(max + 1), 'too-long'],
  ['of invisible characters only', () => '\u200b\u2060\u200b', 'invisible-only'],
  ['that turns the reading direction', () => 'Awa \u202eabc', 'direction-marks'],
]

describe('what is typed in any form', () => {
  test('is walked whole: every write with a question is here', () => {
    expect(verbs.length).toBeGreaterThan(25)
    expect(verbs.filter((verb) => Object.values(verb.form.fields).some(isTyped)).length).toBeGreaterThan(10)
  })

  test.each(faults)('a text %s comes back as it was typed, with its reason', async (_, typing, error) => {
    for (const verb of verbs) {
      const fields = Object.entries(verb.form.fields)
      if (!fields.some(([, field]) => isTyped(field))) continue
      const values = filled(verb, typing)
      const { status, draft } = await comesBack(verb, values)
      expect(status, verb.name).toBe(303)
      expect(draft?.values, verb.name).toEqual(values)
      for (const [name, field] of fields)
        if (isTyped(field)) expect(draft?.errors[name], `${verb.name} ${name}`).toBe(error)
    }
  })

  test('may have as many lines as it likes: a line end counts once', async () => {
    for (const verb of verbs) {
      const long = Object.entries(verb.form.fields).filter(([, { kind }]) => kind === 'long-text')
      if (long.length === 0) continue
      const values = filled(verb, ({ max }) => 'a\r\n'.repeat(max / 2 - 1))
      const { draft } = await comesBack(verb, { ...values, nobodyAsked: 'x' })
      expect(draft?.values, verb.name).toEqual({ ...values, nobodyAsked: 'x' })
      for (const [name] of long) expect(draft?.errors[name], `${verb.name} ${name}`).toBeUndefined()
    }
  })

  test('follows a switch of the language, without a word of blame', async () => {
    for (const verb of verbs) {
      const values = filled(verb, () => 'Moussa\tAg')
      const { draft } = await comesBack(verb, { ...values, _language: 'en' })
      expect(draft, verb.name).toMatchObject({ values, errors: {}, notice: 'aside' })
    }
  })

  test('is never cut: a wrong number, day or code comes back as written', async () => {
    for (const verb of verbs) {
      const values = filled(verb, () => '')
      const { draft } = await comesBack(verb, { ...values, nobodyAsked: 'x' })
      expect(draft?.values, verb.name).toEqual({ ...values, nobodyAsked: 'x' })
      expect(draft?.errors.nobodyAsked, verb.name).toBe('unknown-field')
    }
  })
})
