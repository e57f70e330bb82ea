import type { ReactNode } from 'react'
import { FormField } from '@/app/_frame/form-fields'
import { RadioGroup } from '@/app/_ui/choices'
import type { FormWords } from '@/lib/base/forms/form'
import { errorText } from '@/lib/base/i18n/problem-words'
import type { Translate } from '@/lib/base/i18n/translate'
import { type PreparedVerb, prepareVerb } from '@/lib/desks/referral/prepare-verb'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { type Page, read } from '@/lib/platform/gate/read'
import { VerbFrame } from './verb-frame'

export type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }
type Words = { title: string; lead: ReactNode; button: string }
type Spec = {
  verb: 'cancel' | 'close-unserved' | 'report-not-accessed'
  form: FormWords
  /** The field that holds the coded reason, its codes, and the field asked after it. */
  reason: string
  codes: readonly string[]
  after: string
  words: (page: Page<PreparedVerb>) => Words
}

/** A move of ours that asks for a coded reason and one thing more. */
export async function reasonPage({ params, searchParams }: Props, spec: Spec) {
  const { id } = await params
  const query = await searchParams
  const { verb, form, reason } = spec
  const action = `referral.${verb}` as const
  const page = await read({ action, roles: caseRoles }, (reading) =>
    prepareVerb(reading, id, { verb, form: action, query }),
  )
  const { t, locale, view } = page
  const { draft } = view
  const wrong = draft?.errors[reason]
  const labelled = (key: string) => t(key as Parameters<Translate>[0])
  return (
    <VerbFrame page={page} view={view} form={form} verb={verb} {...spec.words(page)}>
      <RadioGroup
        name={reason}
        one
        label={labelled(`referrals.${reason}.label`)}
        value={draft?.values[reason]?.toString()}
        error={wrong && errorText(t, 'referrals', reason, wrong)}
        options={spec.codes.map((value) => ({ value, label: labelled(`referrals.reason.${verb}.${value}`) }))}
      />
      <FormField name={spec.after} form={form} draft={draft} t={t} locale={locale} />
    </VerbFrame>
  )
}
