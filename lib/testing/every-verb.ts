import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { offered } from '@/lib/base/codes/codes'
import type { ListName } from '@/lib/base/codes/lists'
import type { Field } from '@/lib/base/forms/fields'
import { type FieldErrors, parseForm, type RawValues } from '@/lib/base/forms/form'
import { writeMove } from '@/lib/casework/cases/hand-over'
import { newCode } from '@/lib/casework/numbers/case-code'
import type { Verb } from '@/lib/platform/gate/verb'

export type AnyVerb = Verb<Record<string, Field>, unknown>

const isVerb = (value: unknown): value is AnyVerb =>
  typeof value === 'object' && value !== null && 'form' in value && 'apply' in value && 'scope' in value

/** Every write of casework, found by its shape in every file: a new one is walked without a line here. */
export async function everyVerb(): Promise<AnyVerb[]> {
  const folder = join(process.cwd(), 'lib/casework')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('examples'),
  )
  const modules = await Promise.all(files.map((file) => import(/* @vite-ignore */ join(folder, file))))
  const found = modules.flatMap((module) => Object.values(module as object)).filter(isVerb)
  return [...new Map(found.map((verb) => [verb.name + verb.session, verb])).values()]
}

/** What a person could answer to a question, the likeliest first; the last is to leave it empty. */
const ID = '7b0d1c8e-0000-4000-8000-000000000002'
const MOVE = writeMove({ code: newCode(Buffer.alloc(32)), version: 1, to: ID })
const CARRIED = [
  '',
  ID,
  MOVE,
  'a'.repeat(64),
  'FOOD_RATION',
  'OURS',
  'UNICEF',
  'MLP-0000-0000',
  '2014-06-30',
  'TICKET',
  'DISTRESS_A1',
  'on',
  'yes',
  '1000',
]

const codesOf = (list: ListName | undefined) => (list ? offered(list).map((entry) => entry.code) : [])

function answersTo(field: Field): (string | string[])[] {
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return ['Elle attend chez sa tante', '65123456', '9:30', '']
    case 'choice':
      return [...field.values, '']
    case 'code':
      return [...(field.among ?? codesOf(field.list)), '']
    case 'codes': {
      const all = [...(field.among ?? field.values ?? codesOf(field.list))]
      return [...all, all, '']
    }
    case 'day':
      return ['30/6/2014', '3/7/2014', '']
    case 'number':
      return [String(Math.max(field.min, Math.min(field.max, 30))), String(field.min), '']
    case 'tick':
      return ['on', '']
    default:
      return CARRIED
  }
}

/** Answers that the form takes, found by trying: what it refuses is answered otherwise, until nothing is refused. */
export function rightAnswers({ name, form }: AnyVerb, today: string): RawValues {
  const fields = Object.entries(form.fields)
  const possible = new Map(fields.map(([field, spec]) => [field, answersTo(spec)]))
  const turn = new Map<string, number>()
  let errors: FieldErrors = {}
  for (let round = 0; round < 200; round += 1) {
    const values = Object.fromEntries(
      fields.flatMap(([field]) => {
        const all = possible.get(field) ?? []
        const value = all[(turn.get(field) ?? 0) % all.length] ?? ''
        return value === '' ? [] : [[field, value]]
      }),
    )
    const parsed = parseForm(form, values, today)
    if (parsed.ok) return values
    errors = parsed.errors
    for (const field of Object.keys(errors)) turn.set(field, (turn.get(field) ?? 0) + 1)
  }
  throw new Error(`no answers fit ${name}: ${JSON.stringify(errors)}`)
}
