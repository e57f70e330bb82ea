import { beforeAll, describe, expect, test } from 'vitest'
import type { Field } from '@/lib/base/forms/fields'
import type { RawValues } from '@/lib/base/forms/form'
import { packValues } from '@/lib/base/forms/merge'
import type { Role } from '@/lib/platform/access/roles'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { type AnyVerb, everyVerb, rightAnswers } from '@/lib/testing/every-verb'
import { draftIn, post } from '@/lib/testing/requests'
import { command } from './command'
import { findDraft, keepDraft } from './drafts'
import { allowed } from './verdict'

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

/** The row behind a form, as a colleague left it: of another version, and one of its fields says something else. */
function overtaken(verb: AnyVerb, theirs: RawValues): AnyVerb {
  return {
    ...verb,
    scope: async () => ({}),
    policy: () => allowed,
    held: async () => false,
    audit: () => ({ type: 'form', id: verb.name }),
    version: () => 8,
    ...(verb.changed && { changed: async () => ({ by: 'Une collègue', at: null, now: 'forms.stale' }) }),
    ...(verb.current && { current: async () => ({ values: theirs, by: 'Une collègue', at: null }) }),
    ...(verb.changed && {
      changed: async () => ({ by: 'Une collègue', at: null, now: 'referrals.state.SENT' as const }),
    }),
    apply: () => {
      throw new Error(`${verb.name} wrote over what a colleague wrote`)
    },
  }
}

/** The same row, ours to change: what is sent is taken, whatever its real row would doubt. Something is written, as the log asks of whatever is done. */
const standing = ({ unsigned: _, doubts: __, ...verb }: AnyVerb): AnyVerb => ({
  ...overtaken(verb, {}),
  // The log takes what its roles did, moves and reports that happened; this act is everybody's.
  name: 'session.end',
  version: () => 7,
  apply: async ({ tx, actor }) => {
    const trace = { values: {}, errors: {}, notice: 'saved' as const }
    await keepDraft(tx, actor.userId, { form: 'taken', about: verb.name }, trace)
    return { location: '/work' }
  },
})

const today = '2014-06-30'
const typedIn = (verb: AnyVerb) => Object.keys(verb.form.fields).find((name) => isField(verb, name))
const isField = (verb: AnyVerb, name: string) => {
  const field = verb.form.fields[name]
  return field !== undefined && isTyped(field)
}

async function send(verb: AnyVerb, values: RawValues, headers: Record<string, string> = {}) {
  const [role] = verb.roles
  if (!role) throw new Error(`${verb.name} belongs to nobody`)
  const who = await somebody(role)
  const answer = await post(command(verb), { as: who, params, values, headers })
  const found = () => as(who, ({ tx }) => findDraft(tx, who.id, verb.name, draftIn(answer)))
  return { answer, found, draft: await found() }
}

describe('two people in any form', () => {
  test('write over nothing: the later one’s words come back beside the earlier one’s', async () => {
    const versioned = verbs.filter((verb) => verb.version)
    expect(versioned.length).toBeGreaterThan(25)
    for (const verb of versioned) {
      const values = rightAnswers(verb, today)
      const name = typedIn(verb) ?? Object.keys(values)[0] ?? ''
      const theirs = { ...values, [name]: 'Autre chose' }
      const base = { ...values, [name]: 'Avant' }
      const { answer, draft } = await send(overtaken(verb, theirs), {
        ...values,
        _version: '7',
        _base: packValues(base),
      })
      expect(answer.status, verb.name).toBe(303)
      expect(draft, verb.name).toMatchObject({ values, notice: 'stale' })
      if (verb.current)
        expect(draft?.conflict, verb.name).toMatchObject({ theirs, by: 'Une collègue', version: 8 })
    }
  })
})

describe('two tabs of any form', () => {
  test('keep apart what was typed in each, and sending one leaves the other as it is', async () => {
    for (const verb of verbs) {
      const form = standing(verb)
      const right = rightAnswers(verb, today)
      const one = await send(form, { ...right, nobodyAsked: 'un' })
      const other = await send(form, { ...right, nobodyAsked: 'deux' })
      expect(one.draft?.values, verb.name).toEqual({ ...right, nobodyAsked: 'un' })
      const referer = `http://127.0.0.1:3000${one.answer.headers.get('location')}`
      const sent = await send(form, { ...right, _version: '7' }, { referer })
      expect(sent.answer.headers.get('location'), verb.name).toBe('/work')
      expect(await one.found(), verb.name).toBeUndefined()
      expect((await other.found())?.values, verb.name).toEqual({ ...right, nobodyAsked: 'deux' })
    }
  })

  test('of one page are one sending: what differs after the first is kept and said', async () => {
    for (const verb of verbs) {
      const name = typedIn(verb)
      if (!name) continue
      const form = standing(verb)
      const _key = crypto.randomUUID()
      const right = rightAnswers(verb, today)
      expect((await send(form, { ...right, _key })).answer.headers.get('location'), verb.name).toBe('/work')
      const later = { ...right, [name]: 'Une phrase de plus' }
      expect((await send(form, { ...later, _key })).draft, verb.name).toMatchObject({
        values: later,
        notice: 'already-saved',
      })
    }
  })
})

describe('a switch of the language in any form', () => {
  test('keeps what was wrong and the version and values the page had shown', async () => {
    for (const verb of verbs) {
      const form = standing(verb)
      const right = { ...rightAnswers(verb, today), nobodyAsked: 'x' }
      const first = await send(form, right)
      const shown = {
        _version: '7',
        _base: packValues(right),
        _came: first.answer.headers.get('location') ?? '',
      }
      const { draft } = await send(form, { ...right, ...shown, _language: 'en' })
      expect(draft, verb.name).toMatchObject({
        values: right,
        errors: { nobodyAsked: 'unknown-field' },
        version: 7,
        base: right,
      })
    }
  })
})
