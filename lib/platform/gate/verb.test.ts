import { describe, expect, it } from 'vitest'
import { text } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { verb } from './verb'
import { allowed } from './verdict'

const whole = {
  name: 'alert.greet',
  session: 'staff',
  roles: ['SUPERVISOR'],
  form: form({ noun: 'alerts', fields: { word: text({ max: 10 }) } }),
  page: () => '/alerts',
  scope: async () => ({ id: 'a' }),
  policy: () => allowed,
  apply: async () => ({ location: '/alerts' }),
  audit: () => ({ type: 'alert', id: 'a' }),
} as const

describe('a write', () => {
  it('compiles when it has every part', () => {
    expect(verb(whole).name).toBe('alert.greet')
  })

  it('does not compile without scope, policy, audit, roles or form', () => {
    const { scope: _scope, ...withoutScope } = whole
    const { policy: _policy, ...withoutPolicy } = whole
    const { audit: _audit, ...withoutAudit } = whole
    const { roles: _roles, ...withoutRoles } = whole
    const { form: _form, ...withoutForm } = whole
    const incomplete = [
      // @ts-expect-error scope says which rows exist for this person
      verb(withoutScope),
      // @ts-expect-error policy says what they may do
      verb(withoutPolicy),
      // @ts-expect-error audit says what is written down
      verb(withoutAudit),
      // @ts-expect-error roles deny by default
      verb(withoutRoles),
      // @ts-expect-error a form is the allow-list of what may be sent
      verb(withoutForm),
    ]
    expect(incomplete).toHaveLength(5)
  })
})
