import { expect, test } from 'vitest'
import { isUnsaid, offered } from '@/lib/base/codes/codes'
import type { Field } from '@/lib/base/forms/fields'
import type { Fields, Form, RawValues } from '@/lib/base/forms/form'
import { parseForm } from '@/lib/base/forms/form'
import { householdForm, identityForm, safetyForm, situationForm } from '@/lib/casework/people/form'
import { firstPageForm } from './form'

/** What a form asks of whoever sends it empty. */
function required<F extends Fields>(form: Form<F>, raw: RawValues = {}): string[] {
  const parsed = parseForm(form, raw)
  return parsed.ok
    ? []
    : Object.entries(parsed.errors).flatMap(([name, code]) => (code === 'required' ? [name] : []))
}
type Asking = { fields: Record<string, Field>; without: (raw?: RawValues) => string[] }
const asking = <F extends Fields>(form: Form<F>): Asking => ({
  fields: form.fields,
  without: (raw) => required(form, raw),
})
const pages: Readonly<Record<string, Asking>> = {
  firstPageForm: asking(firstPageForm),
  identityForm: asking(identityForm),
  householdForm: asking(householdForm),
  situationForm: asking(situationForm),
  safetyForm: asking(safetyForm),
}
const all = Object.entries(pages).flatMap(([page, form]) =>
  form.without().map((name) => ({ page, name, asked: `${page}.${name}` })),
)

test('all five pages together require twenty answers at most', () => {
  // Sex and age stand filled in on the second page: they were answered on the first.
  const answers = new Set(all.map(({ name }) => name))
  expect([...answers].length, [...answers].join(', ')).toBeLessThanOrEqual(20)
})

/** What whoever fills in the form decides or sees: how the person came, where, what was answered, how it is judged. */
const OWN = [
  'firstPageForm.source',
  'firstPageForm.cercle',
  'firstPageForm.age',
  'firstPageForm.ageBasis',
  'firstPageForm.answer',
  'firstPageForm.giver',
  'firstPageForm.mode',
  'firstPageForm.stats',
  'safetyForm.risk',
]
/** A missing answer that another field of the page says why. */
const BESIDE: Readonly<Record<string, RawValues>> = {
  'identityForm.given': { nameUnknown: 'on' },
  'identityForm.age': { ageUnsaid: 'DECLINED' },
  'householdForm.householdSize': { sizeUnsaid: 'DECLINED' },
  'situationForm.concerns': { concernsUnsaid: 'DECLINED' },
}

test('each of them may be said to be unknown, not asked or declined, where only the person can know it', () => {
  for (const { page, name, asked } of all.filter((one) => !OWN.includes(one.asked))) {
    const form = pages[page]
    const field = form?.fields[name]
    const list = field && 'list' in field ? field.list : undefined
    const among = field && 'among' in field ? field.among : undefined
    const saysSo = (code: string) => isUnsaid(code) || ['U', 'NONE'].includes(code)
    const listed = list && offered(list).some(({ code }) => saysSo(code) && (!among || among.includes(code)))
    const beside = BESIDE[asked]
    const answered = beside !== undefined && !form?.without(beside).includes(name)
    expect(listed || answered, asked).toBe(true)
  }
})
