import type { FormWords, RawValues } from '@/lib/base/forms/form'

/**
 * What is asked of a form of ways, and what it carries unasked. Where no SMS leaves nobody is asked for a number, and no SMS
 * is offered; one that was chosen before stays in sight. What has one answer is no question. PURE.
 */
export function askedWays(
  form: FormWords,
  values: RawValues,
  sms: boolean,
): { form: FormWords; carried: Record<string, string> } {
  const carried: Record<string, string> = {}
  const left = Object.entries(form.fields).flatMap(([name, field]) => {
    const given = values[name]?.toString()
    if (name === 'phone' && !sms) {
      if (given !== undefined) carried.phone = given
      return []
    }
    const ways = 'values' in field ? field.values : undefined
    if (!ways || sms || given === 'SMS') return [[name, field] as const]
    const offered = ways.filter((way) => way !== 'SMS')
    const [only] = offered
    if (offered.length > 1 || !only) return [[name, { ...field, values: offered }] as const]
    carried[name] = only
    return []
  })
  return { form: { ...form, fields: Object.fromEntries(left) as FormWords['fields'] }, carried }
}
